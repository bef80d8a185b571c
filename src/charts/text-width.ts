/**
 * How wide a text will be, without a DOM. A chart that does not know this lets labels run over each other.
 * Widths are those of Helvetica and Arial (Adobe font metrics, thousandths of the type size), with a margin because
 * phones draw with Roboto and documents with DejaVu Sans Condensed, which are a little wider.
 */

const margin = 1.03;
const boldness = 1.06;
const byWidth: readonly (readonly [number, string])[] = [
	[222, "ijl'‘’"],
	[278, ' .,:;!/\\|ftI[]\u00a0\u202f'],
	[333, 'r-()`“”"'],
	[389, '*'],
	[500, 'ckJsvxyz_'],
	[584, '+<=>~−×÷±≥≤≠≈^'],
	[611, 'FTZ'],
	[667, 'ABEKPSVXY&'],
	[722, 'CDHNRUw'],
	[778, 'GOQ'],
	[833, 'mM'],
	[889, '%'],
	[944, 'W'],
	[1000, '…—@'],
];
const widths = new Map(byWidth.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));

/** Width in pixels of one line of text at a type size in pixels. A letter that is not in the table counts as a digit. */
export function textWidth(text: string, size: number, bold = false): number {
	let thousandths = 0;
	for (const letter of text) {
		const beyondLatin = (letter.codePointAt(0) ?? 0) > 0x2e7f;
		thousandths += widths.get(letter) ?? (beyondLatin ? 1000 : 556);
	}
	return (thousandths / 1000) * size * margin * (bold ? boldness : 1);
}

/** The text, or as much of it as fits with an ellipsis. At least one letter stays. */
export function shortenText(text: string, width: number, size: number, bold = false): string {
	if (textWidth(text, size, bold) <= width) return text;
	const letters = [...text];
	while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, size, bold) > width) letters.pop();
	return `${letters.join('').trimEnd()}…`;
}

/**
 * Breaks a text into at most `lines` lines at its spaces; what does not fit is cut with an ellipsis.
 * Never answers an empty list: an empty text is one empty line.
 */
export function wrapText(
	text: string,
	width: number,
	size: number,
	options: { readonly lines?: number; readonly bold?: boolean } = {},
): string[] {
	const { lines = 2, bold = false } = options;
	const done: string[] = [];
	let line = '';
	const words = text.split(' ').filter((word) => word !== '');
	for (const [index, word] of words.entries()) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (textWidth(longer, size, bold) <= width || line === '') {
			line = longer;
			continue;
		}
		if (done.length === lines - 1) {
			line = `${line} ${words.slice(index).join(' ')}`;
			break;
		}
		done.push(line);
		line = word;
	}
	done.push(line);
	return done.map((part) => shortenText(part, width, size, bold));
}

/**
 * Breaks a text into few lines of like length, the first as narrow as `wanted` allows. Null when some line would be
 * wider than `limit` or when more than three lines were needed.
 */
export function balanceText(
	text: string,
	room: { readonly wanted: number; readonly limit: number },
	size: number,
	bold = false,
): string[] | null {
	const words = text.split(' ').length;
	const fewest = words > 1 && textWidth(text, size, bold) > room.wanted ? 2 : 1;
	for (let lines = fewest; lines <= 3; lines++) {
		for (let spare = Math.floor(room.limit / 2); spare >= 0; spare--) {
			const broken = wrapText(text, room.limit - spare, size, { lines, bold });
			if (broken.join(' ') === text) return broken;
		}
	}
	return null;
}

/**
 * Any text in the letters that a standard PDF font has. Nothing is dropped silently: a sign without a letter of its own
 * becomes the nearest form in plain letters, else `?`. No-break spaces stay, so that lines still break where they may.
 */
import { winAnsiCode } from './pdf-fonts.ts';

/** Signs with a usual plain form. */
const forms: Readonly<Record<string, string>> = {
	'−': '–',
	'‐': '-',
	'‑': '-',
	'‒': '–',
	'―': '—',
	'⁄': '/',
	'∕': '/',
	'∶': ':',
	'⁃': '-',
	'∙': '·',
	'⋅': '·',
	'●': '•',
	'○': 'o',
	'■': '•',
	'▪': '•',
	'▲': '^',
	'▼': 'v',
	'△': '^',
	'▽': 'v',
	'≥': '>=',
	'≤': '<=',
	'≠': '<>',
	'≈': '~',
	'∼': '~',
	'≡': '==',
	'≪': '<<',
	'≫': '>>',
	'→': '->',
	'←': '<-',
	'↔': '<->',
	'⇒': '=>',
	'⇔': '<=>',
	'↑': '^',
	'↓': 'v',
	'✓': '[v]',
	'✔': '[v]',
	'☑': '[v]',
	'✗': '[x]',
	'✘': '[x]',
	'☐': '[ ]',
	'⚑': '[!]',
	'⚠': '[!]',
	'★': '*',
	'☆': '*',
	'∞': 'inf',
	'√': 'sqrt ',
	'∑': 'sum ',
	'∏': 'prod ',
	'∂': 'd',
	'∆': 'Delta',
	'∈': ' in ',
	'∅': 'Ø',
	'∧': ' and ',
	'∨': ' or ',
	'′': "'",
	'″': '"',
	ʼ: '’',
	ʻ: '‘',
	ʾ: '’',
	ʿ: '‘',
	'‛': '‘',
	'‟': '“',
	'─': '-',
	'│': '|',
	ℓ: 'l',
	'₱': 'PHP',
	'₹': 'Rs',
	đ: 'd',
	Đ: 'D',
	ħ: 'h',
	ı: 'i',
	ł: 'l',
	Ł: 'L',
	ŋ: 'ng',
};

const greek =
	'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
		' ',
	);
/** Code points of the Greek small and capital alpha; the letters follow in order, both forms of sigma among them. */
const smallAlpha = 0x3b1;
const capitalAlpha = 0x391;

function greekName(code: number): string | undefined {
	const small = greek[code - smallAlpha];
	if (small !== undefined) return small;
	const capital = greek[code - capitalAlpha];
	return capital === undefined ? undefined : capital.charAt(0).toUpperCase() + capital.slice(1);
}

/** Marks that tell a reader where to break, join or turn, and have no shape. */
const shapeless = /^\p{Default_Ignorable_Code_Point}$/u;
const fixedSpace = /^[\u00a0\u2007\u202f]$/;

const accent = /^[\u0300-\u036f]$/;

function printable(character: string): string {
	if (shapeless.test(character)) return '';
	if (fixedSpace.test(character)) return '\u00a0';
	if (winAnsiCode(character) !== undefined) return character;
	if (/^[\n\u2028\u2029]$/.test(character)) return '\n';
	if (/^[\s\u0085]$/.test(character)) return ' ';
	const known = forms[character] ?? greekName(character.codePointAt(0) ?? 0);
	if (known !== undefined) return known;
	const apart = [...character.normalize('NFKD')];
	if (apart.length === 1 && apart[0] === character) return '?';
	// An accent falls from its letter; the rest of the pieces are written as far as they can be.
	const base = apart.filter((piece) => !accent.test(piece));
	const written = base.map(printable).join('');
	return /^\?*$/.test(written) ? '?' : written;
}

/** Nothing to write otherwise: most texts, and they are many. */
const plain = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff]*$/;

/** The text in letters of WinAnsi, with `\n` where a line ends. */
export function printableText(text: string): string {
	if (plain.test(text)) return text;
	const characters = [...text.replaceAll(/\r\n?/g, '\n').normalize('NFC')];
	let result = '';
	characters.forEach((character, index) => {
		const before = characters[index - 1] ?? '';
		// An accent that no letter of Unicode carries falls like those that one does, from its own letter only.
		if (accent.test(character) && /^[\p{L}\p{N}\u0300-\u036f]$/u.test(before)) return;
		result += printable(character);
	});
	return result;
}

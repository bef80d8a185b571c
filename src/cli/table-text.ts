/**
 * Tables on stdout: aligned for a person, tab-separated for a pipe. Numbers stand in the style the screen asks for;
 * a pipe gets plain digits, so that the next program can read them.
 */
import { writeNumber } from '#inputs/number-writer.ts';
import type { TableBlock, TableCell } from '#reports/block.ts';
import type { Screen } from './call.ts';

/** A figure with the decimals a person sees; null is "not there", shown as an en dash. */
export interface Figure {
	readonly value: number | null;
	readonly decimals: number;
}

export type TextCell = string | Figure;

export interface TextColumn {
	readonly label: string;
	readonly align: 'left' | 'right';
}

export interface TextRow {
	readonly cells: readonly TextCell[];
	/** Stands alone on its line, without cells beside it. */
	readonly section?: boolean;
}

/** Digits after which a double is only noise; pipes get this many at most, `--angka mentah` all of them. */
const CERTAIN_DIGITS = 15;

/** A figure as the screen wants it. */
export function figureText(figure: Figure, screen: Pick<Screen, 'numbers' | 'unicode'>): string {
	if (figure.value === null) return screen.numbers === 'raw' ? '' : screen.unicode ? '–' : '-';
	if (screen.numbers === 'raw') return String(Number(figure.value.toPrecision(CERTAIN_DIGITS)));
	const text = writeNumber(figure.value, screen.numbers, figure.decimals);
	return screen.unicode ? text : text.replace('\u2212', '-');
}

const cellText = (cell: TextCell, screen: Screen): string =>
	typeof cell === 'string' ? cell : figureText(cell, screen);

/** Characters that take no place of their own: combining marks and zero-width signs. */
const width = (text: string): number => [...text.replace(/[\p{Mn}\u200b-\u200d\ufeff]/gu, '')].length;

const pad = (text: string, to: number, align: 'left' | 'right'): string => {
	const space = ' '.repeat(Math.max(0, to - width(text)));
	return align === 'right' ? space + text : text + space;
};

/** A tab or a line break inside a cell would make another cell of it. */
const oneCell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

/** The table as lines ending with a line break. */
export function tableText(columns: readonly TextColumn[], rows: readonly TextRow[], screen: Screen): string {
	const lines = rows.map((row) => ({ ...row, texts: row.cells.map((cell) => cellText(cell, screen)) }));
	if (!screen.table) {
		const data = lines.filter((line) => !line.section).map((line) => line.texts);
		return [columns.map((column) => column.label), ...data]
			.map((texts) => `${texts.map(oneCell).join('\t')}\n`)
			.join('');
	}
	const drawn = drawTable(columns, lines, screen);
	const widest = Math.max(...drawn.split('\n').map((line) => width(line.replace(ESCAPES, ''))));
	const narrow = widest > screen.width && lines.length <= MOST_TURNED && !lines.some((line) => line.section);
	return narrow ? drawTable(...turned(columns, lines), screen) : drawn;
}

/** A table too wide for the terminal is turned when it has few rows. */
const MOST_TURNED = 8;
// eslint-disable-next-line no-control-regex
const ESCAPES = /\u001b\[\d+m/g;

interface TextLine {
	readonly section?: boolean;
	readonly texts: readonly string[];
}

/** Rows and columns exchanged: the first column becomes the heading. */
function turned(
	columns: readonly TextColumn[],
	lines: readonly TextLine[],
): [readonly TextColumn[], readonly TextLine[]] {
	const heads = [columns[0]?.label ?? '', ...lines.map((line) => line.texts[0] ?? '')];
	return [
		heads.map((label, at) => ({ label, align: at === 0 ? 'left' : 'right' })),
		columns
			.slice(1)
			.map((column, at) => ({ texts: [column.label, ...lines.map((line) => line.texts[at + 1] ?? '')] })),
	];
}

function drawTable(columns: readonly TextColumn[], lines: readonly TextLine[], screen: Screen): string {
	const widths = columns.map((column, at) =>
		Math.max(width(column.label), ...lines.map((line) => (line.section ? 0 : width(line.texts[at] ?? '')))),
	);
	const draw = (texts: readonly string[]): string =>
		texts
			.map((text, at) => pad(text, widths[at] ?? 0, columns[at]?.align ?? 'left'))
			.join('  ')
			.trimEnd();
	const bold = (text: string): string => (screen.colour ? `\u001b[1m${text}\u001b[0m` : text);
	const rule = (screen.unicode ? '─' : '-').repeat(
		Math.max(
			1,
			widths.reduce((sum, each) => sum + each + 2, -2),
		),
	);
	return [
		bold(draw(columns.map((column) => column.label))),
		rule,
		...lines.map((line) => (line.section ? bold(line.texts[0] ?? '') : draw(line.texts))),
		'',
	].join('\n');
}

/** Marks for verdicts; ASCII words where the terminal cannot show the signs. */
export function markText(verdict: string, screen: Pick<Screen, 'unicode' | 'colour' | 'locale'>): string {
	const ascii: Record<string, readonly [string, string]> = {
		match: ['OK', 'OK'],
		rounding: ['BULAT', 'ROUND'],
		differs: ['BEDA', 'DIFF'],
		uncheckable: ['TANYA', 'ASK'],
		odd: ['JANGGAL', 'ODD'],
	};
	const signs: Record<string, string> = {
		match: '✓',
		rounding: '≈',
		differs: '≠',
		uncheckable: '?',
		odd: '⚑',
	};
	const plain = screen.unicode ? signs[verdict] : ascii[verdict]?.[screen.locale === 'id' ? 0 : 1];
	const colours: Record<string, number> = { match: 34, differs: 31, odd: 33 };
	const colour = colours[verdict];
	return screen.colour && colour !== undefined ? `\u001b[${colour}m${plain}\u001b[0m` : (plain ?? verdict);
}

/** A report's table on stdout: the report's own texts for a person, the unrounded numbers for a pipe. */
export function blockText(block: TableBlock, screen: Screen): string {
	const cell = (one: TableCell): TextCell => {
		if (one.value === undefined) return one.text;
		if (screen.numbers === screen.locale)
			return screen.unicode ? one.text : one.text.replace(/[\u2212\u2013]/g, '-');
		return { value: one.value, decimals: one.decimals ?? 2 };
	};
	return tableText(
		block.columns,
		block.rows.map((row) => ({ cells: row.cells.map(cell), section: row.role === 'section' })),
		screen,
	);
}

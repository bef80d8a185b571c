/**
 * The styles part of a written workbook: one cell format for each combination of look, number format and text guard
 * that is used. Source: ECMA-376 part 1, 18.8.
 */
import type { OutCell } from './spreadsheet.ts';
import { xmlText } from './xml-text.ts';

type Look = NonNullable<OutCell['style']>;

interface LookParts {
	readonly font: number;
	readonly fill: number;
	readonly border: number;
	readonly extra?: string;
}

const fonts = [
	'<sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/>',
	'<b/><sz val="14"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/>',
	'<b/><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/>',
	'<sz val="11"/><color rgb="FF0000FF"/><name val="Calibri"/><family val="2"/>',
	'<sz val="10"/><color rgb="FF595959"/><name val="Calibri"/><family val="2"/>',
];
const fills = [
	'<patternFill patternType="none"/>',
	'<patternFill patternType="gray125"/>',
	'<patternFill patternType="solid"><fgColor rgb="FFEDF2EE"/><bgColor indexed="64"/></patternFill>',
];
const edges = (top: string, bottom: string) => `<left/><right/>${top}${bottom}<diagonal/>`;
const line = (edge: string) => `<${edge} style="thin"><color rgb="FF000000"/></${edge}>`;
const borders = [
	edges('<top/>', '<bottom/>'),
	edges('<top/>', line('bottom')),
	edges(line('top'), '<bottom/>'),
];

const looks: Readonly<Record<Look, LookParts>> = {
	text: { font: 0, fill: 0, border: 0 },
	title: { font: 1, fill: 0, border: 0 },
	header: { font: 2, fill: 0, border: 1, extra: '<alignment vertical="bottom" wrapText="1"/>' },
	section: { font: 2, fill: 2, border: 0 },
	// Unlocked: when somebody protects the sheet, the inputs stay open and the formulas do not.
	input: { font: 3, fill: 0, border: 0, extra: '<protection locked="0"/>' },
	computed: { font: 0, fill: 0, border: 0 },
	note: { font: 4, fill: 0, border: 0 },
	total: { font: 2, fill: 0, border: 2 },
};

export interface StyleBook {
	/** The number of the cell format for this look, number format and guard; made when first asked for. */
	of(look: Look, format: string, guarded: boolean): number;
	/** The styles part, after the last cell was asked for. */
	part(): string;
}

/** An empty book of styles; format 0 is plain text. */
export function styleBook(): StyleBook {
	const numbers = new Map<string, number>();
	const cells: string[] = [];
	const seen = new Map<string, number>();
	const formatNumber = (format: string) => {
		if (format === '' || format === 'General') return 0;
		const known = numbers.get(format) ?? 164 + numbers.size;
		numbers.set(format, known);
		return known;
	};
	const of: StyleBook['of'] = (look, format, guarded) => {
		const key = `${look} ${guarded} ${format}`;
		const known = seen.get(key);
		if (known !== undefined) return known;
		const { font, fill, border, extra = '' } = looks[look];
		const applied = [
			'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"',
			extra.startsWith('<alignment') ? ' applyAlignment="1"' : '',
			extra.startsWith('<protection') ? ' applyProtection="1"' : '',
			guarded ? ' quotePrefix="1"' : '',
		].join('');
		cells.push(
			`<xf numFmtId="${formatNumber(format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}>${extra}</xf>`,
		);
		seen.set(key, cells.length - 1);
		return cells.length - 1;
	};
	of('text', '', false);
	return { of, part: () => stylesPart(numbers, cells) };
}

function stylesPart(numbers: ReadonlyMap<string, number>, cells: readonly string[]): string {
	const list = (name: string, items: readonly string[], wrap: string) =>
		`<${name} count="${items.length}">${items.map((item) => `<${wrap}>${item}</${wrap}>`).join('')}</${name}>`;
	const own = [...numbers].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`);
	return (
		'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
		(own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : '') +
		list('fonts', fonts, 'font') +
		list('fills', fills, 'fill') +
		list('borders', borders, 'border') +
		'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
		`<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
		'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
	);
}

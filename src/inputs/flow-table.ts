/** A pasted table of flows: columns found by their headings, ranges such as "20–30" cut into two amounts. */
import {
	emptyStream,
	mostFlowRows,
	type Basis,
	type FlowContent,
	type FlowStream,
	type Period,
} from './flow-content.ts';
import type { GridCell, Workbook } from './grid.ts';

export interface FlowReading {
	readonly content: FlowContent;
	readonly rows: number;
	/** Amounts written as a range. */
	readonly ranges: number;
	/** Rows beyond what a sheet holds. */
	readonly left: number;
}

type Column = 'name' | 'from' | 'low' | 'high' | 'unit' | 'basis' | 'per';
/** In the order in which they are asked: "jumlah paling banyak" is the most before it is an amount. */
const headings: readonly (readonly [Column, RegExp])[] = [
	['high', /paling banyak|tertinggi|maks|\bmost\b|\bmax|\bhigh/i],
	[
		'low',
		/jumlah|banyaknya|volume|kuantitas|berat|amount|quantity|paling sedikit|terendah|\bmin|\bleast|\blow\b/i,
	],
	['from', /\bdari\b|sumber|asal|pemasok|\bfrom\b|source|supplier/i],
	['unit', /satuan|\bunit\b/i],
	['basis', /basis|ditimbang|keadaan|kondisi|basah|weighed|state/i],
	['per', /^(per|tiap|waktu|periode|period)\b/i],
	['name', /bahan|material|hasil samping|by-?product|limbah|komoditas|\bname?\b/i],
];

const basisWords: readonly (readonly [Basis, RegExp])[] = [
	['wet', /\b(basah|segar|wet|fresh)\b/i],
	['dry', /\b(kering|dry|dried)\b/i],
	['cooked', /\b(matang|masak|cooked)\b/i],
];
const monthWords = /\b(bulan|bln|month)/i;
const range =
	/^\s*(?<low>[\d.,]+)\s*(?:[-–—]|s\.?\s?\/?\s?d\.?|sampai|hingga|to)\s*(?<high>[\d.,]+)\s*(?<unit>\p{L}*)\.?\s*$/iu;

function columnsOf(row: readonly GridCell[]): ReadonlyMap<Column, number> {
	const found = new Map<Column, number>();
	row.forEach(({ text }, index) => {
		const column = headings.find(([name, words]) => !found.has(name) && words.test(text.trim()))?.[0];
		if (column) found.set(column, index);
	});
	return found;
}

/** Flows read into a sheet, whose other parts stay; null when no heading names a material and an amount. */
export function readFlowTable(workbook: Workbook, into: FlowContent): FlowReading | null {
	for (const { rows } of workbook.grids) {
		const head = rows.findIndex((row) => {
			const columns = columnsOf(row);
			return columns.has('name') && columns.has('low');
		});
		if (head < 0) continue;
		const columns = columnsOf(rows[head] ?? []);
		let ranges = 0;
		const streams = rows.slice(head + 1).flatMap((row): FlowStream[] => {
			const at = (column: Column) => row[columns.get(column) ?? -1]?.text.trim() ?? '';
			const name = at('name');
			if (name === '' || /^(jumlah|total|sumber)\b/i.test(name)) return [];
			const parts = range.exec(at('low'))?.groups;
			if (parts) ranges += 1;
			const said = `${at('basis')} ${at('unit')} ${name}`;
			const basis =
				basisWords.find(([, words]) => words.test(at('basis')))?.[0] ??
				basisWords.find(([, words]) => words.test(said))?.[0] ??
				'';
			const unit = (at('unit') || parts?.unit || emptyStream.unit).replace(/\s*(\/|\bper\b).*$/i, '');
			const per: Period = monthWords.test(`${at('per')} ${at('unit')}`) ? 'month' : 'day';
			return [
				{
					name: name.slice(0, 200),
					from: at('from').slice(0, 200),
					low: (parts?.low ?? at('low')).slice(0, 200),
					high: (parts?.high ?? at('high')).slice(0, 200),
					unit: unit.slice(0, 40),
					basis,
					per,
				},
			];
		});
		if (streams.length === 0) continue;
		const kept = streams.slice(0, mostFlowRows);
		return {
			content: { ...into, streams: kept },
			rows: kept.length,
			ranges,
			left: streams.length - kept.length,
		};
	}
	return null;
}

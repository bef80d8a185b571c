/** A pasted table of products: columns found by their headings; the columns left over with scores are the screening. */
import {
	emptyTreeRow,
	mostTreeCriteria,
	mostTreeRows,
	treeKey,
	type ProductKind,
	type TreeContent,
	type TreeRow,
} from './tree-content.ts';
import type { GridCell, Workbook } from './grid.ts';

export interface TreeReading {
	readonly content: TreeContent;
	readonly rows: number;
	readonly criteria: number;
	/** Rows beyond what a tree holds. */
	readonly left: number;
}

type Column = 'valueAdded' | 'from' | 'kind' | 'yield' | 'unit' | 'name';
/** In the order in which they are asked: "nilai tambah" is one before it is a score. */
const headings: readonly (readonly [Column, RegExp])[] = [
	['valueAdded', /nilai tambah|value added/i],
	['from', /dibuat dari|\bdari\b|\basal\b|made from|\bfrom\b|\bsource\b/i],
	['kind', /\bjenis\b|\bkind\b|\btype\b/i],
	['yield', /rendemen|faktor konversi|\bhasil\b(?! samping)|\byield\b|output|conversion/i],
	['unit', /satuan|\bunit\b/i],
	['name', /produk|nama|hasil samping|product|\bname\b|by-?product/i],
];
const kinds: readonly (readonly [ProductKind, RegExp])[] = [
	['by-product', /samping|by-?product/i],
	['waste', /limbah|waste/i],
	['intermediate', /antara|setengah|intermediate/i],
	['service', /jasa|service/i],
];
const notData = /^(no\.?|nomor|#|jumlah|total|keterangan|rata-?rata|mean|remarks?)$/i;
const score = /^[1-5](?:[.,]\d+)?$/;

function columnsOf(row: readonly GridCell[]): ReadonlyMap<Column, number> {
	const found = new Map<Column, number>();
	row.forEach(({ text }, index) => {
		const column = headings.find(([name, words]) => !found.has(name) && words.test(text.trim()))?.[0];
		if (column) found.set(column, index);
	});
	return found;
}

/** Products read into a tree; null when no heading names them. A source that is no product itself is the raw material. */
export function readTreeTable(workbook: Workbook, into: TreeContent): TreeReading | null {
	for (const { rows } of workbook.grids) {
		const head = rows.findIndex((row) => columnsOf(row).has('name') && columnsOf(row).size >= 2);
		if (head < 0) continue;
		const columns = columnsOf(rows[head] ?? []);
		const used = new Set(columns.values());
		const body = rows.slice(head + 1).filter((row) => {
			const name = row[columns.get('name') ?? -1]?.text.trim() ?? '';
			return name !== '' && !notData.test(name) && !/^sumber\b/i.test(name);
		});
		const scored = (rows[head] ?? [])
			.flatMap(({ text }, index) => {
				const texts = body.map((row) => row[index]?.text.trim() ?? '').filter(Boolean);
				const isScore = texts.length > 0 && texts.every((one) => score.test(one));
				return !used.has(index) && text.trim() !== '' && !notData.test(text.trim()) && isScore
					? [{ index, name: text.trim().slice(0, 200) }]
					: [];
			})
			.slice(0, mostTreeCriteria);
		const read = body.map((row): TreeRow => {
			const at = (column: Column) => (row[columns.get(column) ?? -1]?.text.trim() ?? '').slice(0, 200);
			return {
				...emptyTreeRow,
				name: at('name'),
				from: treeKey(at('from')),
				kind: kinds.find(([, words]) => words.test(at('kind')))?.[0] ?? 'product',
				yield: at('yield'),
				unit: (at('unit') || emptyTreeRow.unit).slice(0, 40),
				valueAdded: at('valueAdded'),
				scores: scored.map(({ index }) => (row[index]?.text.trim() ?? '').slice(0, 20)),
			};
		});
		if (read.length === 0) continue;
		const names = new Set(read.map(({ name }) => treeKey(name)));
		// Written with its own capitals, as the table has it.
		const root = body
			.map((row) => row[columns.get('from') ?? -1]?.text.trim() ?? '')
			.find((text) => text !== '' && !names.has(treeKey(text)));
		const rootKey = treeKey(root ?? into.root);
		const kept = read
			.slice(0, mostTreeRows)
			.map((row) => (row.from === rootKey ? { ...row, from: '' } : row));
		return {
			content: {
				...into,
				root: root?.slice(0, 200) ?? into.root,
				...(scored.length > 0 ? { criteria: scored.map(({ name }) => ({ name })) } : {}),
				rows: kept,
			},
			rows: kept.length,
			criteria: scored.length,
			left: read.length - kept.length,
		};
	}
	return null;
}

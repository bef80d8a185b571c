/** What a table check holds: the tables as read, and what the person chose while looking at how they were read. */
import { cellAddress, type Grid, type GridCell, type Workbook } from './grid.ts';

/** What a person decided while looking at "Begini kami membacanya". */
export interface Choices {
	/** `Table!B12` to a row's key, or null to leave the row out. */
	readonly meanings: Readonly<Record<string, string | null>>;
	/** `Table!C12` to the text that was meant. */
	readonly corrections: Readonly<Record<string, string>>;
}

const version = 1;

type PackedCell = string | [text: string, number: number | null, address?: string];

export interface Packed {
	readonly v: number;
	readonly source: string;
	readonly grids: readonly { name: string; caption?: string; rows: PackedCell[][] }[];
	readonly choices: Choices;
}

/** Cells keep their own addresses, so that choices keep pointing at them. */
function packCell(cell: GridCell, rowIndex: number, columnIndex: number): PackedCell {
	const usual = cell.address === cellAddress(rowIndex, columnIndex);
	if (usual && cell.number === undefined) return cell.text;
	return [cell.text, cell.number ?? null, ...(usual ? ([] as const) : ([cell.address] as const))];
}

/** Tables and choices as plain data, for the draft on the device. */
export function checkData(workbook: Workbook, choices: Choices): Packed {
	return {
		v: version,
		source: workbook.source,
		grids: workbook.grids.map((grid) => ({
			name: grid.name,
			...(grid.caption ? { caption: grid.caption } : {}),
			rows: grid.rows.map((row, rowIndex) => row.map((cell, column) => packCell(cell, rowIndex, column))),
		})),
		choices,
	};
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function unpackCell(value: unknown, rowIndex: number, columnIndex: number): GridCell {
	const usual = cellAddress(rowIndex, columnIndex);
	if (!Array.isArray(value)) return { text: isText(value) ? value : '', address: usual };
	const [text, number, address] = value as unknown[];
	return {
		text: isText(text) ? text : '',
		...(typeof number === 'number' && Number.isFinite(number) ? { number } : {}),
		address: isText(address) && /^[A-Z]{1,3}\d{1,7}$/.test(address) ? address : usual,
	};
}

function unpackGrid(value: unknown): Grid | null {
	if (!isRecord(value) || !isText(value.name) || !Array.isArray(value.rows)) return null;
	return {
		name: value.name,
		...(isText(value.caption) ? { caption: value.caption } : {}),
		rows: value.rows.map((row: unknown, rowIndex) =>
			Array.isArray(row) ? row.map((cell: unknown, column) => unpackCell(cell, rowIndex, column)) : [],
		),
	};
}

function textsOf(value: unknown, orNull: boolean): Record<string, string | null> {
	if (!isRecord(value)) return {};
	return Object.fromEntries(
		Object.entries(value).filter(
			(entry): entry is [string, string | null] => isText(entry[1]) || (orNull && entry[1] === null),
		),
	);
}

/** A stored or received check as an object; null when it is none. */
export function unpackedCheck(value: unknown): { workbook: Workbook; choices: Choices } | null {
	if (!isRecord(value) || value.v !== version || !Array.isArray(value.grids) || !isRecord(value.choices))
		return null;
	const grids = value.grids.map(unpackGrid);
	if (grids.length === 0 || grids.includes(null)) return null;
	return {
		workbook: {
			source: isText(value.source) ? value.source.slice(0, 200) : '',
			format: 'text',
			grids: grids as Grid[],
			notes: [],
		},
		choices: {
			meanings: textsOf(value.choices.meanings, true),
			corrections: textsOf(value.choices.corrections, false) as Record<string, string>,
		},
	};
}

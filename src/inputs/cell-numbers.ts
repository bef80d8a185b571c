/** Numbers of one table, read together so that the table's own decimal style decides what one cell leaves open. */
import type { PrintedNumber } from '#methods/table-check/printed.ts';
import type { GridCell } from './grid.ts';
import { readColumn } from './number-reader.ts';
import type { NumberReading, NumberStyle } from './number-reading.ts';
import type { Doubt } from './printed-number.ts';

export interface CellNumbers {
	/** The printed number of a cell, or null when it holds none. */
	of(cell: GridCell): PrintedNumber | null;
	/** The full reading, for cells with text. */
	reading(cell: GridCell): NumberReading | null;
	readonly style: NumberStyle | null;
	readonly doubts: readonly Doubt[];
}

/**
 * Decimals of a stored number: those of its shortest form, or those shown when the format shows more zeros
 * (63,20). 12 at most, behind which a double keeps no promise.
 */
function decimalsOf(value: number, shown: string): number {
	const text = value.toString();
	if (text.includes('e')) return 12;
	const stored = text.split('.')[1]?.length ?? 0;
	const displayed = /,(\d+)\D*$/.exec(shown)?.[1]?.length ?? 0;
	return Math.min(12, Math.max(stored, displayed));
}

/** A group of three behind a point, read as thousands: in an amount of rupiah that is certain enough. */
function isPlainAmount(reading: NumberReading): boolean {
	return reading.value !== null && Number.isInteger(reading.value) && Math.abs(reading.value) >= 1000;
}

/** "= Rp 1.900.000": the sign of equality before a result; before a calculation it stays, and is refused as one. */
function withoutSign(text: string): string {
	return /^\s*=\s*(rp\.?\s*)?[\d.,\s]+(,-)?\s*$/i.test(text) ? text.replace(/^\s*=\s*/, '') : text;
}

/**
 * Reads every cell that may hold a number. `corrections` replace a cell's text, by address. `isMoney` tells cells
 * whose heading says rupiah, where `85.000` needs no question.
 */
export function readCellNumbers(
	table: string,
	cells: readonly GridCell[],
	corrections: Readonly<Record<string, string>> = {},
	isMoney: (cell: GridCell) => boolean = () => false,
): CellNumbers {
	const texts = cells.map(
		(cell) => corrections[`${table}!${cell.address}`] ?? corrections[cell.address] ?? withoutSign(cell.text),
	);
	const asText = cells.map((cell, index) =>
		cell.number !== undefined && texts[index] === cell.text ? '' : (texts[index] ?? ''),
	);
	const column = readColumn(asText);
	const readings = new Map(
		cells.map((cell, index) => [cell.address, column.readings[index] as NumberReading]),
	);
	const doubts = cells.flatMap((cell): Doubt[] => {
		const reading = readings.get(cell.address);
		if (!reading || (reading.status !== 'ambiguous' && reading.status !== 'refused')) return [];
		if (reading.status === 'ambiguous' && isMoney(cell) && isPlainAmount(reading)) return [];
		return [
			{
				code: reading.status === 'ambiguous' ? 'AMBIGUOUS_NUMBER' : (reading.reason ?? 'NOT_A_NUMBER'),
				table,
				cell: cell.address,
				text: reading.text,
				value: reading.value,
				alternatives: reading.alternatives,
			},
		];
	});
	return {
		style: column.style,
		doubts,
		reading: (cell) => readings.get(cell.address) ?? null,
		of(cell) {
			const reading = readings.get(cell.address);
			if (reading && reading.status !== 'empty') {
				if (reading.value === null) return null;
				return {
					value: reading.value,
					text: reading.text,
					decimals: reading.decimals,
					cell: cell.address,
					table,
				};
			}
			if (cell.number === undefined || !Number.isFinite(cell.number)) return null;
			// A spreadsheet stores 53,17 % as 0.5317; a printed share counts in hundredths.
			const isPercent = /%\s*$/.test(cell.text);
			const value = isPercent ? Number((cell.number * 100).toPrecision(14)) : cell.number;
			if (!Number.isFinite(value)) return null;
			return {
				value,
				text: cell.text,
				decimals: decimalsOf(value, cell.text),
				cell: cell.address,
				table,
			};
		},
	};
}

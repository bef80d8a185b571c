/** A measure over a grid of two inputs: where the profit turns, when price and raw material price move together. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { measureWith, measures, valueToday, variedInputs } from './changed-input.ts';
import type { VariedInput } from './changed-input.ts';
import { checkHayamiInput, hayamiFields } from './hayami-input-check.ts';
import type { HayamiInput } from './hayami-input.ts';
import { hayamiRow } from './hayami-rows.ts';
import type { HayamiResultKey } from './hayami-rows.ts';
import { hayamiWork } from './hayami-work.ts';
import { amount, count, faultStatus, firstFault, listOf, oneOf, record, required } from './input-check.ts';

/** The values along one side: listed, or `points` from `low` to `high`, or 10 % around today. */
export interface TwoWayAxis {
	readonly input: VariedInput;
	readonly values?: readonly number[];
	readonly low?: number;
	readonly high?: number;
	/** 5 unless stated. */
	readonly points?: number;
}

export interface TwoWayInput {
	readonly base: HayamiInput;
	readonly row: TwoWayAxis;
	readonly column: TwoWayAxis;
	readonly measure?: HayamiResultKey;
}

export interface TwoWaySide {
	readonly input: VariedInput;
	readonly today: number | null;
	readonly values: readonly number[];
	readonly rangeFrom: 'given' | 'default';
}

export interface TwoWayResult {
	readonly measure: HayamiResultKey;
	readonly baseResult: number | null;
	readonly row: TwoWaySide;
	readonly column: TwoWaySide;
	/** `cells[r][c]`; null where the measure has no value. */
	readonly cells: readonly (readonly (number | null)[])[];
	/** Some cells are above 0 and some below: a zero line runs through the table. */
	readonly crossesZero: boolean;
}

const axis = required(
	record({
		input: required(oneOf(variedInputs)),
		values: listOf(amount, 200),
		low: amount,
		high: amount,
		points: count(2, 200),
	}),
);

const fields = { base: required(record(hayamiFields)), row: axis, column: axis, measure: oneOf(measures) };

function sideOf(
	{ input, values, low, high, points = 5 }: TwoWayAxis,
	today: number | null,
): TwoWaySide | null {
	if (values != null && values.length > 0) return { input, today, values: [...values], rangeFrom: 'given' };
	const stated = low != null && high != null;
	const from = low ?? (today === null ? null : today * 0.9);
	const to = high ?? (today === null ? null : today * 1.1);
	if (from === null || to === null || !Number.isFinite(to)) return null;
	const last = (points ?? 5) - 1;
	const along = Array.from({ length: last + 1 }, (_, index) =>
		index === last ? to : from + (to - from) * (index / last),
	);
	return { input, today, values: along, rangeFrom: stated ? 'given' : 'default' };
}

function axisFault(input: TwoWayInput): { reason: string; at: string } | null {
	if (input.row.input === input.column.input) return { reason: 'SAME_INPUT_TWICE', at: 'column.input' };
	for (const at of ['row', 'column'] as const) {
		const { low, high } = input[at];
		if (low != null && high != null && low > high) return { reason: 'RANGE_REVERSED', at };
	}
	return null;
}

function compute(input: TwoWayInput): MethodResult<TwoWayResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const baseFault = checkHayamiInput(input.base);
	if (baseFault !== null) return refused(baseFault.status, baseFault.reason, `base.${baseFault.at}`);
	const wrongAxis = axisFault(input);
	if (wrongAxis !== null) return refused('invalid-input', wrongAxis.reason, wrongAxis.at);
	const measure = input.measure ?? 'profit';
	const { plain, figures } = hayamiWork(input.base);
	const row = sideOf(input.row, valueToday(plain, input.row.input));
	const column = sideOf(input.column, valueToday(plain, input.column.input));
	if (row === null) return refused('missing-input', 'MISSING_INPUT', `base.${input.row.input}`);
	if (column === null) return refused('missing-input', 'MISSING_INPUT', `base.${input.column.input}`);
	const cells = row.values.map((down) =>
		column.values.map((across) =>
			measureWith(
				plain,
				[
					{ input: row.input, value: down },
					{ input: column.input, value: across },
				],
				measure,
			),
		),
	);
	const known = cells.flat().filter((cell) => cell !== null);
	if (known.length === 0) return refused('missing-input', 'MISSING_INPUT', 'base');
	const crossesZero = known.some((cell) => cell < 0) && known.some((cell) => cell > 0);
	const warnings: Warning[] = (['row', 'column'] as const)
		.filter((at) => (at === 'row' ? row : column).rangeFrom === 'default')
		.map((at) => ({ code: 'DEFAULT_RANGES', at, params: { changePct: 10 } }));
	const { unit, basis } = hayamiRow(measure);
	const steps: Step[] = row.values.flatMap((down, r) =>
		column.values.map((across, c) => {
			const value = cells[r]?.[c] ?? null;
			const inputs = [
				{ id: row.input, value: down },
				{ id: column.input, value: across },
			];
			const shape = { id: `cells[${r}][${c}]`, value, unit, basis, formula: measure, inputs };
			return value === null
				? { ...shape, status: 'undefined', reason: 'NO_VALUE_HERE' }
				: { ...shape, status: 'ok' };
		}),
	);
	const result = { measure, baseResult: figures[measure], row, column, cells, crossesZero };
	return { status: 'ok', result, steps, warnings };
}

/**
 * A table of one measure over two inputs of a Hayami table. Refused when both sides name one input
 * (`SAME_INPUT_TWICE`), when a range is reversed, or when no cell can be computed.
 */
export const hayamiTwoWay = method<TwoWayInput, TwoWayResult>({
	id: 'hayami-two-way',
	version: 1,
	formula: 'cells[r][c] = measure(row.values[r], column.values[c])',
	unit: 'the unit of the measure',
	source:
		'Two-way data table on the rows of Hayami et al. (1987), Agricultural Marketing and Processing in Upland Java, CGPRT Centre, Bogor.',
	variants: { measure: 'any computed row of the table; profit unless stated' },
	example: {
		base: {
			output: 59,
			rawMaterial: 50,
			labour: 2,
			outputPrice: 6500,
			wage: 30000,
			rawMaterialPrice: 1700,
			otherInputs: 2187.22,
		},
		row: { input: 'outputPrice', low: 4000, high: 8000 },
		column: { input: 'rawMaterialPrice', low: 0, high: 4000 },
	},
	compute,
});

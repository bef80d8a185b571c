/** The rows of a computed Hayami table as a trace: formula in ids, the operands used, and why a row has no value. */
import type { HayamiFigures, HayamiPlainInput } from './hayami-figures.ts';
import { hayamiRows } from './hayami-rows.ts';
import type { HayamiKey, HayamiRow } from './hayami-rows.ts';
import { startTrace } from './trace.ts';
import type { Trace } from './trace.ts';

const keyOfSymbol = new Map(hayamiRows.map((row) => [row.symbol, row.key] as const));

/** `J - H - I` becomes `outputValue - rawMaterialPrice - otherInputs`. */
export function formulaInKeys(row: HayamiRow): string {
	const keys = row.formula.replace(/\b[A-Z]\b/g, (symbol) => keyOfSymbol.get(symbol) ?? symbol);
	return row.kind === 'computed' && row.unit === '%' ? `${keys} x 100` : keys;
}

/** Formulas are fixed: a million tables need not spell them again. */
const formulas: ReadonlyMap<HayamiKey, string> = new Map(
	hayamiRows.map((row) => [row.key, formulaInKeys(row)] as const),
);

function whyNot(row: HayamiRow, values: readonly number[]): string {
	const whole = row.formula.includes('/') ? values[1] : undefined;
	if (whole === undefined || whole > 0) return 'OUT_OF_RANGE';
	return whole === 0 ? 'ZERO_DENOMINATOR' : 'NEGATIVE_BASE';
}

export interface HayamiStepOptions {
	/** The most that value added can be, when row 9 is not known. */
	readonly upperBound: number | null;
	/** Entered rows that were worked out from others, with how: `otherInputs` from its lines. */
	readonly workedOut: Readonly<
		Partial<
			Record<
				HayamiKey,
				{ formula: string; inputs: readonly { id: string; value: number | null }[]; reason?: string }
			>
		>
	>;
}

/** The trace of one table; methods add further steps to it. */
export function hayamiTrace(
	input: HayamiPlainInput,
	figures: HayamiFigures,
	options: HayamiStepOptions,
): Trace {
	const trace = startTrace();
	for (const row of hayamiRows) {
		const workedOut = options.workedOut[row.key];
		if (row.kind === 'input') {
			const value = input[row.key as keyof HayamiPlainInput];
			if (workedOut === undefined) trace.given(row.key, value, [row.unit, row.basis]);
			else {
				const { formula, inputs, reason = 'MISSING_INPUT' } = workedOut;
				const absent = reason === 'MISSING_INPUT' ? ('missing-input' as const) : ('undefined' as const);
				const state = value === null ? { status: absent, reason } : { status: 'ok' as const };
				trace.note({ id: row.key, value, unit: row.unit, basis: row.basis, formula, inputs, ...state });
			}
			continue;
		}
		const formula = formulas.get(row.key) as string;
		if (row.key === 'valueAdded' && input.otherInputs === null && options.upperBound !== null) {
			const inputs = row.operands.map((id) => ({
				id,
				value: { ...figures, ...input }[id],
			}));
			const shape = { id: row.key, unit: row.unit, basis: row.basis, formula, inputs };
			trace.note({ ...shape, value: options.upperBound, status: 'ok', reason: 'UPPER_BOUND' });
			continue;
		}
		trace.derive(
			row.key,
			[row.unit, row.basis],
			formula,
			row.operands,
			(...values) => figures[row.key as keyof HayamiFigures] ?? whyNot(row, values),
		);
	}
	return trace;
}

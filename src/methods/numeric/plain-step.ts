/** One line of a trace from plain values, for methods whose figures do not each depend on the one before. */
import type { Step } from '../method.ts';
import type { Basis } from '../quantity.ts';

type Inputs = Readonly<Record<string, number | bigint | null | undefined>>;

const finite = (value: number | bigint | null | undefined): number | null => {
	if (value === null || value === undefined) return null;
	const number = Number(value);
	return Number.isFinite(number) && (typeof value === 'number' || Number.isSafeInteger(number))
		? number
		: null;
};

interface PlainStep {
	readonly id: string;
	readonly value: number | bigint | null | undefined;
	readonly unit: string;
	readonly formula?: string;
	readonly inputs?: Inputs;
	readonly basis?: Basis;
	/** Why there is no value; `OUT_OF_RANGE` unless stated. `MISSING_INPUT` makes the step `missing-input`. */
	readonly reason?: string;
}

/** A step. A value that a double cannot hold (or that is not finite) is left out with its reason. */
export function plainStep({
	id,
	value,
	unit,
	formula = '',
	inputs = {},
	basis = 'total',
	reason,
}: PlainStep): Step {
	const known = finite(value);
	const shape = {
		id,
		value: known,
		unit,
		basis,
		formula,
		inputs: Object.entries(inputs).map(([name, input]) => ({ id: name, value: finite(input) })),
	};
	if (known !== null) return { ...shape, status: 'ok' };
	const why = reason ?? 'OUT_OF_RANGE';
	return { ...shape, status: why === 'MISSING_INPUT' ? 'missing-input' : 'undefined', reason: why };
}

/** Steps of a long list are shown up to this many, so that a trace stays readable. */
export const LONGEST_TRACE = 200;

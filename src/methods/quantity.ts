/**
 * A quantity is a number with its unit and its basis: what it is counted per.
 * Most wrong value-added tables mix bases (a cost per kg of output subtracted from a value per kg of raw
 * material), so adding or subtracting two different bases is an error that names both.
 */

/** What a quantity is counted per. `none` is for pure ratios and percentages. */
export type Basis =
	'none' | 'raw-material' | 'output' | 'process' | 'day' | 'month' | 'year' | 'person-day' | 'total';

/** Wet and dry kilograms are different things until a yield converts one into the other. */
export type Moisture = 'wet' | 'dry' | 'cooked';

export type Status = 'ok' | 'undefined' | 'invalid-input' | 'missing-input';

export interface Quantity {
	readonly value: number | null;
	/** `Rp`, `kg`, `l`, `pack`, `HOK`, `hour`, `%`, `kg/kg` ... without the basis. */
	readonly unit: string;
	readonly basis: Basis;
	readonly moisture?: Moisture;
	readonly status: Status;
	/** Why the status is not `ok`: a code such as `ZERO_DENOMINATOR`, never words. */
	readonly reason?: string;
	/** What the reason speaks of, for example the names of the two bases. */
	readonly params?: Readonly<Record<string, string | number>>;
}

/** A quantity that is known. A number that is not finite is `invalid-input`, never passed on. */
export function quantity(value: number, unit: string, basis: Basis, moisture?: Moisture): Quantity {
	const known = Number.isFinite(value);
	return {
		value: known ? value : null,
		unit,
		basis,
		...(moisture ? { moisture } : {}),
		status: known ? 'ok' : 'invalid-input',
		...(known ? {} : { reason: 'NOT_A_NUMBER' }),
	};
}

/** The name of what a quantity counts, used in messages: `Rp per raw-material (dry)`. */
export function quantityKind(q: Quantity): string {
	const per = q.basis === 'none' || q.basis === 'total' ? '' : ` per ${q.basis}`;
	return `${q.unit}${per}${q.moisture ? ` (${q.moisture})` : ''}`;
}

function combine(left: Quantity, right: Quantity, sign: 1 | -1): Quantity {
	const shape = { unit: left.unit, basis: left.basis, moisture: left.moisture };
	for (const side of [left, right]) {
		if (side.status !== 'ok') return { ...shape, value: null, status: side.status, reason: side.reason };
	}
	if (
		left.unit !== right.unit ||
		left.basis !== right.basis ||
		(left.moisture ?? '') !== (right.moisture ?? '')
	) {
		return {
			...shape,
			value: null,
			status: 'invalid-input',
			reason: 'BASIS_MISMATCH',
			params: { left: quantityKind(left), right: quantityKind(right) },
		};
	}
	return quantity(
		(left.value as number) + sign * (right.value as number),
		left.unit,
		left.basis,
		left.moisture,
	);
}

/** Sum of two quantities of one kind; otherwise `invalid-input` with reason `BASIS_MISMATCH` naming both kinds. */
export function addQuantities(left: Quantity, right: Quantity): Quantity {
	return combine(left, right, 1);
}

/** Difference of two quantities of one kind; otherwise `invalid-input` with reason `BASIS_MISMATCH`. */
export function subtractQuantities(left: Quantity, right: Quantity): Quantity {
	return combine(left, right, -1);
}

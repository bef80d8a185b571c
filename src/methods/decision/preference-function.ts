/** The six preference functions of PROMETHEE: how strongly an advantage d on one criterion speaks for an alternative. */
import type { Fault, ParameterCheck } from './ranking-input.ts';

export const preferenceShapes = ['usual', 'u-shape', 'v-shape', 'level', 'linear', 'gaussian'] as const;
export type PreferenceShape = (typeof preferenceShapes)[number];

/** Thresholds by Brans' letters: q indifference, p strict preference, s the turning point of the Gaussian. */
export type Threshold = 'p' | 'q' | 's';

/** One value for every criterion, or one a criterion; null where the criterion's shape has no use for it. */
export type PerCriterion<Value> = Value | readonly (Value | null)[];

export interface PreferenceParameters {
	/** `usual` (I), `u-shape` (II), `v-shape` (III), `level` (IV), `linear` (V), `gaussian` (VI); usual unless stated. */
	readonly preferenceFunctions?: PerCriterion<PreferenceShape>;
	readonly p?: PerCriterion<number>;
	readonly q?: PerCriterion<number>;
	readonly s?: PerCriterion<number>;
}

/** A degree that grows in a straight line: nothing at an advantage of `start`, in full at `start + span`. */
export interface StraightPart {
	readonly start: number;
	readonly span: number;
}

export interface Preference {
	/** The degree of preference, 0 to 1, of an advantage above 0. */
	readonly degree: (advantage: number) => number;
	/** How it goes from nothing to full preference: `half` in one step between, or straight; null when curved. */
	readonly middle: 'half' | StraightPart | null;
}

const needed: Readonly<Record<PreferenceShape, readonly Threshold[]>> = {
	usual: [],
	'u-shape': ['q'],
	'v-shape': ['p'],
	level: ['q', 'p'],
	linear: ['q', 'p'],
	gaussian: ['s'],
};

const invalid = (reason: string, at: string): Fault => ({ status: 'invalid-input', reason, at });

function eachOf(check: (value: unknown) => string | null): ParameterCheck {
	return (value, at) => {
		if (!Array.isArray(value)) {
			const reason = check(value);
			return reason === null ? null : invalid(reason, at);
		}
		for (let index = 0; index < value.length; index += 1) {
			const reason = value[index] == null ? null : check(value[index]);
			if (reason !== null) return invalid(reason, `${at}[${index}]`);
		}
		return null;
	};
}

const threshold = (least: 'amount' | 'positive'): ParameterCheck =>
	eachOf((value) => {
		if (typeof value !== 'number' || !Number.isFinite(value)) return 'NOT_A_NUMBER';
		if (value === 0 && least === 'positive') return 'NOT_POSITIVE';
		return value < 0 ? 'NEGATIVE' : null;
	});

const shape = eachOf((value) =>
	preferenceShapes.includes(value as PreferenceShape) ? null : 'UNKNOWN_CHOICE',
);

/** The checks of the parameters' own shapes; lengths and thresholds that belong together come in `preferencesFault`. */
export const preferenceChecks = {
	preferenceFunctions: shape,
	p: threshold('amount'),
	q: threshold('amount'),
	s: threshold('positive'),
};

const valueAt = <Value>(given: PerCriterion<Value> | null | undefined, column: number): Value | undefined =>
	(Array.isArray(given) ? (given[column] as Value | null) : (given as Value | null | undefined)) ?? undefined;

const shapeAt = (parameters: PreferenceParameters, column: number): PreferenceShape =>
	valueAt(parameters.preferenceFunctions, column) ?? 'usual';

function columnFault(parameters: PreferenceParameters, column: number): Fault | null {
	const name = shapeAt(parameters, column);
	const place = (key: Threshold): string =>
		Array.isArray(parameters[key]) ? `parameters.${key}[${column}]` : `parameters.${key}`;
	for (const key of needed[name])
		if (valueAt(parameters[key], column) === undefined)
			return { status: 'missing-input', reason: 'MISSING_INPUT', at: place(key) };
	if (name !== 'level' && name !== 'linear') return null;
	const [q, p] = [valueAt(parameters.q, column) as number, valueAt(parameters.p, column) as number];
	return q > p ? invalid('THRESHOLDS_CROSSED', place('q')) : null;
}

/** A list of another length, a threshold that a shape needs and nobody gave (`MISSING_INPUT`), q above p. */
export function preferencesFault(parameters: PreferenceParameters, columns: number): Fault | null {
	for (const key of ['preferenceFunctions', 'p', 'q', 's'] as const) {
		const list: unknown = parameters[key];
		if (Array.isArray(list) && list.length !== columns) return invalid('WRONG_LENGTH', `parameters.${key}`);
	}
	for (let column = 0; column < columns; column += 1) {
		const fault = columnFault(parameters, column);
		if (fault !== null) return fault;
	}
	return null;
}

/**
 * The preference function of one criterion, for advantages above 0 (for any other the preference is 0).
 * With p = q the linear shape is the step of the U-shape; with p = 0 the V-shape is the usual one.
 */
export function preferenceOf(parameters: PreferenceParameters, column: number): Preference {
	const [p = 0, q = 0, s = 1] = (['p', 'q', 's'] as const).map((key) => valueAt(parameters[key], column));
	switch (shapeAt(parameters, column)) {
		case 'usual':
			return { degree: () => 1, middle: 'half' };
		case 'u-shape':
			return { degree: (d) => (d > q ? 1 : 0), middle: 'half' };
		case 'v-shape':
			return { degree: (d) => (d >= p ? 1 : d / p), middle: { start: 0, span: p } };
		case 'level':
			return { degree: (d) => (d <= q ? 0 : d <= p ? 0.5 : 1), middle: 'half' };
		case 'linear':
			return {
				degree: (d) => (d <= q ? 0 : d >= p ? 1 : (d - q) / (p - q)),
				middle: { start: q, span: p - q },
			};
		case 'gaussian':
			return { degree: (d) => -Math.expm1(-((d / s) ** 2) / 2), middle: null };
	}
}

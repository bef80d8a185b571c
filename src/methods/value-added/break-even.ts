/**
 * The values at which the profit of a Hayami table is nil: the lowest selling price, the highest raw material price,
 * the highest wage, the most other inputs may cost, the lowest yield. Each in closed form, all else unchanged.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { checkHayamiInput } from './hayami-input-check.ts';
import type { HayamiInput } from './hayami-input.ts';
import { hayamiTrace } from './hayami-steps.ts';
import { hayamiWork, workedOutRows } from './hayami-work.ts';
import { percentage, ratio } from './trace.ts';
import type { Kind, Reason, Trace } from './trace.ts';

export type BreakEvenKey = 'outputPrice' | 'rawMaterialPrice' | 'wage' | 'otherInputs' | 'conversionFactor';

export interface BreakEvenPoint {
	readonly input: BreakEvenKey;
	/** In the unit of the input; below 0 no value of this input alone brings the profit to nil. */
	readonly breakEven: number | null;
	readonly today: number | null;
	/** How far today's value may move, in percent of itself: -34 means it may fall by 34 %. */
	readonly distancePct: number | null;
	/** Whether the break-even is the least or the most the input may be. */
	readonly limit: 'minimum' | 'maximum';
}

export interface BreakEvenResult {
	/** Rp per unit of raw material today. */
	readonly profit: number | null;
	readonly points: readonly BreakEvenPoint[];
}

interface Form {
	readonly input: BreakEvenKey;
	readonly limit: BreakEvenPoint['limit'];
	readonly kind: Kind;
	readonly formula: string;
	readonly operands: readonly string[];
	compute(...values: number[]): number | Reason;
}

const forms: readonly Form[] = [
	{
		input: 'outputPrice',
		limit: 'minimum',
		kind: ['Rp', 'output'],
		formula: '(rawMaterialPrice + otherInputs + labourIncome) / conversionFactor',
		operands: ['rawMaterialPrice', 'otherInputs', 'labourIncome', 'conversionFactor'],
		compute: (raw: number, other: number, labour: number, factor: number) =>
			ratio(raw + other + labour, factor),
	},
	{
		input: 'rawMaterialPrice',
		limit: 'maximum',
		kind: ['Rp', 'raw-material'],
		formula: 'outputValue - otherInputs - labourIncome',
		operands: ['outputValue', 'otherInputs', 'labourIncome'],
		compute: (value: number, other: number, labour: number) => value - other - labour,
	},
	{
		input: 'wage',
		limit: 'maximum',
		kind: ['Rp', 'person-day'],
		formula: '(outputValue - rawMaterialPrice - otherInputs) / labourCoefficient',
		operands: ['outputValue', 'rawMaterialPrice', 'otherInputs', 'labourCoefficient'],
		compute: (value: number, raw: number, other: number, coefficient: number) =>
			ratio(value - raw - other, coefficient),
	},
	{
		input: 'otherInputs',
		limit: 'maximum',
		kind: ['Rp', 'raw-material'],
		formula: 'outputValue - rawMaterialPrice - labourIncome',
		operands: ['outputValue', 'rawMaterialPrice', 'labourIncome'],
		compute: (value: number, raw: number, labour: number) => value - raw - labour,
	},
	{
		input: 'conversionFactor',
		limit: 'minimum',
		kind: ['qty/qty', 'raw-material'],
		formula: '(rawMaterialPrice + otherInputs + labourIncome) / outputPrice',
		operands: ['rawMaterialPrice', 'otherInputs', 'labourIncome', 'outputPrice'],
		compute: (raw: number, other: number, labour: number, price: number) =>
			ratio(raw + other + labour, price),
	},
];

const idOf = (input: BreakEvenKey): string => `breakEven.${input}`;

function pointOf(form: Form, trace: Trace, today: number | null): BreakEvenPoint {
	const id = idOf(form.input);
	const breakEven = trace.derive(id, form.kind, form.formula, form.operands, form.compute);
	const distancePct = trace.derive(
		`${id}.distancePct`,
		['%', 'none'],
		`(${id} - ${form.input}) / ${form.input} x 100`,
		[id, form.input],
		(value, now) => percentage(value - now, now),
	);
	return { input: form.input, breakEven, today, distancePct, limit: form.limit };
}

function compute(input: HayamiInput): MethodResult<BreakEvenResult> {
	const fault = checkHayamiInput(input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const worked = hayamiWork(input);
	const { plain, figures, upperBound } = worked;
	const trace = hayamiTrace(plain, figures, { upperBound, workedOut: workedOutRows(worked) });
	const points = forms.map((form) => {
		const today = form.input === 'conversionFactor' ? figures.conversionFactor : plain[form.input];
		return pointOf(form, trace, today);
	});
	const warnings: Warning[] = points
		.filter(({ breakEven }) => breakEven !== null && breakEven < 0)
		.map((point) => ({ code: 'BREAK_EVEN_BELOW_ZERO', at: point.input }));
	const answer = { steps: trace.steps, warnings };
	if (points.some(({ breakEven }) => breakEven !== null))
		return { ...answer, status: 'ok', result: { profit: figures.profit, points } };
	if (plain.rawMaterial === 0)
		return { ...answer, status: 'undefined', reason: 'ZERO_DENOMINATOR', at: 'rawMaterial', result: null };
	const missing = trace.steps.find((step) => step.status === 'missing-input' && step.formula === '');
	const at = missing?.id ?? 'otherInputs';
	const status = missing === undefined ? 'undefined' : 'missing-input';
	const reason = missing === undefined ? 'OUT_OF_RANGE' : 'MISSING_INPUT';
	return { ...answer, status, reason, at, result: null };
}

/**
 * Break-even value of each input of a Hayami table, with its distance from today in percent.
 * Refusals are those of the table; an input without weight (no labour, price 0) has no break-even and says why.
 */
export const hayamiBreakEven = method<HayamiInput, BreakEvenResult>({
	id: 'hayami-break-even',
	version: 1,
	formula:
		'profit = 0 solved for one input: outputPrice = (rawMaterialPrice + otherInputs + labourIncome) / conversionFactor',
	unit: 'the unit of each input',
	source:
		'Closed forms of O = 0 in the rows of Hayami, Kawagoe, Morooka and Siregar (1987), Agricultural Marketing and Processing in Upland Java, CGPRT Centre, Bogor.',
	example: {
		output: 59,
		rawMaterial: 50,
		labour: 2,
		outputPrice: 6500,
		wage: 30000,
		rawMaterialPrice: 1700,
		otherInputs: 2187.22,
	},
	compute,
});

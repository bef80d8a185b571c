/** What a Hayami table answers beside its rows: per process, per output, per worker, with and without family labour. */
import type { HayamiFigures } from './hayami-figures.ts';
import type { JointMode, OtherInputsScope } from './hayami-input.ts';
import type { HayamiWork } from './hayami-work.ts';
import { separateProducts } from './joint-outputs.ts';
import type { HayamiOutput, HayamiSeparateProduct } from './joint-outputs.ts';
import { defaultScope } from './other-inputs.ts';
import type { HayamiOtherInputGroup } from './other-inputs.ts';
import { ratio } from './trace.ts';
import type { Kind, Trace } from './trace.ts';

/** Rupiah; the same rows counted per process or per unit of output. */
export interface HayamiMoneyRows {
	readonly outputValue: number | null;
	readonly rawMaterial: number | null;
	readonly otherInputs: number | null;
	readonly valueAdded: number | null;
	readonly labourIncome: number | null;
	readonly profit: number | null;
	readonly margin: number | null;
}

/** Rp per unit of raw material. */
export interface HayamiFamilyLabour {
	readonly days: number;
	readonly imputedWage: number | null;
	readonly labourIncomePaid: number | null;
	readonly labourIncomeImputed: number | null;
	readonly profitWithImputation: number | null;
	readonly profitWithoutImputation: number | null;
}

export interface HayamiResult extends HayamiFigures {
	/** Row 9 as used, Rp per unit of raw material. */
	readonly otherInputs: number | null;
	/** True when row 9 is not known: value added is then at most this much. */
	readonly valueAddedIsUpperBound: boolean;
	readonly otherInputsScope: OtherInputsScope;
	/** False when nobody chose the scope and the default was taken. */
	readonly otherInputsScopeStated: boolean;
	readonly otherInputsBasis: 'raw-material' | 'output';
	readonly otherInputGroups: readonly HayamiOtherInputGroup[];
	readonly jointMode: JointMode;
	readonly outputs: readonly HayamiOutput[];
	readonly separate: readonly HayamiSeparateProduct[];
	/** Rp per unit of raw material taken off row 9 by `byproduct-credit`; null in the other modes. */
	readonly byProductCredit: number | null;
	readonly perProcess: HayamiMoneyRows;
	readonly perOutput: HayamiMoneyRows;
	/** Rp per unit of labour as counted in the input. */
	readonly valueAddedPerLabour: number | null;
	readonly profitPerLabour: number | null;
	/** The raw material price at which profit is 0; for waste, what may at most be paid for it. */
	readonly breakEvenRawMaterialPrice: number | null;
	/** Value added if the raw material were free. */
	readonly residualValue: number | null;
	readonly familyLabour: HayamiFamilyLabour | null;
	/** Below 15 % low, 15 to 40 % medium, above 40 % high (Reyne in Hubeis 1997). */
	readonly valueAddedClass: 'negative' | 'low' | 'medium' | 'high' | null;
	/** Labour share above profit share of value added: labour-intensive, else capital-intensive. */
	readonly orientation: 'labour-intensive' | 'capital-intensive' | null;
}

const perRaw: Kind = ['Rp', 'raw-material'];

const moneyKeys = ['outputValue', 'valueAdded', 'labourIncome', 'profit', 'margin'] as const;

/** The money rows counted per something else: `convert` gets Rp per unit of raw material. */
function moneyRows(
	{ figures, plain }: HayamiWork,
	convert: (perRawMaterial: number) => number | null,
): HayamiMoneyRows {
	const converted = (value: number | null): number | null => {
		const answer = value === null ? null : convert(value);
		return answer !== null && Number.isFinite(answer) ? answer : null;
	};
	const rows = Object.fromEntries(moneyKeys.map((key) => [key, converted(figures[key])])) as Record<
		(typeof moneyKeys)[number],
		number | null
	>;
	return {
		...rows,
		rawMaterial: converted(plain.rawMaterialPrice),
		otherInputs: converted(plain.otherInputs),
	};
}

function familyLabourOf(worked: HayamiWork, trace: Trace): HayamiFamilyLabour | null {
	const family = worked.input.familyLabour;
	if (family == null) return null;
	const wage = family.imputedWage ?? worked.plain.wage;
	trace.given('familyDays', family.days, ['HOK', 'process']);
	trace.given('imputedWage', wage, ['Rp', 'person-day']);
	const labourIncomePaid = trace.derive(
		'labourIncomePaid',
		perRaw,
		'(labour - familyDays) x wage / rawMaterial',
		['labour', 'familyDays', 'wage', 'rawMaterial'],
		(labour, days, paidWage, material) => ratio((labour - days) * paidWage, material),
	);
	const labourIncomeImputed = trace.derive(
		'labourIncomeImputed',
		perRaw,
		'familyDays x imputedWage / rawMaterial',
		['familyDays', 'imputedWage', 'rawMaterial'],
		(days, imputedWage, material) => ratio(days * imputedWage, material),
	);
	const profitWithoutImputation = trace.derive(
		'profitWithoutImputation',
		perRaw,
		'valueAdded - labourIncomePaid',
		['valueAdded', 'labourIncomePaid'],
		(valueAdded, paid) => valueAdded - paid,
	);
	const profitWithImputation = trace.derive(
		'profitWithImputation',
		perRaw,
		'profitWithoutImputation - labourIncomeImputed',
		['profitWithoutImputation', 'labourIncomeImputed'],
		(profit, imputed) => profit - imputed,
	);
	return {
		days: family.days,
		imputedWage: wage,
		labourIncomePaid,
		labourIncomeImputed,
		profitWithImputation,
		profitWithoutImputation,
	};
}

function classOf({ valueAdded, valueAddedRatioPct }: HayamiFigures): HayamiResult['valueAddedClass'] {
	if (valueAdded === null) return null;
	if (valueAdded < 0) return 'negative';
	if (valueAddedRatioPct === null) return null;
	if (valueAddedRatioPct < 15) return 'low';
	return valueAddedRatioPct <= 40 ? 'medium' : 'high';
}

function orientationOf({
	labourSharePct,
	profitOverValueAddedPct,
}: HayamiFigures): HayamiResult['orientation'] {
	if (labourSharePct === null || profitOverValueAddedPct === null) return null;
	return labourSharePct > profitOverValueAddedPct ? 'labour-intensive' : 'capital-intensive';
}

const perLabour = (trace: Trace, id: string, row: 'valueAdded' | 'profit') =>
	trace.derive(id, ['Rp', 'person-day'], `${row} / labourCoefficient`, [row, 'labourCoefficient'], ratio);

/** The whole answer of a worked table; what is worked out here is added to the trace. */
export function hayamiResult(worked: HayamiWork, trace: Trace): HayamiResult {
	const { input, plain, figures, joint, other, upperBound } = worked;
	const rawMaterial = plain.rawMaterial ?? 0;
	const conversionFactor = figures.conversionFactor ?? 0;
	return {
		...figures,
		valueAdded: upperBound ?? figures.valueAdded,
		otherInputs: plain.otherInputs,
		valueAddedIsUpperBound: upperBound !== null,
		otherInputsScope: input.otherInputsScope ?? defaultScope,
		otherInputsScopeStated: input.otherInputsScope != null,
		otherInputsBasis: input.otherInputsBasis ?? 'raw-material',
		otherInputGroups: other.groups,
		jointMode: input.jointMode ?? 'joint',
		outputs: joint.outputs,
		separate: input.jointMode === 'separate' ? separateProducts(input, plain, joint.outputs) : [],
		byProductCredit: joint.credit,
		perProcess: moneyRows(worked, (value) => value * rawMaterial),
		perOutput: moneyRows(worked, (value) => (conversionFactor > 0 ? value / conversionFactor : null)),
		valueAddedPerLabour: perLabour(trace, 'valueAddedPerLabour', 'valueAdded'),
		profitPerLabour: perLabour(trace, 'profitPerLabour', 'profit'),
		breakEvenRawMaterialPrice: trace.derive(
			'breakEvenRawMaterialPrice',
			perRaw,
			'outputValue - otherInputs - labourIncome',
			['outputValue', 'otherInputs', 'labourIncome'],
			(outputValue, otherInputs, labourIncome) => outputValue - otherInputs - labourIncome,
		),
		residualValue: trace.derive(
			'residualValue',
			perRaw,
			'outputValue - otherInputs',
			['outputValue', 'otherInputs'],
			(outputValue, otherInputs) => outputValue - otherInputs,
		),
		familyLabour: familyLabourOf(worked, trace),
		valueAddedClass: classOf(figures),
		orientation: orientationOf(figures),
	};
}

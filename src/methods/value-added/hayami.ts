/**
 * Hayami value added: what one unit of raw material earns, and who receives it.
 * Money rows are per ONE unit of raw material; inputs are per process.
 */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { checkHayamiInput } from './hayami-input-check.ts';
import type { HayamiInput } from './hayami-input.ts';
import { hayamiResult } from './hayami-result.ts';
import type { HayamiResult } from './hayami-result.ts';
import { hayamiTrace } from './hayami-steps.ts';
import { hayamiWarnings, mandatory } from './hayami-warnings.ts';
import { hayamiWork, workedOutRows } from './hayami-work.ts';

export type {
	AllocationKey,
	HayamiInput,
	JointMode,
	OtherInputGroup,
	OtherInputLine,
	OtherInputsScope,
	PricedQuantity,
} from './hayami-input.ts';
export type { HayamiFamilyLabour, HayamiMoneyRows, HayamiResult } from './hayami-result.ts';
export type { HayamiOutput, HayamiSeparateProduct } from './joint-outputs.ts';
export type { HayamiOtherInputGroup } from './other-inputs.ts';

function compute(input: HayamiInput): MethodResult<HayamiResult> {
	const fault = checkHayamiInput(input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const worked = hayamiWork(input);
	const { plain, figures, upperBound } = worked;
	const warnings = hayamiWarnings(worked);
	const trace = hayamiTrace(plain, figures, { upperBound, workedOut: workedOutRows(worked) });
	const answer = { steps: trace.steps, warnings };
	if (plain.rawMaterial === 0)
		return { ...answer, status: 'undefined', reason: 'ZERO_DENOMINATOR', at: 'rawMaterial', result: null };
	if (Object.values(figures).every((value) => value === null)) {
		const missing = (['rawMaterial', ...mandatory] as const).find((key) => plain[key] === null);
		return missing === undefined
			? { ...answer, status: 'undefined', reason: 'OUT_OF_RANGE', at: 'rawMaterial', result: null }
			: { ...answer, status: 'missing-input', reason: 'MISSING_INPUT', at: missing, result: null };
	}
	const result = hayamiResult(worked, trace);
	return { ...answer, status: 'ok', result };
}

/**
 * The Hayami value-added table of one process.
 * Bad input is `invalid-input` or `missing-input` with its place; raw material 0 is `undefined`; a row whose input is
 * missing is null while the other rows stand; without row 9 value added is an upper bound and says so.
 */
export const hayami = method<HayamiInput, HayamiResult>({
	id: 'hayami',
	version: 1,
	formula: 'valueAdded = output / rawMaterial x outputPrice - rawMaterialPrice - otherInputs',
	unit: 'Rp per unit of raw material',
	source:
		'Hayami, Y., Kawagoe, T., Morooka, Y. and Siregar, M. (1987). Agricultural Marketing and Processing in Upland Java: A Perspective from a Sunda Village. CGPRT Centre, Bogor. Rows 1 to 14 as printed in Indonesian studies.',
	variants: {
		profitRatePct: 'profit over output value (row 13b = 13a / 10), as most Indonesian tables print it',
		profitOverValueAddedPct: 'profit over value added (Sudiyono 2004); with the labour share it makes 100',
		'otherInputsScope: auxiliary-only': 'auxiliary materials alone',
		'otherInputsScope: all-operating':
			'auxiliaries, packaging, energy, transport, rent and the rest, without depreciation',
		'otherInputsScope: all-operating+depreciation':
			'the default: agrees with the profit of the cost table when depreciation is the only fixed cost',
		'otherInputsBasis: output': 'row 9 counted per unit of output, converted with the conversion factor',
		'jointMode: joint': 'the revenue of all products over the raw material (default)',
		'jointMode: byproduct-credit': 'revenue of by-products taken off row 9; ratios over the main output',
		'jointMode: separate': 'raw material, labour and other inputs allocated by mass or by sales value',
	},
	example: {
		output: 59,
		rawMaterial: 50,
		labour: 2,
		outputPrice: 6500,
		wage: 30000,
		rawMaterialPrice: 1700,
		otherInputs: 2319.97,
	},
	compute,
});

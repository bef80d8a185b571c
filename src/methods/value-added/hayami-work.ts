/** One Hayami table worked out: the seven plain figures, the rows, and how rows 1, 6 and 9 came about. */
import { hayamiFigures } from './hayami-figures.ts';
import type { HayamiFigures, HayamiPlainInput } from './hayami-figures.ts';
import type { HayamiInput } from './hayami-input.ts';
import type { HayamiStepOptions } from './hayami-steps.ts';
import { jointOutputs } from './joint-outputs.ts';
import type { JointOutputs } from './joint-outputs.ts';
import { otherInputsOf } from './other-inputs.ts';
import type { OtherInputs } from './other-inputs.ts';

const minus = (left: number | null, right: number | null): number | null => {
	const value = left === null || right === null ? null : left - right;
	return value !== null && Number.isFinite(value) ? value : null;
};

export interface HayamiWork {
	readonly input: HayamiInput;
	readonly plain: HayamiPlainInput;
	readonly figures: HayamiFigures;
	readonly joint: JointOutputs;
	readonly other: OtherInputs;
	readonly upperBound: number | null;
}

/** Works a checked input out. Nothing is refused here: what cannot be computed is null. */
export function hayamiWork(input: HayamiInput): HayamiWork {
	const joint = jointOutputs(input);
	const other = otherInputsOf(input, joint.mainConversionFactor);
	const credited = input.jointMode === 'byproduct-credit' && (input.byProducts ?? []).length > 0;
	const plain: HayamiPlainInput = {
		output: joint.output,
		rawMaterial: input.rawMaterial ?? null,
		labour: input.labour ?? null,
		outputPrice: joint.outputPrice,
		wage: input.wage ?? null,
		rawMaterialPrice: input.rawMaterialPrice ?? null,
		otherInputs: credited ? minus(other.perRawMaterial, joint.credit) : other.perRawMaterial,
	};
	const figures = hayamiFigures(plain);
	// A cost nobody wrote down is not 0: value added is then at most what the known costs leave.
	const knownOther = minus(other.knownPart ?? 0, credited ? joint.credit : 0);
	const unknown = plain.otherInputs === null && other.reason === 'MISSING_INPUT';
	const upperBound = unknown ? minus(figures.margin, knownOther) : null;
	return { input, plain, figures, joint, other, upperBound };
}

/** Rows 1, 6 and 9 when they are not simply what was typed. */
export function workedOutRows({ input, plain, joint, other }: HayamiWork): HayamiStepOptions['workedOut'] {
	const rawMaterial = { id: 'rawMaterial', value: plain.rawMaterial };
	const products = joint.outputs.filter(
		(output) => !output.byProduct || input.jointMode !== 'byproduct-credit',
	);
	const quantities = products.map((output) => ({ id: output.name, value: output.quantity }));
	const revenues = products.map((output) => ({ id: output.name, value: output.revenue }));
	const typed = other.formula === 'otherInputs' && joint.credit === null;
	const credit = joint.credit === null ? '' : ' - sum(byProducts) / rawMaterial';
	return {
		...(joint.combined
			? {
					output: { formula: 'sum(outputs.quantity)', inputs: quantities },
					outputPrice: {
						formula: 'sum(outputs.quantity x outputs.price) / output',
						inputs: [...revenues, { id: 'output', value: plain.output }],
					},
				}
			: {}),
		...(typed
			? {}
			: {
					otherInputs: {
						formula: `${other.formula}${credit}`,
						inputs: [
							...other.inputs,
							...(joint.credit === null
								? []
								: [{ id: 'byProductsPerRawMaterial', value: joint.credit }, rawMaterial]),
						],
						reason: other.reason,
					},
				}),
	};
}

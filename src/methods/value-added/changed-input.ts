/** One figure of a Hayami table set to another value, everything else as it is: the step behind every "what if". */
import type { HayamiPlainInput } from './hayami-figures.ts';
import { hayamiFigures } from './hayami-figures.ts';
import type { HayamiInputKey, HayamiResultKey } from './hayami-rows.ts';

/** What may be varied; the two coefficients are varied through output and labour at the same raw material. */
export type VariedInput = HayamiInputKey | 'conversionFactor' | 'labourCoefficient';

export const variedInputs: readonly VariedInput[] = [
	'outputPrice',
	'conversionFactor',
	'otherInputs',
	'rawMaterialPrice',
	'wage',
	'labourCoefficient',
	'output',
	'rawMaterial',
	'labour',
];

export const measures: readonly HayamiResultKey[] = [
	'profit',
	'valueAdded',
	'valueAddedRatioPct',
	'labourIncome',
	'labourSharePct',
	'profitRatePct',
	'profitOverValueAddedPct',
	'conversionFactor',
	'labourCoefficient',
	'outputValue',
	'margin',
	'marginLabourPct',
	'marginOtherInputsPct',
	'marginProfitPct',
];

const perRawMaterial = { conversionFactor: 'output', labourCoefficient: 'labour' } as const;

/** Today's value of a figure that may be varied; null when it is not known. */
export function valueToday(plain: HayamiPlainInput, input: VariedInput): number | null {
	if (input === 'conversionFactor' || input === 'labourCoefficient') return hayamiFigures(plain)[input];
	return plain[input];
}

/** The measure after setting one or more figures; null when it cannot be computed. */
export function measureWith(
	plain: HayamiPlainInput,
	changes: readonly { readonly input: VariedInput; readonly value: number }[],
	measure: HayamiResultKey,
): number | null {
	const changed: Record<HayamiInputKey, number | null> = { ...plain };
	// Coefficients come last, so that they hold for a raw material that is changed too.
	for (const { input, value } of changes)
		if (input !== 'conversionFactor' && input !== 'labourCoefficient') changed[input] = value;
	for (const { input, value } of changes)
		if (input === 'conversionFactor' || input === 'labourCoefficient')
			changed[perRawMaterial[input]] = changed.rawMaterial === null ? null : value * changed.rawMaterial;
	return hayamiFigures(changed)[measure];
}

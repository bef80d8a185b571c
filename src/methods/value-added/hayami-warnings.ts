/** What a Hayami table should be read with, in codes: what is missing, what is a limit, what is unusual. */
import type { Warning } from '../method.ts';
import type { HayamiWork } from './hayami-work.ts';
import { coFeedWarnings } from './other-inputs.ts';

/** Inputs a full table needs, in their printed order. Row 9 is apart: without it value added has an upper bound. */
export const mandatory = [
	'output',
	'rawMaterial',
	'labour',
	'outputPrice',
	'wage',
	'rawMaterialPrice',
] as const;

/** The warnings of a worked table, in the order of its rows. */
export function hayamiWarnings({ input, plain, figures, joint, other, upperBound }: HayamiWork): Warning[] {
	const warnings: Warning[] = [];
	const warn = (when: boolean, code: string, at: string, params?: Warning['params']) => {
		if (when) warnings.push({ code, at, ...(params ? { params } : {}) });
	};
	for (const key of mandatory) warn(plain[key] === null, 'MISSING_INPUT', key);
	warnings.push(...other.warnings, ...coFeedWarnings(input));
	warn(upperBound !== null, 'VALUE_ADDED_UPPER_BOUND', 'valueAdded');
	warn(figures.valueAdded !== null && figures.valueAdded < 0, 'NEGATIVE_VALUE_ADDED', 'valueAdded');
	warn(figures.profit !== null && figures.profit < 0, 'LOSS', 'profit');
	const yieldFactor = figures.conversionFactor ?? 0;
	const coFeedListed =
		(input.otherRawMaterials ?? []).length > 0 ||
		warnings.some(({ code }) => code === 'CO_FEED_NOT_NUMERAIRE');
	warn(yieldFactor > 1 && !coFeedListed, 'CONVERSION_ABOVE_ONE', 'conversionFactor', {
		conversionFactor: yieldFactor,
	});
	warn(plain.rawMaterialPrice === 0, 'FREE_RAW_MATERIAL', 'rawMaterialPrice');
	const hours = input.labourHours ?? 8;
	warn(hours !== 8, 'LABOUR_NOT_IN_HOK', 'labour', { hours });
	const used = plain.output;
	const listed = (input.outputs ?? []).length > 0;
	warn(
		listed && input.output != null && used !== null && input.output !== used,
		'OUTPUT_FROM_OUTPUTS',
		'output',
		{ given: input.output ?? 0, used: used ?? 0 },
	);
	warn(joint.credit !== null, 'RATIOS_OVER_MAIN_OUTPUT', 'jointMode');
	warn((plain.otherInputs ?? 0) < 0, 'CREDIT_ABOVE_OTHER_INPUTS', 'otherInputs');
	return warnings;
}

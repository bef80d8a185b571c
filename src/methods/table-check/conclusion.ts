/** What the differences do to the table's own conclusion. */
import type { ConclusionEffect, Finding } from './finding.ts';
import { productFigures } from './hayami-figures.ts';
import type { PrintedHayamiTable } from './printed.ts';
import type { HayamiKey } from '../value-added/hayami-rows.ts';

const measures: readonly HayamiKey[] = ['valueAdded', 'valueAddedRatioPct', 'profit', 'profitRatePct'];

function order(values: readonly { readonly name: string; readonly value: number }[]): readonly string[] {
	return [...values].sort((a, b) => b.value - a.value).map((one) => one.name);
}

/** Reyne in Hubeis (1997): below 15 % low, 15 to 40 % medium, above 40 % high. */
function ratioClass(ratioPct: number): string {
	return ratioPct < 15 ? 'low' : ratioPct <= 40 ? 'medium' : 'high';
}

/** Which product leads, or for one product how its ratio is classed: as printed, and recomputed. */
export function conclusionEffects(
	table: PrintedHayamiTable,
	findings: readonly Finding[],
): readonly ConclusionEffect[] {
	const corrected = new Map(
		findings
			.filter((finding) => finding.code === 'other-inputs' && finding.verdict === 'differs')
			.filter((finding) => finding.table === table.name && finding.expected !== null)
			.map((finding) => [finding.column, finding.expected as number]),
	);
	const products = table.products.map((product) => {
		const figures = productFigures(product);
		const otherInputs = corrected.get(product.name);
		return otherInputs === undefined ? figures : figures.withInput('otherInputs', otherInputs);
	});
	return measures.flatMap((measure): ConclusionEffect[] => {
		const pairs = products.flatMap((figures) => {
			const [printed, value] = [figures.printedValue(measure), figures.chain(measure)];
			return printed === null || value === null ? [] : [{ name: figures.name, printed, value }];
		});
		if (pairs.length < products.length || pairs.length === 0) return [];
		if (pairs.length === 1) {
			const [only] = pairs;
			if (measure !== 'valueAddedRatioPct' || !only) return [];
			const [before, after] = [ratioClass(only.printed), ratioClass(only.value)];
			return [
				{
					measure: 'class',
					printedBest: before,
					recomputedBest: after,
					bestChanges: before !== after,
					orderChanges: false,
				},
			];
		}
		const before = order(pairs.map(({ name, printed }) => ({ name, value: printed })));
		const after = order(pairs.map(({ name, value }) => ({ name, value })));
		return [
			{
				measure,
				printedBest: before[0] as string,
				recomputedBest: after[0] as string,
				bestChanges: before[0] !== after[0],
				orderChanges: before.join('\n') !== after.join('\n'),
			},
		];
	});
}

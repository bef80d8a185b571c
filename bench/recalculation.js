/** One edit in a sheet of twelve products: every text read again, every row worked out again. The engine alone. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const PRODUCTS = 12;
const EDITS = 300;

/** The engine's modules as one file that Node can import. */
async function bundled(folder) {
	const entry = '\0recalculation';
	const build = await rolldown({
		input: entry,
		cwd: new URL('..', import.meta.url).pathname,
		platform: 'node',
		tsconfig: false,
		plugins: [
			{
				name: 'recalculation',
				resolveId: (id) => (id === entry ? id : null),
				load: (id) =>
					id === entry
						? "export * from '#inputs/value-added-sheet.ts'; export * from '#reports/value-added-answers.ts';"
						: null,
			},
		],
	});
	const file = join(folder, 'recalculation.mjs');
	await build.write({ file, format: 'esm' });
	await build.close();
	return import(pathToFileURL(file).href);
}

/** Prints the median time of one edit. */
export async function recalculation(folder) {
	const { emptyProduct, emptySheet, sheetToStudy, studyAnswers } = await bundled(folder);
	const product = (index, price) => ({
		...emptyProduct(),
		name: `Produk ${index + 1}`,
		cells: {
			output: '59',
			rawMaterial: '50',
			labour: '2',
			outputPrice: price,
			wage: '30.000',
			rawMaterialPrice: '1.700',
			otherInputs: '2.187,22',
		},
	});
	const times = [];
	let sum = 0;
	for (let edit = 0; edit < EDITS; edit += 1) {
		const products = Array.from({ length: PRODUCTS }, (_, index) => product(index, `${6500 + edit}`));
		const start = performance.now();
		const { study } = sheetToStudy({ ...emptySheet(), products });
		for (const { answer } of studyAnswers(study)) sum += answer.result.profit;
		times.push(performance.now() - start);
	}
	if (!(sum > 0)) throw new Error('the sheet was not computed');
	times.sort((a, b) => a - b);
	const [middle, late] = [times[EDITS / 2], times[Math.floor(EDITS * 0.99)]];
	console.log(`Recalculation of a sheet of ${PRODUCTS} products, engine only`);
	console.log(`  median ${middle.toFixed(2)} ms, slowest in a hundred ${late.toFixed(2)} ms\n`);
}

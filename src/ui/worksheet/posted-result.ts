/** What a page without a script shows below the posted form: problems with links to their fields, charts and tables. */
import { sheetInputKeys } from '#inputs/value-added-sheet.ts';
import type { Block } from '#reports/block.ts';
import { rowLabel, type Locale } from '#reports/row-label.ts';
import { tornadoBlock, waterfallBlock } from '#reports/value-added-charts.ts';
import { comparisonBlocks } from '#reports/value-added-comparison.ts';
import { breakEvenTable } from '#reports/value-added-tables.ts';
import { m } from '#words/messages.js';
import type { ComputedSheet } from './computed-sheet.ts';
import { engineProblem } from './engine-problem.ts';
import { productName } from './product-words.ts';
import { refusalText } from './reading-words.ts';

export interface PostedProblem {
	readonly text: string;
	/** The question that holds the field. */
	readonly href: string;
}

const questionOf = {
	rawMaterial: 2,
	output: 3,
	rawMaterialPrice: 4,
	labour: 5,
	wage: 6,
	outputPrice: 7,
	otherInputs: 8,
};

function questionHref(product: number, question: number): string {
	return product === 0 ? `#soal-${question}` : `#p${product + 1}-soal-${question}`;
}

/** Refused texts and refused inputs, each with the place where it can be mended. */
export function postedProblems(computed: ComputedSheet, locale: Locale): PostedProblem[] {
	const { products } = computed.sheet;
	return computed.reading.cells.flatMap((readings, index) => {
		const at = (row: string, what: string, question: number): PostedProblem => ({
			text: `${m.worksheet_doubt_at({ row, product: productName(products[index], index) }, { locale })}: ${what}`,
			href: questionHref(index, question),
		});
		const cells = sheetInputKeys.flatMap((key) =>
			readings.cells[key].status === 'refused'
				? [at(rowLabel(key, locale), refusalText(readings.cells[key].reason), questionOf[key])]
				: [],
		);
		const lines = readings.lines.flatMap((line, position) =>
			[line.quantity, line.unitPrice].flatMap((reading) =>
				reading.status === 'refused'
					? [at(products[index]?.otherInputLines[position]?.name ?? '', refusalText(reading.reason), 8)]
					: [],
			),
		);
		const answer = computed.results[index];
		const refused = answer ? engineProblem(answer, index, products, locale) : null;
		const where = questionOf[(answer?.at ?? '') as keyof typeof questionOf] ?? 8;
		return [...cells, ...lines, ...(refused ? [{ text: refused, href: questionHref(index, where) }] : [])];
	});
}

/** Charts and tables of every product that could be computed, and their comparison. */
export function postedBlocks(computed: ComputedSheet, locale: Locale): Block[] {
	const { study } = computed.reading;
	const options = { locale, source: study.source };
	const each = study.products.flatMap((product, index): Block[] => {
		const answer = computed.results[index];
		if (!answer?.result) return [];
		const tornado = tornadoBlock(product, options);
		const limits = breakEvenTable(product, locale);
		return [
			...(study.products.length > 1
				? [{ kind: 'heading', level: 2, text: productName(computed.sheet.products[index], index) } as const]
				: []),
			waterfallBlock({ product, answer }, options),
			...(tornado ? [tornado] : []),
			...(limits ? [limits] : []),
		];
	});
	return [...each, ...comparisonBlocks(study, options)];
}

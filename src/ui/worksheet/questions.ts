/** The ten questions of the phone, one idea each, in kitchen words, in the order in which a producer tells it. */
import type { SheetProduct } from '#inputs/value-added-sheet.ts';
import { m } from '#words/messages.js';
import { productWords } from './product-words.ts';

export type NumberQuestionKey =
	'rawMaterial' | 'output' | 'rawMaterialPrice' | 'labour' | 'wage' | 'outputPrice' | 'processesPerMonth';

export interface Question {
	readonly number: number;
	/** The row of the Hayami table it fills; absent for names and the month. */
	readonly row?: string;
	readonly text: string;
	readonly hint: string;
	readonly ask:
		| { readonly kind: 'product' }
		| { readonly kind: 'other-inputs' }
		| { readonly kind: 'source' }
		| {
				readonly kind: 'number';
				readonly key: NumberQuestionKey;
				readonly unit: string;
				/** Follows the value in words. */
				readonly wordUnit: string;
		  };
}

/** The number of the last question. */
export const questionCount = 10;

/** From this question on the result strip shows what the answers give so far. */
export const stripFrom = 6;

/** The questions about one product, in its own names and units. */
export function questionsFor(product: SheetProduct): readonly Question[] {
	const { product: made, material, outputUnit, rawUnit, labourUnit } = productWords(product);
	const rupiah = m.worksheet_rupiah_word();
	const number = (key: NumberQuestionKey, unit: string, wordUnit: string): Question['ask'] => ({
		kind: 'number',
		key,
		unit,
		wordUnit,
	});
	const per = (unit: string) => m.worksheet_unit_rp_per({ unit });
	const asked: readonly Omit<Question, 'number'>[] = [
		{ text: m.worksheet_ask_product(), hint: m.worksheet_ask_product_hint(), ask: { kind: 'product' } },
		{
			row: '2',
			text: m.worksheet_ask_raw({ unit: rawUnit, material }),
			hint: m.worksheet_ask_raw_hint(),
			ask: number('rawMaterial', rawUnit, rawUnit),
		},
		{
			row: '1',
			text: m.worksheet_ask_output({ unit: outputUnit, product: made }),
			hint: m.worksheet_ask_output_hint(),
			ask: number('output', outputUnit, outputUnit),
		},
		{
			row: '8',
			text: m.worksheet_ask_raw_price({ unit: rawUnit, material }),
			hint: m.worksheet_ask_raw_price_hint(),
			ask: number('rawMaterialPrice', per(rawUnit), rupiah),
		},
		{
			row: '3',
			text: m.worksheet_ask_labour(),
			hint: m.worksheet_ask_labour_hint(),
			ask: number('labour', labourUnit, labourUnit),
		},
		{
			row: '7',
			text: m.worksheet_ask_wage({ unit: labourUnit }),
			hint: m.worksheet_ask_wage_hint(),
			ask: number('wage', per(labourUnit), rupiah),
		},
		{
			row: '6',
			text: m.worksheet_ask_price({ unit: outputUnit, product: made }),
			hint: m.worksheet_ask_price_hint(),
			ask: number('outputPrice', per(outputUnit), rupiah),
		},
		{
			row: '9',
			text: m.worksheet_ask_other(),
			hint: m.worksheet_ask_other_hint(),
			ask: { kind: 'other-inputs' },
		},
		{
			text: m.worksheet_ask_processes(),
			hint: m.worksheet_ask_processes_hint(),
			ask: number('processesPerMonth', m.worksheet_unit_times(), m.worksheet_unit_times()),
		},
		{ text: m.worksheet_ask_source(), hint: m.worksheet_ask_source_hint(), ask: { kind: 'source' } },
	];
	return asked.map((question, index) => ({ ...question, number: index + 1 }));
}

/**
 * `sentra nilai-tambah hitung FILE`: the Hayami table. A paper's table (products in columns) is computed as one
 * study; a table with one product per row streams, whatever its length.
 */
import { m } from '#words/messages.js';
import { hayami } from '#methods/value-added/hayami.ts';
import { hayamiRow } from '#methods/value-added/hayami-rows.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { studyAnswers } from '#reports/value-added-answers.ts';
import type { ProductAnswer } from '#reports/value-added-answers.ts';
import { hayamiTable } from '#reports/value-added-tables.ts';
import { summarySentence } from '#reports/value-added-sentences.ts';
import { reasonText, warningText } from '#reports/warning-text.ts';
import { optionOf } from '../call.ts';
import type { Answer, Call, Source, Spoken } from '../call.ts';
import { streamCostRows } from '../cost-row-stream.ts';
import { isPeekedRows, peekSource } from '../peek-source.ts';
import { studyOf } from '../study.ts';
import { blockText } from '../table-text.ts';
import { writeWhole } from '../write-file.ts';

export const hayamiSource: Source = {
	kind: 'method',
	id: hayami.id,
	version: hayami.version,
	source: hayami.source,
};

/** Which of the two rows 13b a variant prints; without a variant both are printed, each with its name. */
const hiddenRow: Readonly<Record<string, HayamiKey>> = {
	hayami1987: 'profitOverValueAddedPct',
	sudiyono2004: 'profitRatePct',
};

/** Warnings of every product, in words, each with its product. */
export function answerWarnings(answers: readonly ProductAnswer[], call: Call): readonly Spoken[] {
	const { locale } = call.screen;
	return answers.flatMap(({ product, answer }) => [
		...(answer.status === 'ok'
			? []
			: [
					{
						code: answer.reason ?? answer.status,
						text: `${product.name}: ${reasonText(answer.reason, answer.at, locale)}`,
						product: product.name,
						at: answer.at ?? null,
					},
				]),
		...answer.warnings.map((warning) => ({
			code: warning.code,
			text: `${product.name}: ${warningText(warning, locale)}`,
			product: product.name,
			at: warning.at ?? null,
		})),
	]);
}

function jsonOf(study: { title: string; source: string }, answers: readonly ProductAnswer[]): object {
	return {
		title: study.title,
		source: study.source,
		products: answers.map(({ product, answer }) => ({
			name: product.name,
			units: {
				rawMaterial: product.rawMaterialUnit,
				output: product.outputUnit,
				labour: product.labourUnit,
			},
			input: product.input,
			status: answer.status,
			...(answer.reason ? { reason: answer.reason } : {}),
			...(answer.at ? { at: answer.at } : {}),
			result: answer.result,
			steps: answer.steps,
		})),
	};
}

async function computeStudy(typed: Parameters<typeof studyOf>[0], call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const { study, sources, warnings } = await studyOf(typed, call);
	const answers = studyAnswers(study);
	const exit = answers.every(({ answer }) => answer.status === 'ok') ? 0 : 4;
	const told = [...warnings, ...answerWarnings(answers, call)];
	const hidden = hiddenRow[optionOf(call, 'variant') ?? ''];
	const table = hayamiTable(study, locale, answers);
	const symbol = hidden === undefined ? undefined : formulaCell(hidden);
	const shown =
		symbol === undefined
			? table
			: { ...table, rows: table.rows.filter((row) => row.cells[3]?.text !== symbol) };
	const sentences = answers.map((worked) =>
		[
			study.products.length > 1 ? `${worked.product.name}: ` : '',
			summarySentence(worked.product, worked.answer, locale),
		].join(''),
	);
	const json = jsonOf(study, answers);
	const lines = answers
		.map(({ product, answer }) => JSON.stringify({ name: product.name, ...answer.result }))
		.join('\n');
	const text = call.jsonl
		? lines
		: blockText(shown, call.screen) + (call.screen.table ? `\n${sentences.join('\n')}\n` : '');
	const notes = told.map((warning) => `${m.cli_note({}, { locale })}: ${warning.text}`);
	const target = optionOf(call, 'to');
	const answer = { exit, result: json, warnings: told, sources: [hayamiSource, ...sources] };
	if (target === undefined) return { ...answer, text, notes };
	const { writeStudy } = await import('../study-file.ts');
	await (/\.jsonl$/i.test(target) ? writeWhole(target, `${lines}\n`, call) : writeStudy(study, target, call));
	return { ...answer, notes: [...notes, m.cli_written({ file: target }, { locale })] };
}

const formulaCell = (key: HayamiKey): string => {
	const { symbol, formula } = hayamiRow(key);
	return `${symbol} = ${formula.replaceAll(' / ', ' ÷ ')}`;
};

export async function run(call: Call): Promise<Answer> {
	const typed = call.words[0] as string;
	const peeked = await peekSource(typed);
	return isPeekedRows(peeked) ? streamCostRows(peeked, call) : computeStudy(peeked, call);
}

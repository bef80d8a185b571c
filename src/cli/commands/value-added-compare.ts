/** `sentra nilai-tambah banding FILE...`: several products on several measures; which leads depends on the measure. */
import { m } from '#words/messages.js';
import { comparisonMeasures, valueAddedComparison } from '#methods/value-added/comparison.ts';
import type { ComparisonMeasure } from '#methods/value-added/comparison.ts';
import { comparisonSentence, measureLabel } from '#reports/value-added-comparison.ts';
import { reasonText, warningText } from '#reports/warning-text.ts';
import { Failure, optionOf } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { nearestWord } from '../nearest.ts';
import { studyOf } from '../study.ts';
import { tableText } from '../table-text.ts';

const names = comparisonMeasures.map(({ measure }) => measure);

function measureOf(call: Call): ComparisonMeasure {
	const typed = optionOf(call, 'measure');
	if (typed === undefined) return 'valueAdded';
	const { locale } = call.screen;
	const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
	const found = names.find((name) =>
		[name, measureLabel(name, 'id'), measureLabel(name, 'en')].some((word) => plain(word) === plain(typed)),
	);
	if (found) return found;
	const near = nearestWord(typed, names);
	const listed = names.map((name) => `${name} (${measureLabel(name, locale)})`).join(', ');
	throw new Failure([
		{ code: 'USAGE_MEASURE_UNKNOWN', params: { typed, names: listed, ...(near ? { near } : {}) } },
	]);
}

export async function run(call: Call): Promise<Answer> {
	const { locale, table } = call.screen;
	const measure = measureOf(call);
	if (call.words.filter((word) => word === '-').length > 1)
		throw new Failure([{ code: 'USAGE_STDIN_TWICE' }]);
	const studies = [];
	for (const typed of call.words) studies.push(await studyOf(typed, call));
	const [first] = studies;
	const products = studies.flatMap(({ study }) => study.products);
	const answer = valueAddedComparison.compute({
		products: products.map(({ name, input, labourUnit, processesPerMonth }) => ({
			name,
			input,
			labourUnit,
			processesPerMonth,
		})),
	});
	const warnings = [
		...studies.flatMap((each) => each.warnings),
		...answer.warnings.map((warning) => ({
			code: warning.code,
			text: warningText(warning, locale),
			at: warning.at ?? null,
		})),
	];
	const sources = [
		{
			kind: 'method' as const,
			id: valueAddedComparison.id,
			version: valueAddedComparison.version,
			source: valueAddedComparison.source,
		},
		...studies.flatMap((each) => each.sources),
	];
	const notes = warnings.map((warning) => `${m.cli_note({}, { locale })}: ${warning.text}`);
	const { result } = answer;
	if (result === null) {
		const code = answer.reason ?? 'MISSING_INPUT';
		notes.push(reasonText(code, answer.at, locale));
		return { exit: 4, result: null, warnings, sources, notes };
	}
	const rows = [...result.rows].sort(
		(left, right) => (left.ranks[measure] ?? Infinity) - (right.ranks[measure] ?? Infinity),
	);
	const text = tableText(
		[
			{ label: m.cli_column_name({}, { locale }), align: 'left' },
			...names.map((name) => ({ label: measureLabel(name, locale), align: 'right' as const })),
		],
		rows.map((row) => ({
			cells: [row.name, ...names.map((name) => ({ value: row.values[name], decimals: 2 }))],
		})),
		call.screen,
	);
	const target = optionOf(call, 'to');
	if (target !== undefined && first) {
		const { writeStudy } = await import('../study-file.ts');
		await writeStudy({ ...first.study, products }, target, call, { measure });
		notes.push(m.cli_written({ file: target }, { locale }));
		return { exit: 0, result, warnings, sources, notes };
	}
	const sentence = table && products.length > 1 ? `\n${comparisonSentence(result, measure, locale)}\n` : '';
	return { exit: 0, result: { measure, ...result }, warnings, sources, text: text + sentence, notes };
}

/** A flow sheet as a report: how much is used and what does not add up, the drawing, the balance, batches, piecework. */
import type { FlowContent } from '#inputs/flow-content.ts';
import type { FlowProblem } from '#inputs/flow-amounts.ts';
import { flowStudy, type StudyMaterial } from '#inputs/flow-study.ts';
import { materialBalance } from '#methods/programme/material-balance.ts';
import { materialFlow, type MaterialLine } from '#methods/programme/material-flow.ts';
import { serviceCapacity } from '#methods/programme/service-capacity.ts';
import { m } from '#words/messages.js';
import type { Block, Report } from './block.ts';
import { flowChart } from './flow-chart.ts';
import { flowQuestions } from './flow-questions.ts';
import { balanceTable, batchTable, countedBatches, serviceTable } from './flow-tables.ts';
import {
	amountText,
	eachText,
	inSentence,
	isLeft,
	materialName,
	materialOf,
	rangeText,
	rupiahRange,
	type FlowTelling,
} from './flow-words.ts';
import type { Locale } from './row-label.ts';

/** What happens to one material, in one sentence; empty while nothing that comes in was weighed. */
function lineSentence(line: MaterialLine, material: StudyMaterial, locale: Locale): string {
	if (line.incoming === null || line.rest === null) return '';
	const name = materialName(material, locale);
	const words = {
		amount: amountText(line.incoming, material, locale),
		out: amountText(line.outgoing, material, locale),
		rest: amountText([Math.max(0, line.rest[0]), Math.max(0, line.rest[1])], material, locale),
		material: inSentence(name),
		each: eachText(material, locale),
	};
	if (line.short === 'always') return m.flow_sentence_short(words, { locale });
	if (line.short === 'maybe') return m.flow_sentence_maybe({ ...words, material: name }, { locale });
	if (!isLeft(line)) return m.flow_sentence_used(words, { locale });
	const nothing = line.outgoing[1] === 0;
	if (line.unknownOut > 0)
		return nothing ? m.flow_sentence_unknown(words, { locale }) : m.flow_sentence_partly(words, { locale });
	return nothing ? m.flow_sentence_all_unused(words, { locale }) : m.flow_sentence_unused(words, { locale });
}

function problemText(problem: FlowProblem, locale: Locale): string {
	const { code, table, name, text = '', otherText = '' } = problem;
	const row = problem.row + 1;
	const bare = {
		streams: () => m.flow_row_streams({ row }, { locale }),
		processes: () => m.flow_row_processes({ row }, { locale }),
		uses: () => m.flow_row_uses({ row }, { locale }),
		batches: () => m.flow_row_batches({ row }, { locale }),
		service: () => m.flow_row_service({}, { locale }),
		days: () => m.flow_days_label({}, { locale }),
	}[table]();
	const place = name ? m.flow_row_named({ place: bare, name }, { locale }) : bare;
	return {
		refused: () => m.flow_problem_refused({ place, text }, { locale }),
		negative: () => m.flow_problem_negative({ place, text }, { locale }),
		'low-above-high': () => m.flow_problem_low_above_high({ place, text, otherText }, { locale }),
		unit: () => m.flow_problem_unit({ place, text, otherText }, { locale }),
		days: () => m.flow_problem_days({ place }, { locale }),
		gone: () => m.flow_problem_gone({ place, text }, { locale }),
		itself: () => m.flow_problem_itself({ place }, { locale }),
	}[code]();
}

function batchBlocks(telling: FlowTelling): Block[] {
	const { locale, study } = telling;
	if (study.batches.length === 0) return [];
	const counted = countedBatches(telling);
	const heading: Block = { kind: 'heading', level: 1, text: m.flow_batches_title({}, { locale }) };
	const [first] = counted;
	const material = first && materialOf(telling, first.batch.material);
	if (!first || !material) return [heading, { kind: 'paragraph', text: m.flow_batches_none({}, { locale }) }];
	const each = eachText(material, locale);
	const sentence = m.flow_batches_sentence(
		{
			material: inSentence(materialName(material, locale)),
			batches: rangeText(first.batches, locale),
			product: inSentence(first.batch.product),
			each,
		},
		{ locale },
	);
	const income = first.income
		? ` ${m.flow_batches_income({ income: rupiahRange(first.income, locale), each }, { locale })}`
		: '';
	return [heading, { kind: 'paragraph', text: `${sentence}${income}` }, batchTable(counted, telling)];
}

function serviceBlocks({ study, content, locale }: FlowTelling): Block[] {
	if (study.service === null) return [];
	const name = content.service.name.trim();
	const heading: Block = {
		kind: 'heading',
		level: 1,
		text: name ? m.flow_service_title({ name }, { locale }) : m.flow_service_title_plain({}, { locale }),
	};
	const { result, warnings } = serviceCapacity.compute(study.service);
	if (!result) return [heading, { kind: 'note', text: m.flow_service_problem({}, { locale }) }];
	const warned = warnings.map(({ code }) =>
		code === 'HOURS_ABOVE_DAY' ? m.flow_service_long({}, { locale }) : m.flow_service_loss({}, { locale }),
	);
	return [
		heading,
		{
			kind: 'paragraph',
			text: m.flow_service_sentence(
				{ share: rupiahRange(result.sharePerMember, locale), items: rangeText(result.itemsPerDay, locale) },
				{ locale },
			),
		},
		...warned.map((text): Block => ({ kind: 'note', text })),
		serviceTable(result, locale),
	];
}

/** The line that a reader must hear first: what cannot be, then the first material that was weighed. */
function mainLine(lines: readonly MaterialLine[]): MaterialLine | undefined {
	return (
		lines.find(({ short }) => short === 'always') ??
		lines.find(({ short }) => short === 'maybe') ??
		lines.find(({ incoming }) => incoming !== null)
	);
}

/** The report; null while no material is named and no piecework can be worked out. */
export function flowReport(
	content: FlowContent,
	{ locale }: { readonly locale: Locale; readonly date?: string },
): Report | null {
	const study = flowStudy(content);
	if (study.materials.length === 0 && study.service === null) return null;
	const flow = materialFlow(study.flow);
	const telling: FlowTelling = { content, study, flow, locale };
	const processName = (index: number) => {
		const made = materialOf(telling, study.processes[index]?.to ?? '');
		return made ? materialName(made, locale) : '';
	};
	const problems = [
		...study.problems.map((problem) => problemText(problem, locale)),
		...(flow.circleAt === null
			? []
			: [m.flow_problem_circle({ product: processName(flow.circleAt) }, { locale })]),
		...flow.dryingAddsMass.map((index) => m.flow_problem_drying({ product: processName(index) }, { locale })),
	];
	const blocks: Block[] = [];
	const said = (line: MaterialLine) => {
		const material = materialOf(telling, line.material);
		return material ? lineSentence(line, material, locale) : '';
	};
	const main = mainLine(flow.lines);
	const sentence = main ? said(main) : '';
	if (sentence) {
		const others = flow.lines
			.filter((line) => line !== main)
			.map(said)
			.filter(Boolean);
		blocks.push({
			kind: 'sentence',
			text: sentence,
			...(others.length > 0 ? { condition: others.join(' ') } : {}),
		});
	} else if (study.materials.length > 0 && flow.circleAt === null)
		blocks.push({ kind: 'sentence', text: m.flow_sentence_no_amount({}, { locale }) });
	if (problems.length > 0)
		blocks.push(
			{ kind: 'heading', level: 2, text: m.flow_short_title({}, { locale }) },
			{ kind: 'list', ordered: false, items: problems },
		);
	if (flow.lines.length > 0) {
		const table = balanceTable(telling);
		const chart = flowChart(telling, sentence || m.flow_sentence_no_amount({}, { locale }), table);
		if (chart) blocks.push(chart);
		blocks.push(table);
	}
	const questions = flow.circleAt === null ? flowQuestions(telling) : [];
	if (questions.length > 0)
		blocks.push(
			{ kind: 'heading', level: 1, text: m.flow_questions_title({}, { locale }) },
			{ kind: 'list', ordered: false, items: questions },
		);
	if (flow.circleAt === null) blocks.push(...batchBlocks(telling));
	blocks.push(...serviceBlocks(telling));
	return {
		title: content.title.trim() || m.flow_untitled({}, { locale }),
		locale,
		blocks,
		sources: [
			...(study.materials.length > 0
				? [{ id: materialBalance.id, version: materialBalance.version, source: materialBalance.source }]
				: []),
			...(study.service
				? [{ id: serviceCapacity.id, version: serviceCapacity.version, source: serviceCapacity.source }]
				: []),
		],
	};
}

/** The questionnaire on paper: one table a question, empty where a person writes, by the way the sheet weighs. */
import type { DecisionContent, Weighing } from '#inputs/decision-content.ts';
import { pairsOf, siblingSets, type SiblingSet } from '#inputs/decision-siblings.ts';
import { tradeOffPairs } from '#inputs/decision-weight-edits.ts';
import { m } from '#words/messages.js';
import type { Block, Report, TableBlock } from './block.ts';
import { textCell } from './figure-text.ts';
import type { Locale } from './row-label.ts';

const blank = '          ';
const saaty = '9  7  5  3  1  3  5  7  9';

type Column = TableBlock['columns'][number];
const column = (label: string, align: 'left' | 'right' = 'left'): Column => ({ label, align });

interface Form {
	readonly about: string;
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly string[])[];
}

function formOf(way: Weighing, { members }: SiblingSet, locale: Locale): Form {
	const names = members.map(({ name }) => name.trim());
	const nameOf = (id: string) => members.find((one) => one.id === id)?.name.trim() ?? '';
	const ids = members.map(({ id }) => id);
	const criterion = column(m.decision_criterion({}, { locale }));
	if (way === 'pairs')
		return {
			about: m.decision_form_pairs({}, { locale }),
			columns: [criterion, column(''), criterion],
			rows: pairsOf(ids).map(([one, other]) => [nameOf(one), saaty, nameOf(other)]),
		};
	if (way === 'trade-off')
		return {
			about: m.decision_form_trade_off({}, { locale }),
			columns: [criterion, column(m.decision_form_steps_column({}, { locale })), criterion],
			rows: tradeOffPairs(ids).map(([one, other]) => [nameOf(one), blank, nameOf(other)]),
		};
	if (way === 'best-worst')
		return {
			about: m.decision_form_best_worst({}, { locale }),
			columns: [
				criterion,
				column(m.decision_form_mark({}, { locale })),
				column(m.decision_form_best_to({}, { locale })),
				column(m.decision_form_to_worst({}, { locale })),
			],
			rows: names.map((name) => [name, blank, blank, blank]),
		};
	const ordered = way === 'order';
	return {
		about: ordered ? m.decision_form_order({}, { locale }) : m.decision_form_points({}, { locale }),
		columns: [
			criterion,
			column(
				ordered
					? m.decision_form_order_column({}, { locale })
					: m.decision_form_points_column({}, { locale }),
			),
		],
		rows: names.map((name) => [name, blank]),
	};
}

function table(id: string, caption: string, form: Pick<Form, 'columns' | 'rows'>): TableBlock {
	return {
		kind: 'table',
		id,
		caption,
		columns: form.columns,
		rows: form.rows.map((texts) => ({ cells: texts.map((text) => textCell(text)) })),
	};
}

/** The form of a sheet; a sheet of one criterion asks for no weights, one without alternatives for no figures. */
export function decisionForm(content: DecisionContent, { locale }: { readonly locale: Locale }): Report {
	const title = content.title.trim() || m.web_decision({}, { locale });
	const grouped = content.groups.length > 0;
	const sets = siblingSets(content).filter(({ members }) => members.length > 1);
	const weights = sets.flatMap((set, index): Block[] => {
		const group = content.groups.find(({ id }) => id === set.parent)?.name.trim();
		const caption = group
			? m.decision_weights_inside({ group }, { locale })
			: grouped
				? m.decision_weights_upper({}, { locale })
				: m.decision_weights_all({}, { locale });
		const form = formOf(content.weighing, set, locale);
		return [
			...(index === 0 ? [{ kind: 'paragraph' as const, text: form.about }] : []),
			table(`weights-${set.parent || 'upper'}`, caption, form),
		];
	});
	const named = content.alternatives.filter(({ name }) => name.trim() !== '');
	const figures: Block[] =
		named.length === 0 || content.criteria.length === 0
			? []
			: [
					{ kind: 'heading', level: 2, text: m.decision_form_data({}, { locale }) },
					table('figures', m.decision_form_data({}, { locale }), {
						columns: [
							column(m.decision_criterion({}, { locale })),
							...named.map(({ name }) => column(name.trim())),
						],
						rows: content.criteria.map(({ name, unit }) => [
							unit.trim() ? `${name.trim()} (${unit.trim()})` : name.trim(),
							...named.map(() => blank),
						]),
					}),
				];
	return {
		title: m.decision_form_title({ title }, { locale }),
		locale,
		blocks: [
			{ kind: 'paragraph', text: m.decision_form_about({}, { locale }) },
			{ kind: 'paragraph', text: m.decision_form_person({}, { locale }) },
			...(weights.length > 0
				? [{ kind: 'heading' as const, level: 2 as const, text: m.decision_step_weights({}, { locale }) }]
				: []),
			...weights,
			...figures,
		],
		sources: [],
	};
}

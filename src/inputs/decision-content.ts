/**
 * What a decision sheet holds: alternatives, criteria in groups, the data of every respondent, the ways their weights
 * were found, and the decision that was taken. Texts as typed; a number is read when it is used.
 */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

export const directions = ['benefit', 'cost'] as const;
export const weighings = ['points', 'order', 'pairs', 'best-worst', 'trade-off', 'direct'] as const;
export type Weighing = (typeof weighings)[number];
/** `transform-first`: an index per respondent, then the mean; `ratings-first`: the mean rating, then the index. */
export const respondentOrders = ['transform-first', 'ratings-first'] as const;
/** `raw`: figures or scores; `index`: indices that were already made (a printed table of CPI), to be weighted as they are. */
export const cellKinds = ['raw', 'index'] as const;

export interface DecisionAlternative {
	/** Never reused; names may change. */
	readonly id: string;
	readonly name: string;
	readonly note: string;
}

export interface DecisionGroup {
	readonly id: string;
	readonly name: string;
}

export interface DecisionCriterion {
	readonly id: string;
	readonly name: string;
	/** Empty when the criterion stands alone. */
	readonly group: string;
	readonly direction: (typeof directions)[number];
	readonly unit: string;
}

/** One person's answers to "how important?", as typed; only the way in use is read. */
export interface DecisionWeights {
	/** `points` and `direct`: by criterion or group id. Siblings that are all empty count alike. */
	readonly numbers: Readonly<Record<string, string>>;
	/** `order`: ids of the siblings, the most important first. */
	readonly order: readonly string[];
	/** `pairs`: `idA>idB` to Saaty's scale as text: `3`, `1/3`. */
	readonly pairs: Readonly<Record<string, string>>;
	/** `best-worst`: by parent (`` for the groups): the chosen two and the comparisons. */
	readonly bestWorst: Readonly<
		Record<
			string,
			{
				readonly best: string;
				readonly worst: string;
				readonly bestToOthers: Readonly<Record<string, string>>;
				readonly othersToWorst: Readonly<Record<string, string>>;
			}
		>
	>;
	/** `trade-off`: `idA>idB` to how many steps of B are worth one whole step of A. */
	readonly tradeOffs: Readonly<Record<string, string>>;
}

export interface DecisionRespondent {
	readonly id: string;
	readonly name: string;
	/** Weight of this voice, as typed; 1 unless changed. */
	readonly voice: string;
	/** By `alternativeId|criterionId`. */
	readonly cells: Readonly<Record<string, string>>;
	readonly weights: DecisionWeights;
}

/** The decision as it was taken; the snapshot is the sheet's content without this. */
export interface DecisionTaken {
	readonly chosen: string;
	readonly reason: string;
	readonly dissent: string;
	readonly date: string;
	readonly people: string;
	/** Ranks and weights as text, for the record. */
	readonly snapshot: string;
	/** Of everything the ranks were made from (`contentMark`); empty while the decision is still being written. */
	readonly mark: string;
}

export interface DecisionContent {
	readonly title: string;
	readonly alternatives: readonly DecisionAlternative[];
	readonly groups: readonly DecisionGroup[];
	readonly criteria: readonly DecisionCriterion[];
	/** At least one: the sheet itself speaks for everybody until more are added. */
	readonly respondents: readonly DecisionRespondent[];
	readonly weighing: Weighing;
	readonly respondentOrder: (typeof respondentOrders)[number];
	readonly cellKind: (typeof cellKinds)[number];
	/** Reference of the CPI: the column minimum (standard) or the first alternative. */
	readonly cpiReference: 'min' | 'first';
	readonly taken: DecisionTaken | null;
	/** Names this sheet in the questionnaires sent from it; empty until the first is sent. */
	readonly code: string;
	/** In the sheet of a person who answers a questionnaire: the code of the sheet it came from. Empty elsewhere. */
	readonly answering: string;
}

export const mostAlternatives = 60;
export const mostCriteria = 40;
export const mostRespondents = 60;
export const mostGroups = 12;
const mostEntries = 2_400;

export const noWeights: DecisionWeights = {
	numbers: {},
	order: [],
	pairs: {},
	bestWorst: {},
	tradeOffs: {},
};

/** A respondent with nothing answered. */
export function newRespondent(id: string): DecisionRespondent {
	return { id, name: '', voice: '', cells: {}, weights: noWeights };
}

function textsFrom(value: unknown): Record<string, string> {
	return Object.fromEntries(
		Object.entries(recordFrom(value))
			.slice(0, mostEntries)
			.map(([key, text]) => [key.slice(0, 80), textFrom(text)]),
	);
}

const idFrom = (value: unknown) => textFrom(value, 40);

function weightsFrom(value: unknown): DecisionWeights {
	const from = recordFrom(value);
	return {
		numbers: textsFrom(from.numbers),
		order: listFrom(from.order, mostCriteria + mostGroups, idFrom),
		pairs: textsFrom(from.pairs),
		bestWorst: Object.fromEntries(
			Object.entries(recordFrom(from.bestWorst))
				.slice(0, mostGroups + 1)
				.map(([parent, entry]) => {
					const one = recordFrom(entry);
					return [
						parent.slice(0, 40),
						{
							best: idFrom(one.best),
							worst: idFrom(one.worst),
							bestToOthers: textsFrom(one.bestToOthers),
							othersToWorst: textsFrom(one.othersToWorst),
						},
					];
				}),
		),
		tradeOffs: textsFrom(from.tradeOffs),
	};
}

function takenFrom(value: unknown): DecisionTaken | null {
	if (value === null || value === undefined) return null;
	const from = recordFrom(value);
	return {
		chosen: idFrom(from.chosen),
		reason: textFrom(from.reason, 2000),
		dissent: textFrom(from.dissent, 2000),
		date: textFrom(from.date, 20),
		people: textFrom(from.people, 1000),
		snapshot: textFrom(from.snapshot, 20_000),
		mark: textFrom(from.mark, 40),
	};
}

export const decisionContent: ToolContent<DecisionContent> = {
	tool: 'decision',
	version: 1,
	empty: () => ({
		title: '',
		alternatives: [],
		groups: [],
		criteria: [],
		respondents: [newRespondent('r1')],
		weighing: 'points',
		respondentOrder: 'transform-first',
		cellKind: 'raw',
		cpiReference: 'min',
		taken: null,
		code: '',
		answering: '',
	}),
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.alternatives) || !Array.isArray(from.criteria)) return null;
		const respondents = listFrom(from.respondents, mostRespondents, (entry) => {
			const one = recordFrom(entry);
			return {
				id: idFrom(one.id),
				name: textFrom(one.name),
				voice: textFrom(one.voice, 20),
				cells: textsFrom(one.cells),
				weights: weightsFrom(one.weights),
			};
		});
		return {
			title: textFrom(from.title),
			alternatives: listFrom(from.alternatives, mostAlternatives, (entry) => {
				const one = recordFrom(entry);
				return { id: idFrom(one.id), name: textFrom(one.name), note: textFrom(one.note, 500) };
			}),
			groups: listFrom(from.groups, mostGroups, (entry) => {
				const one = recordFrom(entry);
				return { id: idFrom(one.id), name: textFrom(one.name) };
			}),
			criteria: listFrom(from.criteria, mostCriteria, (entry) => {
				const one = recordFrom(entry);
				return {
					id: idFrom(one.id),
					name: textFrom(one.name),
					group: idFrom(one.group),
					direction: choiceFrom(one.direction, directions, 'benefit'),
					unit: textFrom(one.unit, 40),
				};
			}),
			respondents: respondents.length > 0 ? respondents : [newRespondent('r1')],
			weighing: choiceFrom(from.weighing, weighings, 'points'),
			respondentOrder: choiceFrom(from.respondentOrder, respondentOrders, 'transform-first'),
			cellKind: choiceFrom(from.cellKind, cellKinds, 'raw'),
			cpiReference: choiceFrom(from.cpiReference, ['min', 'first'], 'min'),
			taken: takenFrom(from.taken),
			code: idFrom(from.code),
			answering: idFrom(from.answering),
		};
	},
	title: ({ title }) => title.trim(),
	blank: ({ title, alternatives, criteria, groups }) =>
		[title, ...[...alternatives, ...criteria, ...groups].map(({ name }) => name)].every(
			(text) => text.trim() === '',
		),
};

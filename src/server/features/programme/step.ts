/** The six steps of a programme, each with a state that follows from what is on record. */

export const steps = ['map', 'choose', 'run', 'share', 'measure', 'report'] as const;
export type Step = (typeof steps)[number];

/** Kosong, berjalan, cukup, perlu dicek. */
export type StepState = 'empty' | 'running' | 'enough' | 'to-check';

/** How many records of each kind a programme has, as far as the person who asks sees them. */
export interface RecordCounts {
	readonly groups: number;
	readonly enterprises: number;
	readonly streams: number;
	readonly agreements: number;
	readonly findings: number;
	readonly permits: number;
	/** Permits that ended. */
	readonly permitsEnded: number;
	/** Studies by the tool they are made with. */
	readonly studies: Readonly<Partial<Record<string, number>>>;
	readonly published: number;
	/** Publications whose study has a newer version. */
	readonly publishedBehind: number;
}

interface StepRule {
	/** Groups of records that the step asks for. */
	readonly needs: (counts: RecordCounts) => readonly number[];
	/** Records that somebody should look at again. */
	readonly toCheck: (counts: RecordCounts) => number;
}

const studiesOf = ({ studies }: RecordCounts, ...tools: readonly string[]): number =>
	tools.reduce((sum, tool) => sum + (studies[tool] ?? 0), 0);

/**
 * One rule for all steps: `to-check` while a record of it should be looked at again; `empty` without any record;
 * `enough` when every group that it asks for has a record; `running` in between. What a step asks for:
 *
 * map      a group or an enterprise; a stream, or a study of flow, tree or region; a problem or potential.
 * choose   a study of value added; a study of a decision.
 * run      an agreement; a permit. To check: permits that ended. Visits, production and budgets have no records yet, so
 *          nothing is said of them.
 * share    a study of a division or of eligibility. There is no cash book yet.
 * measure  a study of livelihoods; a codebook of interviews. There are no indicators followed over time yet.
 * report   a published study. To check: studies that went on after their publication. There are no reports of several
 *          studies yet.
 */
const rules: Readonly<Record<Step, StepRule>> = {
	map: {
		needs: (counts) => [
			counts.groups + counts.enterprises,
			counts.streams + studiesOf(counts, 'flow', 'tree', 'region'),
			counts.findings,
		],
		toCheck: () => 0,
	},
	choose: {
		needs: (counts) => [studiesOf(counts, 'value-added'), studiesOf(counts, 'decision')],
		toCheck: () => 0,
	},
	run: {
		needs: (counts) => [counts.agreements, counts.permits],
		toCheck: (counts) => counts.permitsEnded,
	},
	share: { needs: (counts) => [studiesOf(counts, 'sharing', 'eligibility')], toCheck: () => 0 },
	measure: {
		needs: (counts) => [studiesOf(counts, 'livelihood'), studiesOf(counts, 'codebook')],
		toCheck: () => 0,
	},
	report: { needs: (counts) => [counts.published], toCheck: (counts) => counts.publishedBehind },
};

export interface StepCard {
	readonly step: Step;
	readonly state: StepState;
	/** Records of the step. */
	readonly records: number;
	/** Of them, to be looked at again. */
	readonly toCheck: number;
}

/** The state of every step, in order. */
export function stepCards(counts: RecordCounts): StepCard[] {
	return steps.map((step) => {
		const { needs, toCheck } = rules[step];
		const parts = needs(counts);
		const records = parts.reduce((sum, part) => sum + part, 0);
		const open = toCheck(counts);
		const state =
			open > 0
				? 'to-check'
				: records === 0
					? 'empty'
					: parts.every((part) => part > 0)
						? 'enough'
						: 'running';
		return { step, state, records, toCheck: open };
	});
}

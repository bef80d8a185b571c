/** What waits, in words, and the list where it stands. */
import type { Task, TaskKind } from '#server/features/home/queries.ts';
import { m } from '#words/messages.js';
import { countedWords } from './counted-words.ts';

interface TaskWords {
	readonly one: () => string;
	readonly many: (inputs: { count: string }) => string;
	/** Below the programme's address. */
	readonly path: string;
	/** Something ends; else something is to be looked at. */
	readonly due: boolean;
}

const words: Readonly<Record<TaskKind, TaskWords>> = {
	'permits-expired': {
		one: m.team_pages_one_permits_expired,
		many: m.home_permits_expired,
		path: 'petakan/usaha?dekat=expired#izin',
		due: true,
	},
	'permits-within-7': {
		one: m.team_pages_one_permits_7,
		many: m.home_permits_7,
		path: 'petakan/usaha?dekat=within-7#izin',
		due: true,
	},
	'permits-within-30': {
		one: m.team_pages_one_permits_30,
		many: m.home_permits_30,
		path: 'petakan/usaha?dekat=within-30#izin',
		due: true,
	},
	'permits-within-90': {
		one: m.team_pages_one_permits_90,
		many: m.home_permits_90,
		path: 'petakan/usaha?dekat=within-90#izin',
		due: true,
	},
	'agreements-ending': {
		one: m.team_pages_one_agreements_ending,
		many: m.home_agreements_ending,
		path: 'petakan/aliran#kesepakatan',
		due: true,
	},
	'people-without-consent': {
		one: m.team_pages_one_without_consent,
		many: m.home_without_consent,
		path: 'petakan/orang?tanpa=persetujuan',
		due: false,
	},
	doubles: {
		one: m.team_pages_one_doubles,
		many: m.home_doubles,
		path: 'petakan/orang/ganda',
		due: false,
	},
	'people-to-forget': {
		one: m.team_pages_one_to_forget,
		many: m.team_pages_to_forget,
		path: 'petakan/orang/permintaan',
		due: true,
	},
	'streams-unweighed': {
		one: m.team_pages_one_unweighed,
		many: m.home_unweighed,
		path: 'petakan/aliran',
		due: false,
	},
	'problems-open': {
		one: m.team_pages_one_problems,
		many: m.home_problems,
		path: 'petakan/temuan',
		due: false,
	},
	'published-behind': {
		one: m.team_pages_one_behind,
		many: m.home_behind,
		path: 'kajian',
		due: false,
	},
};

export interface SaidTask {
	readonly words: string;
	/** Without language. */
	readonly path: string;
	readonly programme: string;
	readonly count: number;
}

type Places = Readonly<Record<string, { readonly slug: string; readonly name: string }>>;

/** The tasks of one card, with the lists they lead to; those of programmes that are not seen are left out. */
export const saidTasks = (tasks: readonly Task[], places: Places, due: boolean): SaidTask[] =>
	tasks.flatMap(({ kind, count, programmeId }) => {
		const place = places[programmeId];
		const { one, many, path, due: ends } = words[kind];
		if (place === undefined || ends !== due) return [];
		return [
			{
				words: countedWords(count, one, many),
				path: `/p/${place.slug}/${path}`,
				programme: place.name,
				count,
			},
		];
	});

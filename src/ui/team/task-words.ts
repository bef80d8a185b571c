/** What waits, in words, and the list where it stands. */
import type { Task, TaskKind } from '#server/features/home/queries.ts';
import { m } from '#words/messages.js';

interface TaskWords {
	readonly said: (count: number) => string;
	/** Below the programme's address. */
	readonly path: string;
	/** Something ends; else something is to be looked at. */
	readonly due: boolean;
}

const words: Readonly<Record<TaskKind, TaskWords>> = {
	'permits-expired': {
		said: (count) => m.home_permits_expired({ count }),
		path: 'petakan/usaha#izin',
		due: true,
	},
	'permits-within-7': { said: (count) => m.home_permits_7({ count }), path: 'petakan/usaha#izin', due: true },
	'permits-within-30': {
		said: (count) => m.home_permits_30({ count }),
		path: 'petakan/usaha#izin',
		due: true,
	},
	'permits-within-90': {
		said: (count) => m.home_permits_90({ count }),
		path: 'petakan/usaha#izin',
		due: true,
	},
	'agreements-ending': {
		said: (count) => m.home_agreements_ending({ count }),
		path: 'petakan/aliran#kesepakatan',
		due: true,
	},
	'people-without-consent': {
		said: (count) => m.home_without_consent({ count }),
		path: 'petakan/orang?tanpa=persetujuan',
		due: false,
	},
	doubles: { said: (count) => m.home_doubles({ count }), path: 'petakan/orang/ganda', due: false },
	'people-to-forget': {
		said: (count) => m.forget_task({ count }),
		path: 'petakan/orang/permintaan',
		due: true,
	},
	'streams-unweighed': { said: (count) => m.home_unweighed({ count }), path: 'petakan/aliran', due: false },
	'problems-open': { said: (count) => m.home_problems({ count }), path: 'petakan/temuan', due: false },
	'published-behind': { said: (count) => m.home_behind({ count }), path: 'kajian', due: false },
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
		const { said, path, due: ends } = words[kind];
		if (place === undefined || ends !== due) return [];
		return [{ words: said(count), path: `/p/${place.slug}/${path}`, programme: place.name, count }];
	});

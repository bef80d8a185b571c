/**
 * What a record names already stays to be chosen in its form, also when it is offered to nobody any more: a village that the
 * programme has left, an enterprise that has closed, an actor whom this person does not see. Without it the browser takes
 * another one, and saving any field would give the record away without a word.
 */
import type { ListedParty } from '#server/features/party/queries.ts';
import { m } from '#words/messages.js';

export interface Choice {
	readonly value: string;
	readonly label: string;
}

/** The choices of a form, with the record's own when they lack it. */
export const withOwn = (offered: readonly Choice[], own: Choice | null): readonly Choice[] =>
	own === null || offered.some(({ value }) => value === own.value) ? offered : [...offered, own];

interface Placed {
	readonly villageCode: string | null;
	readonly villageName: string | null;
}

/** Villages of the programme, and the record's own. */
export const withVillage = (villages: readonly Choice[], record: Placed | null): readonly Choice[] => {
	const code = record?.villageCode ?? null;
	return withOwn(villages, code === null ? null : { value: code, label: record?.villageName ?? code });
};

function sideChoices(
	parties: readonly ListedParty[],
	valueOf: (one: ListedParty) => string,
	own: readonly (string | null)[],
): Choice[] {
	const offered = parties
		.filter((one) => !one.ended || own.includes(valueOf(one)))
		.map((one) => ({
			value: valueOf(one),
			label: one.ended ? m.mapping_choice_ended({ name: one.name }) : one.name,
		}));
	const unseen = own
		.filter((value) => value !== null)
		.filter((value) => parties.every((one) => valueOf(one) !== value))
		.map((value) => ({ value, label: m.mapping_stream_elsewhere() }));
	return [...offered, ...unseen];
}

/** The choices of a side, each with its kind in the value; `own`: those that the record names. */
export const partyChoices = (parties: readonly ListedParty[], ...own: (string | null | undefined)[]) =>
	sideChoices(
		parties,
		({ kind, id }) => `${kind}:${id}`,
		own.map((value) => value ?? null),
	);

/** The choices of an enterprise, by its id alone. */
export const enterpriseChoices = (parties: readonly ListedParty[], own: string | null) =>
	sideChoices(
		parties.filter(({ kind }) => kind === 'enterprise'),
		({ id }) => id,
		[own],
	);

/** The streams of a programme, and the record's own when it arises in a village of somebody else. */
export const withStream = (streams: readonly Choice[], own: string | null): readonly Choice[] =>
	withOwn(streams, own === null ? null : { value: own, label: m.mapping_choice_stream_elsewhere() });

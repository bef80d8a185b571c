/**
 * What is personal in the traces of each kind of record: the one list that says which values of the trail can be
 * forgotten. A test asks that every kind that a command traces stands here; a kind that does not has all its texts kept
 * as personal until it does.
 */
import { asField } from './rows.ts';

interface Declared {
	/** Fields of `before` and `after` that tell of a person, or texts in which people write names. */
	readonly fields: readonly string[];
	/** Which field names the person whom they tell of; `id` when the record is the person. */
	readonly person?: string;
}

const nothing: Declared = { fields: [] };

/** By the kind of the trace. Fields as records name them; a trace may name them as columns do. */
export const personalFields: Readonly<Record<string, Declared>> = {
	person: {
		person: 'id',
		fields: ['name', 'sex', 'birthYear', 'phone', 'address', 'note', 'markedSensitive', 'reason'],
	},
	consent: { person: 'personId', fields: ['guardianName', 'note', 'withdrawnNote'] },
	'consent-use': { person: 'personId', fields: ['title', 'place'] },
	// Ids, a task and days: of nobody once the person they point at has no name.
	household: nothing,
	'group-member': nothing,
	group: { fields: ['note'] },
	enterprise: {
		person: 'ownerId',
		fields: ['name', 'ownerName', 'contact', 'latitude', 'longitude', 'note'],
	},
	permit: { person: 'ownerId', fields: ['number', 'note'] },
	stakeholder: {
		person: 'personId',
		fields: ['name', 'whatItDoes', 'concern', 'contact', 'latitude', 'longitude'],
	},
	finding: { person: 'personId', fields: ['what', 'raisedBy', 'settledHow'] },
	stream: { person: 'ownerId', fields: ['note'] },
	// Of two sides: found by its record when one of them is forgotten.
	agreement: { fields: ['terms'] },
	'chain-price': { person: 'ownerId', fields: ['actorName'] },
	membership: { person: 'personId', fields: ['name'] },
	invitation: { person: 'personId', fields: ['displayName'] },
	'guest-link': { fields: ['label'] },
	organisation: nothing,
	programme: { fields: ['summary', 'reason'] },
	'permit-rule-set': { fields: ['verifiedWith'] },
	// The name of a file that somebody handed in.
	intake: { fields: ['name'] },
	study: { fields: ['title'] },
	'study-file': { fields: ['name'] },
	'study-publication': { fields: ['title', 'reason'] },
	export: { fields: ['purpose'] },
};

/** Whether a field of a trace is to be kept so that it can be forgotten. */
export function isPersonal(kind: string, name: string, value: unknown): boolean {
	const declared = personalFields[kind];
	return declared === undefined ? typeof value === 'string' : declared.fields.includes(asField(name));
}

/** Whom one side of a trace tells of: the record itself, or the person whom a field names. */
export function personOf(kind: string, id: string, side: object | null): string | null {
	const field = personalFields[kind]?.person;
	if (field === 'id') return id;
	if (field === undefined || side === null) return null;
	const found = Object.entries(side).find(([name]) => asField(name) === field);
	return typeof found?.[1] === 'string' ? found[1] : null;
}

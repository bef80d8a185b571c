/** What the pages of enterprises, actors and flows share: their forms as the input of commands, and their addresses. */
import type { RequestEvent } from '@sveltejs/kit';
import { v7 } from 'uuid';
import { readDecimalField, readDegrees } from '#inputs/decimal-field.ts';
import { Problem } from '#server/problems.ts';
import { COMMAND_FIELD, text } from '../../../team.server.ts';

type Slugged = RequestEvent<{ slug?: string }>;

/** The address of a page under "petakan" of this programme. */
export const mapPage = ({ params }: Pick<Slugged, 'params'>, path: string): string =>
	`/p/${params.slug ?? ''}/petakan/${path}`;

/** The form's own id serves as the record's: a form that is sent twice makes one record. */
export const newId = (form: FormData): string => text(form, COMMAND_FIELD) ?? v7();

/** Named fields as they are; one that is empty is null. */
function texts<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string | null> {
	return Object.fromEntries(names.map((name) => [name, text(form, name) ?? null])) as Record<
		Name,
		string | null
	>;
}

/** Numbers in the language of the page, as exact decimals. */
function decimals<Name extends string>(
	form: FormData,
	{ locals }: Pick<RequestEvent, 'locals'>,
	names: readonly Name[],
): Record<Name, string | null> {
	const read = (field: Name): string | null => {
		const typed = text(form, field);
		if (typed === undefined) return null;
		const decimal = readDecimalField(typed, locals.locale);
		if (decimal === null) throw new Problem('input_not_readable', { field });
		return decimal;
	};
	return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string | null>;
}

/** Whole numbers of people, years, steps and scales. */
function counts<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, number | null> {
	const read = (field: Name): number | null => {
		const typed = text(form, field)?.replace(/(?<=\d)[.,\s](?=\d{3}\b)/g, '');
		if (typed === undefined) return null;
		if (!/^\d{1,7}$/.test(typed)) throw new Problem('input_not_readable', { field });
		return Number(typed);
	};
	return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, number | null>;
}

function degrees(form: FormData): Record<'latitude' | 'longitude', string | null> {
	const read = (field: 'latitude' | 'longitude'): string | null => {
		const typed = text(form, field);
		if (typed === undefined) return null;
		const read = readDegrees(typed);
		if (read === null) throw new Problem('place_outside', { field });
		return read;
	};
	return { latitude: read('latitude'), longitude: read('longitude') };
}

/** One line an item. */
const lines = (form: FormData, name: string): string[] =>
	(text(form, name) ?? '')
		.split(/\r?\n/)
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** `enterprise:id` of a choice. */
function party(form: FormData, name: string): { kind: string; id: string } | null {
	const [kind = '', id = ''] = (text(form, name) ?? '').split(':');
	return kind === '' ? null : { kind, id };
}

/** The version that was seen. */
export const versionOf = (form: FormData): number => Number(text(form, 'version'));

const amountOf = (form: FormData, event: Pick<RequestEvent, 'locals'>) => ({
	...decimals(form, event, ['quantityFrom', 'quantityTo', 'price']),
	...texts(form, ['unit', 'period', 'basis']),
});

export const enterpriseFrom = (form: FormData, event: Pick<RequestEvent, 'locals'>) => ({
	villageCode: text(form, 'villageCode') ?? '',
	name: text(form, 'name') ?? '',
	kind: text(form, 'kind') ?? '',
	...texts(form, [
		'product',
		'ownerName',
		'ownerId',
		'capacityUnit',
		'capacityPeriod',
		'contact',
		'note',
		'endedOn',
	]),
	...decimals(form, event, ['capacityFrom', 'capacityTo']),
	...counts(form, ['sinceYear', 'workersWomen', 'workersMen', 'workersUnrecorded']),
	...degrees(form),
	markets: lines(form, 'markets'),
});

export const permitFrom = (form: FormData) => ({
	kind: text(form, 'kind') ?? '',
	...texts(form, ['kindName', 'number', 'issuedOn', 'expiresOn', 'note']),
});

export const stakeholderFrom = (form: FormData) => ({
	name: text(form, 'name') ?? '',
	actorGroup: text(form, 'actorGroup') ?? '',
	kind: text(form, 'kind') ?? '',
	...texts(form, ['villageCode', 'personId', 'whatItDoes', 'concern', 'contact', 'endedOn']),
	...counts(form, ['interest', 'influence']),
	...degrees(form),
});

export const streamFrom = (form: FormData, event: Pick<RequestEvent, 'locals'>) => ({
	source: party(form, 'source'),
	material: text(form, 'material') ?? '',
	used: text(form, 'used') ?? '',
	...texts(form, ['villageCode', 'notedOn', 'note']),
	...amountOf(form, event),
});

export const agreementFrom = (form: FormData, event: Pick<RequestEvent, 'locals'>) => ({
	giver: party(form, 'giver'),
	taker: party(form, 'taker'),
	material: text(form, 'material') ?? '',
	...texts(form, ['streamId', 'since', 'until', 'delivery', 'terms']),
	...amountOf(form, event),
});

export const findingFrom = (form: FormData) => ({
	villageCode: text(form, 'villageCode') ?? '',
	kind: text(form, 'kind') ?? '',
	what: text(form, 'what') ?? '',
	...texts(form, ['raisedBy', 'personId', 'notedOn', 'streamId', 'enterpriseId', 'settledOn', 'settledHow']),
	...counts(form, ['weight']),
});

export const priceFrom = (form: FormData, event: Pick<RequestEvent, 'locals'>) => ({
	villageCode: text(form, 'villageCode') ?? '',
	product: text(form, 'product') ?? '',
	step: counts(form, ['step']).step ?? 0,
	actorName: text(form, 'actorName') ?? '',
	actor: party(form, 'actor'),
	...decimals(form, event, ['buysAt', 'sellsAt']),
	...texts(form, ['unit', 'notedOn']),
});

/** How many rules the page of rules shows: those there are, and empty ones for new. */
const MOST_RULES = 50;

/** The rules of the form; one without a short name is dropped. */
export const ruleSetFrom = (form: FormData) => ({
	...texts(form, ['verifiedWith', 'verifiedOn']),
	rules: Array.from({ length: MOST_RULES }, (_, index) => {
		const field = (name: string) => `${name}${index}`;
		return {
			code: text(form, field('code')) ?? '',
			anyOf: form.getAll(field('anyOf')),
			enterpriseKinds: form.getAll(field('kinds')),
			need: text(form, field('need')) ?? 'required',
			nextStep: text(form, field('nextStep')) ?? null,
			documents: lines(form, field('documents')),
			source: text(form, field('source')) ?? null,
		};
	}).filter(({ code }) => code !== ''),
});

/** A choice in an address; anything that is none of them is no choice. */
export const chosen = <Choice extends string>(
	{ url }: Pick<RequestEvent, 'url'>,
	name: string,
	choices: readonly Choice[],
): Choice | null => choices.find((one) => one === url.searchParams.get(name)) ?? null;

/** An id in an address, or null: the database is asked for ids alone. */
export function askedId({ url }: Pick<RequestEvent, 'url'>, name: string): string | null {
	const given = url.searchParams.get(name) ?? '';
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given) ? given : null;
}

/** Where a page of enterprises, in the order of their names, ended. */
interface PageEnd {
	readonly name: string;
	readonly enterpriseId: string;
}

/** After which enterprise the asked page begins; null for the first. */
export function askedAfter(event: Pick<RequestEvent, 'url'>): PageEnd | null {
	const [name, enterpriseId] = [event.url.searchParams.get('sesudah'), askedId(event, 'id')];
	return name !== null && enterpriseId !== null ? { name, enterpriseId } : null;
}

/** The address of the next page: the same filter, and where this page ended. Null when there is none. */
export function nextPage(url: URL, end: PageEnd | undefined): string | null {
	if (end === undefined) return null;
	const asked = new URLSearchParams(url.searchParams);
	asked.set('sesudah', end.name);
	asked.set('id', end.enterpriseId);
	return asked.toString();
}

/** A choice of villages of the programme, those that the person sees. */
export const villageChoices = (
	villages: readonly { readonly code: string; readonly name: string }[],
): { value: string; label: string }[] => villages.map(({ code, name }) => ({ value: code, label: name }));

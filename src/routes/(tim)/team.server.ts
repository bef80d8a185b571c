/**
 * What every page of a team asks: the house, who is signed in, and what she is in the organisation she works in. And the
 * way from a form to a command.
 */
import { building } from '$app/environment';
import { fail, redirect, error } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import type { Sql, TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import type { GenericSchema } from 'valibot';
import { enterAndRead, join } from '#server/access/joined-reading.ts';
import type { Entrance } from '#server/access/actor.ts';
import type { Account } from '#server/access/visitor.ts';
import { dayInJakarta } from '#server/calendar.ts';
import type { Actor } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import type { Command } from '#server/db/command.ts';
import { programmeNames } from '#server/features/programme/queries.ts';
import { placeOf } from '#server/db/open.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { openHouse } from '#server/house.ts';
import type { House } from '#server/house.ts';
import { Problem } from '#server/problems.ts';
import type { ProblemCode, ProblemParams } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { text } from './form-text.ts';

/** The folder of the program. */
export const programRoot = process.env.SENTRA_ROOT ?? process.cwd();
let opening: Promise<House> | null = null;

/** The house of this process. Opened at the first call; one that could not open is tried again by the next. */
export function house(): Promise<House> {
	if (building) throw new Error('no page of a team is made at build time');
	opening ??= openHouse({
		...placeOf(programRoot, process.env),
		origin: process.env.ORIGIN,
	}).catch((reason: unknown) => {
		opening = null;
		throw reason;
	});
	return opening;
}

/** Closes the house when it was opened. */
export async function closeHouse(): Promise<void> {
	const open = await opening?.catch(() => null);
	await open?.close();
}

const accounts = new WeakMap<Request, Promise<Account | null>>();

/**
 * The account that is signed in, or null. A page and the frame around it ask once; after a form both ask anew, because it
 * may have changed the answer.
 */
export function signedIn({ request }: RequestEvent): Promise<Account | null> {
	if (!request.headers.get('cookie')?.includes('sentra.')) return Promise.resolve(null);
	const ask = () => house().then(({ accountOf }) => accountOf(request.headers));
	if (request.method !== 'GET') return ask();
	const known = accounts.get(request) ?? ask();
	accounts.set(request, known);
	return known;
}

/** Which of her organisations somebody works in, when there are several. */
export const ORGANISATION_COOKIE = 'sentra_organisasi';

/** Remembers an organisation on this device; one that she does not enter is as none. */
export function chooseOrganisation({ cookies, url }: RequestEvent, orgId: string): void {
	cookies.set(ORGANISATION_COOKIE, orgId, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: 365 * 24 * 3600,
	});
}

export interface Team {
	readonly sql: Sql;
	readonly account: Account;
	readonly actor: Actor;
	/** All organisations that the account enters. */
	readonly entrances: readonly Entrance[];
	readonly organisation: string;
	/** The programmes that she sees, by name. */
	readonly programmes: readonly { readonly slug: string; readonly name: string }[];
}

/** The day in the time zone of the visitor's country; a membership ends with a day. */
export const today = (): string => dayInJakarta();

/** The organisation that somebody works in; null when she is not signed in, or enters none. */
async function lookUp({ request, cookies }: RequestEvent, account: Account): Promise<Team | null> {
	const { sql } = await house();
	const chosen = cookies.get(ORGANISATION_COOKIE);
	const asked = { request, account, on: today(), chosen, look: programmeNames };
	const entrances = await enterAndRead(sql, asked);
	const entrance = entrances.find(({ orgId }) => orgId === chosen) ?? entrances[0];
	if (entrance === undefined) return null;
	const { actor, organisation, seen } = entrance;
	return { sql, account, entrances, actor, organisation, programmes: seen ?? [] };
}

const teams = new WeakMap<Request, Promise<Team | null>>();

/** Who works in what, or null for somebody who is not signed in or enters no organisation. Asked as `signedIn` is. */
export async function teamIfAny(event: RequestEvent): Promise<Team | null> {
	const find = async (): Promise<Team | null> => {
		const account = await signedIn(event);
		return account === null ? null : lookUp(event, account);
	};
	if (event.request.method !== 'GET') return find();
	const known = teams.get(event.request) ?? find();
	teams.set(event.request, known);
	return known;
}

/** No password travels back to a page. */
const isSecret = (name: string): boolean => /password|sandi/.test(name);

/**
 * Who works in what. Sends somebody who is not signed in to sign in, and back here afterwards. When a form came whose sign-in
 * had ended, the answer is a page that holds all that was typed (`+error.svelte`), to be sent again.
 */
export async function teamOf(event: RequestEvent): Promise<Team> {
	const team = await teamIfAny(event);
	if (team !== null) return team;
	if ((await signedIn(event)) !== null) error(403, 'no organisation');
	if (event.request.method === 'GET') {
		const back = event.url.pathname + event.url.search;
		redirect(303, `${link('/masuk')}?lanjut=${encodeURIComponent(back)}`);
	}
	const form = [...(event.request.bodyUsed ? [] : await event.request.formData())];
	const fields = form.filter(
		(field): field is [string, string] => typeof field[1] === 'string' && !isSecret(field[0]),
	);
	const files = form.some(([, value]) => typeof value !== 'string' && value.size > 0);
	error(401, { message: 'signed out', sent: { fields, files } });
}

/** Reads as the person who asks, in one transaction; where it can be, in the one that finds out who she is. */
export async function readAsTeam<Answer>(
	event: RequestEvent,
	read: (tx: TransactionSql, actor: Actor) => Promise<Answer>,
): Promise<Answer> {
	const outcome = event.request.method === 'GET' ? join(event.request, read) : () => null;
	const { sql, actor } = await teamOf(event);
	const joined = outcome();
	if (joined === null) return readAsTenant(sql, actor, (tx) => read(tx, actor));
	if ('error' in joined) throw joined.error;
	return joined.answer;
}

/** Carries the receipt of a command to the page that follows it. */
const SENT_COOKIE = 'sentra_terkirim';

/** Remembers for the next page that a command was done. */
export function rememberSent({ cookies, url }: RequestEvent, commandId: string): void {
	cookies.set(SENT_COOKIE, `${commandId}.${Date.now()}`, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: 60,
	});
}

/** A command that was just done: the number of its receipt, and when. */
export interface Sent {
	readonly receipt: string;
	readonly at: Date;
}

/** What was just done, told once. */
export function takeSent({ cookies }: RequestEvent): Sent | null {
	const told = /^([0-9a-f-]{36})\.(\d{13})$/.exec(cookies.get(SENT_COOKIE) ?? '');
	if (told === null) return null;
	cookies.delete(SENT_COOKIE, { path: '/' });
	return { receipt: told[1] ?? '', at: new Date(Number(told[2])) };
}

/** What a form is shown again with when something was wrong. */
export interface Refusal {
	/** The verb of the command, so that the right form of a page shows it. */
	readonly verb: string;
	readonly problem: {
		readonly code: ProblemCode;
		readonly field: string | null;
		readonly params: ProblemParams;
	};
	/** What was typed; of boxes of one name that were ticked, all, with a comma between. */
	readonly typed: Record<string, string>;
}

/** The problem of a form as its page shows it; any other error goes on its way. */
export function refusal(reason: unknown, verb: string, form: FormData): ActionFailure<Refusal> {
	if (!(reason instanceof Problem)) throw reason;
	const typed: Record<string, string> = {};
	for (const [name, value] of form)
		if (typeof value === 'string' && !isSecret(name))
			typed[name] = typed[name] === undefined ? value : `${typed[name]},${value}`;
	const { code, field, params } = reason;
	return fail(reason.status, { verb, problem: { code, field, params }, typed });
}

export { text };

/** The name of the hidden field that makes a form that is sent twice one command. `commandId()` fills it. */
export const COMMAND_FIELD = 'perintah';
export const commandId = (): string => v7();

/** A form action that performs a command. `then` names the page that follows; without it the form's page stays. */
export function commandAction<Schema extends GenericSchema, Receipt>(
	command: Command<Schema, Receipt>,
	read: (form: FormData, event: RequestEvent) => unknown,
	then?: (receipt: Receipt, event: RequestEvent) => string,
) {
	return async (event: RequestEvent) => {
		event.locals.verb = command.verb;
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		const id = text(form, COMMAND_FIELD) ?? v7();
		let receipt: Receipt;
		try {
			receipt = await perform(sql, command, { actor, id, input: read(form, event) });
		} catch (reason) {
			return refusal(reason, command.verb, form);
		}
		rememberSent(event, id);
		if (then !== undefined) redirect(303, link(then(receipt, event)));
		return { done: command.verb };
	};
}

/** The demo in a server's house and somebody of every role in it, each signed in as a browser without script would be. */
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { v7 } from 'uuid';
import { makeEntryLink } from '#server/access/entry-link.ts';
import { roles } from '#server/access/roles.ts';
import type { Actor, Role } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { loadDemo } from '#server/features/demo/loading.ts';
import type { LoadedDemo } from '#server/features/demo/loading.ts';
import { enterByInvitation, makePasswordLink } from '#server/features/entry/commands.ts';
import { makeGuestLink } from '#server/features/guest/commands.ts';
import { inviteMember } from '#server/features/organisation/commands.ts';
import { openHouse } from '#server/house.ts';
import { dataTexts } from './judging.ts';
import type { DataTexts } from './judging.ts';

const password = 'merajut di waktu hujan';

/** Roles that somebody has who signs in. */
export const memberRoles = roles.filter((role): role is Exclude<Role, 'guest'> => role !== 'guest');

export interface Person {
	/** `owner@kalanganyar`, for what a test says. */
	readonly name: string;
	readonly username: string;
}

const system = (orgId: string): Actor => ({
	orgId,
	accountId: null,
	name: 'Sentra',
	role: 'owner',
	villages: null,
	personId: null,
});

async function makeMember(sql: Sql, demo: LoadedDemo, role: Role, name: string = role): Promise<Person> {
	const actor = system(demo.orgId);
	const invitationId = v7();
	const villages = role === 'facilitator' ? demo.villages.slice(0, 1) : [];
	const personId = role === 'member' ? demo.memberPersonId : null;
	const displayName = `Ibu Contoh ${name}`;
	await perform(sql, inviteMember, {
		actor,
		id: v7(),
		input: { invitationId, displayName, role, villages, personId },
	});
	const token = await makeEntryLink(sql, { kind: 'invitation', orgId: demo.orgId, invitationId });
	const username = `${name}.${demo.slug.replaceAll('-', '.')}`.slice(0, 30);
	await enterByInvitation(sql, { token, who: { account: { displayName, username, password } } });
	return { name: `${role}@${demo.slug}`, username };
}

export interface DemoPeople {
	readonly demos: readonly LoadedDemo[];
	/** Everybody of the first programme, and the owners of the others. */
	readonly people: readonly Person[];
	/** The pages behind links that were sent to somebody who is not signed in. */
	readonly doors: readonly string[];
	/** The page of a guest of the first programme. */
	readonly guest: string;
	/** What stands in the database now. */
	readonly written: () => Promise<DataTexts>;
	readonly close: () => Promise<void>;
}

/** Every text that somebody wrote, from every table: they stay as they are on pages of both languages. */
async function writtenTexts(sql: Sql): Promise<DataTexts> {
	const columns = await sql<{ table: string; column: string; type: string }[]>`
		select c.table_name as table, c.column_name as column, c.data_type as type
		from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
		where c.table_schema = 'public' and table_type = 'BASE TABLE' and c.table_name <> 'area_word'
			and data_type in ('text', 'jsonb', 'ARRAY')`;
	const texts: string[] = [];
	const collect = (value: unknown): void => {
		if (typeof value === 'string') texts.push(value);
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
	};
	await sql.begin(async (tx) => {
		await tx.unsafe(`set local role sentra_keeper; set local app.villages = '*'; set local app.person = '*'`);
		for (const { table, column } of columns.filter((one) => one.table !== 'area')) {
			// The frozen words of a publication are in both languages and must be judged.
			if (table === 'study_publication' && column === 'results') continue;
			const rows = await tx.unsafe<{ value: unknown }[]>(`select "${column}" as value from "${table}"`);
			rows.forEach(({ value }) => collect(value));
		}
		const areas = await tx<{ name: string }[]>`
			select distinct above.name from programme_village
			join area above on programme_village.village_code like above.code || '%'`;
		areas.forEach(({ name }) => texts.push(name));
	});
	const accounts = await sql<{ name: string }[]>`select name from auth."user"`;
	return dataTexts([...texts, ...accounts.map(({ name }) => name)]);
}

async function makePeople(sql: Sql, demos: readonly LoadedDemo[]): Promise<Person[]> {
	const people: Person[] = [];
	for (const [index, demo] of demos.entries())
		for (const role of index === 0 ? memberRoles : (['owner'] as const))
			people.push(await makeMember(sql, demo, role));
	return people;
}

async function invite(sql: Sql, orgId: string): Promise<string> {
	const invitationId = v7();
	await perform(sql, inviteMember, {
		actor: system(orgId),
		id: v7(),
		input: { invitationId, displayName: 'Pak Contoh', role: 'auditor', villages: [] },
	});
	return makeEntryLink(sql, { kind: 'invitation', orgId, invitationId });
}

/** A guest's link, an invitation and a link to a new password, as the pages of an owner make them. */
async function makeLinks(sql: Sql, demo: LoadedDemo): Promise<{ doors: string[]; guest: string }> {
	const { orgId, programmeId } = demo;
	const guestLinkId = v7();
	const input = { guestLinkId, programmeId, label: 'Dinas Contoh', days: 30 };
	await perform(sql, makeGuestLink, { actor: system(orgId), id: v7(), input });
	// Not one of those who walk: a new password signs her out.
	const { username } = await makeMember(sql, demo, 'auditor', 'lupa');
	const [account] = await sql<
		{ id: string }[]
	>`select "id" as id from auth."user" where "username" = ${username}`;
	const password = await makePasswordLink(sql, { orgId, accountId: account?.id ?? '', role: 'auditor' });
	return {
		guest: `/tamu/${await makeEntryLink(sql, { kind: 'guest', orgId, guestLinkId })}`,
		doors: [`/undangan/${await invite(sql, orgId)}`, `/sandi/${password}`],
	};
}

/** Loads the demo into the house of a running server, beside it, as the command line would. */
export async function peopleOfDemo(folder: string): Promise<DemoPeople> {
	const root = join(import.meta.dirname, '../../..');
	const { sql, close } = await openHouse({ folder, migrations: join(root, 'migrations') });
	try {
		const demos = await loadDemo(sql, join(root, 'samples'));
		const [first] = demos;
		if (first === undefined) throw new Error('the demo has no programme');
		const people = await makePeople(sql, demos);
		return { demos, people, ...(await makeLinks(sql, first)), written: () => writtenTexts(sql), close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** The cookies of a person, from the form that anybody signs in by. */
export async function signedInCookies(address: string, { username }: Person): Promise<string> {
	const answer = await fetch(`${address}/masuk`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: address, accept: 'text/html' },
		body: new URLSearchParams({ nama: username, sandi: password, lanjut: '/beranda' }),
	});
	if (answer.status !== 303) throw new Error(`${username} cannot sign in: ${answer.status}`);
	return answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0] ?? '')
		.join('; ');
}

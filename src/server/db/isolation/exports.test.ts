/**
 * Every export and every file that is served as bytes, as everybody who must not reach the rows: the same world with and
 * without the secret rows gives the same bytes.
 */
import postgres from 'postgres';
import type { TransactionSql } from 'postgres';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { may, roles } from '../../access/roles.ts';
import type { Actor } from '../../access/roles.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { Problem } from '../../problems.ts';
import { kinds } from '../../features/export/kinds.ts';
import { scopeOf } from '../../features/export/queries.ts';
import { writeForm } from '../../features/export/forms.ts';
import { exportForms, placeKinds } from '../../features/export/schema.ts';
import type { ExportForm, ExportKind } from '../../features/export/schema.ts';
import { EXPORTED_AT, chosen, exported, textOf } from '../../features/export/testing.ts';
import { faultyRows, intakeFile } from '../../features/intake/queries.ts';
import { studyFile, studyPublication, studyVersion } from '../../features/study/queries.ts';
import { tenantSettings } from '../tenant.ts';
import { testHouse } from '../testing.ts';
import { actorIn, actorsOf, forgetSecret, inVain, onlookers, plantWorld, withoutTrace } from './world.ts';
import type { Onlooker, World } from './world.ts';

const house = testHouse();
let world: World;
let programmeId: string;
vi.setConfig({ testTimeout: 300_000 });

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 7).toString('base64')));
	world = await plantWorld(house.sql);
	programmeId = world.secret.get('programme')?.['programme_id'] ?? '';
}, 120_000);

/** `insufficient_privilege`: what a role hears that has no right to the table at all, as guests. */
const isRefused = (error: unknown): boolean =>
	error instanceof postgres.PostgresError && error.code === '42501';

const secretOf = (table: string, column: string): string => world.secret.get(table)?.[column] ?? '';

interface Asked {
	readonly kind: ExportKind;
	readonly form: ExportForm;
}
const everything: readonly Asked[] = kinds.flatMap(({ id: kind }) =>
	exportForms
		.filter((form) => form !== 'geojson' || placeKinds.includes(kind))
		.map((form) => ({ kind, form })),
);

/** The text of an export as somebody gets it, or the code of the problem it ended with. */
async function asked(tx: TransactionSql, actor: Actor, { kind, form }: Asked): Promise<string> {
	try {
		return await withoutTrace(tx, async (inner) => {
			await inner.unsafe(tenantSettings(actor));
			return textOf((await exported(inner, actor, chosen(programmeId, { form, kinds: [kind] }))).bytes);
		});
	} catch (error) {
		if (error instanceof Problem) return error.code;
		throw new Error(`${kind} as ${form} for ${actor.role}: ${String(error)}`, { cause: error });
	}
}

/**
 * The same where the program forgot what it asks first: whether the programme is hers, which villages she sees, whose
 * organisation it is. The statements ask for the secret rows, and only the database says no.
 */
async function forgetful(tx: TransactionSql, actor: Actor, { kind, form }: Asked): Promise<string> {
	const pieces: Uint8Array[] = [];
	await withoutTrace(tx, async (inner) => {
		await inner.unsafe(tenantSettings(actor));
		const everywhere = [world.owner.village, world.beside.village];
		const wish = { programmeId, villages: everywhere, use: 'inside', at: EXPORTED_AT, salt: 'x' } as const;
		const scope = scopeOf({ ...actorIn(world.owner, 'owner') }, wish);
		await writeForm(form, {
			reading: { tx: inner, scope },
			kinds: kinds.filter(({ id }) => id === kind),
			about: {
				exportId: '',
				programme: '',
				slug: 'x',
				organisation: '',
				use: 'inside',
				purpose: '',
				at: EXPORTED_AT,
				heldBack: 0,
				narrow: false,
				areas: null,
			},
			language: 'id',
			sink: { give: (piece) => void pieces.push(piece), carried: async () => undefined },
		});
	}).catch((error: unknown) => {
		if (!isRefused(error)) throw error;
		pieces.splice(0, pieces.length, Buffer.from('refused'));
	});
	return textOf(new Uint8Array(Buffer.concat(pieces)));
}

/** Everything told to somebody of rows that are not hers, after something was done to the database. */
async function told(
	onlooker: Onlooker,
	actors: readonly Actor[],
	ask: typeof asked,
	{ fault = '', wanted = everything }: { fault?: string; wanted?: readonly Asked[] } = {},
): Promise<string[]> {
	return inVain(house.sql, async (tx) => {
		await tx.unsafe(fault);
		const before: string[] = [];
		const name = (actor: Actor, { kind, form }: Asked) => `${kind} as ${form}, ${onlooker} (${actor.role})`;
		for (const actor of actors) for (const one of wanted) before.push(await ask(tx, actor, one));
		await forgetSecret(tx, world, onlooker);
		const got: string[] = [];
		for (const actor of actors)
			for (const one of wanted)
				if ((await ask(tx, actor, one)) !== before.shift()) got.push(name(actor, one));
		return got;
	});
}

/** Statements that open every policy of a name on the tables that have it. */
function opened(policy: 'organisation' | 'village' | 'person', only?: string): string {
	const commandOf = (name: string) => (policy === 'organisation' ? 'ALL' : world.kept[policy].get(name));
	return world.tables
		.filter(({ name }) => commandOf(name) !== undefined && (only === undefined || only === name))
		.map(({ name }) => {
			const check = commandOf(name) === 'SELECT' ? '' : 'with check (true)';
			return `alter policy ${policy} on "${name}" using (true) ${check}`;
		})
		.join('; ');
}

/** One form is enough where the question is which rows: all forms write the same rows. */
const asCsv = everything.filter(({ form }) => form === 'csv');

describe('every export', () => {
	it('gives everybody who must not reach the rows what she would get if they were not there', async () => {
		for (const onlooker of onlookers)
			expect(await told(onlooker, actorsOf(world, onlooker), asked)).toEqual([]);
	});

	it('is refused to every role of another organisation before a row is read', async () => {
		const answers = await inVain(house.sql, async (tx) => {
			const all: string[] = [];
			for (const actor of actorsOf(world, 'stranger'))
				for (const one of everything) all.push(await asked(tx, actor, one));
			return all;
		});
		expect(answers).toHaveLength(actorsOf(world, 'stranger').length * everything.length);
		expect([...new Set(answers)].sort()).toEqual(['not_allowed', 'not_found']);
	});

	it('gives nothing either when the program forgets whose they are', async () => {
		for (const onlooker of onlookers)
			expect(await told(onlooker, actorsOf(world, onlooker), forgetful)).toEqual([]);
	});

	it('does reach the rows for who may see them: the walk is not blind', async () => {
		const able = roles.filter((role) => may(role, 'export') && role !== 'member');
		for (const role of able) {
			const reached = await told('stranger', [actorIn(world.owner, role)], asked);
			expect(reached.length).toBe(everything.length);
		}
		const own = await told('other person', [actorIn(world.owner, 'member')], asked, { wanted: asCsv });
		for (const kind of [
			'people',
			'household-members',
			'memberships',
			'consents',
			'consent-uses',
			'enterprises',
		])
			expect(own.join()).toContain(`${kind} as csv`);
	});

	it('would be noticed by the walk when the policies were open', async () => {
		const stranger = [actorIn(world.stranger, 'owner')];
		const fault = opened('organisation');
		expect((await told('stranger', stranger, forgetful, { fault })).length).toBe(everything.length);
		const facilitator = [actorIn(world.beside, 'facilitator')];
		const villages = await told('other village', facilitator, forgetful, { fault: opened('village') });
		const unplaced = ['programme', 'stage-changes'];
		expect(villages.length).toBe(everything.filter(({ kind }) => !unplaced.includes(kind)).length);
		const member = [actorIn(world.beside, 'member')];
		const people = await told('other person', member, forgetful, { fault: opened('person') });
		expect(people.length).toBeGreaterThan(50);
	});

	it('needs the policy of its own table: opened alone, its rows come out', async () => {
		const alone: Readonly<Record<string, ExportKind>> = {
			programme: 'programme',
			programme_village: 'villages',
			programme_stage_change: 'stage-changes',
			person: 'people',
			producer_group: 'groups',
			enterprise: 'enterprises',
			stakeholder: 'stakeholders',
			by_product_stream: 'streams',
			supply_agreement: 'agreements',
			finding: 'findings',
			chain_price: 'chain-prices',
		};
		for (const [table, kind] of Object.entries(alone)) {
			const wanted = asCsv.filter((one) => one.kind === kind);
			const stranger = { fault: opened('organisation', table), wanted };
			expect(
				await told('stranger', [actorIn(world.stranger, 'owner')], forgetful, stranger),
				table,
			).toHaveLength(1);
			if (!world.kept.village.has(table)) continue;
			const village = { fault: opened('village', table), wanted };
			const facilitator = [actorIn(world.beside, 'facilitator')];
			expect(await told('other village', facilitator, forgetful, village), table).toHaveLength(1);
		}
	});
});

describe('every attachment', () => {
	/** What each address that answers with bytes reads. A new one is named here, or the first test fails. */
	const addresses: Readonly<Record<string, (tx: TransactionSql, orgId: string) => Promise<unknown>>> = {
		'p/[slug]/kajian/[id]/berkas/[file]': (tx, orgId) =>
			studyFile(tx, orgId, secretOf('study_file', 'file_id')),
		'p/[slug]/kajian/[id]/lembar/[number]': (tx, orgId) =>
			studyVersion(tx, orgId, secretOf('study', 'study_id'), Number(secretOf('study_version', 'number'))),
		'p/[slug]/terbitan/[id]': (tx, orgId) =>
			studyPublication(tx, orgId, secretOf('study_publication', 'publication_id')),
		'p/[slug]/petakan/impor/[id]/berkas': (tx, orgId) =>
			intakeFile(tx, { ...actorIn(world.owner, 'owner'), orgId }, secretOf('intake', 'intake_id')),
		'p/[slug]/petakan/impor/[id]/baris-salah': (tx, orgId) =>
			faultyRows(
				tx,
				{ ...actorIn(world.owner, 'owner'), orgId },
				secretOf('intake', 'intake_id'),
				'2026-02-01',
			),
		// Exports, which the walk above asks for; who may fetch one is tested with them.
		'p/[slug]/ekspor/unduh/[id]': async () => Promise.reject(new Problem('not_found')),
	};
	/** What a device is asked to sign with: nothing of anybody's records. */
	const OF_NO_ORGANISATION = ['akun/kunci', 'masuk/kunci'];
	const routes = fileURLToPath(new URL('../../../routes/(tim)', import.meta.url));

	it('has its address in the list', () => {
		const served = readdirSync(routes, { recursive: true, encoding: 'utf8' })
			.map((file) => file.replaceAll('\\', '/'))
			.filter(
				(file) => file.endsWith('/+server.ts') && readFileSync(`${routes}/${file}`, 'utf8').includes('GET'),
			)
			.map((file) => file.slice(0, -'/+server.ts'.length));
		const known = [...Object.keys(addresses), ...OF_NO_ORGANISATION];
		for (const address of served) expect(known).toContain(address);
		expect(served.length).toBeGreaterThan(2);
	});

	it('is not there for anybody who must not see it, whatever organisation the program names', async () => {
		const got = await inVain(house.sql, async (tx) => {
			const reached: string[] = [];
			for (const onlooker of onlookers)
				for (const actor of actorsOf(world, onlooker))
					for (const [address, read] of Object.entries(addresses))
						await withoutTrace(tx, async (inner) => {
							await inner.unsafe(tenantSettings(actor));
							await read(inner, world.owner.orgId);
							reached.push(`${address} to ${onlooker} (${actor.role})`);
						}).catch((error: unknown) => {
							if (!isRefused(error) && !(error instanceof Problem && error.code === 'not_found')) throw error;
						});
			return reached;
		});
		expect(got).toEqual([]);
	});

	it('is met by a stranger where the policies are open: the walk is not blind', async () => {
		const unmet = await inVain(house.sql, async (tx) => {
			await tx.unsafe(opened('organisation'));
			const missing: string[] = [];
			for (const [address, read] of Object.entries(addresses))
				await withoutTrace(tx, async (inner) => {
					await inner.unsafe(tenantSettings(actorIn(world.stranger, 'owner')));
					await read(inner, world.owner.orgId);
				}).catch((error: unknown) => {
					// A planted file that cannot be opened is a row that was met.
					if (error instanceof Problem && error.code === 'not_found') missing.push(address);
				});
			return missing;
		});
		// An export is fetched from its maker's folder, not from a row.
		expect(unmet).toEqual(['p/[slug]/ekspor/unduh/[id]']);
	});

	it('of a study of the whole programme is nothing for who sees some villages, also where the programme works', async () => {
		const reached = await inVain(house.sql, async (tx) => {
			const { orgId } = world.owner;
			await tx`set local session_replication_role = replica`;
			for (const table of ['study', 'study_version', 'study_file', 'study_publication'])
				await tx`update ${tx(table)} set village_code = null where org_id = ${orgId}`;
			await tx`set local session_replication_role = origin`;
			const counts: number[] = [];
			for (const role of ['owner', 'facilitator'] as const) {
				let count = 0;
				for (const read of Object.values(addresses))
					await withoutTrace(tx, async (inner) => {
						await inner.unsafe(tenantSettings(actorIn(world.owner, role)));
						await read(inner, orgId);
						count += 1;
					}).catch((error: unknown) => {
						if (!(error instanceof Problem)) throw error;
					});
				counts.push(count);
			}
			return counts;
		});
		expect(reached).toEqual([3, 0]);
	});
});

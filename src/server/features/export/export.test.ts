import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../access/roles.ts';
import { roles } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse, tracesOf } from '../../db/testing.ts';
import { tenantTables } from '../../db/testing-rows.ts';
import { withdrawConsent } from '../consent/commands.ts';
import type { LoadedDemo } from '../demo/loading.ts';
import { codebookRows } from './codebook.ts';
import { isLeftOut, kinds, leftOut, shownFor } from './kinds.ts';
import { exportOffer, exportToFetch, exportsMade } from './queries.ts';
import { clearOldExports, dropExports, makeExport, openExport } from './making.ts';
import { FETCH_MINUTES, exportForms, exportKinds, exportUses } from './schema.ts';
import type { ExportChoice } from './schema.ts';
import {
	EXPORTED_AT,
	NIK,
	PHONE,
	chosen,
	exportScene,
	exported,
	partsOf,
	records,
	textOf,
} from './testing.ts';
import type { ExportScene } from './testing.ts';

const house = testHouse();
const folder = mkdtempSync(join(tmpdir(), 'sentra-export-'));
let scene: ExportScene;
let demo: LoadedDemo;
let actor: ExportScene['actor'];
let make: ExportScene['make'];

beforeAll(async () => {
	scene = await exportScene(house);
	({ demo, actor, make } = scene);
}, 120_000);

const people = async (more: Partial<ExportChoice> = {}, who?: Actor) =>
	records(textOf((await make('csv', { kinds: ['people'], ...more }, who)).bytes), ',');

describe('the list of kinds', () => {
	const tableOf: Readonly<Record<string, string>> = {
		stream: 'by_product_stream',
		agreement: 'supply_agreement',
	};
	const declared = new Set(
		kinds.flatMap(({ columns }) =>
			columns
				.flatMap(({ from }) => from)
				.map((source) => {
					const [table = '', column] = source.split('.');
					return `${tableOf[table] ?? table}.${column}`;
				}),
		),
	);

	it('holds every column of every table, or says why it is left out', async () => {
		const tables = await tenantTables(house.sql);
		const silent = tables.flatMap(({ name, columns }) =>
			columns
				.map((column) => column.name)
				.filter(
					(column) => column !== 'org_id' && !declared.has(`${name}.${column}`) && !isLeftOut(name, column),
				)
				.map(
					(column) => `${name}.${column}: export it in kinds.ts, or name it there in leftOut with the reason`,
				),
		);
		expect(silent).toEqual([]);
	});

	it('names no table and no column that is not there, and leaves nothing out that it exports', async () => {
		const tables = await tenantTables(house.sql);
		const real = new Set(
			tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)),
		);
		expect([...declared].filter((one) => !real.has(one) && !one.startsWith('area.'))).toEqual([]);
		for (const [table, columns] of Object.entries(leftOut))
			for (const column of Object.keys(columns)) {
				if (column === 'everything') expect(tables.map(({ name }) => name)).toContain(table);
				else expect(declared.has(`${table}.${column}`) || !real.has(`${table}.${column}`)).toBe(false);
			}
	});

	it('notices a column that nobody thought of', () => {
		expect(isLeftOut('person', 'religion') || declared.has('person.religion')).toBe(false);
		expect(isLeftOut('person', 'version') && declared.has('person.phone')).toBe(true);
	});

	it('has a row of the codebook for every column of every form, in two languages', () => {
		for (const use of exportUses) {
			const shown = kinds.map((kind) => shownFor(kind, use));
			const rows = codebookRows(shown);
			expect(rows).toHaveLength(shown.flatMap(({ columns }) => columns).length);
			for (const row of rows) for (const cell of row.slice(0, 8)) expect(cell).toMatch(/\S/);
			for (const [, , , id, en] of rows) expect(`${id}${en}`).not.toMatch(/undefined|\{/);
		}
	});

	it('gives every kind one key, and refers only to kinds that come before or to none', () => {
		for (const { id, columns } of kinds) {
			expect(
				columns.filter(({ key }) => key),
				id,
			).toHaveLength(1);
			expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
			for (const { refers } of columns)
				if (refers !== undefined) expect(exportKinds.indexOf(refers)).toBeLessThan(exportKinds.indexOf(id));
		}
	});
});

describe('an export', () => {
	it.each(exportForms)('as %s holds as many rows as it says, and as the page offered', async (form) => {
		const offered = await readAsTenant(house.sql, actor('owner'), (tx) =>
			exportOffer(tx, actor('owner'), demo.programmeId, EXPORTED_AT),
		);
		const { rows } = await make(form);
		for (const { kind, rows: promised } of offered)
			if (rows[kind] !== undefined) expect([kind, rows[kind]]).toEqual([kind, promised]);
		expect(Object.values(rows).some((count) => count > 3)).toBe(true);
	});

	it.each(exportForms)('as %s shows no NIK but its ends, whoever asks', async (form) => {
		for (const role of roles.filter((one) => one !== 'guest')) {
			const text = textOf((await make(form, {}, actor(role))).bytes);
			expect(text).not.toContain(NIK);
			expect(text).not.toContain(NIK.slice(4, 12));
			if (form !== 'geojson' && role === 'owner') expect(text).toContain('3515••••••••0012');
		}
	});

	it('keeps the contact of children from who does not accompany them, and gives a member her own', async () => {
		const phones = async (role: Actor['role']) =>
			(await people({}, actor(role))).filter(({ phone }) => phone !== '').map(({ person_id: id }) => id);
		for (const role of ['owner', 'manager', 'facilitator'] as const)
			expect(await phones(role)).toContain(scene.child);
		for (const role of ['treasurer', 'auditor'] as const) {
			expect(await phones(role)).not.toContain(scene.child);
			expect(await phones(role)).toContain(scene.siti);
		}
		const mine = await people({}, actor('member'));
		expect(mine.map(({ person_id: id }) => id)).toEqual([demo.memberPersonId]);
	});

	it('is refused to a guest, and of a programme that she does not see to anybody', async () => {
		await expect(make('csv', {}, actor('guest'))).rejects.toMatchObject({ code: 'not_allowed' });
		const other = scene.demos.find(({ slug }) => slug !== 'kalanganyar') as LoadedDemo;
		await expect(make('csv', {}, actor('owner', other))).rejects.toMatchObject({ code: 'not_found' });
		const elsewhere = { ...actor('facilitator'), villages: other.villages };
		await expect(make('csv', {}, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('what is handed out', () => {
	const forms = exportForms.filter((form) => form !== 'geojson');

	it.each(forms)('as %s names nobody and tells no contact, address or point', async (form) => {
		const { bytes, heldBack } = await make(form, { use: 'publish' });
		const text = textOf(bytes);
		const names = await house.sql<{ name: string }[]>`
			select name from person where org_id = ${demo.orgId} and not name ~ '^[^a-zA-Z]'`;
		expect(names.length).toBeGreaterThan(5);
		const secrets = [
			PHONE,
			'08120000',
			'RT 03',
			'7.401234',
			'112.781',
			scene.siti,
			scene.child,
			demo.memberPersonId,
			demo.programmeId,
		];
		for (const secret of [...names.map(({ name }) => name), ...secrets]) expect(text).not.toContain(secret);
		expect(heldBack).toBeGreaterThan(5);
	});

	it('holds who agreed to publication, and nobody else: no scene.child, and nobody who took it back', async () => {
		const handed = await people({ use: 'publish' });
		expect(handed.map(({ birth_year: year }) => year)).toContain('1985');
		const agreed = await house.sql`select distinct person_id from consent
			where org_id = ${demo.orgId} and purpose = 'publish' and withdrawn_on is null`;
		expect(handed).toHaveLength(agreed.length);
		const [consent] = await house.sql<{ consent_id: string }[]>`
			select consent_id from consent where person_id = ${scene.siti}`;
		const input = { consentId: consent?.consent_id, withdrawnOn: '2026-03-04' };
		await perform(house.sql, withdrawConsent, { actor: actor('owner'), id: v7(), input });
		expect(await people({ use: 'publish' })).toHaveLength(agreed.length - 1);
		expect((await people()).map(({ person_id: id }) => id)).toContain(scene.siti);
	});

	it('calls a person the same throughout an export and otherwise in the next', async () => {
		const who = actor('owner');
		const ids = (salt: string) =>
			readAsTenant(house.sql, who, async (tx) => {
				const choice = chosen(demo.programmeId, { form: 'csv', use: 'publish' });
				const parts = partsOf((await exported(tx, who, choice, salt)).bytes);
				const of = (kind: string) => records(parts.get(`${kind}.csv`) ?? '', ',');
				return { groups: of('groups').map((row) => row['group_id']), stays: of('memberships') };
			});
		const [one, other] = [await ids('a'), await ids('b')];
		expect(one.groups.length).toBeGreaterThan(0);
		for (const { group_id: id } of one.stays) expect(one.groups).toContain(id);
		expect(one.groups.filter((id) => other.groups.includes(id))).toEqual([]);
	});

	it('leaves consents to the organisation, and points to the maps inside', async () => {
		const consents = {
			kinds: ['consents', 'consent-uses'] as ExportChoice['kinds'],
			use: 'publish' as const,
		};
		await expect(make('csv', consents)).rejects.toMatchObject({ code: 'export_nothing_chosen' });
		await expect(make('geojson', { use: 'publish' })).rejects.toMatchObject({
			code: 'export_points_are_addresses',
		});
		await expect(make('geojson', { kinds: ['people'] })).rejects.toMatchObject({ code: 'export_no_places' });
	});
});

describe('making an export', () => {
	const workshop = (role: Actor['role'] = 'owner') => ({ sql: house.sql, actor: actor(role), folder });
	const request = (more: object = {}) => ({
		exportId: v7(),
		choice: { ...chosen(demo.programmeId, { form: 'csv' }), ...more },
	});
	const entries = (id: string) => tracesOf(house.sql, actor('owner').orgId, id);
	const fetched = async (id: string, who: Actor, at = new Date()) =>
		readAsTenant(house.sql, who, (tx) => exportToFetch(tx, who, id, at));

	it('is one entry of the trail with who, what, how many and the hash, and the file is that file', async () => {
		for (const role of roles.filter((one) => one !== 'guest')) {
			const one = request();
			const receipt = await makeExport(workshop(role), one);
			const [entry, ...more] = await entries(one.exportId);
			expect(more).toEqual([]);
			expect(entry).toMatchObject({
				verb: 'export.make',
				after: { purpose: 'Uji coba ekspor', form: 'csv', sha256: receipt.sha256, rows: receipt.rows },
			});
			const file = readFileSync(join(folder, 'exports', one.exportId));
			expect(createHash('sha256').update(file).digest('hex')).toBe(receipt.sha256);
			expect(file.length).toBe(receipt.bytes);
			expect(receipt.fileName).toMatch(/^kalanganyar-\d{4}-\d\d-\d\d\.csv\.zip$/);
		}
	});

	it('comes to the trail before a byte can be fetched, and what failed leaves neither entry nor file', async () => {
		const one = request({ form: 'geojson', kinds: ['people'] });
		await expect(makeExport(workshop(), one)).rejects.toMatchObject({ code: 'export_no_places' });
		const guest = request();
		await expect(makeExport(workshop('guest'), guest)).rejects.toMatchObject({ code: 'not_allowed' });
		const silent = request({ purpose: ' ' });
		await expect(makeExport(workshop(), silent)).rejects.toMatchObject({
			code: 'reason_missing',
			field: 'purpose',
		});
		const none = request({ kinds: [] });
		await expect(makeExport(workshop(), none)).rejects.toMatchObject({ code: 'export_nothing_chosen' });
		for (const { exportId } of [one, guest, silent, none]) {
			expect(await entries(exportId)).toEqual([]);
			await expect(fetched(exportId, actor('owner'))).rejects.toMatchObject({ code: 'not_found' });
			expect(readdirSync(join(folder, 'exports')).filter((name) => name.startsWith(exportId))).toEqual([]);
		}
	});

	it('sent twice is one export', async () => {
		const one = request();
		const [first, second] = [await makeExport(workshop(), one), await makeExport(workshop(), one)];
		expect(second).toEqual(first);
		expect(await entries(one.exportId)).toHaveLength(1);
		expect(readdirSync(join(folder, 'exports')).filter((name) => name.startsWith(one.exportId))).toHaveLength(
			1,
		);
	});

	it('gives the file to who made it, for some minutes, and to nobody else', async () => {
		const one = request();
		await makeExport(workshop('auditor'), one);
		const receipt = await fetched(one.exportId, actor('auditor'));
		const text = await new Response(await openExport(folder, receipt)).arrayBuffer();
		expect(text.byteLength).toBe(receipt.bytes);
		for (const role of roles.filter((one) => one !== 'auditor'))
			await expect(fetched(one.exportId, actor(role))).rejects.toMatchObject({ code: 'not_found' });
		const late = new Date(Date.now() + (FETCH_MINUTES + 1) * 60_000);
		await expect(fetched(one.exportId, actor('auditor'), late)).rejects.toMatchObject({
			code: 'export_gone',
		});
		await expect(openExport(folder, { ...receipt, exportId: v7() })).rejects.toMatchObject({
			code: 'export_gone',
		});
	});

	it('goes when its minutes are over, also after a server died, and when somebody of it asked to be forgotten', async () => {
		const [old, fresh] = [request(), request()];
		for (const one of [old, fresh]) await makeExport(workshop('owner'), one);
		const names = () => readdirSync(join(folder, 'exports'));
		const long = new Date(Date.now() - (FETCH_MINUTES + 1) * 60_000);
		utimesSync(join(folder, 'exports', old.exportId), long, long);
		await clearOldExports(folder);
		expect(names()).toContain(fresh.exportId);
		expect(names()).not.toContain(old.exportId);
		const stranger = { ...actor('owner'), orgId: v7() };
		await dropExports({ ...workshop('owner'), actor: stranger });
		expect(names()).toContain(fresh.exportId);
		await dropExports(workshop('owner'));
		expect(names()).not.toContain(fresh.exportId);
	});

	it('is listed for owners, managers and auditors', async () => {
		for (const role of roles) {
			const who = actor(role);
			const list = readAsTenant(house.sql, who, (tx) => exportsMade(tx, who, null));
			if (!['owner', 'manager', 'auditor'].includes(role))
				await expect(list).rejects.toMatchObject({ code: 'not_allowed' });
			else {
				const made = await list;
				expect(made.length).toBeGreaterThan(5);
				expect(made[0]).toMatchObject({
					programme: 'Kalanganyar Sentris Berseri',
					purpose: 'Uji coba ekspor',
				});
				const older = await readAsTenant(house.sql, who, (tx) =>
					exportsMade(tx, who, made[1]?.number ?? null),
				);
				expect(older[0]?.number).toBe(made[2]?.number);
			}
		}
		rmSync(folder, { recursive: true, force: true });
	});
});

describe('counting', () => {
	it('tells how many enterprises have a point', async () => {
		const who = actor('owner');
		const offered = await readAsTenant(house.sql, who, (tx) =>
			exportOffer(tx, who, demo.programmeId, EXPORTED_AT),
		);
		expect(offered.find(({ kind }) => kind === 'enterprises')).toMatchObject({ located: 1 });
		expect(offered.find(({ kind }) => kind === 'people')).toMatchObject({ located: null });
	});
});

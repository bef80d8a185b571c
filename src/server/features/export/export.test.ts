import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '#files/csv-reader.ts';
import { readWorkbook } from '#files/read-workbook.ts';
import type { Actor } from '../../access/roles.ts';
import { roles } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { tenantTables } from '../../db/testing-rows.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { giveConsent, withdrawConsent } from '../consent/commands.ts';
import { loadDemo } from '../demo/loading.ts';
import type { LoadedDemo } from '../demo/loading.ts';
import { recordEnterpriseCommand } from '../enterprise/commands.ts';
import { addPerson } from '../person/commands.ts';
import { codebookRows } from './codebook.ts';
import { isLeftOut, kinds, leftOut, shownFor } from './kinds.ts';
import { exportOffer, exportToFetch, exportsMade } from './queries.ts';
import { makeExport, openExport } from './making.ts';
import { countOf } from './reading.ts';
import { FETCH_MINUTES, exportForms, exportKinds, exportUses } from './schema.ts';
import type { ExportChoice, ExportForm } from './schema.ts';
import { EXPORTED_AT, chosen, exported, partsOf, textOf } from './testing.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sentra-export-'));
let demos: readonly LoadedDemo[] = [];
let demo: LoadedDemo;

const actor = (role: Actor['role'], of: LoadedDemo = demo): Actor => ({
	orgId: of.orgId,
	accountId: `akun-${role}`,
	name: `Ibu ${role}`,
	role,
	villages: role === 'facilitator' ? of.villages : null,
	personId: role === 'member' ? of.memberPersonId : null,
});
const make = (form: ExportForm, more: Partial<ExportChoice> = {}, who: Actor = actor('owner')) =>
	readAsTenant(house.sql, who, (tx) => exported(tx, who, chosen(demo.programmeId, { form, ...more })));

const NIK = '3515174101850012';
/** Texts that a spreadsheet or an office program would run, each in a name of its own. */
const formulas = [
	'=HYPERLINK("http://x","y")',
	'+1+cmd|x',
	'-2+3',
	'@SUM(A1)',
	'\t=1+1',
	'\r=1+1',
	' =1+1',
	"'=1+1",
	'＝1+1',
];
let siti: string;
let child: string;

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 7).toString('base64')));
	demos = await loadDemo(house.sql, samples);
	demo = demos.find(({ slug }) => slug === 'kalanganyar') as LoadedDemo;
	const villageCode = demo.villages[0] as string;
	const does = (command: Parameters<typeof perform>[1], input: object) =>
		perform(house.sql, command, { actor: actor('owner'), id: v7(), input });
	[siti, child] = [v7(), v7()];
	const phone = '0812-0000-1234';
	await does(addPerson as never, {
		personId: siti,
		name: 'Siti Ekspor; "Aminah", S.E.',
		sex: 'female',
		birthYear: '1985',
		villageCode,
		phone,
		address: 'RT 03',
		identityNumber: NIK,
	});
	await does(addPerson as never, {
		personId: child,
		name: 'Anak Ekspor',
		birthYear: '2015',
		villageCode,
		phone,
	});
	await does(giveConsent as never, {
		personId: siti,
		purpose: 'publish',
		givenOn: '2026-01-02',
		givenHow: 'written',
	});
	for (const [index, name] of formulas.entries())
		await house.sql`insert into person (org_id, person_id, name, village_code)
			values (${demo.orgId}, ${v7()}, ${`${name} ${index}`}, ${villageCode})`;
	await does(recordEnterpriseCommand as never, {
		enterpriseId: v7(),
		programmeId: demo.programmeId,
		villageCode,
		name: '=cmd|"/c calc"!A1',
		kind: 'food',
		latitude: '-7.401234',
		longitude: '112.781',
		capacityFrom: '12.5',
		capacityUnit: 'kg',
		capacityPeriod: 'day',
		workersWomen: 3,
		markets: ['Pasar Gedangan', 'Kantin; depan'],
	});
}, 120_000);

/** Rows of a CSV as records by heading. */
function records(text: string, delimiter: ',' | ';'): Record<string, string>[] {
	const outcome = readCsv(text, { delimiter });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	const [head = [], ...rows] = (outcome.value.grids[0]?.rows ?? []).map((row) =>
		row.map((cell) => cell.text),
	);
	return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}
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

	it('notices a column that nobody thought of', async () => {
		const before = await tenantTables(house.sql);
		expect(isLeftOut('person', 'religion')).toBe(false);
		expect(before.some(({ name }) => name === 'person')).toBe(true);
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
			expect(await phones(role)).toContain(child);
		for (const role of ['treasurer', 'auditor'] as const) {
			expect(await phones(role)).not.toContain(child);
			expect(await phones(role)).toContain(siti);
		}
		const mine = await people({}, actor('member'));
		expect(mine.map(({ person_id: id }) => id)).toEqual([demo.memberPersonId]);
	});

	it('is refused to a guest, and of a programme that she does not see to anybody', async () => {
		await expect(make('csv', {}, actor('guest'))).rejects.toMatchObject({ code: 'not_allowed' });
		const other = demos.find(({ slug }) => slug !== 'kalanganyar') as LoadedDemo;
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
			'0812',
			'RT 03',
			'7.401234',
			'112.781',
			siti,
			child,
			demo.memberPersonId,
			demo.programmeId,
		];
		for (const secret of [...names.map(({ name }) => name), ...secrets]) expect(text).not.toContain(secret);
		expect(heldBack).toBeGreaterThan(5);
	});

	it('holds who agreed to publication, and nobody else: no child, and nobody who took it back', async () => {
		const handed = await people({ use: 'publish' });
		expect(handed.map(({ birth_year: year }) => year)).toContain('1985');
		const agreed = await house.sql`select distinct person_id from consent
			where org_id = ${demo.orgId} and purpose = 'publish' and withdrawn_on is null`;
		expect(handed).toHaveLength(agreed.length);
		const [consent] = await house.sql<{ consent_id: string }[]>`
			select consent_id from consent where person_id = ${siti}`;
		const input = { consentId: consent?.consent_id, withdrawnOn: '2026-03-04' };
		await perform(house.sql, withdrawConsent, { actor: actor('owner'), id: v7(), input });
		expect(await people({ use: 'publish' })).toHaveLength(agreed.length - 1);
		expect((await people()).map(({ person_id: id }) => id)).toContain(siti);
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

describe('a text that a spreadsheet would run', () => {
	const harmful = /^['\s]*[=+\-@＝]/;

	it.each(['csv', 'csv-excel', 'datapackage'] as const)('comes out harmless in %s', async (form) => {
		const parts = [...partsOf((await make(form)).bytes)].filter(([name]) => name.endsWith('.csv'));
		expect(parts.length).toBe(19);
		const cells = parts.flatMap(([, text]) => rawFields(text, form === 'csv-excel' ? ';' : ','));
		const texts = cells.filter((cell) => !/^-?[0-9][0-9.,]*$/.test(cell));
		expect(texts.filter((cell) => harmful.test(cell) && !cell.startsWith("'"))).toEqual([]);
		for (const formula of formulas) expect(texts.some((cell) => cell.startsWith(`'${formula}`))).toBe(true);
	});

	it('comes out as text in xlsx, as it was, and no cell is a formula', async () => {
		const { bytes } = await make('xlsx');
		const sheets = [...partsOf(bytes)].filter(([name]) => name.includes('worksheets/'));
		expect(sheets).toHaveLength(20);
		for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/);
		const styles = partsOf(bytes).get('xl/styles.xml') ?? '';
		expect(styles).toContain('quotePrefix="1"');
		const people = sheets.find(([, xml]) => xml.includes('HYPERLINK'))?.[1] ?? '';
		const cell = /<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/.exec(
			people,
		);
		const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? [];
		expect(formats[Number(cell?.[1])]).toContain('quotePrefix="1"');
	});
});

/** Fields as they stand in the file, quotes taken off: what Excel would be given. */
function rawFields(text: string, delimiter: string): string[] {
	const fields: string[] = [];
	const pattern = new RegExp(`(?:^|${delimiter}|\\r\\n)(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))`, 'g');
	for (const match of text.replace(/^\uFEFF/, '').matchAll(pattern))
		fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
	return fields;
}

describe('a CSV for Excel in Indonesia', () => {
	it('has its mark, semicolons, words, decimal commas, and phones that keep their nought', async () => {
		const { bytes } = await make('csv-excel', { kinds: ['enterprises'] });
		const text = textOf(bytes);
		expect(text.startsWith('\uFEFFID usaha;Nama usaha;')).toBe(true);
		const row = records(text, ';').find((one) => one['Lintang'] !== '') ?? {};
		expect(row).toMatchObject({
			'Jenis usaha': 'pangan olahan',
			Lintang: '-7,401234',
			'Kapasitas dari': '12,5',
		});
		const [raw = ''] =
			textOf((await make('csv-excel', { kinds: ['people'] })).bytes).match(/.*0812-0000.*/) ?? [];
		expect(raw).toContain(";'0812-0000-1234;");
	});

	it('by the standard has none of these, and is read back as it was written', async () => {
		const text = textOf((await make('csv', { kinds: ['people'] })).bytes);
		expect(text.startsWith('person_id,name,sex,birth_year,phone')).toBe(true);
		const row = (await people()).find(({ person_id: id }) => id === siti);
		expect(row).toMatchObject({
			name: 'Siti Ekspor; "Aminah", S.E.',
			sex: 'female',
			phone: '0812-0000-1234',
		});
	});
});

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

describe('a workbook', () => {
	it('has a sheet for each kind between what it is and its codebook; figures, days and texts are what they are', async () => {
		const outcome = readWorkbook((await make('xlsx')).bytes, { name: 'ekspor.xlsx' });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		const names = outcome.value.grids.map(({ name }) => name);
		expect(names).toHaveLength(20);
		expect([names[0], names[4], names.at(-1)]).toEqual(['Tentang berkas ini', 'Orang', 'Kamus kolom']);
		const grid = outcome.value.grids.find(({ name }) => name === 'Usaha')?.rows ?? [];
		const head = grid[0]?.map(({ text }) => text) ?? [];
		const row = grid.find((cells) => cells.some(({ text }) => text.startsWith('=cmd'))) ?? [];
		const at = (title: string) => row[head.indexOf(title)] as { text: string; number?: number };
		expect(at('Lintang')).toMatchObject({ number: -7.401234 });
		expect(at('Kapasitas dari')).toMatchObject({ number: 12.5 });
		expect(at('Kode desa')).not.toHaveProperty('number');
	});

	it.runIf(soffice !== undefined)(
		'is opened by another program, which shows the same',
		async () => {
			const place = mkdtempSync(join(tmpdir(), 'sentra-soffice-'));
			const file = join(place, 'ekspor.xlsx');
			writeFileSync(file, (await make('xlsx', { kinds: ['people', 'permits'] })).bytes);
			// Every sheet into a file of its own, formulas as they are shown.
			const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
			const profile = `-env:UserInstallation=file://${place}/profile`;
			execFileSync(
				soffice as string,
				[profile, '--headless', '--convert-to', filter, '--outdir', place, file],
				{
					stdio: 'ignore',
				},
			);
			const sheet = (title: string) => readFileSync(join(place, `ekspor-${title}.csv`), 'utf8');
			const shown = records(sheet('Orang'), ',').find((row) => row['ID orang'] === siti);
			expect(shown).toMatchObject({
				'Nomor HP': '0812-0000-1234',
				'Tahun lahir': '1985',
				'Jenis kelamin': 'Perempuan',
			});
			expect(sheet('Orang')).toContain('=HYPERLINK');
			expect(records(sheet('Kamus kolom'), ',').length).toBe(
				kinds.filter(({ id }) => id === 'people' || id === 'permits').flatMap(({ columns }) => columns)
					.length,
			);
			rmSync(place, { recursive: true, force: true });
		},
		120_000,
	);
});

describe('making an export', () => {
	const workshop = (role: Actor['role'] = 'owner') => ({ sql: house.sql, actor: actor(role), folder });
	const request = (more: object = {}) => ({
		exportId: v7(),
		choice: { ...chosen(demo.programmeId, { form: 'csv' }), ...more },
	});
	const entries = (id: string) =>
		house.sql<{ verb: string; after: Record<string, unknown> }[]>`
			select verb, after from audit_entry where record_id = ${id}`;
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
			const { createHash } = await import('node:crypto');
			expect(createHash('sha256').update(file).digest('hex')).toBe(receipt.sha256);
			expect(file.length).toBe(receipt.bytes);
			expect(receipt.fileName).toBe(`kalanganyar-${new Date().toISOString().slice(0, 10)}.csv.zip`);
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
		expect(countOf).toBeTypeOf('function');
	});
});

/** What leaves a team: an export with its entry in the trail, and that nobody else gets a byte over HTTP. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as api } from '@playwright/test';
import type { APIRequestContext, Browser } from '@playwright/test';
import { v7 } from 'uuid';
import { connect } from '../../src/server/db/connect.ts';
import { joinEmbeddedServer } from '../../src/server/db/embedded/embedded-server.ts';
import { password, signIn, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';
import { expect, expectAccessible, scrollsSideways, test } from './test.ts';

let server: TeamServer;
const village = '3515172004';
const elsewhere = '3515172008';
// Guests have no account: a link shows them one programme, and no page of exports.
const roles = ['manager', 'facilitator', 'treasurer', 'auditor'] as const;
/** Stands in every record and file of ours. */
const MARK = 'RahasiaKalanganyar';
/** Who asks: her name, and what she carries. */
const visitors = new Map<string, APIRequestContext>();
let studyPaths: string[] = [];

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.use({ javaScriptEnabled: false });
test.beforeEach(({ watched }) => watched.allow(/status of 4(00|03|04|10)/));

type Sql = ReturnType<typeof connect>;

async function withDatabase<Answer>(work: (sql: Sql) => Promise<Answer>): Promise<Answer> {
	const place = await joinEmbeddedServer(server.folder);
	const { host, port, database, username } = place;
	const sql = connect({ host, port, database, username }, { max: 1 });
	try {
		return await work(sql);
	} finally {
		await sql.end();
		await place.release();
	}
}

/** Somebody who has just opened her link and made her account. */
async function enter(
	link: string,
	name: string,
	form: Record<string, string> = {},
): Promise<APIRequestContext> {
	const visitor = await api.newContext({ extraHTTPHeaders: { origin: server.address, accept: 'text/html' } });
	const answer = await visitor.post(link, {
		form: { namaAnda: name, nama: name, sandi: password, ...form },
		maxRedirects: 0,
	});
	expect(answer.status(), `${name}: ${link}`).toBe(303);
	visitors.set(name, visitor);
	return visitor;
}

/** Invites somebody, from the page of the team or from a person's card; what she is comes from who invites. */
async function invite(
	owner: APIRequestContext,
	name: string,
	role: string,
	{ desa = '', from = '/organisasi' } = {},
): Promise<void> {
	const answer = await owner.post(`${server.address}${from}?/undang`, {
		form: { displayName: name, role, villages: desa, perintah: v7() },
	});
	expect(answer.status(), `inviting ${name}`).toBe(200);
	const link = /http[^"<\s]*\/undangan\/[\w-]+/.exec(await answer.text())?.[0] ?? '';
	await enter(`${link}?/baru`, name);
}

/** A second organisation on the same server, through a link as the terminal would print it. */
async function foundOther(): Promise<APIRequestContext> {
	const token = v7();
	await withDatabase(
		(sql) => sql`insert into entry_link (token_sha256, kind, expires_at)
			values (${createHash('sha256').update(token).digest()}, 'first-owner', now() + interval '1 day')`,
	);
	return enter(`${server.address}/mulai/${token}`, 'lain.owner', {
		organisasi: 'Yayasan Lain',
		jenis: 'ngo',
	});
}

/** A person on record in the other organisation; gives the address of her card. */
async function writeTheirPerson(): Promise<string> {
	const [programme_id, person_id] = [v7(), v7()];
	await withDatabase(async (sql) => {
		const [organisation] = await sql<{ org_id: string }[]>`
			select org_id from organisation where name = 'Yayasan Lain'`;
		const org_id = organisation?.org_id ?? '';
		await sql`insert into programme ${sql({ org_id, programme_id, slug: 'tetangga', name: 'Program tetangga', stage: 'growing' })}`;
		await sql`insert into person ${sql({ org_id, person_id, name: 'Bu Anggota', village_code: village })}`;
	});
	return `/p/tetangga/petakan/orang/${person_id}`;
}

/** Records of ours: a programme in one village with a person, an enterprise and a study with a file. */
async function writeRecords(): Promise<void> {
	await withDatabase(async (sql) => {
		const [organisation] = await sql<{ org_id: string }[]>`
			select org_id from organisation where name = 'Yayasan Sisik Mas'`;
		const org_id = organisation?.org_id ?? '';
		const [programme_id, study_id, file_id, publication_id] = [v7(), v7(), v7(), v7()];
		const bytes = Buffer.from(`berkas ${MARK}`);
		const sha256 = createHash('sha256').update(bytes).digest();
		const of = { org_id, programme_id, village_code: village };
		const study = { org_id, study_id, village_code: village };
		await sql`insert into programme ${sql({ org_id, programme_id, slug: 'kalanganyar', name: 'Kalanganyar Sentris Berseri', stage: 'growing' })}`;
		await sql`insert into programme_village ${sql(of)}`;
		await sql`insert into person ${sql({ org_id, person_id: v7(), name: `Bu ${MARK}`, village_code: village, phone: '0812-3456-7890' })}`;
		await sql`insert into enterprise ${sql({ ...of, enterprise_id: v7(), name: `=Usaha ${MARK}`, kind: 'food', latitude: -7.4, longitude: 112.78 })}`;
		await sql`insert into enterprise ${sql({ ...of, enterprise_id: v7(), name: 'Tanpa titik', kind: 'craft' })}`;
		await sql`insert into study ${sql({ ...of, study_id, kind: 'sharing', title: `Kajian ${MARK}` })}`;
		await sql`insert into study_version ${sql({ ...study, number: 1, content: sql.json({ mark: MARK }), input_sha256: sha256, methods: sql.json([]), saved_by_name: 'Ibu Sari', saved_at: new Date() } as never)}`;
		await sql`insert into study_file ${sql({ ...study, file_id, name: 'bukti.txt', media_type: 'text/plain', size: bytes.length, sha256, bytes, attached_by_name: 'Ibu Sari', attached_at: new Date() } as never)}`;
		const results = {
			id: { blocks: [{ kind: 'paragraph', text: MARK }] },
			en: { blocks: [{ kind: 'paragraph', text: MARK }] },
		};
		await sql`insert into study_publication ${sql({ ...study, programme_id, publication_id, number: 1, title: MARK, results: sql.json(results), methods: sql.json([]), input_sha256: sha256, published_by_name: 'Ibu Sari', published_at: new Date() } as never)}`;
		studyPaths = [
			`/p/kalanganyar/kajian/${study_id}/berkas/${file_id}`,
			`/p/kalanganyar/kajian/${study_id}/lembar/1`,
			`/p/kalanganyar/terbitan/${publication_id}`,
		];
	});
}

test.beforeAll(async () => {
	test.setTimeout(240_000);
	server = await startTeam();
	const owner = await enter(server.firstOwner, 'ibu.sari', { organisasi: 'Yayasan Sisik Mas', jenis: 'ngo' });
	await writeRecords();
	await invite(owner, 'kita.auditor', 'auditor');
	await invite(owner, 'kita.jauh', 'facilitator', { desa: elsewhere });
	const other = await foundOther();
	for (const role of roles)
		await invite(other, `lain.${role}`, role, { desa: role === 'facilitator' ? village : '' });
	await invite(other, 'lain.member', 'member', { from: await writeTheirPerson() });
	visitors.set(
		'nobody',
		await api.newContext({ extraHTTPHeaders: { origin: server.address, accept: 'text/html' } }),
	);
});
test.afterAll(async () => {
	for (const visitor of visitors.values()) await visitor.dispose();
	await server.stop();
});

const exportPage = (language = '') => `${server.address}${language}/p/kalanganyar/ekspor`;

test('the records of a programme leave as a workbook, with an entry that says who took what', async ({
	page,
}) => {
	await signIn(page, server);
	await page.goto(`${server.address}/p/kalanganyar`);
	await page.locator('main a.tombol', { hasText: 'Ekspor' }).click();
	await expect(page.getByText('2 baris, 1 punya titik, 1 belum')).toBeVisible();
	await page.getByLabel('Untuk keperluan apa').fill('Laporan semester untuk dinas');
	await page.getByRole('button', { name: 'Siapkan berkas' }).click();
	await expect(page.getByRole('heading', { name: 'Berkas siap' })).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: /^Unduh kalanganyar-\d{4}-\d\d-\d\d\.xlsx$/ }).click(),
	]);
	const bytes = readFileSync(await download.path());
	expect(bytes.subarray(0, 2).toString()).toBe('PK');
	const hash = createHash('sha256').update(bytes).digest('hex');
	await expect(page.getByText(`Sidik SHA-256: ${hash}`)).toBeVisible();
	const line = page.locator('#riwayat').getByRole('listitem').first();
	await expect(line).toContainText('ibu.sari (pemilik): Excel');
	await expect(line).toContainText('Laporan semester untuk dinas');
	await page.goto(`${server.address}/organisasi`);
	await expect(page.getByText('export.make').first()).toBeVisible();
});

test('the file is sent to be kept, under its name, and by nobody on the way', async () => {
	const owner = visitors.get('ibu.sari') as APIRequestContext;
	const path = await made(owner, { form: 'csv-excel', 'kind-people': 'on' });
	const answer = await owner.get(path);
	expect(answer.headers()).toMatchObject({
		'content-type': 'application/octet-stream',
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store',
	});
	expect(answer.headers()['content-disposition']).toMatch(
		/^attachment; filename="kalanganyar-people-[\d-]+\.csv"$/,
	);
	const text = (await answer.body()).toString();
	expect(text.startsWith('\uFEFFID orang;Nama;')).toBe(true);
	expect(text).toContain(";'0812-3456-7890;");
});

/** Has an export made and gives the address of its file. */
async function made(visitor: APIRequestContext, more: Record<string, string>): Promise<string> {
	const answer = await visitor.post(`${exportPage()}?/siapkan`, {
		form: { form: 'csv', use: 'inside', purpose: 'uji coba', perintah: v7(), ...more },
		maxRedirects: 0,
	});
	expect(answer.status()).toBe(303);
	const id = /siap=([0-9a-f-]{36})/.exec(answer.headers()['location'] ?? '')?.[1] ?? '';
	return `${exportPage()}/unduh/${id}`;
}

test('what cannot be made says why, and keeps what was ticked and typed', async ({ page }) => {
	await signIn(page, server);
	await page.goto(exportPage('/en'));
	await page.getByRole('radio', { name: /^GeoJSON/ }).check();
	await page.getByRole('radio', { name: /^To be handed out/ }).check();
	await page.getByRole('checkbox', { name: /^People/ }).uncheck();
	await page.getByLabel('What it is for').fill('A map for the web');
	await page.getByRole('button', { name: 'Prepare the file' }).click();
	await expect(page.getByRole('alert')).toContainText('A point on a map is an address');
	await expect(page.getByLabel('What it is for')).toHaveValue('A map for the web');
	await expect(page.getByRole('radio', { name: /^GeoJSON/ })).toBeChecked();
	await expect(page.getByRole('checkbox', { name: /^People/ })).not.toBeChecked();
	await page.getByRole('radio', { name: /^Data Package/ }).check();
	await page.getByRole('button', { name: 'Prepare the file' }).click();
	await expect(page.getByRole('heading', { name: 'The file is ready' })).toBeVisible();
	await expect(page.getByText('handled with care): 1.')).toBeVisible();
});

test('no address that answers with bytes answers anybody else', async () => {
	const owner = visitors.get('ibu.sari') as APIRequestContext;
	const everything = Object.fromEntries(
		['people', 'enterprises', 'studies'].map((kind) => [`kind-${kind}`, 'on']),
	);
	const files: string[] = [];
	for (const form of ['xlsx', 'csv-excel', 'csv', 'geojson', 'datapackage'])
		files.push(await made(owner, { ...everything, form }));
	const addresses = [...files, ...studyPaths.map((path) => server.address + path)];
	for (const address of addresses) {
		const answer = await owner.get(address);
		expect(answer.status(), address).toBe(200);
		expect((await answer.body()).length).toBeGreaterThan(0);
	}
	let asked = 0;
	for (const [name, visitor] of visitors) {
		if (name === 'ibu.sari') continue;
		// An auditor of ours reads studies; what the owner took away is not hers to fetch.
		for (const address of name === 'kita.auditor'
			? files
			: [...addresses, exportPage(), `${exportPage()}/kamus`])
			for (const at of [address, address.replace(server.address, `${server.address}/en`)]) {
				const answer = await visitor.get(at, { maxRedirects: 0 });
				expect([303, 403, 404], `${name} ${at}`).toContain(answer.status());
				expect(answer.headers()['content-disposition']).toBeUndefined();
				expect((await answer.body()).toString('latin1')).not.toContain(MARK);
				asked += 1;
			}
	}
	expect(asked).toBeGreaterThan(150);
});

test('nobody else has an export made of it', async () => {
	for (const [name, visitor] of visitors) {
		if (name === 'ibu.sari' || name === 'kita.auditor') continue;
		const answer = await visitor.post(`${exportPage()}?/siapkan`, {
			form: { form: 'csv', use: 'inside', purpose: 'uji coba', 'kind-people': 'on', perintah: v7() },
			maxRedirects: 0,
		});
		expect(answer.headers()['location'] ?? '', name).not.toContain('siap=');
		expect([401, 403, 404], name).toContain(answer.status());
	}
	const entries = await withDatabase(
		(sql) =>
			sql<{ name: string }[]>`select distinct actor_name as name from audit_entry where verb = 'export.make'`,
	);
	expect(entries.map(({ name }) => name)).toEqual(['ibu.sari']);
});

async function look(browser: Browser, width: number, language: '' | '/en'): Promise<void> {
	const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width, height: 800 } });
	const page = await context.newPage();
	await signIn(page, server);
	for (const path of [exportPage(language), `${exportPage(language)}/kamus`]) {
		await page.goto(path);
		expect(await scrollsSideways(page)).toBe(false);
		await expectAccessible(page);
	}
	await page.goto(exportPage(language));
	await page.locator('input[name=purpose]').fill('uji coba');
	await page.locator('form.formulir-tim button').click();
	await expect(page.locator('#siap')).toBeVisible();
	expect(await scrollsSideways(page)).toBe(false);
	await expectAccessible(page);
	await context.close();
}

for (const width of [360, 1280])
	for (const language of ['', '/en'] as const)
		test(`its pages fit ${width} px and have nothing that axe finds ${language}`, ({ browser }) =>
			look(browser, width, language));

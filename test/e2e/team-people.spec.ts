/** People, their consent and their groups, as a facilitator's office writes them down: forms and documents, no script. */
import type { Browser, Page } from '@playwright/test';
import { foundTeam, password, signIn, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';
import { v7 } from 'uuid';
import { expect, expectAccessible, scrollsSideways, test } from './test.ts';

let server: TeamServer;
const NIK = '3515174107850012';

test.describe.configure({ mode: 'serial', timeout: 60_000 });
test.use({ javaScriptEnabled: false });
// A refused form answers with its status, which the browser reports.
test.beforeEach(({ watched }) => watched.allow(/status of 4(00|03|04|09)/));

test.beforeAll(async ({ browser }) => {
	test.setTimeout(240_000);
	server = await startTeam();
	await foundTeam(browser, server);
});
test.afterAll(() => server.stop());

const people = () => `${server.address}/p/kalanganyar/petakan/orang`;
const groups = () => `${server.address}/p/kalanganyar/petakan/kelompok`;

async function addPerson(page: Page, name: string, nik = ''): Promise<void> {
	await page.goto(people());
	const form = page.locator('#tambah');
	await form.getByLabel('Nama', { exact: true }).fill(name);
	await form.getByLabel('NIK').fill(nik);
	await form.getByRole('button', { name: 'Simpan orang' }).click();
}

test('a person is written down, found by any word of her name, and changed', async ({ page }) => {
	await signIn(page, server);
	await addPerson(page, 'Siti Nur Aminah', '1234');
	await expect(page.getByRole('alert')).toContainText('NIK itu belum benar bentuknya');
	await expect(page.getByLabel('Nama', { exact: true })).toHaveValue('Siti Nur Aminah');
	await expect(page.getByLabel('NIK')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('NIK').fill(NIK);
	await page.getByLabel('Nomor HP').fill('0812 3456 7890');
	await page.getByLabel('Tahun lahir').fill('1985');
	await page.getByRole('button', { name: 'Simpan orang' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siti Nur Aminah');
	await expect(page.getByText('3515••••••••0012')).toBeVisible();
	expect(await page.content()).not.toContain(NIK);
	await expect(page.getByRole('link', { name: 'WhatsApp' })).toHaveAttribute(
		'href',
		'https://wa.me/6281234567890',
	);

	await page.goto(people());
	await page.getByLabel('Cari nama', { exact: true }).fill('amin');
	await page.locator('main').getByRole('button', { name: 'Cari' }).click();
	await page.getByRole('link', { name: 'Siti Nur Aminah' }).click();
	await page.getByText('Ubah data').click();
	await page.getByLabel('Nama', { exact: true }).fill('Siti Nur Aminah S.');
	await page.getByRole('button', { name: 'Simpan perubahan' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Siti Nur Aminah S.');
	await expect(page.getByText('lahir 1985')).toBeVisible();
});

test('her number is shown in full once, for a reason that stands in the trail', async ({ page }) => {
	await signIn(page, server);
	await page.goto(`${people()}?cari=siti`);
	await page.getByRole('link', { name: 'Siti' }).click();
	await page.getByText('Tampilkan utuh').first().click();
	await page.getByLabel('Untuk keperluan apa').fill('mengurus PIRT');
	await page.getByRole('button', { name: 'Tampilkan utuh' }).click();
	await expect(page.locator('.tautan-sekali')).toHaveText(NIK);
	await page.goto(page.url().replace(/\?.*$/, ''));
	expect(await page.content()).not.toContain(NIK);
	await page.goto(`${server.address}/organisasi`);
	await expect(page.getByText('person.reveal-identity')).toBeVisible();
	expect(await page.content()).not.toContain(NIK);
	const entry = page.getByRole('listitem').filter({ hasText: 'person.reveal-identity' });
	await entry.getByRole('link', { name: 'Siti' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Siti');
	expect(page.url()).toContain('/petakan/orang/');
});

test('the same number twice is accepted and told, and both stand in the list of doubles', async ({
	page,
}) => {
	await signIn(page, server);
	await addPerson(page, 'Siti Aminah', NIK);
	await expect(page.getByText('NIK yang sama juga tercatat pada:')).toBeVisible();
	await page.goto(people());
	await page.getByRole('link', { name: 'Mungkin tercatat dua kali' }).click();
	await expect(page.getByText('NIK sama')).toBeVisible();
	await page.getByRole('link', { name: 'Siti Aminah', exact: true }).click();
	await page.getByText('Hapus dari daftar').first().click();
	await page.getByLabel('Alasan').selectOption('double');
	await page.getByRole('button', { name: 'Hapus dari daftar' }).click();
	await page.goto(`${people()}/ganda`);
	await expect(page.getByText('Tidak ada yang tampak ganda.')).toBeVisible();
});

test('consent taken back lists where her story must be taken down', async ({ page }) => {
	await signIn(page, server);
	await page.goto(`${people()}?cari=siti`);
	await page.getByRole('link', { name: 'Siti' }).click();
	const consent = page.locator('#persetujuan');
	await consent.getByText('Catat persetujuan').first().click();
	await consent.getByLabel('Untuk apa').selectOption('story');
	await consent.getByLabel('Tanggal').fill('2025-01-10');
	await consent.getByRole('button', { name: 'Catat persetujuan' }).click();
	await expect(consent.getByText('ceritanya dipakai, 10 Januari 2025, lisan')).toBeVisible();
	const uses = page.locator('#pemakaian');
	await uses.getByText('Catat pemakaian').first().click();
	await uses.getByLabel('Untuk apa').selectOption('story');
	await uses.getByLabel('Dipakai di').fill('Laporan tahunan 2025');
	await uses.getByLabel('Tanggal dipakai').fill('2025-12-01');
	await uses.getByRole('button', { name: 'Catat pemakaian' }).click();
	await expect(uses.getByText('Laporan tahunan 2025', { exact: true })).toBeVisible();
	await expect(uses.getByText('Turunkan atau minta')).toHaveCount(0);
	await consent.getByText('Tarik persetujuan').first().click();
	await consent.getByRole('button', { name: 'Tarik persetujuan' }).click();
	await expect(consent.getByText(/^ditarik/)).toBeVisible();
	await expect(uses.getByText('Turunkan atau minta persetujuan lagi')).toBeVisible();
});

test('a group takes members in, tells since when, and lets them go', async ({ page }) => {
	await signIn(page, server);
	await page.goto(groups());
	await page.getByLabel('Nama kelompok').fill('OLIKAN');
	await page.getByLabel('Produk utama').fill('kerupuk sisik bandeng');
	await page.getByRole('button', { name: 'Simpan kelompok' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('OLIKAN');
	await page.getByLabel('Cari orang untuk dimasukkan').fill('siti');
	await page.locator('main').getByRole('button', { name: 'Cari' }).click();
	await page.getByLabel('Tugas').selectOption('chair');
	await page.getByLabel('Menjadi anggota sejak').fill('2022-03-01');
	await page.getByRole('button', { name: 'Masukkan Siti' }).click();
	await expect(page.getByText('sejak 1 Maret 2022')).toBeVisible();
	await page.goto(groups());
	await expect(page.getByText('1 anggota · ketua Siti Nur Aminah S.')).toBeVisible();
	await page.getByRole('link', { name: 'OLIKAN' }).click();
	await page.getByText('Ubah keanggotaan').click();
	await page.getByLabel('Hari pertama bukan anggota lagi').fill('2022-01-01');
	await page.getByRole('button', { name: 'Keluarkan dari kelompok' }).click();
	await expect(page.getByRole('alert').first()).toContainText('lebih awal');
	await page.getByLabel('Hari pertama bukan anggota lagi').fill('2024-01-01');
	await page.getByRole('button', { name: 'Keluarkan dari kelompok' }).click();
	await expect(page.getByText('1 Maret 2022 sampai 1 Januari 2024')).toBeVisible();
	await expect(page.getByText('Belum ada anggota.')).toBeVisible();
});

test('a household is formed around its head, and members are found by name', async ({ page }) => {
	await signIn(page, server);
	await addPerson(page, 'Pak Slamet');
	await page.getByRole('button', { name: 'Catat sebagai kepala keluarga' }).click();
	await page.getByLabel('Cari anggota keluarga').fill('siti');
	await page.locator('main').getByRole('button', { name: 'Cari' }).click();
	await page.getByLabel('Hubungan dengan kepala keluarga').selectOption('spouse');
	await page.getByRole('button', { name: 'Masukkan Siti' }).click();
	await expect(page.locator('#keluarga').getByText('pasangan')).toBeVisible();
	await expect(
		page.locator('#keluarga').getByText('kepala keluarga', { exact: false }).first(),
	).toBeVisible();
});

test('an id that is none, or nobody’s, is a page that is not there', async ({ page }) => {
	await signIn(page, server);
	for (const id of ['x', v7()]) {
		const answer = await page.goto(`${people()}/${id}`);
		expect(answer?.status()).toBe(404);
	}
});

test('a group stands at the address of its own programme, and its people lead there', async ({ page }) => {
	await signIn(page, server);
	await page.goto(groups());
	await page.getByRole('link', { name: 'OLIKAN' }).click();
	const ours = page.url();
	await page.goto(`${server.address}/p`);
	await page.getByLabel('Nama program').fill('Program tetangga');
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await expect(page).toHaveURL(/\/p\/program-tetangga\/ubah/);
	const there = await page.goto(ours.replace('/kalanganyar/', '/program-tetangga/'));
	expect(there?.status()).toBe(404);
	await page.goto(`${people()}?cari=siti`);
	await page.getByRole('link', { name: 'Siti' }).click();
	// Her card is the same whichever programme it is read in.
	await page.goto(page.url().replace('/kalanganyar/', '/program-tetangga/'));
	await page.getByRole('link', { name: 'OLIKAN' }).click();
	await expect(page).toHaveURL(ours);
});

/** Opens the link of an invitation as somebody new, with an account that is called so. */
async function accept(browser: Browser, link: string, username: string): Promise<Page> {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto(link);
	await page.getByLabel('Nama pengguna').fill(username);
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByRole('button', { name: 'Buat akun dan bergabung' }).click();
	return page;
}

test('a member is invited from her own card, and sees her own record alone', async ({ page, browser }) => {
	await signIn(page, server);
	await addPerson(page, 'Bu Rahma Sari');
	const access = page.locator('#akses');
	await expect(access.getByText('Bu Rahma Sari dapat melihat catatannya sendiri')).toBeVisible();
	await access.getByRole('button', { name: 'Undang sebagai anggota' }).click();
	const lost = await access.locator('.tautan-sekali').innerText();
	await expect(access.getByText('Undangannya berlaku sampai')).toBeVisible();
	await access.getByRole('button', { name: 'Tarik undangan' }).click();
	await access.getByRole('button', { name: 'Undang sebagai anggota' }).click();
	const link = await access.locator('.tautan-sekali').innerText();

	await page.goto(lost);
	await expect(page.getByRole('alert')).toBeVisible();
	const hers = await accept(browser, link, 'bu.rahma');
	await expect(hers.getByText('sebagai anggota')).toBeVisible();
	await hers.goto(people());
	await expect(hers.locator('main .daftar a')).toHaveText(['Bu Rahma Sari']);
	await hers.getByRole('link', { name: 'Bu Rahma Sari' }).click();
	await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Bu Rahma Sari');
	await expect(hers.locator('#akses')).toHaveCount(0);
	await hers.context().close();

	await page.goto(`${people()}?cari=rahma`);
	await page.getByRole('link', { name: 'Bu Rahma Sari' }).click();
	await expect(access.getByText('Sudah dapat masuk sebagai anggota')).toBeVisible();
	await expect(access.getByRole('button')).toHaveCount(0);
});

test('a facilitator is given the villages that are ticked, and what was chosen stays when a code is none', async ({
	page,
	browser,
}) => {
	await signIn(page, server);
	await page.goto(`${server.address}/organisasi`);
	const form = page.locator('form[action="?/undang"]');
	await form.getByLabel('Nama yang diundang').fill('Pak Budi');
	await form.getByLabel('Sebagai').selectOption('facilitator');
	await form.getByLabel('Kalanganyar').check();
	await form.getByText('Desa lain, dengan kodenya').click();
	await form.getByLabel('Kode desa').fill('3515');
	await form.getByRole('button', { name: 'Buat tautan undangan' }).click();
	await expect(form.getByRole('alert')).toContainText('Kode wilayah itu tidak dikenal.');
	await expect(form.getByLabel('Kalanganyar')).toBeChecked();
	await expect(form.getByLabel('Kode desa')).toHaveValue('3515');
	await form.getByLabel('Kode desa').fill('');
	await form.getByRole('button', { name: 'Buat tautan undangan' }).click();
	const budi = await accept(browser, await page.locator('.tautan-sekali').innerText(), 'pak.budi');
	await budi.goto(`${server.address}/organisasi`);
	await expect(budi.getByText('Desa: Kalanganyar (3515172004)')).toBeVisible();
	await budi.context().close();

	// Her access ended, and she comes back with the account that she had.
	await page.goto(`${server.address}/organisasi`);
	const his = page.getByRole('listitem').filter({ hasText: 'Pak Budi, pendamping lapangan' });
	await his.getByText('Ubah akses: Pak Budi').click();
	await his.getByRole('button', { name: 'Akhiri akses' }).click();
	await expect(his.getByText('berakhir').first()).toBeVisible();
	await form.getByLabel('Nama yang diundang').fill('Pak Budi');
	await form.getByLabel('Sebagai').selectOption('auditor');
	await form.getByRole('button', { name: 'Buat tautan undangan' }).click();
	const link = await page.locator('.tautan-sekali').innerText();
	const back = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await back.goto(link);
	await back.getByRole('link', { name: 'Sudah punya akun?' }).click();
	await back.getByLabel('Nama pengguna').fill('pak.budi');
	await back.getByLabel('Kata sandi').fill(password);
	await back.getByRole('button', { name: 'Masuk', exact: true }).click();
	await back.getByRole('button', { name: 'Bergabung' }).click();
	await expect(back.getByText('sebagai pemeriksa')).toBeVisible();
	await back.context().close();
});

for (const [width, english] of [
	[360, false],
	[1280, true],
] as const)
	test(`the pages fit ${width} px and have nothing that axe finds`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width, height: 800 } });
		const page = await context.newPage();
		await signIn(page, server);
		const prefix = english ? `${server.address}/en` : server.address;
		for (const list of ['orang', 'kelompok']) {
			await page.goto(`${prefix}/p/kalanganyar/petakan/${list}`);
			await expectAccessible(page);
			expect(await scrollsSideways(page)).toBe(false);
			await page.locator('.daftar a[href*="/petakan/"]').first().click();
			for (const summary of await page.locator('summary').all()) await summary.click();
			await expectAccessible(page);
			expect(await scrollsSideways(page)).toBe(false);
			if (list !== 'orang') continue;
			await page.locator('a[href$="/lupakan"]').click();
			await expectAccessible(page);
			expect(await scrollsSideways(page)).toBe(false);
			await page.goto(`${prefix}/p/kalanganyar/petakan/orang/permintaan`);
			await expectAccessible(page);
		}
		await context.close();
	});

test('who asks to be forgotten is forgotten on a page that says what goes, and the trail says so', async ({
	page,
}) => {
	await signIn(page, server);
	await addPerson(page, 'Rukmini Minta Dilupakan');
	await page.getByText('Hapus dari daftar').first().click();
	await page.getByLabel('Alasan').selectOption('asked');
	await page.getByRole('button', { name: 'Hapus dari daftar' }).click();
	await page.goto(`${server.address}/beranda`);
	await page.getByRole('link', { name: '1 orang meminta dilupakan' }).click();
	await page.getByRole('link', { name: 'Rukmini Minta Dilupakan' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Lupakan orang ini: Rukmini Minta Dilupakan',
	);
	await expect(page.getByText('Cadangan yang dibuat sebelum hari ini masih memuat datanya')).toBeVisible();
	await page.getByLabel('Saya sudah membaca apa yang hilang').check();
	await page.getByRole('button', { name: 'Lupakan Rukmini Minta Dilupakan' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dihapus atas permintaan');
	await expect(page.getByText('Yang tersisa hanya hitungan tanpa nama')).toBeVisible();
	expect(await page.content()).not.toContain('Rukmini');
	await page.goto(`${people()}/permintaan`);
	await expect(page.getByText('Tidak ada yang menunggu.')).toBeVisible();
	await page.goto(`${server.address}/organisasi`);
	expect(await page.content()).not.toContain('Rukmini');
	const trace = page.locator('details').filter({ hasText: 'Nama dihapus atas permintaan' }).first();
	await trace.locator('summary').click();
	await expect(trace.locator('dt', { hasText: /^Nama$/ }).first()).toBeVisible();
	await expect(trace.getByText('dihapus atas permintaan').first()).toBeVisible();
	await page.goto(`${server.address}/en/organisasi`);
	await expect(page.getByText('erased on request').first()).toBeAttached();
});

test('what is still out comes down, and texts that name somebody are put right, before anybody is forgotten', async ({
	page,
}) => {
	await signIn(page, server);
	await addPerson(page, 'Sulastri Masih Terpakai');
	const card = page.url();
	await page.locator('#pemakaian summary').filter({ hasText: 'Catat pemakaian' }).click();
	await page.getByLabel('Dipakai di').fill('Poster pasar');
	await page.locator('#pemakaian').getByLabel('Tanggal dipakai').fill('2026-01-02');
	await page.getByRole('button', { name: 'Catat pemakaian' }).click();
	await expect(page.locator('#pemakaian').getByText('Poster pasar')).toBeVisible();
	// Another programme's summary names her.
	await page.goto(`${server.address}/p`);
	await page.getByLabel('Nama program').fill('Program Lain');
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await page.goto(`${server.address}/p/program-lain/ubah`);
	await page.getByLabel('Ringkasan').fill('Dimulai bersama Sulastri Masih Terpakai');
	await page.getByRole('button', { name: 'Simpan program' }).click();
	await page.goto(card);
	await page.getByText('Hapus dari daftar').first().click();
	await page.getByLabel('Alasan').selectOption('asked');
	await page.getByRole('button', { name: 'Hapus dari daftar' }).click();

	await page.goto(`${card}/lupakan`);
	const first = page.locator('section').filter({ hasText: 'Kerjakan dahulu' });
	await expect(first.getByRole('link', { name: 'Poster pasar' })).toBeVisible();
	await page.getByLabel('Saya sudah membaca apa yang hilang').check();
	await page.getByRole('button', { name: 'Lupakan Sulastri' }).click();
	await expect(page.getByRole('alert')).toContainText(
		'Masih ada cerita, foto, atau data orang ini yang dipakai.',
	);

	await first.getByRole('link', { name: 'Program Lain' }).click();
	await expect(page.getByLabel('Ringkasan')).toHaveValue('Dimulai bersama Sulastri Masih Terpakai');
	await page.getByLabel('Ringkasan').fill('Dimulai bersama warga');
	await page.getByRole('button', { name: 'Simpan program' }).click();
	await page.goto(`${card}/lupakan`);
	await expect(first.getByRole('link', { name: 'Program Lain' })).toHaveCount(0);

	await first.getByRole('link', { name: 'Poster pasar' }).click();
	await page.locator('#pemakaian summary').filter({ hasText: 'Sudah diturunkan' }).click();
	await page.getByRole('button', { name: 'Sudah diturunkan' }).click();
	await expect(page.locator('#pemakaian').getByText('diturunkan')).toBeVisible();
	await page.goto(`${card}/lupakan`);
	await expect(first).toHaveCount(0);
	await page.getByLabel('Saya sudah membaca apa yang hilang').check();
	await page.getByRole('button', { name: 'Lupakan Sulastri' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dihapus atas permintaan');
});

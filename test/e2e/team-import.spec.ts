/** A list from somebody's own Excel: handed in, judged, saved without its faults, taken back. Forms and documents, no script. */
import type { Page } from '@playwright/test';
import type { TransactionSql } from 'postgres';
import { writeXlsx } from '../../src/files/xlsx-writer.ts';
import { besideServer, foundTeam, signIn, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';
import { expect, expectAccessible, scrollsSideways, test } from './test.ts';

let server: TeamServer;
const NIK = '3515174107850012';

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.use({ javaScriptEnabled: false });
// A refused form answers with its status, which the browser reports.
test.beforeEach(({ watched }) => watched.allow(/status of 4(00|03|04|09)/));

test.beforeAll(async ({ browser }) => {
	test.setTimeout(240_000);
	server = await startTeam();
	await foundTeam(browser, server);
});
test.afterAll(() => server.stop());

async function openPeople(page: Page, language: 'id' | 'en'): Promise<void> {
	await signIn(page, server);
	await page.goto(`${server.address}${language === 'en' ? '/en' : ''}/p/kalanganyar/petakan/orang`);
}

const list = (rows: readonly (readonly (string | number | null)[])[]) => ({
	name: 'warga.xlsx',
	mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	buffer: Buffer.from(
		writeXlsx({
			title: 'warga',
			sheets: [{ name: 'Warga', rows: rows.map((row) => row.map((value) => ({ value }))) }],
		}),
	),
});

const people = list([
	['Daftar warga binaan'],
	['No', 'Nama', 'NIK', 'No HP/WA', 'L/P', 'Tgl lahir', 'Desa'],
	[1, 'Siti Aminah', NIK, 81234567890, 'P', '01/07/1985', 'Kalanganyar'],
	[2, 'Budi Santoso', 3515170108800030, null, 'L', 1980, 'Kalanganyar'],
	[3, 'Rahayu', null, '0812 pak RT', 'P', 1990, 'Kalanganyar'],
	[4, 'Joko Susilo', null, null, 'L', 1970, 'Kalang Anyar'],
	['Jumlah', null, null, null, 4],
]);

/** axe needs scripts: the page is looked at once more in a context that has them. */
async function looksRight(page: Page): Promise<void> {
	expect(await scrollsSideways(page)).toBe(false);
	const context = await page
		.context()
		.browser()
		?.newContext({
			javaScriptEnabled: true,
			storageState: await page.context().storageState(),
			viewport: page.viewportSize(),
		});
	const again = await context?.newPage();
	if (again === undefined) throw new Error('there is no browser');
	await again.goto(page.url().replace(/\?.*$/, ''));
	await expectAccessible(again);
	await context?.close();
}

test('a list is judged by cell, its good rows are saved, and one tap takes them back', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await openPeople(page, 'id');
	await page.locator('main a.tombol', { hasText: 'Ambil dari Excel' }).click();
	await looksRight(page);
	await page.getByLabel('Berkas Excel atau CSV').setInputFiles(people);
	await page.getByRole('button', { name: 'Periksa dulu' }).click();

	await expect(page.getByText('4 baris dibaca')).toBeVisible();
	await expect(page.getByText('2 baris siap disimpan')).toBeVisible();
	await expect(page.getByText('C4, kolom NIK')).toBeVisible();
	await expect(page.getByText('Excel sudah mengubah NIK ini menjadi angka')).toBeVisible();
	await expect(page.getByText('D5, kolom Nomor HP/WA')).toBeVisible();
	await expect(page.getByText('Nol atau +62 di depan dikembalikan pada 1 nomor HP')).toBeVisible();
	expect(await page.content()).not.toContain(NIK);
	await looksRight(page);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Unduh baris yang salah (Excel)' }).click();
	expect((await download).suggestedFilename()).toBe('baris-salah.xlsx');

	await page.getByRole('button', { name: 'Simpan yang benar saja (2 baris)' }).click();
	await expect(page.getByText('2 baris tersimpan pada')).toBeVisible();
	await expect(page.getByText('2 baris yang salah tidak ikut.')).toBeVisible();
	await looksRight(page);
	const written = page.url();
	await page.getByRole('link', { name: 'Lihat daftar orang' }).click();
	await expect(page.getByRole('link', { name: 'Siti Aminah' })).toBeVisible();
	await expect(page.getByText('081234567890')).toBeVisible();

	await page.goto(written);
	await page.getByRole('button', { name: 'Batalkan impor ini' }).click();
	await expect(page.getByText('2 catatan dihapus.')).toBeVisible();
	await looksRight(page);
	await page.goto(`${server.address}/p/kalanganyar/petakan/orang`);
	await expect(page.getByRole('link', { name: 'Siti Aminah' })).toHaveCount(0);
});

test('in English: columns are corrected, a used record is named and stays, the rest is taken back', async ({
	page,
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await openPeople(page, 'en');
	await page.locator('main a.tombol', { hasText: 'Take from Excel' }).click();
	await page
		.getByLabel('Or paste the table here')
		.fill('Orangnya\tAsal\nWati\tKalanganyar\nTuti\tKalanganyar\n');
	await page.getByRole('button', { name: 'Check first' }).click();
	await expect(page.getByText('No column is read as a name yet')).toBeVisible();
	await looksRight(page);
	await page.getByLabel('Column A: Orangnya').selectOption('Name');
	await page.getByLabel('Column B: Asal').selectOption('Village');
	await page.getByRole('button', { name: 'Check again' }).click();
	await expect(page.getByText('Ready to be saved: 2')).toBeVisible();
	await page.getByRole('button', { name: 'Save all (2)' }).click();
	await expect(page.getByText(/Saved on .* Rows: 2\./)).toBeVisible();
	const written = page.url().replace(/\?.*$/, '');

	await page.getByRole('link', { name: 'See the people' }).click();
	await page.getByRole('link', { name: 'Wati' }).click();
	await page.getByText('Change the data').click();
	await page.getByLabel('Name', { exact: true }).fill('Wati S.');
	await page.getByRole('button', { name: 'Save the changes' }).click();
	await page.goto(written);
	await expect(page.getByText('row 2: was changed')).toBeVisible();
	await looksRight(page);
	await page.getByRole('button', { name: 'Undo the rest (1)' }).click();
	await expect(page.getByText('Records removed: 1.')).toBeVisible();
	await expect(page.getByText('Kept because they were changed or used: 1.')).toBeVisible();
});

test('what is no list is refused with what to do, and what was pasted stays', async ({ page }) => {
	await openPeople(page, 'id');
	await page.goto(`${server.address}/p/kalanganyar/petakan/impor`);
	const pdf = { name: 'warga.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 contoh') };
	await page.getByLabel('Berkas Excel atau CSV').setInputFiles(pdf);
	await page.getByLabel('Atau tempel tabelnya di sini').fill('Nama\tDesa');
	await page.getByRole('button', { name: 'Periksa dulu' }).click();
	await expect(page.getByRole('alert')).toContainText('PDF');
	await expect(page.getByLabel('Atau tempel tabelnya di sini')).toHaveValue('Nama\tDesa');
	await looksRight(page);
});

test('the files of an import are given at the address of its own programme alone', async ({ page }) => {
	await openPeople(page, 'id');
	await page.goto(`${server.address}/p/kalanganyar/petakan/impor`);
	await page.getByLabel('Berkas Excel atau CSV').setInputFiles(people);
	await page.getByRole('button', { name: 'Periksa dulu' }).click();
	await expect(page.getByText('4 baris dibaca')).toBeVisible();
	const ours = page.url().replace(/\?.*$/, '');
	await page.goto(`${server.address}/p`);
	await page.getByLabel('Nama program').fill('Program lain');
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await expect(page).toHaveURL(/\/p\/program-lain\/ubah/);
	for (const path of ['', '/berkas', '/baris-salah', '/baris-salah?bentuk=csv']) {
		const here = await page.request.get(`${ours}${path}`);
		const there = await page.request.get(`${ours.replace('/kalanganyar/', '/program-lain/')}${path}`);
		expect([path, here.status(), there.status()]).toEqual([path, 200, 404]);
	}
});

/** However fast the machine judges: no judged list is kept before the work is done, and what it wrote is there then. */
async function whileNoneIsKept(work: (sql: TransactionSql) => Promise<void>): Promise<void> {
	await besideServer(server.folder, (sql) =>
		sql.begin(async (tx) => {
			await tx`lock table intake in share mode`;
			await work(tx);
		}),
	);
}

test('of a long list the page tells how far the check is, until its result is there', async ({ page }) => {
	await openPeople(page, 'id');
	await page.goto(`${server.address}/p/kalanganyar/petakan/impor`);
	const rows = Array.from({ length: 50_000 }, (_, at) => `Warga ${at};Kalanganyar`);
	const csv = {
		name: 'desa.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(`Nama;Desa\n${rows.join('\n')}\n`),
	};
	await page.getByLabel('Berkas Excel atau CSV').setInputFiles(csv);
	const intakeId = await page.locator('main input[name="perintah"]').inputValue();
	const watching = `${server.address}/p/kalanganyar/petakan/impor/${intakeId}/diperiksa`;
	const rowsSaid = async () =>
		/[1-9][\d.]* dari 50\.001 baris/.exec(await (await page.request.get(watching)).text())?.[0] ?? null;
	await whileNoneIsKept(async () => {
		await page.getByRole('button', { name: 'Periksa dulu' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Daftar sedang diperiksa');
		await expect(page.getByText(/Berkas sedang dibuka|dari 50\.001 baris/)).toBeVisible();
		expect(await scrollsSideways(page)).toBe(false);
		await expect.poll(rowsSaid, { timeout: 60_000 }).not.toBeNull();
	});
	expect(page.url()).toContain(`/impor/${intakeId}`);
	// The page loads itself again.
	await expect(page.getByText('50.000 baris siap disimpan')).toBeVisible({ timeout: 60_000 });
	expect(page.url()).toBe(watching.replace('/diperiksa', ''));
	await page.goto(watching);
	expect(page.url()).toBe(watching.replace('/diperiksa', ''));

	await page.goto(watching.replace(/[0-9a-f]{12}\/diperiksa/, '000000000000/diperiksa'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pemeriksaan tidak selesai');
	await looksRight(page);
	await page.getByRole('link', { name: 'Kembali ke unggahan' }).click();
	await expect(page.getByRole('button', { name: 'Periksa dulu' })).toBeVisible();
});

test('a long list that is refused in the end says why, and what to do', async ({ page }) => {
	await besideServer(
		server.folder,
		(sql) => sql`insert into programme_village (org_id, programme_id, village_code)
			select org_id, programme_id, '3515172003' from programme where slug = 'kalanganyar'`,
	);
	await openPeople(page, 'id');
	await page.goto(`${server.address}/p/kalanganyar/petakan/impor`);
	const rows = Array.from({ length: 50_000 }, (_, at) => `Warga ${at};RT 1`);
	const buffer = Buffer.from(`Nama;Alamat\n${rows.join('\n')}\n`);
	await page
		.getByLabel('Berkas Excel atau CSV')
		.setInputFiles({ name: 'desa.csv', mimeType: 'text/csv', buffer });
	await page.locator('select[name="villageCode"]').selectOption('3515172003');
	const intakeId = await page.locator('main input[name="perintah"]').inputValue();
	const watching = `${server.address}/p/kalanganyar/petakan/impor/${intakeId}/diperiksa`;
	const isJudged = async () =>
		(await (await page.request.get(watching)).text()).includes(' dari 50.001 baris');
	await whileNoneIsKept(async (sql) => {
		await page.getByRole('button', { name: 'Periksa dulu' }).click();
		await expect.poll(isJudged, { timeout: 60_000 }).toBe(true);
		await sql`delete from programme_village where village_code = '3515172003'`;
	});
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pemeriksaan tidak selesai', {
		timeout: 60_000,
	});
	expect(page.url()).toBe(watching);
	await expect(page.getByRole('alert')).toContainText('Desa itu tidak termasuk program ini.');
	await expect(page.getByText('Unggah atau tempel daftarnya sekali lagi.')).toBeVisible();
	await looksRight(page);
});

test('what becomes of doubles stays as chosen when saving is refused', async ({ page, watched }) => {
	watched.allow(/status of 409/);
	await openPeople(page, 'id');
	const impor = page.url().replace(/\/orang$/, '/impor');
	const twice = list([
		['Nama', 'L/P', 'Tgl lahir', 'Desa'],
		['Wati Dua Kali', 'P', '01/07/1985', 'Kalanganyar'],
	]);
	for (const attempt of [1, 2]) {
		await page.goto(`${server.address}/p/kalanganyar/petakan/orang`);
		await page.locator('main a.tombol', { hasText: 'Ambil dari Excel' }).click();
		await page.getByLabel('Berkas Excel atau CSV').setInputFiles({ ...twice, name: `warga-${attempt}.xlsx` });
		await page.getByRole('button', { name: 'Periksa dulu' }).click();
		if (attempt === 1) {
			await page
				.getByRole('button', { name: /^Simpan semua|^Simpan/ })
				.first()
				.click();
			await expect(page.getByText('1 baris tersimpan pada')).toBeVisible();
		}
	}
	expect(page.url()).toContain(new URL(impor).pathname);
	const doubles = page.locator('select[name="doubles"]');
	await doubles.selectOption('take');
	await page.locator('form[action$="/simpan"] input[name="version"]').evaluate((field: HTMLInputElement) => {
		field.value = '99';
	});
	await page.locator('form[action$="/simpan"] button').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(doubles).toHaveValue('take');
});

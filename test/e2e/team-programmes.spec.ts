/** A programme of a team: its villages, its stage, and a sheet of a quick tool that becomes a study and is published. */
import { readFileSync } from 'node:fs';
import { expect, expectAccessible, ready, test } from './test.ts';
import type { BrowserContext, Page } from '@playwright/test';
import { beFirstOwner, signIn, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';

let server: TeamServer;
let context: BrowserContext;
let page: Page;

// One story from an empty house on: each part needs the one before.
test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.beforeAll(async ({ browser }) => {
	test.setTimeout(240_000);
	server = await startTeam();
	context = await browser.newContext({ viewport: { width: 360, height: 800 }, acceptDownloads: true });
	page = await context.newPage();
	await beFirstOwner(page, server);
});
test.afterAll(async () => {
	await context.close();
	await server.stop();
});

/** No page is wider than the phone, and axe finds nothing. */
async function expectGood(): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await expectAccessible(page);
}

test('a programme begins, and its village is found by name', async () => {
	await page.goto(`${server.address}/p`);
	await expect(page.getByText('Belum ada program.')).toBeVisible();
	await expectGood();
	await page.getByLabel('Nama program').fill('Kalanganyar Sentris Berseri');
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await expect(page).toHaveURL(/\/p\/kalanganyar-sentris-berseri\/ubah#desa$/);
	await page.getByLabel('Nama atau kode desa').fill('kalanganyar sidoarjo');
	await page.getByRole('button', { name: 'Cari desa' }).click();
	await expect(page.getByText('Sedati, Kabupaten Sidoarjo, Jawa Timur')).toBeVisible();
	await page.getByRole('button', { name: 'Tambahkan Kalanganyar' }).click();
	await expect(page.getByRole('button', { name: 'Keluarkan Kalanganyar' })).toBeVisible();
	await page.getByLabel('Nama atau kode desa').fill('tidak ada begitu');
	await page.getByRole('button', { name: 'Cari desa' }).click();
	await expect(page.getByText('Tidak ada desa dengan nama atau kode')).toBeVisible();
	await expectGood();
});

test('its stage moves on for a reason, which its card tells', async () => {
	await page.goto(`${server.address}/p/kalanganyar-sentris-berseri/ubah`);
	await page.getByLabel('Pindah ke tahap').selectOption('planning');
	await page.getByLabel('Alasan').fill('Pemetaan sosial selesai');
	await page.getByRole('button', { name: 'Pindah tahap' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kalanganyar Sentris Berseri');
	await expect(page.getByText('Tahap: perencanaan')).toBeVisible();
	await expect(page.getByText('Pemetaan sosial selesai')).toBeVisible();
	await expect(page.getByText('kosong')).toHaveCount(6);
	await expectGood();
});

test('a sheet of a quick tool goes into the programme and says the same there', async () => {
	await page.goto(`${server.address}/alat/bagi-hasil?contoh=serang`);
	await ready(page);
	const said = await page.locator('.kalimat').first().innerText();
	await page.locator('summary', { hasText: 'Bagikan' }).click();
	await page.getByRole('button', { name: 'Masukkan ke program' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masukkan ke program');
	await expectGood();
	await page.getByLabel('Catatan').fill('Dari contoh');
	await page.getByRole('button', { name: 'Masukkan ke Kalanganyar Sentris Berseri' }).click();
	await expect(page).toHaveURL(/\/kajian\/[0-9a-f-]{36}$/);
	expect(await page.locator('.kalimat').first().innerText()).toBe(said);
	await expect(page.getByText('Dari contoh')).toBeVisible();
	await expectGood();
});

test('it is published, opened in its tool again, saved as a further version and withdrawn', async () => {
	await page.getByRole('button', { name: 'Terbitkan versi 1' }).click();
	await expect(page.getByText('Hasil ini dibekukan')).toBeVisible();
	await expectGood();
	await page.goBack();
	await page.reload();
	await page.getByRole('link', { name: 'Buka di alat' }).click();
	await ready(page);
	// The page stands before the version has come out of the address; what is typed into it then begins another sheet.
	await expect(page.getByRole('textbox', { name: 'Penjualan bersih' })).not.toHaveValue('');
	await page.getByRole('textbox', { name: 'Penjualan bersih' }).fill('5.000.000');
	await page.getByRole('textbox', { name: 'Penjualan bersih' }).blur();
	await page.locator('summary', { hasText: 'Bagikan' }).click();
	await page.getByRole('button', { name: 'Masukkan ke program' }).click();
	await page.getByRole('button', { name: /^Versi 2 dari/ }).click();
	await expect(page.getByText('Lihat versi 1')).toBeVisible();
	await expect(page.getByText('Rp 5.000.000').first()).toBeVisible();
	await page.locator('summary', { hasText: 'Tarik terbitan' }).click();
	await page.getByLabel('Alasan ditarik').fill('Jumlahnya salah');
	await page.getByRole('button', { name: 'Tarik terbitan' }).click();
	await expect(page.getByText(/Ditarik .*Jumlahnya salah/)).toBeVisible();
});

test('a version that somebody was faster than keeps its content, title and note, to be sent again', async ({
	watched,
}) => {
	watched.allow(/status of 409/);
	const path = new URL(page.url()).pathname;
	await page.evaluate(async (address) => {
		const file = (await (await fetch(`${address}/lembar/1`)).json()) as { sheets: { content: object }[] };
		const form = document.createElement('form');
		form.method = 'post';
		form.action = `${address}?/versi`;
		const fields = {
			version: '1',
			title: 'Bagi hasil kedua',
			note: 'Catatan yang tidak hilang',
			isi: JSON.stringify({ ...file.sheets[0]?.content, amount: '6.000.000' }),
		};
		for (const [name, value] of Object.entries(fields)) {
			const field = document.createElement('textarea');
			field.name = name;
			field.value = value;
			form.append(field);
		}
		document.body.append(form);
		form.submit();
	}, path);
	await expect(page.getByRole('alert')).toContainText('Orang lain mengubahnya lebih dahulu');
	await expect(page.getByLabel('Judul kajian')).toHaveValue('Bagi hasil kedua');
	await expect(page.getByLabel('Catatan')).toHaveValue('Catatan yang tidak hilang');
	await expectGood();
	await page.getByRole('button', { name: 'Simpan sebagai versi 3' }).click();
	await expect(page.getByText('Catatan yang tidak hilang')).toBeVisible();
	await expect(page.getByText('Rp 6.000.000').first()).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bagi hasil kedua');
	await expect(page.getByText('Lihat versi 2')).toBeVisible();
});

test('a list with identity numbers is kept masked, says so, and sent twice is one study', async () => {
	const list = `${server.address}/p/kalanganyar-sentris-berseri/kajian`;
	const csv = 'No;Nama;NIK\n1;Siti;2101065505900001\n2;Budi;2101060102850002\n';
	const file = { name: `${'daftar-'.repeat(40)}nik.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) };
	await page.goto(list);
	const perintah = await page.locator('form[action$="/unggah"] input[name="perintah"]').getAttribute('value');
	await page.getByLabel('Berkas').setInputFiles(file);
	await page.getByRole('button', { name: 'Masukkan berkas' }).click();
	await expect(page.getByText('Nomor identitas orang (NIK) yang disamarkan di lembar ini: 2.')).toBeVisible();
	await expectGood();
	const study = new URL(page.url());
	const again = await page.request.post(`${list}?/unggah`, {
		multipart: { perintah: perintah ?? '', file },
		headers: { origin: server.address, accept: 'text/html' },
		maxRedirects: 0,
	});
	expect(again.headers()['location']).toBe(study.pathname);
	const sheet = await (await page.request.get(`${study.href}/lembar/1`)).text();
	expect(sheet).toContain('2101**********01');
	expect(sheet).not.toContain('2101065505900001');
	const original = await page.locator('main a[href*="/berkas/"]').getAttribute('href');
	expect(await (await page.request.get(new URL(original ?? '', study).href)).text()).toBe(csv);
	await page.goto(list);
	await expect(page.getByRole('link', { name: /daftar-nik$/ })).toHaveCount(1);
});

test('what was typed when the sign-in had ended is sent again after signing in', async ({ watched }) => {
	watched.allow(/status of 401/);
	await page.goto(`${server.address}/p/kalanganyar-sentris-berseri/ubah`);
	await page.getByLabel('Pindah ke tahap').selectOption({ index: 1 });
	await page.getByLabel('Alasan').fill('Ditulis sebelum masuk berakhir');
	await context.clearCookies();
	await page.getByRole('button', { name: 'Pindah tahap' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk lagi, lalu kirim');
	await expectGood();
	const [other] = await Promise.all([
		context.waitForEvent('page'),
		page.getByRole('link', { name: 'Masuk di tab baru' }).click(),
	]);
	await signIn(other, server);
	await other.close();
	await page.getByRole('button', { name: 'Kirim lagi' }).click();
	await expect(page.getByText('Ditulis sebelum masuk berakhir')).toBeVisible();
});

test('printed tables come in from a file, which is given back byte for byte', async ({ watched }) => {
	watched.allow(/status of 400/);
	await page.goto(`${server.address}/p/kalanganyar-sentris-berseri/kajian`);
	await page
		.getByLabel('Berkas')
		.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') });
	await page.getByRole('button', { name: 'Masukkan berkas' }).click();
	await expect(page.getByRole('alert')).toContainText('belum terbaca');
	await page.getByLabel('Berkas').setInputFiles('samples/serabi.xlsx');
	await page.getByRole('button', { name: 'Masukkan berkas' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('serabi');
	await expect(page.getByText('3.782,78').first()).toBeVisible();
	await expectGood();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'serabi.xlsx' }).click(),
	]);
	expect(readFileSync(await download.path()).equals(readFileSync('samples/serabi.xlsx'))).toBe(true);
	await page.goto(`${server.address}/en/p/kalanganyar-sentris-berseri/kajian`);
	await expect(page.getByRole('listitem').filter({ hasText: 'version' })).toHaveCount(3);
});

test('who is not signed in is told that the sheet stays on the device', async ({ browser, watched }) => {
	watched.allow(/status of 401/);
	const other = await browser.newContext();
	const visitor = await other.newPage();
	await visitor.goto(`${server.address}/alat/bagi-hasil?contoh=serang`);
	await ready(visitor);
	await visitor.locator('summary', { hasText: 'Bagikan' }).click();
	await visitor.getByRole('button', { name: 'Masukkan ke program' }).click();
	await expect(visitor.getByText('Lembar Anda tetap tersimpan di perangkat ini')).toBeVisible();
	await visitor.goto(`${server.address}/p/kalanganyar-sentris-berseri/kajian`);
	await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await other.close();
});

test('a study opens at the address of its own programme alone, with its files, versions and publications', async ({
	watched,
}) => {
	watched.allow(/status of 404/);
	const home = `${server.address}/p/kalanganyar-sentris-berseri`;
	await page.goto(`${home}/kajian`);
	await page.getByRole('link', { name: 'serabi' }).click();
	const study = new URL(page.url()).pathname.split('/').at(-1) ?? '';
	const file = (await page.getByRole('link', { name: 'serabi.xlsx' }).getAttribute('href')) ?? '';
	await page.getByRole('button', { name: 'Terbitkan versi 1' }).click();
	await expect(page.getByText('Hasil ini dibekukan')).toBeVisible();
	const publication = new URL(page.url()).pathname.split('/').at(-1) ?? '';

	await page.goto(`${server.address}/p`);
	await page.getByLabel('Nama program').fill('Program lain');
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await expect(page).toHaveURL(/\/p\/program-lain\/ubah/);
	const paths = [
		`kajian/${study}`,
		`kajian/${study}/lembar/1`,
		`kajian/${study}/berkas/${file.split('/').at(-1) ?? ''}`,
		`terbitan/${publication}`,
	];
	for (const path of paths) {
		const ours = await page.request.get(`${home}/${path}`);
		const theirs = await page.request.get(`${server.address}/p/program-lain/${path}`);
		expect([path, ours.status(), theirs.status()]).toEqual([path, 200, 404]);
	}
	const send = async (path: string, multipart: Record<string, string | typeof note>) => {
		const headers = { origin: server.address, accept: 'text/html' };
		return (await page.request.post(`${server.address}/p/${path}`, { multipart, headers })).status();
	};
	const note = { name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('catatan') };
	const taken = { publication, reason: 'Diambil alih' };
	const forms = {
		versi: { title: 'Diambil alih', version: '1', isi: '{}' },
		lampirkan: { file: note },
		terbitkan: { version: '1' },
		tarik: taken,
	};
	for (const [action, fields] of Object.entries(forms))
		expect([action, await send(`program-lain/kajian/${study}?/${action}`, fields)]).toEqual([action, 404]);

	// Within the programme, too, a file and a publication are those of their own study.
	await page.goto(`${home}/kajian`);
	await page.locator('main a[href*="/kajian/"]', { hasNotText: 'serabi' }).first().click();
	await expect(page).toHaveURL(/\/kajian\/[0-9a-f-]{36}$/);
	const second = new URL(page.url()).pathname.split('/').at(-1) ?? '';
	expect(second).not.toBe(study);
	expect((await page.request.get(`${home}/${paths[2]?.replace(study, second)}`)).status()).toBe(404);
	expect(await send(`kalanganyar-sentris-berseri/kajian/${second}?/tarik`, taken)).toBe(404);
	await page.goto(`${home}/kajian/${study}`);
	await expect(page.locator('summary', { hasText: 'Tarik terbitan' })).toBeVisible();
	await expect(page.getByText('Diambil alih')).toHaveCount(0);
	await expect(page.getByText('catatan.txt')).toHaveCount(0);
	expect(await send(`kalanganyar-sentris-berseri/kajian/${study}?/lampirkan`, { file: note })).toBe(200);
});

test('taking lists in and records out stand where a team looks for them', async ({ browser }) => {
	const wide = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		storageState: await context.storageState(),
	});
	const desk = await wide.newPage();
	const base = '/p/kalanganyar-sentris-berseri';
	const ways = [`${base}/petakan/impor`, `${base}/ekspor`];
	const linked = (place: string, path: string) => desk.locator(`${place} a[href="${path}"]`);
	await desk.goto(`${server.address}${base}/jalankan`);
	for (const path of ways) await expect(linked('nav.rel', path)).toBeVisible();
	await desk.goto(`${server.address}/langkah`);
	for (const path of ways) await expect(linked('main', path)).toBeVisible();
	await desk.goto(`${server.address}${base}/laporkan`);
	await expect(linked('main', ways[1] ?? '')).toBeVisible();
	await desk.goto(`${server.address}${base}/petakan/orang`);
	await expect(linked('.bagian-petakan', ways[0] ?? '')).toBeVisible();
	await desk.goto(`${server.address}${ways[0]}`);
	await expect(desk.locator('nav.rel [aria-current]')).toHaveText('Ambil dari Excel');
	await wide.close();
});

/** A team begins: the first owner's link, an invitation, signing in and out, and what each role may not do. */
import { v7 } from 'uuid';
import { expect, expectAccessible, test } from './test.ts';
import { password, signIn, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';

let server: TeamServer;

// The house of this file is one: its first owner's link works once.
test.describe.configure({ mode: 'serial', timeout: 60_000 });
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startTeam();
});
test.afterAll(() => server.stop());

// Everything here is forms and documents: it must work where no script runs.
test.use({ javaScriptEnabled: false });

// A refused form answers with its status, which the browser reports.
test.beforeEach(({ watched }) => watched.allow(/status of 4(00|01|03|09|10|29)/));

const account = { owner: 'ibu.sari', facilitator: 'pak.budi' };

test('the link of the terminal makes the first owner and her organisation, once', async ({ page }) => {
	await page.goto(server.firstOwner);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mulai memakai Sentra bersama tim');
	await page.getByLabel('Nama Anda').fill('Ibu Sari');
	await page.getByLabel('Nama pengguna').fill('Ibu Sari!');
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByLabel('Nama organisasi').fill('Yayasan Sisik Mas');
	await page.getByRole('button', { name: 'Buat akun dan organisasi' }).click();
	// The name of the account cannot hold a space; what was typed is still there.
	await expect(page.getByRole('alert')).toContainText('belum terbaca');
	await expect(page.getByLabel('Nama organisasi')).toHaveValue('Yayasan Sisik Mas');
	await expect(page.getByLabel('Nama pengguna')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('Nama pengguna').fill(account.owner);
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByRole('button', { name: 'Buat akun dan organisasi' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halo, Ibu Sari');
	await expect(page.getByText('Anda bekerja di Yayasan Sisik Mas sebagai pemilik.')).toBeVisible();

	await page.goto(server.firstOwner);
	await expect(page.getByRole('alert')).toContainText('sudah dipakai');
});

test('an invitation brings a facilitator in, as what the owner said and nothing more', async ({
	page,
	browser,
}) => {
	await signIn(page, server, account.owner);
	await page.getByRole('link', { name: 'Organisasi' }).first().click();
	await page.getByLabel('Nama yang diundang').fill('Pak Budi');
	await page.getByLabel('Sebagai').last().selectOption('facilitator');
	await page.getByLabel('Kode desa').last().fill('3515172008');
	await page.getByRole('button', { name: 'Buat tautan undangan' }).click();
	const link = await page.locator('.tautan-sekali').innerText();

	const context = await browser.newContext({ javaScriptEnabled: false });
	const other = await context.newPage();
	await other.goto(link);
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Anda diundang ke Yayasan Sisik Mas');
	await other.getByLabel('Nama pengguna').fill(account.facilitator);
	await other.getByLabel('Kata sandi').fill(password);
	await other.getByRole('button', { name: 'Buat akun dan bergabung' }).click();
	await expect(other.getByText('sebagai pendamping lapangan')).toBeVisible();
	await other.goto(`${server.address}/organisasi`);
	await expect(other.getByText(/^Desa: \D+ \(3515172008\)$/)).toBeVisible();
	await expect(other.getByRole('heading', { name: 'Undang orang' })).toHaveCount(0);
	await expect(other.getByRole('heading', { name: 'Jejak perubahan' })).toHaveCount(0);
	// A form that the page does not show is refused all the same.
	const refused = await other.request.post(`${server.address}/organisasi?/ubah`, {
		form: { name: 'Diganti', kind: 'ngo' },
		headers: { origin: server.address },
	});
	expect(await refused.text()).toContain('not_allowed');
	await other.goto(link);
	await expect(other.getByRole('alert')).toContainText('sudah dipakai');
	await context.close();

	await page.reload();
	await expect(page.getByText('Pak Budi, pendamping lapangan')).toBeVisible();
	await expect(page.getByText('mulai mendapat akses').first()).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yayasan Sisik Mas');
});

test('an invitation gives its link once, also to who sends the form again', async ({ page }) => {
	await signIn(page, server, account.owner);
	const headers = { origin: server.address, accept: 'text/html' };
	const send = (perintah: string) =>
		page.request.post(`${server.address}/organisasi?/undang`, {
			form: { displayName: 'Bu Dua Kali', role: 'owner', perintah },
			headers,
		});
	const perintah = v7();
	expect(await (await send(perintah)).text()).toContain('/undangan/');
	await page.goto(`${server.address}/organisasi`);
	const open = page.getByRole('listitem').filter({ hasText: 'Bu Dua Kali, pemilik' });
	await expect(open).toHaveCount(1);
	const again = await send(perintah);
	expect(again.status()).toBe(409);
	expect(await again.text()).not.toContain('/undangan/');
	// The invitation's id, which others read here, is a way to no link of it: a form that carries it makes another one.
	const invitationId = await open.locator('input[name="undangan"]').inputValue();
	expect((await send(invitationId)).status()).toBe(200);
	await page.reload();
	await expect(open).toHaveCount(2);
	while ((await open.count()) > 0) {
		const before = await open.count();
		await open.first().getByRole('button', { name: 'Tarik undangan' }).click();
		await expect(open).toHaveCount(before - 1);
	}
});

test('a wrong password says so, a right one leads back to the page that was asked for', async ({ page }) => {
	await page.goto(`${server.address}/organisasi`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await page.getByLabel('Nama pengguna').fill(account.owner);
	await page.getByLabel('Kata sandi').fill('bukan ini');
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('tidak cocok');
	await page.getByLabel('Nama pengguna').fill(account.owner);
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page).toHaveURL(/\/organisasi$/);
});

test('a lost phone is signed out from another device', async ({ page, browser }) => {
	const lost = await browser.newContext({ javaScriptEnabled: false, userAgent: 'Chrome Android' });
	const phone = await lost.newPage();
	await signIn(phone, server, account.facilitator);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Halo, Pak Budi');
	await signIn(page, server, account.facilitator);
	await page.goto(`${server.address}/akun`);
	const device = page.getByRole('listitem').filter({ hasText: 'Chrome, Android' });
	await device.getByRole('button', { name: 'Keluarkan' }).click();
	await expect(device).toHaveCount(0);
	await phone.goto(`${server.address}/beranda`);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await lost.close();
});

test('signing out ends the session, and nothing of a team is kept by the browser', async ({ page }) => {
	await signIn(page, server, account.owner);
	const answer = await page.goto(`${server.address}/organisasi`);
	expect(answer?.headers()['cache-control']).toBe('no-store');
	await page.getByRole('button', { name: 'Keluar' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await page.goBack();
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
});

for (const width of [360, 1280])
	test(`pages of a team fit ${width} px and have nothing that axe finds`, async ({ browser }) => {
		const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width, height: 800 } });
		const page = await context.newPage();
		await page.goto(`${server.address}/en/masuk`);
		await expectAccessible(page);
		await page.goto(`${server.address}/masuk`);
		await expectAccessible(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		await context.close();
	});

// The last: after it this address has to wait.
test('tries at a password are limited, of a name and of an address', async ({ page }) => {
	for (let attempt = 0; attempt < 11; attempt += 1)
		await signIn(page, server, 'tidak.ada', `salah ${attempt}`);
	await expect(page.getByRole('alert')).toContainText('Nama ini terlalu sering dicoba');
	await expect(page.getByRole('alert')).toContainText('Tunggu 15 menit');
	for (let attempt = 0; attempt < 11; attempt += 1)
		await signIn(page, server, `orang.lain.${attempt}`, 'salah');
	await expect(page.getByRole('alert')).toContainText('Terlalu banyak percobaan');
});

/** A guest looks at one programme by a link, and a member who forgot her password gets in again; no script anywhere. */
import { beFirstOwner, password, signIn, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial', timeout: 60_000 });
test.use({ javaScriptEnabled: false });
test.beforeEach(({ watched }) => watched.allow(/status of 4(00|01|03|04|09|10|29)/));

let server: TeamServer;
let guestLink = '';

test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startTeam();
});
test.afterAll(() => server.stop());

test('an owner makes a link for a guest, and sees it once', async ({ page }) => {
	await beFirstOwner(page, server);
	await page.goto(`${server.address}/p`);
	await page.getByLabel('Nama program').fill('Sisik Kalanganyar');
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await page.goto(`${server.address}/p/sisik-kalanganyar`);
	await page.getByRole('link', { name: 'Tautan tamu' }).click();
	await page.getByLabel('Untuk siapa').fill('   ');
	await page.getByRole('button', { name: 'Buat tautan tamu' }).click();
	await expect(page.getByRole('alert').first()).toBeVisible();
	await expect(page.getByLabel('Untuk siapa')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('Untuk siapa').fill('Dinas Perikanan');
	await page.getByLabel('Berlaku').selectOption('7');
	await page.getByRole('button', { name: 'Buat tautan tamu' }).click();
	guestLink = await page.locator('.tautan-sekali').innerText();
	await page.goto(page.url());
	await expect(page.locator('.tautan-sekali')).toHaveCount(0);
	await expect(page.getByText('belum pernah dibuka')).toBeVisible();
});

test('the guest sees the programme without an account, and nobody is told the address', async ({ page }) => {
	const answer = await page.goto(guestLink);
	expect(answer?.headers()).toMatchObject({
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex, nofollow',
		'cache-control': 'no-store',
	});
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sisik Kalanganyar');
	await expect(page.getByText('Yayasan Sisik Mas membagikan program ini')).toBeVisible();
	await expect(page.getByText('Ibu Sari')).toHaveCount(0);
	expect(await page.context().cookies()).toEqual([]);
	// The link is no way into the pages of the team.
	await page.goto(`${server.address}/p/sisik-kalanganyar`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await page.goto(guestLink.replace('/tamu/', '/en/tamu/'));
	await expect(page.getByText('shares this programme to be looked at')).toBeVisible();
	for (const other of [guestLink.replace('/tamu/', '/tautan/'), guestLink.replace('/tamu/', '/undangan/')]) {
		await page.goto(other);
		await expect(page.getByRole('alert')).toBeVisible();
	}
	await page.goto(guestLink);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sisik Kalanganyar');
});

test('a revoked link opens nothing any more, and the trail says both', async ({ page }) => {
	await signIn(page, server, 'ibu.sari');
	await page.goto(`${server.address}/p/sisik-kalanganyar/tamu`);
	await expect(page.getByText('terakhir dibuka')).toBeVisible();
	await page.getByRole('button', { name: 'Cabut tautan untuk Dinas Perikanan' }).click();
	await expect(page.getByText('Tautan sudah dicabut')).toBeVisible();
	await expect(page.getByRole('button', { name: /Cabut/ })).toHaveCount(0);
	await page.goto(guestLink);
	await expect(page.getByRole('alert')).toContainText('sudah dipakai');
	await page.goto(`${server.address}/organisasi`);
	await expect(page.getByText('guest-link.make')).toBeVisible();
	await expect(page.getByText('guest-link.revoke')).toBeVisible();
});

test('a member who forgot her password sets another by a link that works once', async ({ page, browser }) => {
	await signIn(page, server, 'ibu.sari');
	await page.goto(`${server.address}/organisasi`);
	await page.getByLabel('Nama yang diundang').fill('Pak Budi');
	await page.getByLabel('Sebagai').last().selectOption('treasurer');
	await page.getByRole('button', { name: 'Buat tautan undangan' }).click();
	const invitation = await page.locator('.tautan-sekali').innerText();
	const context = await browser.newContext({ javaScriptEnabled: false });
	const budi = await context.newPage();
	await budi.goto(invitation);
	await budi.getByLabel('Nama pengguna').fill('pak.budi');
	await budi.getByLabel('Kata sandi').fill(password);
	await budi.getByRole('button', { name: 'Buat akun dan bergabung' }).click();
	await expect(budi.getByRole('heading', { level: 1 })).toHaveText('Halo, Pak Budi');

	await page.goto(`${server.address}/organisasi`);
	await page.getByText('Ubah akses: Pak Budi').click();
	const forms = page.getByRole('listitem').filter({ hasText: 'Pak Budi, bendahara' });
	await forms.getByRole('button', { name: 'Buat tautan kata sandi baru' }).click();
	const renewal = await page.locator('.tautan-sekali').innerText();

	const other = await browser.newContext({ javaScriptEnabled: false });
	const phone = await other.newPage();
	await phone.goto(renewal);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Kata sandi baru untuk Pak Budi');
	await phone.getByLabel('Kata sandi baru').fill('pendek');
	await phone.getByRole('button', { name: 'Simpan dan masuk' }).click();
	await expect(phone.getByText('Periksa isian ini: Kata sandi baru.')).toBeVisible();
	await phone.getByLabel('Kata sandi baru').fill('kerupuk jadi sisik ikan');
	await phone.getByRole('button', { name: 'Simpan dan masuk' }).click();
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Halo, Pak Budi');
	// Every other device is out, the old password and the link are void.
	await budi.goto(`${server.address}/beranda`);
	await expect(budi.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await signIn(budi, server, 'pak.budi');
	await expect(budi.getByRole('alert')).toContainText('tidak cocok');
	await budi.goto(renewal);
	await expect(budi.getByRole('alert')).toContainText('sudah dipakai');
	await other.close();
	await context.close();
});

test('a password is changed on the account page, and the other devices are signed out', async ({
	page,
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const second = await context.newPage();
	await signIn(second, server, 'ibu.sari');
	await signIn(page, server, 'ibu.sari');
	await page.goto(`${server.address}/akun`);
	await page.getByLabel('Kata sandi sekarang').fill('salah sekali');
	await page.getByLabel('Kata sandi baru').fill('sandi baru yang panjang');
	await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
	await expect(page.getByRole('alert')).toContainText('Kata sandi sekarang tidak cocok.');
	await page.getByLabel('Kata sandi sekarang').fill(password);
	await page.getByLabel('Kata sandi baru').fill('sandi baru yang panjang');
	await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
	await expect(page.getByText('Kata sandi sudah diganti.')).toBeVisible();
	await second.goto(`${server.address}/beranda`);
	await expect(second.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await context.close();
});

test('all other devices are signed out at once', async ({ page, browser }) => {
	const others = await Promise.all(
		[1, 2].map(async () => (await browser.newContext({ javaScriptEnabled: false })).newPage()),
	);
	for (const one of [...others, page]) await signIn(one, server, 'ibu.sari', 'sandi baru yang panjang');
	await page.goto(`${server.address}/akun`);
	await page.getByRole('button', { name: 'Keluarkan semua perangkat lain' }).click();
	await expect(page.getByText('Semua perangkat lain sudah dikeluarkan.')).toBeVisible();
	for (const one of others) {
		await one.goto(`${server.address}/beranda`);
		await expect(one.getByRole('heading', { level: 1 })).toHaveText('Masuk');
		await one.context().close();
	}
});

// The last: the account has to wait after it.
test('wrong passwords of one account are limited, whatever address they come from', async ({ request }) => {
	let last = 0;
	for (let attempt = 0; attempt < 11; attempt += 1) {
		const answer = await request.post(`${server.address}/masuk`, {
			form: { nama: 'pak.budi', sandi: `salah ${attempt}` },
			headers: { origin: server.address, 'x-forwarded-for': `10.0.0.${attempt}`, accept: 'text/html' },
		});
		last = answer.status();
	}
	expect(last).toBe(429);
});

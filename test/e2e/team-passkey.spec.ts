/** Passkeys, with an authenticator that Chromium plays: added, named, used to sign in, removed; and where there are none. */
import type { CDPSession, Page } from '@playwright/test';
import { beFirstOwner, password, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';
import { expect, expectAccessible, test } from './test.ts';

test.describe.configure({ mode: 'serial', timeout: 60_000 });

let server: TeamServer;
let page: Page;
let authenticator: { readonly session: CDPSession; readonly id: string };

test.beforeAll(async ({ browser }) => {
	test.setTimeout(180_000);
	server = await startTeam();
	page = await (await browser.newContext()).newPage();
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	authenticator = { session, id: authenticatorId };
	await beFirstOwner(page, server);
});
test.afterAll(async () => {
	await page.context().close();
	await server.stop();
});

const signOut = () => page.getByRole('button', { name: 'Keluar', exact: true }).click();

test('a passkey is added under a name, and stands in the list', async () => {
	await page.goto(`${server.address}/akun`);
	await expect(page.getByText('Belum ada kunci sandi di akun ini.')).toBeVisible();
	await expect(page.getByText('JavaScript dimatikan')).toBeHidden();
	await page.getByLabel('Nama kunci sandi').fill('HP kantor');
	await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
	await expect(page.getByText('Kunci sandi sudah ditambahkan.')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'HP kantor' })).toBeVisible();
	await expectAccessible(page);
});

test('the same device is told that it is on the list already, and nothing is added twice', async () => {
	await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
	await expect(page.getByText('Kunci sandi itu tidak dapat dipakai.')).toBeVisible();
	await expect(page.getByText(/^ditambahkan /)).toHaveCount(1);
});

test('a passkey is given another name without a script', async ({ browser }) => {
	const cookies = await page.context().cookies();
	const context = await browser.newContext({ javaScriptEnabled: false });
	await context.addCookies(cookies);
	const plain = await context.newPage();
	await plain.goto(`${server.address}/akun`);
	await expect(plain.getByText('JavaScript dimatikan')).toBeVisible();
	await plain.getByText('Ganti nama HP kantor').click();
	await plain.locator('details').getByLabel('Nama kunci sandi').fill('HP Ibu Sari');
	await plain.getByRole('button', { name: 'Simpan nama' }).click();
	await expect(plain.getByText('Nama kunci sandi tersimpan.')).toBeVisible();
	await expect(plain.getByRole('button', { name: 'Hapus HP Ibu Sari' })).toBeVisible();
	await context.close();
});

test('it signs in without a password, and leads to the page that was asked for', async () => {
	await page.goto(`${server.address}/akun`);
	await signOut();
	await page.goto(`${server.address}/organisasi`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await expectAccessible(page);
	await page.getByRole('button', { name: /Masuk dengan kunci sandi/ }).click();
	await expect(page).toHaveURL(/\/organisasi$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yayasan Sisik Mas');
});

test('somebody who does not confirm it is told so, and the password is still there', async () => {
	await page.goto(`${server.address}/akun`);
	await signOut();
	await authenticator.session.send('WebAuthn.setUserVerified', {
		authenticatorId: authenticator.id,
		isUserVerified: false,
	});
	await authenticator.session.send('WebAuthn.removeVirtualAuthenticator', {
		authenticatorId: authenticator.id,
	});
	await page.getByRole('button', { name: /Masuk dengan kunci sandi/ }).click();
	await expect(page.getByText(/Tidak jadi\.|Ikuti petunjuk/).and(page.locator(':visible'))).toBeVisible();
	await page.goto(`${server.address}/masuk`);
	await page.getByLabel('Nama pengguna').fill('ibu.sari');
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halo, Ibu Sari');
});

test('a removed passkey is gone from the account', async () => {
	await page.goto(`${server.address}/akun`);
	await page.getByRole('button', { name: 'Hapus HP Ibu Sari' }).click();
	await expect(page.getByText('Kunci sandi sudah dihapus.')).toBeVisible();
	await expect(page.getByText('Belum ada kunci sandi di akun ini.')).toBeVisible();
});

test('another site cannot hand a passkey in, and nonsense is refused with a code', async ({ request }) => {
	const post = (data: string, headers: Record<string, string>) =>
		request.post(`${server.address}/masuk/kunci`, { data, headers: { origin: server.address, ...headers } });
	expect((await post('{}', { 'content-type': 'text/plain', origin: 'https://lain.example' })).status()).toBe(
		403,
	);
	for (const data of ['', '{', '{"response":{"id":"x"}}', `{"response":{"id":"${'x'.repeat(60_000)}"}}`]) {
		const answer = await post(data, { 'content-type': 'application/json' });
		expect(answer.status()).toBe(400);
		expect(await answer.json()).toEqual({ code: 'passkey_not_read' });
	}
});

test('where the address is no https, the page says so and offers the password alone', async ({ request }) => {
	const answer = await request.get(`${server.address}/masuk`, { headers: { host: '192.168.1.5:3000' } });
	const html = await answer.text();
	expect(html).toContain('Kunci sandi hanya dapat dipakai lewat alamat https.');
	expect(html).not.toContain('passkeys.js');
});

test('the script is small and is on the two pages that use it alone', async ({ request }) => {
	const script = await request.get(`${server.address}/passkeys.js`);
	expect((await script.body()).length).toBeLessThan(5000);
	for (const [path, there] of [
		['/masuk', true],
		['/', false],
		['/semua', false],
	] as const)
		expect((await (await request.get(server.address + path)).text()).includes('passkeys.js')).toBe(there);
});

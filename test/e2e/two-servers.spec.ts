/** Two servers on one folder, as when somebody starts Sentra twice: both serve the same records, and either may end. */
import { expect, test } from './test.ts';
import { beFirstOwner, signIn, startTeam } from './team.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ javaScriptEnabled: false });

test('the second joins the first, both write, and the one that stays goes on', async ({ page, browser }) => {
	const first = await startTeam();
	const second = await startTeam({ SENTRA_DATA: first.folder });
	const servers = [first, second] as const;
	try {
		await beFirstOwner(page, second);
		const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
		await signIn(other, first);

		// What one writes the other shows at once.
		const rename = async (at: typeof page, address: string, name: string) => {
			await at.goto(`${address}/organisasi`);
			await at.getByLabel('Nama organisasi').fill(name);
			await at.getByLabel('Nama organisasi').press('Enter');
			await expect(at.getByLabel('Nama organisasi')).toHaveValue(name);
		};
		await rename(page, second.address, 'Ditulis yang kedua');
		await other.goto(`${first.address}/organisasi`);
		await expect(other.getByLabel('Nama organisasi')).toHaveValue('Ditulis yang kedua');
		await rename(other, first.address, 'Ditulis yang pertama');
		for (const { address } of servers) {
			const health = await page.request.get(`${address}/sehat`);
			expect(await health.json()).toMatchObject({ status: 'ok', durability: 'ok' });
		}

		// The one that started the database ends; the other never notices.
		await first.end();
		await page.goto(`${second.address}/organisasi`);
		await expect(page.getByLabel('Nama organisasi')).toHaveValue('Ditulis yang pertama');
		await rename(page, second.address, 'Ditulis yang tinggal');
	} finally {
		await second.stop();
		await first.stop();
	}
});

import { everyPage, languageOf } from './addresses.ts';
import { axeFindings, expect, scrollsSideways, test } from './test.ts';

for (const path of everyPage) {
	test.describe(path, () => {
		test('has nothing for axe to find, in light and in dark, on a phone and on a desk', async ({ page }) => {
			test.setTimeout(60_000);
			for (const [width, colorScheme] of [
				[360, 'light'],
				[1280, 'light'],
				[360, 'dark'],
				[1280, 'dark'],
			] as const) {
				await page.emulateMedia({ colorScheme });
				await page.setViewportSize({ width, height: 800 });
				const answer = await page.goto(path);
				expect(answer?.status()).toBe(200);
				// The dark theme has other colours and nothing else; what the rest of axe looks at is the same page.
				const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
				expect(await axeFindings(page, rules), `${width} px, ${colorScheme}`).toEqual([]);
			}
		});

		test('fits 320 px, and 1280 px at twice the text size', async ({ page }) => {
			await page.setViewportSize({ width: 320, height: 640 });
			await page.goto(path);
			expect(await scrollsSideways(page)).toBe(false);
			// A window of 1280 px at 200 % is laid out like one of 640 px.
			await page.setViewportSize({ width: 640, height: 450 });
			expect(await scrollsSideways(page)).toBe(false);
		});

		test('says its language, its title and its one main heading', async ({ page }) => {
			await page.goto(path);
			await expect(page.locator('html')).toHaveAttribute('lang', languageOf(path));
			await expect(page).toHaveTitle(/\S.* – Sentra$/);
			await expect(page.locator('h1')).toHaveCount(1);
			await expect(page.locator('main')).toHaveCount(1);
		});
	});
}

test('nothing moves when the visitor asked for stillness', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const path of everyPage.filter((one) => languageOf(one) === 'id')) {
		await page.goto(path);
		const moving = await page.evaluate(() =>
			[...document.querySelectorAll('*')]
				.filter((element) => {
					const style = getComputedStyle(element);
					const longest = (list: string) => Math.max(...list.split(',').map((one) => parseFloat(one) || 0));
					return (
						(style.animationName !== 'none' && longest(style.animationDuration) > 0.01) ||
						longest(style.transitionDuration) > 0.01
					);
				})
				.map((element) => element.outerHTML.slice(0, 100)),
		);
		expect(moving, path).toEqual([]);
	}
});

test('a page that is not there says so and leads home, in both languages', async ({ page, watched }) => {
	watched.allow(/404/);
	for (const [path, home] of [
		['/tidak-ada', '/'],
		['/en/not-there', '/en'],
	] as const) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(page.locator(`main a[href="${home}"]`)).toBeVisible();
	}
});

/**
 * Every browser test watches its pages: an error in the console, an exception, or a refused resource (content
 * security policy) fails the test, whatever else it was about.
 */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test';

export { expect };

/** Without a signal the browser itself reports every failed request; that is what such a test is about. */
const NO_SIGNAL = /net::ERR_(INTERNET_DISCONNECTED|FAILED|NAME_NOT_RESOLVED)/;

export interface Watch {
	readonly complaints: string[];
	/** For tests in which a page fails on purpose. */
	allow(pattern: RegExp): void;
}

function watch(page: Page, complaints: string[]): void {
	page.on('console', (message: ConsoleMessage) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		if (NO_SIGNAL.test(message.text())) return;
		complaints.push(`${new URL(page.url()).pathname}: ${message.text()}`);
	});
	page.on('pageerror', (error) =>
		complaints.push(`${new URL(page.url()).pathname}: ${error.stack ?? error}`),
	);
}

export const test = base.extend<{ watched: Watch; site: string }>({
	/** The address of the app under test. */
	site: async ({ baseURL }, use) => {
		if (!baseURL) throw new Error('the configuration names no address');
		await use(baseURL);
	},
	watched: [
		async ({ context }, use) => {
			const complaints: string[] = [];
			const allowed: RegExp[] = [];
			context.on('page', (page) => watch(page, complaints));
			await use({ complaints, allow: (pattern) => allowed.push(pattern) });
			expect(complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
		},
		{ auto: true },
	],
});

/** Waits until the page's script has taken over, so that typing and clicking reach it. */
export async function ready(page: Page): Promise<void> {
	await page.waitForLoadState('load');
	await page.waitForFunction(
		() => document.documentElement.dataset.ready === 'yes' || !document.querySelector('script[nonce]'),
	);
}

/** Waits until the whole of Sentra is on the device and the page is served from there. */
export async function keptOnDevice(page: Page): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('data-kept', 'yes', { timeout: 20_000 });
	await page.evaluate(async () => {
		if (navigator.serviceWorker.controller) return;
		await new Promise((controlled) =>
			navigator.serviceWorker.addEventListener('controllerchange', controlled, { once: true }),
		);
	});
}

/** True when the page itself, not a region in it, can be moved sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
	return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

/**
 * What axe finds wrong on the page as it stands, one line a rule; `rules` looks at those alone. Our pages hold no frame
 * of another site, so axe runs in the page itself (its legacy mode) and opens no second page for every look.
 */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
	const axe = new AxeBuilder({ page }).setLegacyMode(true);
	const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
	return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

/** Expects that axe finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
	expect(await axeFindings(page)).toEqual([]);
}

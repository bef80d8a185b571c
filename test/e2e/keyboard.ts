/**
 * A person without a mouse: keys, typing and the paste shortcut, nothing else. After every key it is asked what such a
 * person asks: where am I? The focus must be on something, that something must be in sight and uncovered, and a ring
 * must show it.
 */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, scrollsSideways } from './test.ts';

/** Says what is wrong with the place the keyboard stands at, or nothing. Runs in the page. */
function lost(): string {
	const at = document.activeElement;
	if (!at || at === document.body || at === document.documentElement) return 'the focus is lost';
	// The input of a file is hidden; the label around it looks like a button and shows the ring.
	const seen = at.closest('label.berkas') ?? at;
	const name = `<${seen.tagName.toLowerCase()}> ${(seen.textContent || at.id).trim().slice(0, 40)}`;
	const { outlineStyle, outlineWidth } = getComputedStyle(seen);
	if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `no ring around ${name}`;
	const box = seen.getClientRects()[0];
	if (!box || box.width < 2 || box.height < 2) return `${name} has no size`;
	const left = Math.max(box.left, 0);
	const right = Math.min(box.right, innerWidth);
	const top = Math.max(box.top, 0);
	const bottom = Math.min(box.bottom, innerHeight);
	if (right - left < 2 || bottom - top < 2) return `${name} is out of sight`;
	const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
	if (hit && !seen.contains(hit) && !hit.contains(seen)) return `${name} is covered by ${hit.className}`;
	return '';
}

/** More stops than any page of ours has before the one looked for. */
const MOST_STOPS = 150;

export class Keyboard {
	readonly #page: Page;
	constructor(page: Page) {
		this.#page = page;
	}

	/** Presses a key and expects to know afterwards where the keyboard is. */
	async press(key: string): Promise<void> {
		await this.#page.keyboard.press(key);
		await this.#known(key);
	}

	async type(text: string): Promise<void> {
		await this.#page.keyboard.type(text);
		await this.#known(text);
	}

	/** Tab, or Shift+Tab, until the element is reached. */
	async go(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
		for (let stops = 0; stops < MOST_STOPS; stops += 1) {
			if (await this.#at(wanted)) return;
			await this.press(key);
		}
		throw new Error(`${key} never reached ${String(wanted)}`);
	}

	/** Goes to a button or a link and presses it. */
	async use(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
		await this.go(wanted, key);
		await this.press('Enter');
	}

	/** Copies the text somewhere else, then pastes it where the keyboard stands. */
	async paste(text: string): Promise<void> {
		await this.#page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
		await this.press('ControlOrMeta+v');
	}

	/** Opens a menu, leaves it once with Escape, and takes the file behind one of its buttons. */
	async takeFile(menu: string, button: string | RegExp, back: 'Tab' | 'Shift+Tab'): Promise<Uint8Array> {
		const opener = this.#page.locator('summary').filter({ hasText: menu });
		const choice = this.#page.getByRole('button', { name: button, exact: true });
		await this.use(opener, back);
		await expect(choice).toBeVisible();
		expect(await scrollsSideways(this.#page), 'the open menu stays on the page').toBe(false);
		await this.press('Tab');
		await this.press('Escape');
		await expect(choice).toBeHidden();
		await expect(opener).toBeFocused();
		await this.press('Enter');
		const coming = this.#page.waitForEvent('download');
		await this.use(choice);
		const download = await coming;
		await expect(opener).toBeFocused();
		return new Uint8Array(readFileSync(await download.path()));
	}

	#at(wanted: Locator): Promise<boolean> {
		return wanted
			.first()
			.evaluate((element) => element === document.activeElement, undefined, { timeout: 7_000 });
	}

	/** A part that is fetched first may take the focus a moment later. */
	async #known(key: string): Promise<void> {
		await expect.poll(() => this.#page.evaluate(lost), { message: `after ${key}` }).toBe('');
	}
}

/** What a visitor reads, taken from every page as the server sends it: no dead link, no word of the other language. */
import { readdirSync, readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { everyPage, languageOf } from './addresses.ts';
import { expect, ready, test } from './test.ts';

interface ReadPage {
	/** Visible text and texts for screen readers, without elements marked as the other language. */
	readonly text: string;
	readonly links: readonly string[];
	readonly ids: ReadonlySet<string>;
}

/** As `src/ui/decision/decision-steps.ts` names them. */
const DECISION_STEPS = ['pilihan', 'kriteria', 'data', 'bobot', 'penilai', 'hasil', 'keputusan'];
const SPOKEN_ATTRIBUTES = ['aria-label', 'alt', 'title', 'placeholder', 'content'];

/** Reads one page; `language` is the page's own. */
export function readPage(html: string, language: 'id' | 'en'): ReadPage {
	const texts: string[] = [];
	const links: string[] = [];
	const ids = new Set<string>();
	const stack: { name: string; skip: boolean; scripted: boolean }[] = [];
	const parser = new Parser({
		onopentag(name, attributes) {
			const foreign = attributes.lang !== undefined && attributes.lang !== language && name !== 'html';
			// Names that belong to no one language, such as the other names of a term, say so.
			const unread = ['script', 'style', 'code'].includes(name) || attributes.translate === 'no';
			const skip = (stack.at(-1)?.skip ?? false) || foreign || unread;
			// Places that a script puts into the page are looked at in a browser, below.
			const scripted =
				(stack.at(-1)?.scripted ?? false) || (attributes.class ?? '').split(' ').includes('hanya-skrip');
			stack.push({ name, skip, scripted });
			if (attributes.id) ids.add(attributes.id);
			if (
				attributes.href &&
				(name === 'a' || name === 'link') &&
				!(scripted && attributes.href.startsWith('#'))
			) {
				links.push(attributes.href);
			}
			if (attributes.src) links.push(attributes.src);
			if (attributes.action !== undefined && name === 'form')
				links.push(attributes.action.split('?/')[0] || '');
			if (skip) return;
			for (const key of SPOKEN_ATTRIBUTES) {
				if (attributes[key] && !(name === 'meta' && attributes.name !== 'description'))
					texts.push(attributes[key]);
			}
		},
		ontext(text) {
			if (!(stack.at(-1)?.skip ?? false)) texts.push(text);
		},
		onclosetag() {
			stack.pop();
		},
	});
	parser.write(html);
	parser.end();
	return { text: texts.join(' ').replace(/\s+/g, ' '), links, ids };
}

function messagesOf(language: 'id' | 'en'): Map<string, string> {
	const folder = new URL(`../../messages/${language}/`, import.meta.url);
	return new Map(
		readdirSync(folder).flatMap((file) =>
			Object.entries(
				JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>,
			).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[key, value]] : [])),
		),
	);
}

/** Sentences of one language that are another sentence in the other; long enough not to meet by chance. */
function sentencesOnlyIn(language: 'id' | 'en'): string[] {
	const own = messagesOf(language);
	const other = messagesOf(language === 'id' ? 'en' : 'id');
	const others = [...other.values()];
	return [...own]
		.filter(([key, text]) => text !== other.get(key) && text.length >= 14 && !text.includes('{'))
		.map(([, text]) => text)
		.filter((text) => !others.some((one) => one.includes(text)));
}

/** Everyday words that cannot stand in a page of the other language, unless somebody forgot to translate. */
const TELLTALE = {
	id: /\b(yang|dengan|untuk|tidak|adalah|bahwa|belum|Anda|setiap|bila|dapat)\b/,
	en: /\b(the|with|from|this|which|cannot|your|you|each|when|value added)\b/,
};

const KEY_OF_A_MESSAGE =
	/\b(check_page|check|cli|common|help|problems|reports|web|worksheet)_[a-z0-9]+(_[a-z0-9]+)*\b/;

for (const path of everyPage) {
	test(`${path} speaks one language, and every word is translated`, async ({ request }) => {
		const language = languageOf(path);
		const other = language === 'id' ? 'en' : 'id';
		const { text } = readPage(await (await request.get(path)).text(), language);
		expect(text.match(KEY_OF_A_MESSAGE)?.[0]).toBeUndefined();
		expect(text.match(/\b(undefined|NaN|Infinity|\[object)\b/)?.[0]).toBeUndefined();
		expect(sentencesOnlyIn(other).filter((sentence) => text.includes(sentence))).toEqual([]);
		const found = text.match(TELLTALE[other]);
		expect(
			found ? text.slice(Math.max(0, (found.index ?? 0) - 40), (found.index ?? 0) + 40) : null,
		).toBeNull();
	});
}

test('the check of languages finds a sentence of the other language', () => {
	const planted = sentencesOnlyIn('en')[0] ?? '';
	const { text } = readPage(`<html lang="id"><p>${planted}</p><p lang="en">the planted one</p></html>`, 'id');
	expect(text.includes(planted)).toBe(true);
	expect(text).not.toContain('planted one');
});

test('every link of every page leads somewhere', async ({ request, site }) => {
	test.setTimeout(90_000);
	const seen = new Map<string, ReadPage | null>();
	const waiting: { address: string; from: string }[] = everyPage.map((address) => ({
		address,
		from: 'the list',
	}));
	const dead: string[] = [];
	for (let next = waiting.shift(); next; next = waiting.shift()) {
		const { address, from } = next;
		const url = new URL(address, site);
		if (url.origin !== new URL(site).origin) continue;
		const key = url.pathname + url.search;
		if (!seen.has(key)) {
			const answer = await request.get(key);
			const page = answer.headers()['content-type']?.includes('text/html')
				? readPage(await answer.text(), languageOf(url.pathname))
				: null;
			seen.set(key, page);
			if (answer.status() >= 400) dead.push(`${from} -> ${key}: ${answer.status()}`);
			for (const link of page?.links ?? [])
				waiting.push({ address: new URL(link || key, url).href, from: key });
		}
		const id = decodeURIComponent(url.hash.slice(1));
		const page = seen.get(key);
		// A fragment of the tools carries a sheet; only plain names point at a place on the page. The steps of a decision
		// are no places either: the script shows the one that the fragment names (decision.spec.ts walks through them).
		const step = url.pathname.endsWith('/alat/keputusan') && DECISION_STEPS.includes(id);
		if (id && page && !step && /^[a-z][a-z0-9-]*$/.test(id) && !page.ids.has(id))
			dead.push(`${from} -> ${key}#${id}: no such place`);
	}
	expect([...new Set(dead)]).toEqual([]);
	expect(seen.size).toBeGreaterThan(everyPage.length);
});

test('links inside the tools lead to places that are there once the script runs', async ({ page }) => {
	for (const path of ['/alat/nilai-tambah?contoh=susu', '/en/alat/periksa-tabel?contoh=boyolali']) {
		for (const width of [360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(path, { waitUntil: 'networkidle' });
			await ready(page);
			const dead = await page.evaluate(() =>
				[...document.querySelectorAll('main a[href^="#"]')]
					.map((link) => link.getAttribute('href') ?? '')
					.filter((place) => place.length > 1 && !document.getElementById(place.slice(1))),
			);
			expect(dead, `${path} at ${width} px`).toEqual([]);
		}
	}
});

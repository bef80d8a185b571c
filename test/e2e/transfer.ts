/** What a visitor's connection carries, in bytes as the server sends them (gzip, as every browser accepts it). */
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';

export interface Received {
	readonly bytes: number;
	readonly body: Buffer;
	readonly type: string;
	/** The `Link` header: what the browser is told to fetch before it has read the page. */
	readonly link: string;
}

/** The bytes of one answer's body on the wire, and the body itself. */
export function received(url: string, headers: Record<string, string> = {}): Promise<Received> {
	return new Promise((resolve, reject) => {
		const asked = { 'accept-encoding': 'gzip', accept: '*/*', ...headers };
		const call = request(url, { headers: asked }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () => {
				const wire = Buffer.concat(parts);
				const packed = answer.headers['content-encoding'] === 'gzip';
				resolve({
					bytes: wire.length,
					body: packed ? gunzipSync(wire) : wire,
					type: answer.headers['content-type'] ?? '',
					link: String(answer.headers.link ?? ''),
				});
			});
		});
		call.on('error', reject);
		call.end();
	});
}

/** The scripts and styles a page has asked for so far. */
export interface Loaded {
	readonly scripts: ReadonlySet<string>;
	readonly styles: ReadonlySet<string>;
}

/** Collects what pages of a context load. The service worker is kept out, because it loads everything. */
export async function collecting(
	browser: Browser,
	baseURL: string,
): Promise<{ context: BrowserContext; page: Page; loaded: Loaded }> {
	const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
	const loaded = { scripts: new Set<string>(), styles: new Set<string>() };
	const page = await context.newPage();
	page.on('response', (answer) => {
		const type = answer.request().resourceType();
		if (type === 'script') loaded.scripts.add(answer.url());
		if (type === 'stylesheet') loaded.styles.add(answer.url());
	});
	return { context, page, loaded };
}

/** The sum of what those addresses cost. */
export async function cost(urls: Iterable<string>, headers: Record<string, string> = {}): Promise<number> {
	let sum = 0;
	for (const url of urls) sum += (await received(url, headers)).bytes;
	return sum;
}

/** The scripts a page names, in its head and in its HTML: all its first drawing needs, without what comes later. */
export async function namedScripts(site: string, path: string): Promise<string[]> {
	const page = await received(site + path);
	const named = [
		...page.link.matchAll(/<([^>]+\.js)>/g),
		...page.body.toString().matchAll(/(?:src="|import\(")([^"]+\.js)"/g),
	];
	return [...new Set(named.map((match) => new URL(match[1] ?? '', site + path).href))];
}

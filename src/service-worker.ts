/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Keeps Sentra on the device. The first visit stores every page of the visitor's language with the scripts and styles
 * it names; then, while the visitor reads, everything else: results, exports, the other language. From then on a
 * missing signal changes nothing. What a person enters never passes through here: forms
 * are sent (POST) untouched and are never stored.
 *
 * A page is stored only when every script it names belongs to this version: a newer page belongs to scripts that this
 * version does not hold. The next version brings its own complete set.
 */
import { build, files, version } from '$service-worker';
import {
	keepingHeader,
	keptAddress,
	languageOfPath,
	NETWORK_PATIENCE_MS,
	noSignalPage,
	offlinePages,
} from '#field/offline-pages.ts';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const PREFIX = 'sentra-';
const STORE = `${PREFIX}${version}`;
/**
 * The phone's launcher fetches its pictures by itself, and the pages that offer passkeys are never stored; keeping what is
 * for them would only cost data.
 */
const kept = files.filter((file) => !/\.png$|^\/passkeys\.js$/.test(file));
const assets = [...build, ...kept];

/** The language of the visit that brings this version; Indonesian when no page is open. */
async function visitorsLanguage(): Promise<'id' | 'en'> {
	const [visitor] = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
	return languageOfPath(visitor ? new URL(visitor.url).pathname : '/');
}

/** The scripts and styles that a page's head and answer name. */
async function namedBy(page: Response): Promise<string[]> {
	const text = `${page.headers.get('link') ?? ''} ${await page.text()}`;
	return [...new Set(text.match(/\/_app\/immutable\/[\w./-]+\.(?:js|css)/g) ?? [])];
}

/** Stores a page and answers with what it names. Rejects when the page belongs to another version. */
async function storePage(store: Cache, page: string): Promise<string[]> {
	const answer = await fetch(page, { cache: 'no-cache', headers: { [keepingHeader]: 'yes' } });
	if (!answer.ok) throw new Error(`${page} answered ${answer.status}`);
	const named = await namedBy(answer.clone());
	if (named.some((asset) => !assets.includes(asset))) throw new Error(`${page} is of another version`);
	await store.put(page, answer);
	return named;
}

/** What a visit needs to go on without a signal. A page that fails at this moment must not take the others with it. */
async function storeFirst(): Promise<void> {
	const store = await caches.open(STORE);
	const language = await visitorsLanguage();
	const pages = offlinePages().filter((page) => languageOfPath(page) === language);
	const stored = await Promise.allSettled(pages.map((page) => storePage(store, page)));
	const named = stored.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
	await store.addAll([...new Set([...named, ...kept])]);
}

let rest: Promise<boolean> | null = null;

/** Everything else, two at a time, so that the visitor's own page comes first. True when all of it is stored. */
async function storeRest(): Promise<boolean> {
	const store = await caches.open(STORE);
	const held = new Set((await store.keys()).map((request) => new URL(request.url).pathname));
	const missing = [...assets, ...offlinePages()].filter((path) => !held.has(path));
	let failed = 0;
	const next = async (): Promise<void> => {
		for (let path = missing.shift(); path !== undefined; path = missing.shift()) {
			try {
				await (assets.includes(path) ? store.add(path) : storePage(store, path));
			} catch {
				failed += 1;
			}
		}
	};
	await Promise.all([next(), next()]);
	return failed === 0;
}

async function removeOldStores(): Promise<void> {
	for (const name of await caches.keys()) {
		if (name.startsWith(PREFIX) && name !== STORE) await caches.delete(name);
	}
	await worker.clients.claim();
}

async function storedPage(url: URL): Promise<Response | undefined> {
	const store = await caches.open(STORE);
	return store.match(keptAddress(url.pathname));
}

/** Network first, because a newer page may be there; the stored copy when the network takes too long or fails. */
async function answerNavigation(request: Request, url: URL): Promise<Response> {
	const stored = await storedPage(url);
	const network = fetch(request);
	if (!stored) {
		try {
			return await network;
		} catch {
			const store = await caches.open(STORE);
			return (await store.match(noSignalPage(url.pathname))) ?? Response.error();
		}
	}
	const patience = new Promise<Response>((resolve) => {
		setTimeout(() => resolve(stored.clone()), NETWORK_PATIENCE_MS);
	});
	try {
		const answer = await Promise.race([network, patience]);
		// A proxy or a server that is just restarting answers, but not with the page.
		return answer.status >= 500 ? stored : answer;
	} catch {
		return stored;
	} finally {
		network.catch(() => undefined);
	}
}

async function answerAsset(request: Request, url: URL): Promise<Response> {
	const store = await caches.open(STORE);
	const stored = await store.match(url.pathname);
	if (stored) return stored;
	const answer = await fetch(request);
	if (answer.ok) await store.put(url.pathname, answer.clone());
	return answer;
}

worker.addEventListener('install', (event) => event.waitUntil(storeFirst()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOldStores()));
worker.addEventListener('message', (event) => {
	if (event.data !== 'keep-the-rest') return;
	rest ??= storeRest();
	const done = rest.then((all) => {
		// What failed is tried again with the next page.
		if (!all) rest = null;
		event.source?.postMessage(all ? 'all-kept' : 'not-all-kept');
	});
	event.waitUntil(done);
});
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (request.mode === 'navigate') event.respondWith(answerNavigation(request, url));
	else if (assets.includes(url.pathname)) event.respondWith(answerAsset(request, url));
});

/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Keeps Sentra on the device: the first visit stores every page of both languages with its scripts, styles and
 * examples; from then on a missing signal changes nothing. What a person enters never passes through here: forms
 * are sent (POST) untouched and are never stored.
 *
 * Pages are stored only together with their own scripts, at install. A newer page fetched later is shown but not
 * stored: it belongs to scripts that this version does not hold. The next version brings its own complete set.
 */
import { build, files, version } from '$service-worker';
import { keptAddress, NETWORK_PATIENCE_MS, noSignalPage, offlinePages } from '#field/offline-pages.ts';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;
const PREFIX = 'sentra-';
const STORE = `${PREFIX}${version}`;
/** The phone's launcher fetches its pictures by itself; storing them would only cost data. */
const assets = [...build, ...files.filter((file) => !file.endsWith('.png'))];

async function storeEverything(): Promise<void> {
	const store = await caches.open(STORE);
	await store.addAll(assets);
	// A page that fails at this moment is missing later; it must not take all the others with it.
	await Promise.allSettled(offlinePages().map((page) => store.add(new Request(page, { cache: 'no-cache' }))));
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
	return (await store.match(url.pathname)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(storeEverything()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOldStores()));
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (request.mode === 'navigate') event.respondWith(answerNavigation(request, url));
	else if (assets.includes(url.pathname)) event.respondWith(answerAsset(request, url));
});

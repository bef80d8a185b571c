/** Follows every link of every page as one visitor: what a browser without script would ask for. */
import { readPage } from './reading.ts';
import type { Form, PageReading } from './reading.ts';
import { shapeOf } from './judging.ts';
import type { Visit } from './judging.ts';

/** Of lists of alike records the first few are visited: addresses of one shape differ in an id alone. */
const ALIKE = 3;
const AT_ONCE = 4;
const FOLLOWED_REDIRECTS = 5;

export interface Visitor {
	/** Who this is, for what a test says. */
	readonly name: string;
	readonly address: string;
	readonly cookies: string;
}

export interface Walk {
	readonly visits: readonly Visit[];
	/** Links that lead nowhere or to a refusal, and places of a page that are not on it. */
	readonly dead: readonly string[];
}

/** Asks for one page; redirects are followed within the site. */
export async function visit({ address, cookies }: Visitor, path: string): Promise<Visit> {
	let url = new URL(path, address);
	for (let step = 0; step <= FOLLOWED_REDIRECTS; step += 1) {
		const answer = await fetch(url, {
			redirect: 'manual',
			// A connection that was left idle is closed by the server just when the next request goes out.
			headers: { cookie: cookies, accept: 'text/html', connection: 'close' },
		});
		const to = answer.headers.get('location');
		if (answer.status >= 300 && answer.status < 400 && to !== null) {
			url = new URL(to, url);
			await answer.body?.cancel();
			continue;
		}
		const html = answer.headers.get('content-type')?.includes('text/html') ?? false;
		const text = await answer.text();
		return { address: url.pathname + url.search, status: answer.status, page: html ? readPage(text) : null };
	}
	return { address: path, status: 508, page: null };
}

/** What a form that asks would ask for: as it stands, and with a word in every field that one types in. */
function asked(form: Form, from: string): string[] {
	if (form.method !== 'get') return [];
	const target = new URL(form.action || from, new URL(from, 'http://here'));
	const filled = (typed: string): string => {
		const fields = form.fields.filter(
			({ type, checked }) => !['checkbox', 'radio'].includes(type) || checked,
		);
		const values = fields.map(({ name, type, value, options }): [string, string] => {
			if (type === 'select') return [name, typed === '' ? value : (options.at(-1) ?? value)];
			return [name, type === 'hidden' ? value : typed];
		});
		return `${target.pathname}?${new URLSearchParams(values).toString()}`;
	};
	return [filled(''), filled('a'), filled('%27"<script>')];
}

/** Pages of teams; the others are walked by words.spec.ts and are looked at here only to be there. */
export const isTeamPage = (page: PageReading | null, path: string): boolean =>
	page !== null &&
	!/^(\/en)?(\/(alat|bantuan|metode|istilah|sumber|semua|terbaru|tanpa-sinyal)(\/|\?|$)|\/?(\?|$))/.test(
		path,
	);

/** Walks from some addresses to all that they lead to. `known` is what other visitors saw of pages that are the same for all. */
export async function walk(
	visitor: Visitor,
	starts: readonly string[],
	known: Map<string, Visit>,
): Promise<Walk> {
	const visits: Visit[] = [];
	const dead = new Set<string>();
	const seen = new Map<string, Visit>();
	const alike = new Map<string, number>();
	const places: { readonly from: string; readonly to: string; readonly id: string }[] = [];
	const waiting = starts.map((to) => ({ to, from: 'the start' }));

	const takes = (path: string): boolean => {
		if (seen.has(path)) return false;
		const shape = shapeOf(path);
		const count = alike.get(shape) ?? 0;
		alike.set(shape, count + 1);
		return count < ALIKE;
	};
	const follows = (from: string, href: string): void => {
		const url = new URL(href, new URL(from, visitor.address));
		if (url.origin !== new URL(visitor.address).origin || !/^https?:$/.test(url.protocol)) return;
		const to = url.pathname + url.search;
		if (/^#[a-z][\w-]*$/.test(url.hash)) places.push({ from, to, id: url.hash.slice(1) });
		waiting.push({ to, from });
	};
	const look = async ({ to, from }: { to: string; from: string }): Promise<void> => {
		if (!takes(to)) return;
		const found = known.get(to) ?? (await visit(visitor, to));
		seen.set(to, found);
		if (found.status >= 400) dead.add(`${visitor.name}: ${shapeOf(from)} -> ${to} answers ${found.status}`);
		if (!isTeamPage(found.page, found.address)) {
			known.set(to, found);
			return;
		}
		visits.push(found);
		for (const href of found.page?.links ?? []) follows(found.address, href);
		for (const form of found.page?.forms ?? [])
			for (const path of asked(form, found.address)) follows(found.address, path);
	};
	while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(look));
	for (const { from, to, id } of places) {
		const page = seen.get(to)?.page;
		if (page && !page.ids.includes(id))
			dead.add(`${visitor.name}: ${shapeOf(from)} -> ${shapeOf(to)}#${id}: no such place`);
	}
	return { visits: [...new Map(visits.map((one) => [one.address, one])).values()], dead: [...dead] };
}

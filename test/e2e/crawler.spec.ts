/**
 * Every page that every role is led to, in both languages, on a server with the demo: nothing broken, dead, untranslated or
 * unreachable, whatever is typed into its forms. Pages are fetched as a browser without script fetches them; axe and the
 * width of a phone are looked at in a browser, once for every page that differs from the others in more than its words; axe
 * in English and on a wide screen once for every shape of address.
 */
import type { Browser, Page } from '@playwright/test';
import { answerFaults, pageFaults, sharedTitles, shapeOf, speechForeignTo } from './crawl/judging.ts';
import type { DataTexts, Visit } from './crawl/judging.ts';
import { peopleOfDemo, signedInCookies } from './crawl/people.ts';
import type { DemoPeople } from './crawl/people.ts';
import { buttonFaults, nonsenseFaults, postedForms, send } from './crawl/posting.ts';
import { walk } from './crawl/walk.ts';
import type { Visitor } from './crawl/walk.ts';
import { startTeam } from './team.ts';
import type { TeamServer } from './team.ts';
import { axeFindings, expect, scrollsSideways, test } from './test.ts';

test.describe.configure({ mode: 'serial', timeout: 600_000 });

let server: TeamServer;
let house: DemoPeople;
/** Members first, as they may do the least; owners last, whose nonsense goes furthest. */
let visitors: Visitor[];
const visited = new Map<Visitor, readonly Visit[]>();
/** Pages of the quick tools are the same for everybody. */
const known = new Map<string, Visit>();
const speech = { id: speechForeignTo('id'), en: speechForeignTo('en') };
const isEnglish = ({ address }: Visit): boolean => /^\/en(\/|$)/.test(address);

test.beforeAll(async () => {
	test.setTimeout(240_000);
	server = await startTeam();
	house = await peopleOfDemo(server.folder);
	const { address } = server;
	const members = await Promise.all(
		house.people.map(async (one) => ({
			name: one.name,
			address,
			cookies: await signedInCookies(address, one),
		})),
	);
	visitors = [
		{ name: 'nobody', address, cookies: '' },
		{ name: 'guest', address, cookies: '' },
		...members.reverse(),
	];
});
test.afterAll(async () => {
	await house?.close();
	await server?.stop();
});

function startsOf({ name }: Visitor): string[] {
	const spent = ['/mulai/x', '/tautan/x', '/undangan/x', '/sandi/x', '/tamu/x'];
	const paths = {
		nobody: ['/masuk', '/beranda', '/masukkan', ...house.doors, ...spent],
		guest: [house.guest],
	}[name] ?? ['/beranda', '/p', '/organisasi', '/akun', '/masukkan'];
	return paths.flatMap((path) => [path, `/en${path}`]);
}

function faultsOf(visits: readonly Visit[], data: DataTexts): string[] {
	const faults = visits.flatMap((one) =>
		pageFaults(one, isEnglish(one) ? speech.en : speech.id, data).map(
			(fault) => `${shapeOf(one.address)}: ${fault}`,
		),
	);
	return [...new Set(faults)];
}

test('every link of every role leads somewhere, and every page says what it is in its own language', async () => {
	const faults: string[] = [];
	const data = await house.written();
	for (const visitor of visitors) {
		const { visits, dead } = await walk(visitor, startsOf(visitor), known);
		visited.set(visitor, visits);
		expect(visits.length, visitor.name).toBeGreaterThan(visitor.name === 'guest' ? 3 : 10);
		faults.push(...dead, ...faultsOf(visits, data).map((one) => `${visitor.name}: ${one}`));
		// Links that open nothing any more are pages of one title.
		if (visitor.name !== 'nobody') faults.push(...sharedTitles(visits));
	}
	expect([...new Set(faults)]).toEqual([]);
});

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1280, height: 800 };

async function pageOf(browser: Browser, { cookies, address }: Visitor): Promise<Page> {
	const context = await browser.newContext({ viewport: PHONE });
	const pairs = cookies.split('; ').filter(Boolean);
	await context.addCookies(
		pairs.map((pair) => ({
			name: pair.slice(0, pair.indexOf('=')),
			value: pair.slice(pair.indexOf('=') + 1),
			url: address,
		})),
	);
	return context.newPage();
}

/** Pages that are made of something that was not looked at on another page of their shape; those with most in them first. */
function differentPages(seen: Map<string, Set<string>>, visits: readonly Visit[]): Visit[] {
	const much = ({ page }: Visit): number => page?.made.size ?? 0;
	return visits
		.toSorted((a, b) => much(b) - much(a))
		.filter(({ address, page, status }) => {
			if (page === null || status >= 400) return false;
			const shape = shapeOf(address).split('?')[0] ?? '';
			const known = seen.get(shape) ?? new Set();
			const fresh = [...page.made].filter((kind) => !known.has(kind));
			seen.set(shape, new Set([...known, ...fresh]));
			return fresh.length > 0;
		});
}

/** Looks at pages; `once` holds the shapes that were looked at in every way already, by whoever saw them. */
async function looks(
	browser: Browser,
	visitor: Visitor,
	pages: readonly Visit[],
	once: Set<string>,
): Promise<string[]> {
	const page = await pageOf(browser, visitor);
	const faults: string[] = [];
	for (const one of pages) {
		const at = `${visitor.name}: ${shapeOf(one.address)}`;
		const first = !once.has(shapeOf(one.address));
		once.add(shapeOf(one.address));
		await page.setViewportSize(PHONE);
		// Until its sheets are there: a page without them is as wide as its tables.
		await page.goto(`${visitor.address}${one.address}`);
		// Further English pages of a shape have the same elements in the same places.
		const ways = [
			{ size: PHONE, axe: first || !isEnglish(one) },
			...(first ? [{ size: DESK, axe: true }] : []),
		];
		for (const { size, axe } of ways) {
			await page.setViewportSize(size);
			if (await scrollsSideways(page)) faults.push(`${at} moves sideways at ${size.width} px`);
			if (!axe) continue;
			const found = await axeFindings(page);
			faults.push(...found.map((finding) => `${at} at ${size.width} px: ${finding.slice(0, 300)}`));
		}
	}
	await page.context().close();
	return faults;
}

test('every kind of page fits a phone and has nothing for axe to find', async ({ browser }) => {
	const seen = new Map<string, Set<string>>();
	const once = new Set<string>();
	const faults: string[] = [];
	// Owners see the most: what the others see besides is looked at after theirs.
	for (const visitor of visitors.toReversed())
		faults.push(...(await looks(browser, visitor, differentPages(seen, visited.get(visitor) ?? []), once)));
	// Both languages of every page that has a shape were looked at in every way.
	const [english, indonesian] = [...once].reduce(
		([en, id], shape) => (shape.startsWith('/en') ? [en + 1, id] : [en, id + 1]),
		[0, 0],
	);
	expect(Math.min(english, indonesian)).toBeGreaterThan(40);
	expect(faults).toEqual([]);
});

test('no form breaks, forgets or keeps silent, whatever is sent and whoever sends it', async () => {
	const faults: string[] = [];
	const tried = new Set<string>();
	for (const visitor of visitors) {
		// Others have changed things meanwhile, as in life; a form is sent from the page as it is now.
		const starts = startsOf(visitor).filter((path) => !path.startsWith('/en'));
		const { visits } = await walk(visitor, starts, known);
		const role = visitor.name.split('@')[0] ?? '';
		const found = postedForms(visits.filter((one) => !isEnglish(one)));
		if (role === 'owner') expect(found.length).toBeGreaterThan(15);
		// What one owner was refused another is refused too.
		const forms = found.filter(({ key }) => !tried.has(`${role} ${key}`));
		forms.forEach(({ key }) => tried.add(`${role} ${key}`));
		faults.push(...(await nonsenseFaults(visitor, forms)));
	}
	expect([...new Set(faults)]).toEqual([]);
});

test('pages full of nonsense are as whole as before', async ({ browser }) => {
	const owner = visitors.findLast(({ name }) => name.startsWith('owner'));
	if (owner === undefined) throw new Error('nobody owns anything');
	const { visits, dead } = await walk(owner, startsOf(owner), known);
	const data = await house.written();
	expect(dead).toEqual([]);
	expect(faultsOf(visits, data)).toEqual([]);
	const pages = differentPages(
		new Map(),
		visits.filter((one) => !isEnglish(one)),
	);
	// What nonsense changes is words; a wide screen was looked at before.
	const once = new Set(pages.map(({ address }) => shapeOf(address)));
	expect(await looks(browser, owner, pages, once)).toEqual([]);
	expect(await buttonFaults(owner, postedForms(visits))).toEqual([]);
	const [form] = visits[0]?.page?.forms.filter(({ action }) => action.endsWith('/keluar')) ?? [];
	if (form === undefined) throw new Error('nobody can sign out');
	const answer = await send(owner, { from: '/beranda', form }, {});
	expect(answer.status).toBe(303);
	expect(answerFaults(form, {}, answer)).toEqual([]);
});

import { test, expect } from './test.ts';
import { startTeam } from './team.ts';
import type { TeamServer } from './team.ts';
import { peopleOfDemo, signedInCookies } from './crawl/people.ts';
import { pageFaults, sharedTitles, shapeOf, speechForeignTo } from './crawl/judging.ts';
import { walk } from './crawl/walk.ts';
import { nonsenseFaults, postedForms, buttonFaults } from './crawl/posting.ts';

let server: TeamServer;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	server = await startTeam();
});
test.afterAll(() => server.stop());
test('probe', async () => {
	test.setTimeout(300_000);
	let t = Date.now();
	const { people, written, demos, close } = await peopleOfDemo(server.folder);
	console.log('demo', Date.now() - t, people.length);
	const speech = { id: speechForeignTo('id'), en: speechForeignTo('en') };
	const faults = new Map<string, number>();
	const count = (k: string) => faults.set(k, (faults.get(k) ?? 0) + 1);
	const data = await written();
	const visitors = [];
	for (const person of people)
		visitors.push({
			name: person.name,
			address: server.address,
			cookies: await signedInCookies(server.address, person),
		});
	const starts = ['/beranda', '/en/beranda', '/p', '/en/p'];
	const forms = new Map();
	for (const visitor of visitors) {
		t = Date.now();
		const { visits, dead } = await walk(visitor, starts, new Map());
		dead.forEach(count);
		for (const v of visits)
			for (const f of pageFaults(v, v.address.startsWith('/en') ? speech.en : speech.id, data))
				count(`${shapeOf(v.address)}: ${f}`);
		sharedTitles(visits).forEach(count);
		forms.set(visitor, postedForms(visits.filter((v) => !v.address.startsWith('/en'))));
		console.log(visitor.name, visits.length, Date.now() - t);
	}
	for (const [visitor, found] of [...forms].reverse()) {
		t = Date.now();
		(await nonsenseFaults(visitor, found)).forEach(count);
		console.log(visitor.name, 'forms', found.length, Date.now() - t);
	}
	const data2 = await written();
	const [owner] = visitors;
	const after = await walk(owner, starts, new Map());
	after.dead.forEach((d) => count(`after: ${d}`));
	for (const v of after.visits)
		for (const f of pageFaults(v, v.address.startsWith('/en') ? speech.en : speech.id, data2))
			count(`after: ${shapeOf(v.address)}: ${f}`);
	(await buttonFaults(owner, postedForms(after.visits))).forEach(count);
	console.log(
		[...faults]
			.map(([k, n]) => `${n} ${k}`)
			.sort()
			.join('\n'),
	);
	expect(demos.length).toBe(5);
	await close();
});

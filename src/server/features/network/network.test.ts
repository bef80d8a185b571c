import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { villages } from '../../db/testing-areas.ts';
import { testHouse } from '../../db/testing.ts';
import { recordAgreementCommand } from '../agreement/commands.ts';
import { day, scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { actorNetwork } from './queries.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;

/** The agreements that the Kalanganyar paper names. */
beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
	const at = (id: string, kind: 'enterprise' | 'stakeholder' = 'enterprise') => ({ kind, id });
	const cleaners = at(await ours.enterprise({ name: 'Usaha cabut duri', kind: 'service' }));
	const olikan = at(await ours.enterprise({ name: 'OLIKAN' }));
	const kece = at(await ours.enterprise({ name: 'KeCe', kind: 'craft' }));
	const fishers = await ours.stakeholder({
		name: 'Nelayan Banjarkemuning',
		actorGroup: 'community',
		villageCode: villages.seiLekop,
	});
	const company = at(await ours.stakeholder({ name: 'Kantin perusahaan' }), 'stakeholder');
	await ours.stakeholder({ name: 'Kampus', actorGroup: 'knowledge', kind: 'campus' });
	const lines = [
		[cleaners, olikan, 'Sisik', {}],
		[at(fishers, 'stakeholder'), kece, 'Kerang', {}],
		[olikan, company, 'Kerupuk sisik', { delivery: 'bumdes' }],
		[kece, company, 'Suvenir', {}],
		[cleaners, kece, 'Sisik', { until: '2026-11-21' }],
		[cleaners, company, 'Duri', { since: '2026-11-23' }],
	] as const;
	for (const [giver, taker, material, more] of lines)
		await ours.does(recordAgreementCommand, { agreementId: v7(), giver, taker, material, ...more });
});

const network = (role: Parameters<Scene['reads']>[1] = 'manager', villageCode?: string) =>
	ours.reads(
		(tx) =>
			actorNetwork(tx, ours.who.orgId, {
				programmeId: ours.programmeId,
				on: day,
				villageCode: villageCode ?? null,
			}),
		role,
	);

describe('the network of actors', () => {
	it('has everybody once, with the agreements that run on the day', async () => {
		const { actors, agreements, leadingOutside } = await network();
		expect(
			agreements.map(({ giverName, takerName, material }) => `${giverName} > ${takerName}: ${material}`),
		).toEqual([
			'Nelayan Banjarkemuning > KeCe: Kerang',
			'OLIKAN > Kantin perusahaan: Kerupuk sisik',
			'Usaha cabut duri > OLIKAN: Sisik',
			'KeCe > Kantin perusahaan: Suvenir',
		]);
		expect(actors.map(({ name, lines }) => [name, lines])).toEqual([
			['Kampus', 0],
			['Kantin perusahaan', 2],
			['KeCe', 2],
			['Nelayan Banjarkemuning', 1],
			['OLIKAN', 2],
			['Usaha cabut duri', 1],
		]);
		expect(leadingOutside).toBe(0);
	});

	it('counts, and does not draw, a line whose other end the facilitator does not see', async () => {
		const { actors, agreements, leadingOutside } = await network('facilitator');
		expect(actors.map(({ name }) => name)).not.toContain('Nelayan Banjarkemuning');
		expect([agreements.length, leadingOutside]).toEqual([3, 1]);
	});

	it('of one village keeps who works everywhere and whom it has agreements with', async () => {
		const names = (await network('manager', villages.seiLekop)).actors.map(({ name }) => name);
		expect(names).toEqual(['Kampus', 'Kantin perusahaan', 'KeCe', 'Nelayan Banjarkemuning']);
	});

	it('is empty for a member and for another organisation', async () => {
		expect(await network('member')).toEqual({ actors: [], agreements: [], leadingOutside: 0 });
		const foreign = await theirs.reads((tx) =>
			actorNetwork(tx, ours.who.orgId, { programmeId: ours.programmeId, on: day }),
		);
		expect(foreign).toEqual({ actors: [], agreements: [], leadingOutside: 0 });
	});
});

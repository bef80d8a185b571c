import { beforeAll, describe, expect, it } from 'vitest';
import { villages } from '../../db/testing-areas.ts';
import { testHouse } from '../../db/testing.ts';
import { scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { changeStakeholderCommand } from './commands.ts';
import { listStakeholders } from './queries.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;
let personId: string;

beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
	personId = await ours.person();
	// Kalanganyar: the company, the village's own enterprise, the groups, and an adviser from a campus.
	await ours.stakeholder({ influence: 5, interest: 4, contact: '0812' });
	await ours.stakeholder({
		name: 'BUMDes Kalanganyar Makmur',
		kind: 'bumdes',
		villageCode: villages.kalanganyar,
		influence: 3,
	});
	await ours.stakeholder({
		name: 'Nelayan Banjarkemuning',
		actorGroup: 'community',
		kind: 'supplier',
		villageCode: villages.seiLekop,
		personId,
	});
	await ours.stakeholder({ name: 'Kampus', actorGroup: 'knowledge', kind: 'campus' });
	await ours.stakeholder({ name: 'Dinas Perikanan', actorGroup: 'government', kind: 'office', influence: 4 });
});

const names = async (
	filter: Partial<Parameters<typeof listStakeholders>[2]> = {},
	role: Parameters<Scene['reads']>[1] = 'manager',
) =>
	(
		await ours.reads(
			(tx) => listStakeholders(tx, ours.who.orgId, { programmeId: ours.programmeId, ...filter }),
			role,
		)
	).map(({ name }) => name);

describe('stakeholders', () => {
	it('keep the person they name when she was removed or is not seen', async () => {
		const named = await ours.person(villages.seiLekop);
		const village = { name: 'Pemasok', villageCode: villages.kalanganyar, personId: named };
		const details = { ...village, actorGroup: 'community', kind: 'supplier' } as const;
		const stakeholderId = await ours.stakeholder({ ...details, endedOn: '2026-01-31' });
		const change = (version: number, role: Parameters<Scene['does']>[2]) =>
			ours.does(
				changeStakeholderCommand,
				{ stakeholderId, version, ...details, endedOn: '2026-02-01' },
				role,
			);
		await expect(change(1, 'facilitator')).resolves.toMatchObject({ version: 2 });
		await ours.removed(named);
		await expect(change(2, 'manager')).resolves.toMatchObject({ version: 3 });
	});

	it('are listed by the four groups, the most influential first', async () => {
		expect(await names()).toEqual([
			'Dinas Perikanan',
			'DPPU Juanda',
			'BUMDes Kalanganyar Makmur',
			'Nelayan Banjarkemuning',
			'Kampus',
		]);
		expect(await names({ actorGroup: 'knowledge' })).toEqual(['Kampus']);
		expect(await names({ villageCode: villages.kalanganyar })).not.toContain('Nelayan Banjarkemuning');
	});

	it('of no village are read by every facilitator and written by none', async () => {
		expect(await names({}, 'facilitator')).toEqual([
			'Dinas Perikanan',
			'DPPU Juanda',
			'BUMDes Kalanganyar Makmur',
			'Kampus',
		]);
		await expect(ours.stakeholder({ name: 'x' }, 'facilitator')).rejects.toMatchObject({
			code: 'not_allowed',
		});
		await expect(
			ours.stakeholder({ name: 'x', villageCode: villages.seiLekop }, 'facilitator'),
		).rejects.toMatchObject({ code: 'not_allowed' });
		const [company] = await ours.reads((tx) =>
			listStakeholders(tx, ours.who.orgId, { programmeId: ours.programmeId, actorGroup: 'business' }),
		);
		const change = (role: 'facilitator' | 'manager', villageCode: string | null) =>
			ours.does(
				changeStakeholderCommand,
				{
					stakeholderId: company?.stakeholderId ?? '',
					version: 1,
					name: 'DPPU Juanda',
					actorGroup: 'business',
					kind: 'company',
					influence: 5,
					interest: 4,
					villageCode,
				},
				role,
			);
		await expect(change('facilitator', null)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(change('manager', null)).resolves.toMatchObject({ version: 2 });
	});

	it('are not seen by a member, but for what is noted of herself, nor by another organisation', async () => {
		expect(await names({}, 'member')).toEqual([]);
		expect(await names({}, { personId })).toEqual(['Nelayan Banjarkemuning']);
		const forgetful = await theirs.reads((tx) => tx`select name from stakeholder`, 'owner');
		expect(forgetful).toEqual([]);
	});

	it.each([
		[{ interest: 6 }, 'input_not_readable', 'interest'],
		[{ name: '' }, 'name_missing', 'name'],
		[{ actorGroup: 'other' as 'business' }, 'input_not_readable', 'actorGroup'],
		[{ latitude: '0', longitude: '0' }, 'place_outside', 'latitude'],
	])('are refused with the field: %o', async (given, code, field) => {
		await expect(ours.stakeholder(given)).rejects.toMatchObject({ code, field });
	});
});

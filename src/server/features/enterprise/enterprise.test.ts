import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { villages } from '../../db/testing-areas.ts';
import { testHouse, tracesOf } from '../../db/testing.ts';
import { recordAgreementCommand } from '../agreement/commands.ts';
import { recordPermitCommand } from '../permit/commands.ts';
import { permitsOf } from '../permit/queries.ts';
import { recordStreamCommand } from '../stream/commands.ts';
import { listStreams } from '../stream/queries.ts';
import { changeEnterpriseCommand, recordEnterpriseCommand, setOwnerCommand } from './commands.ts';
import { countEnterprises, enterpriseById, enterprisePlace, listEnterprises } from './queries.ts';
import type { EnterpriseFilter } from './queries.ts';
import { day, scene } from './testing.ts';
import type { Scene } from './testing.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;

// Sei Lekop: one enterprise that was interviewed, since 2017, two workers, 36 to 50 kg a process.
const seiLekop = {
	villageCode: villages.seiLekop,
	name: 'Kerupuk Ikan Sei Lekop',
	kind: 'food',
	product: 'kerupuk ikan',
	sinceYear: 2017,
	capacityFrom: '36',
	capacityTo: '50',
	capacityUnit: 'Kg',
	capacityPeriod: 'process',
	workersUnrecorded: 2,
	markets: ['Bintan', 'Tanjungpinang', 'e-commerce', 'Malaysia', 'Singapura', ''],
	contact: '0812 0000 0000',
} satisfies Parameters<Scene['enterprise']>[0];

beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
});

const listed = (filter: Partial<EnterpriseFilter> = {}, role: Parameters<Scene['reads']>[1] = 'manager') =>
	ours.reads((tx) => listEnterprises(tx, ours.who.orgId, { programmeId: ours.programmeId, ...filter }), role);

describe('an enterprise', () => {
	it('keeps what the interview said: a span, a unit per process, workers without their sex, markets', async () => {
		const enterpriseId = await ours.enterprise(seiLekop);
		const found = await ours.reads((tx) => enterpriseById(tx, ours.who.orgId, enterpriseId));
		expect(found).toMatchObject({
			...seiLekop,
			capacityUnit: 'kg',
			markets: ['Bintan', 'Tanjungpinang', 'e-commerce', 'Malaysia', 'Singapura'],
			workersWomen: null,
			workersMen: null,
			villageName: 'Sungai Lekop',
			version: 1,
		});
	});

	it('is written by owner, manager and facilitator alone', async () => {
		for (const role of ['treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(ours.enterprise({}, role)).rejects.toMatchObject({ code: 'not_allowed' });
		for (const role of ['owner', 'manager', 'facilitator'] as const)
			await expect(ours.enterprise({ name: `Usaha ${role}` }, role)).resolves.toBeTypeOf('string');
	});

	it.each([
		[{ name: '  ' }, 'name_missing', 'name'],
		[{ sinceYear: 20170 }, 'year_form', 'sinceYear'],
		[{ ownerId: v7() }, 'not_found', 'ownerId'],
		[
			{ capacityFrom: '50', capacityTo: '36', capacityUnit: 'kg', capacityPeriod: 'process' as const },
			'amount_order',
			'capacityTo',
		],
		[{ capacityFrom: '50' }, 'amount_incomplete', 'capacityFrom'],
		[{ latitude: '-7.4' }, 'place_outside', 'latitude'],
		[{ latitude: '112.7', longitude: '-7.4' }, 'place_outside', 'latitude'],
		[{ villageCode: '9999999999' }, 'area_unknown', 'villageCode'],
		[{ villageCode: '3515' }, 'input_not_readable', 'villageCode'],
		[{ programmeId: v7() }, 'not_found', 'programmeId'],
		[{ capacityFrom: '1.700,50' }, 'input_not_readable', 'capacityFrom'],
		[{ workersWomen: -1 }, 'input_not_readable', 'workersWomen'],
	])('is refused with its field: %o', async (given, code, field) => {
		const before = await listed();
		await expect(ours.enterprise(given)).rejects.toMatchObject({ code, field });
		expect(await listed()).toEqual(before);
	});

	it('of another programme is not taken over by naming it', async () => {
		await expect(ours.enterprise({ programmeId: theirs.programmeId })).rejects.toMatchObject({
			code: 'not_found',
		});
	});

	it('changes for who saw its last version, and says so to who did not', async () => {
		const enterpriseId = await ours.enterprise({ name: 'KeCe', kind: 'craft' });
		const change = (version: number, name: string) =>
			ours.does(changeEnterpriseCommand, {
				enterpriseId,
				version,
				villageCode: villages.kalanganyar,
				name,
				kind: 'craft',
				contact: '0812 3456 7890',
			});
		expect(await change(1, 'KeCe Kerajinan')).toEqual({ enterpriseId, version: 2 });
		await expect(change(1, 'KeCe Lain')).rejects.toMatchObject({ code: 'changed_meanwhile' });
		const trace = (await tracesOf(house.sql, ours.who.orgId, enterpriseId)).at(-1);
		expect(trace?.before).toMatchObject({ name: 'KeCe', version: 1 });
		expect(trace?.after).toMatchObject({ name: 'KeCe Kerajinan', version: 2, contact: 'noted' });
		expect(JSON.stringify(trace)).not.toContain('0812 3456');
	});

	it('takes what belongs to it along to another village and to another owner', async () => {
		const [enterpriseId, takerId] = [await ours.enterprise({ name: 'Pindah' }), v7()];
		const ownerId = await ours.person();
		await ours.enterprise({ enterpriseId: takerId, name: 'Tetap' });
		await ours.does(recordPermitCommand, { permitId: v7(), enterpriseId, kind: 'nib', number: '1' });
		const source = { kind: 'enterprise', id: enterpriseId } as const;
		await ours.does(recordStreamCommand, { streamId: v7(), source, material: 'sisik', used: 'unused' });
		const taker = { kind: 'enterprise', id: takerId } as const;
		await ours.does(recordAgreementCommand, {
			agreementId: v7(),
			giver: source,
			taker,
			material: 'sisik',
		});
		await ours.does(changeEnterpriseCommand, {
			enterpriseId,
			version: 1,
			villageCode: villages.seiLekop,
			name: 'Pindah',
			kind: 'food',
			ownerId,
		});
		const { orgId } = ours.who;
		const own = { personId: ownerId };
		expect(await ours.reads((tx) => permitsOf(tx, orgId, enterpriseId), own)).toHaveLength(1);
		expect(await ours.reads((tx) => permitsOf(tx, orgId, enterpriseId), 'facilitator')).toEqual([]);
		const streams = await ours.reads(
			(tx) =>
				listStreams(tx, orgId, {
					programmeId: ours.programmeId,
					on: day,
					villageCode: villages.seiLekop,
				}),
			own,
		);
		expect(streams.map(({ material }) => material)).toEqual(['sisik']);
		// The taker's village still sees its side of the agreement.
		const seen = await ours.reads(
			(tx) => tx`select village_code, taker_village_code from supply_agreement where org_id = ${orgId}`,
			'facilitator',
		);
		expect(seen).toEqual([{ village_code: villages.seiLekop, taker_village_code: villages.kalanganyar }]);
	});

	it('is given to an owner on record and released again, with what belongs to it', async () => {
		const ownerId = await ours.person();
		const enterpriseId = await ours.enterprise({ name: 'Bertuan', note: 'tetap' });
		await ours.does(recordPermitCommand, { permitId: v7(), enterpriseId, kind: 'nib', number: '2' });
		await ours.does(setOwnerCommand, { enterpriseId, version: 1, ownerId }, 'facilitator');
		const permits = () =>
			ours.reads((tx) => permitsOf(tx, ours.who.orgId, enterpriseId), { personId: ownerId });
		expect(await permits()).toHaveLength(1);
		const found = await ours.reads((tx) => enterpriseById(tx, ours.who.orgId, enterpriseId));
		expect(found).toMatchObject({ ownerId, note: 'tetap', version: 2 });
		await expect(ours.does(setOwnerCommand, { enterpriseId, version: 1 })).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await ours.does(setOwnerCommand, { enterpriseId, version: 2 });
		expect(await permits()).toHaveLength(0);
	});

	it('is not given to a person whom its writer does not see', async () => {
		const ownerId = await ours.person(villages.seiLekop);
		await expect(ours.enterprise({ ownerId }, 'facilitator')).rejects.toMatchObject({
			code: 'not_found',
			field: 'ownerId',
		});
		const foreign = await theirs.person();
		await expect(ours.enterprise({ ownerId: foreign })).rejects.toMatchObject({ code: 'not_found' });
	});

	it('keeps an owner who was removed or lives elsewhere through every change', async () => {
		const ownerId = await ours.person(villages.seiLekop);
		const enterpriseId = await ours.enterprise({ name: 'Jauh', ownerId });
		const { kind, villageCode } = { kind: 'food', villageCode: villages.kalanganyar } as const;
		const change = (version: number, role?: Parameters<Scene['does']>[2], owner = ownerId) => {
			const input = { enterpriseId, version, villageCode, name: 'Jauh', kind, ownerId: owner };
			return ours.does(changeEnterpriseCommand, input, role);
		};
		await expect(change(1, 'facilitator')).resolves.toMatchObject({ version: 2 });
		await ours.removed(ownerId);
		await expect(change(2)).resolves.toMatchObject({ version: 3 });
		await expect(ours.does(setOwnerCommand, { enterpriseId, version: 3, ownerId })).resolves.toEqual({
			enterpriseId,
			version: 4,
		});
		// Somebody else is still named only by who sees her.
		const other = await ours.person();
		await ours.removed(other);
		await expect(change(4, 'manager', other)).rejects.toMatchObject({ code: 'not_found', field: 'ownerId' });
	});

	it('is not moved to a village that its facilitator does not have', async () => {
		const enterpriseId = await ours.enterprise({ name: 'Di sini' }, 'facilitator');
		const moved = {
			enterpriseId,
			version: 1,
			villageCode: villages.seiLekop,
			name: 'x',
			kind: 'food',
		} as const;
		await expect(ours.does(changeEnterpriseCommand, moved, 'facilitator')).rejects.toMatchObject({
			code: 'not_allowed',
		});
	});
});

describe('the list', () => {
	it('is filtered by village, kind, words and a missing permit, and counts what it lists', async () => {
		const scales = await ours.enterprise({ name: 'Sisik 100% Mas', product: 'Kerupuk sisik' });
		await ours.does(recordPermitCommand, {
			permitId: v7(),
			enterpriseId: scales,
			kind: 'pirt',
			number: '2023515010001-25',
			expiresOn: '2026-11-21',
		});
		const names = async (filter: Partial<EnterpriseFilter>) => (await listed(filter)).map(({ name }) => name);
		expect(await names({ villageCode: villages.seiLekop })).toEqual(['Kerupuk Ikan Sei Lekop', 'Pindah']);
		expect(await names({ kind: 'craft' })).toEqual(['KeCe Kerajinan']);
		expect(await names({ words: '100%' })).toEqual(['Sisik 100% Mas']);
		expect(await names({ words: '_' })).toEqual([]);
		expect(await names({ words: 'kerupuk' })).toEqual(['Kerupuk Ikan Sei Lekop', 'Sisik 100% Mas']);
		// It ended yesterday, so it is missing today and was held yesterday.
		const without = (on: string) => names({ words: 'sisik', without: { permit: 'pirt', on } });
		expect(await without(day)).toEqual(['Sisik 100% Mas']);
		expect(await without('2026-11-21')).toEqual([]);
		const counts = await ours.reads((tx) =>
			countEnterprises(tx, ours.who.orgId, { programmeId: ours.programmeId, words: 'sei lekop' }),
		);
		expect(counts).toEqual([
			{
				villageCode: villages.seiLekop,
				villageName: 'Sungai Lekop',
				kind: 'food',
				count: 1,
				women: 0,
				men: 0,
				unrecorded: 2,
				uncounted: 0,
			},
		]);
	});

	it('leaves out what has closed, and shows it when asked', async () => {
		await ours.enterprise({ name: 'Tutup', endedOn: '2026-01-31' });
		expect((await listed({ words: 'tutup' })).length).toBe(0);
		expect((await listed({ words: 'tutup', ended: true })).map(({ endedOn }) => endedOn)).toEqual([
			'2026-01-31',
		]);
	});

	it('comes in pages that meet without a gap, also when names are the same', async () => {
		await Promise.all(Array.from({ length: 5 }, () => ours.enterprise({ name: 'Kembar' })));
		const whole = await listed({ limit: 500 });
		const seen: string[] = [];
		for (let after: EnterpriseFilter['after'] = null; ;) {
			const page: Awaited<ReturnType<typeof listed>> = await listed({ limit: 2, after });
			seen.push(...page.map(({ enterpriseId }) => enterpriseId));
			const last = page.at(-1);
			if (last === undefined) break;
			after = { name: last.name, enterpriseId: last.enterpriseId };
		}
		expect(seen).toEqual(whole.map(({ enterpriseId }) => enterpriseId));
		expect(new Set(seen).size).toBe(whole.length);
	});
});

describe('who may not see an enterprise', () => {
	it('is another organisation, a facilitator of another village, and a member who does not own it', async () => {
		const ownerId = await ours.person();
		const enterpriseId = await ours.enterprise({ ...seiLekop, name: 'Milik Bu Rini', ownerId });
		const forgetful = () => (tx: Parameters<Parameters<Scene['reads']>[0]>[0]) =>
			tx<{ name: string }[]>`select name, village_code from enterprise where name = 'Milik Bu Rini'`;
		expect(await ours.reads(forgetful())).toHaveLength(1);
		expect(await ours.reads(forgetful(), { personId: ownerId })).toHaveLength(1);
		expect(await ours.reads(forgetful(), 'member')).toEqual([]);
		expect(await ours.reads(forgetful(), 'facilitator')).toEqual([]);
		expect(await theirs.reads(forgetful(), 'owner')).toEqual([]);
		await expect(
			ours.reads((tx) => enterprisePlace(tx, ours.who.orgId, enterpriseId), 'facilitator'),
		).rejects.toMatchObject({ code: 'not_found' });
		await expect(
			theirs.does(recordEnterpriseCommand, {
				enterpriseId: v7(),
				programmeId: ours.programmeId,
				villageCode: villages.kalanganyar,
				name: 'x',
				kind: 'food',
			}),
		).rejects.toMatchObject({ code: 'not_found' });
	});
});

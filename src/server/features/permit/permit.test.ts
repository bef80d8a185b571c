import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { villages } from '../../db/testing-areas.ts';
import { testHouse, tracesOf } from '../../db/testing.ts';
import { changeEnterpriseCommand } from '../enterprise/commands.ts';
import { day, scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { changePermitCommand, recordPermitCommand, removePermitCommand } from './commands.ts';
import { nearnesses, permitsDue, permitsOf } from './queries.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;
let olikan: string;
let seiLekop: string;

beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
	olikan = await ours.enterprise();
	seiLekop = await ours.enterprise({ name: 'Kerupuk Ikan', villageCode: villages.seiLekop });
});

type Given = Partial<Parameters<Scene['does']>[1]> & Record<string, unknown>;
const permit = async (given: Given = {}, enterpriseId = olikan, role?: Parameters<Scene['does']>[2]) => {
	const permitId = v7();
	const input = { permitId, enterpriseId, kind: 'pirt' as const, number: permitId, ...given };
	await ours.does(recordPermitCommand, input, role);
	return permitId;
};
const due = (on = day, role: Parameters<Scene['reads']>[1] = 'manager') =>
	ours.reads((tx) => permitsDue(tx, ours.who.orgId, { programmeId: ours.programmeId, on }), role);

describe('a permit', () => {
	it.each([
		[{ issuedOn: '2026-02-01', expiresOn: '2026-01-31' }, 'date_order', 'expiresOn'],
		[{ issuedOn: '2026-02-30' }, 'input_not_readable', 'issuedOn'],
		[{ kind: 'other', kindName: ' ' }, 'name_missing', 'kindName'],
		[{ kind: 'nib', kindName: 'Izin lain' }, 'name_missing', 'kindName'],
		[{ kind: 'paspor' }, 'input_not_readable', 'kind'],
		[{ enterpriseId: v7() }, 'not_found', 'enterpriseId'],
	])('is refused with its field: %o', async (given, code, field) => {
		await expect(permit(given)).rejects.toMatchObject({ code, field });
	});

	it('is not written down twice for one enterprise, and may be held by two', async () => {
		const number = 'ID35110000000000001';
		await permit({ kind: 'halal', number });
		await expect(permit({ kind: 'halal', number })).rejects.toMatchObject({
			code: 'already_there',
			field: 'number',
		});
		await expect(permit({ kind: 'halal', number }, seiLekop)).resolves.toBeTypeOf('string');
	});

	it('of an enterprise in another village cannot be written, changed or seen by a facilitator', async () => {
		await expect(permit({}, seiLekop, 'facilitator')).rejects.toMatchObject({ code: 'not_found' });
		const permitId = await permit({ kind: 'nib' }, seiLekop);
		await expect(
			ours.does(removePermitCommand, { permitId, version: 1 }, 'facilitator'),
		).rejects.toMatchObject({ code: 'not_found' });
		const forgetful = (scene: Scene, role: Parameters<Scene['reads']>[1]) =>
			scene.reads((tx) => tx`select from permit where permit_id = ${permitId}`, role);
		expect(await forgetful(ours, 'manager')).toHaveLength(1);
		expect(await forgetful(ours, 'facilitator')).toHaveLength(0);
		expect(await forgetful(ours, 'member')).toHaveLength(0);
		expect(await forgetful(theirs, 'owner')).toHaveLength(0);
	});

	it('is changed and taken back with a trace of what it was', async () => {
		const permitId = await permit({ kind: 'siinas', number: 'A-1' });
		const changed = { permitId, version: 1, kind: 'siinas', number: 'A-2' } as const;
		await ours.does(changePermitCommand, changed);
		await expect(ours.does(removePermitCommand, { permitId, version: 1 })).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await ours.does(removePermitCommand, { permitId, version: 2 });
		const kept = await ours.reads((tx) => permitsOf(tx, ours.who.orgId, olikan));
		expect(kept.filter((one) => one.permitId === permitId)).toEqual([]);
		const trail = await tracesOf(house.sql, ours.who.orgId, permitId);
		expect(trail.map(({ verb, before }) => [verb, before?.['number']])).toEqual([
			['permit.record', undefined],
			['permit.change', 'A-1'],
			['permit.remove', 'A-2'],
		]);
	});

	it('stays in its village also for a statement that says otherwise', async () => {
		await expect(
			house.sql.begin(async (tx) => {
				await tx`update permit set village_code = ${villages.serang}
					where org_id = ${ours.who.orgId} and enterprise_id = ${olikan}`;
				await tx`set constraints all immediate`;
			}),
		).rejects.toMatchObject({ constraint_name: 'permit_in_village' });
	});
});

describe('permits that end', () => {
	it('are told at 90, 30 and 7 days and when they have; the last day still holds', async () => {
		const one = await ours.enterprise({ name: 'Tepat' });
		const ends = [
			['2026-11-21', 'expired'],
			['2026-11-22', 'within-7'],
			['2026-11-29', 'within-7'],
			['2026-11-30', 'within-30'],
			['2026-12-22', 'within-30'],
			['2026-12-23', 'within-90'],
			['2027-02-20', 'within-90'],
			['2027-02-21', null],
		] as const;
		for (const [expiresOn] of ends)
			await permit({ kind: 'other', kindName: `Izin ${expiresOn}`, expiresOn }, one);
		const found = (await due()).filter(({ enterpriseId }) => enterpriseId === one);
		expect(found.map(({ expiresOn, nearness }) => [expiresOn, nearness])).toEqual(
			ends.filter(([, nearness]) => nearness !== null),
		);
		expect(found.map(({ daysLeft }) => daysLeft)).toEqual([-1, 0, 7, 8, 30, 31, 90]);
	});

	it('are nobody’s task once renewed, and are when the newer one is of another kind or has no day', async () => {
		const one = await ours.enterprise({ name: 'Diperpanjang' });
		const mine = async () =>
			(await due()).filter(({ enterpriseId }) => enterpriseId === one).map(({ kind }) => kind);
		await permit({ kind: 'pirt', expiresOn: '2026-10-01' }, one);
		await permit({ kind: 'md', expiresOn: '2031-10-01' }, one);
		expect(await mine()).toEqual(['pirt']);
		// A food permit always ends: one without a day may have ended as well.
		await permit({ kind: 'pirt' }, one);
		expect(await mine()).toEqual(['pirt']);
		await permit({ kind: 'pirt', expiresOn: '2031-10-01' }, one);
		expect(await mine()).toEqual([]);
		// A halal certificate of before 2022 had four years; the one without an end replaces it.
		await permit({ kind: 'halal', number: 'lama', expiresOn: '2026-01-01' }, one);
		expect(await mine()).toEqual(['halal']);
		await permit({ kind: 'halal', number: 'baru' }, one);
		expect(await mine()).toEqual([]);
	});

	it('are left out when the enterprise has closed, and for who does not see it', async () => {
		const mine = async (role: Parameters<Scene['reads']>[1]) =>
			(await due(day, role)).filter(({ enterpriseId }) => enterpriseId === closing);
		const closing = await ours.enterprise({ name: 'Akan tutup', villageCode: villages.seiLekop });
		await permit({ expiresOn: '2026-11-25' }, closing);
		expect(await mine('manager')).toHaveLength(1);
		expect(await mine('facilitator')).toHaveLength(0);
		expect(await mine('member')).toHaveLength(0);
		await ours.does(changeEnterpriseCommand, {
			enterpriseId: closing,
			version: 1,
			villageCode: villages.seiLekop,
			name: 'Akan tutup',
			kind: 'food',
			endedOn: '2026-11-01',
		});
		expect(await mine('manager')).toHaveLength(0);
	});
});

it('what is due is asked for by its nearness, and page after page', async () => {
	const elsewhere = await scene(house, 'Banyak Izin');
	const enterpriseId = await elsewhere.enterprise();
	const ends = [
		'2026-10-01',
		'2026-11-01',
		'2026-11-21',
		'2026-11-22',
		'2026-11-29',
		'2026-11-30',
		'2027-02-20',
	];
	for (const [at, expiresOn] of ends.entries()) {
		const named = { kind: 'other' as const, kindName: `Izin ${at}`, number: `N-${at}` };
		await elsewhere.does(recordPermitCommand, { permitId: v7(), enterpriseId, ...named, expiresOn });
	}
	const { programmeId } = elsewhere;
	const asked = async (more: Partial<Parameters<typeof permitsDue>[2]>) =>
		(
			await elsewhere.reads((tx) => permitsDue(tx, elsewhere.who.orgId, { programmeId, on: day, ...more }))
		).map(({ expiresOn, nearness }) => [expiresOn, nearness]);
	const all = await asked({});
	expect(all.map(([expiresOn]) => expiresOn)).toEqual(ends);
	for (const nearness of nearnesses)
		expect(await asked({ nearness })).toEqual(all.filter(([, one]) => one === nearness));
	expect(await asked({ limit: 3 })).toEqual(all.slice(0, 3));
	expect(await asked({ limit: 3, skip: 3 })).toEqual(all.slice(3, 6));
});

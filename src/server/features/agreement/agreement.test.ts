import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as v from 'valibot';
import { villages } from '../../db/testing-areas.ts';
import { testHouse } from '../../db/testing.ts';
import { day, scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { recordStreamCommand } from '../stream/commands.ts';
import { changeAgreementCommand, recordAgreementCommand, removeAgreementCommand } from './commands.ts';
import { listAgreements } from './queries.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;
let cleaners: string;
let olikan: string;
let company: string;
let fishers: string;

const at = (id: string, kind: 'enterprise' | 'stakeholder' = 'enterprise') => ({ kind, id });

type Given = Partial<v.InferInput<typeof recordAgreementCommand.schema>>;
const agreement = async (given: Given = {}, role?: Parameters<Scene['does']>[2]) => {
	const agreementId = v7();
	const base = { giver: at(cleaners), taker: at(olikan), material: 'Sisik ikan' };
	await ours.does(recordAgreementCommand, { agreementId, ...base, ...given }, role);
	return agreementId;
};
const listed = (
	filter: Partial<Parameters<typeof listAgreements>[2]> = {},
	role: Parameters<Scene['reads']>[1] = 'manager',
) =>
	ours.reads(
		(tx) => listAgreements(tx, ours.who.orgId, { programmeId: ours.programmeId, on: day, ...filter }),
		role,
	);

beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
	cleaners = await ours.enterprise({ name: 'Usaha cabut duri', kind: 'service' });
	olikan = await ours.enterprise({ name: 'OLIKAN' });
	company = await ours.stakeholder({ name: 'DPPU Juanda' });
	fishers = await ours.stakeholder({
		name: 'Nelayan Banjarkemuning',
		actorGroup: 'community',
		kind: 'supplier',
		villageCode: villages.seiLekop,
	});
});

describe('an agreement', () => {
	it('says who gives what to whom, how much, since when, and who brings it', async () => {
		const agreementId = await agreement({
			quantityFrom: '5',
			unit: 'Kg',
			period: 'day',
			basis: 'wet',
			price: '0',
			since: '2023-01-01',
			delivery: 'bumdes',
			terms: 'Sisik dicuci dulu',
		});
		const [found] = await listed({ agreementId });
		expect(found).toMatchObject({
			giverName: 'Usaha cabut duri',
			takerName: 'OLIKAN',
			quantityFrom: '5',
			unit: 'kg',
			price: '0.00',
			delivery: 'bumdes',
			state: 'running',
		});
	});

	it.each([
		['a giver that is the taker', () => ({ taker: at(cleaners) }), 'same_party', 'taker'],
		['an end before its start', () => ({ since: day, until: '2026-11-21' }), 'date_order', 'until'],
		['an amount without a period', () => ({ quantityFrom: '5', unit: 'kg' }), 'amount_incomplete', 'unit'],
		['a giver nobody knows', () => ({ giver: at(v7()) }), 'not_found', 'giver'],
		['a stakeholder’s id as an enterprise', () => ({ giver: at(company) }), 'not_found', 'giver'],
		['no material', () => ({ material: '' }), 'name_missing', 'material'],
	])('is refused with %s', async (_, given, code, field) => {
		const before = await listed({ ended: true });
		await expect(agreement(given())).rejects.toMatchObject({ code, field });
		expect(await listed({ ended: true })).toEqual(before);
	});

	it('takes from a stream of its giver alone', async () => {
		const streamId = v7();
		await ours.does(recordStreamCommand, {
			streamId,
			source: at(fishers, 'stakeholder'),
			material: 'Kerang',
			used: 'unknown',
		});
		await expect(agreement({ streamId })).rejects.toMatchObject({ code: 'not_found', field: 'streamId' });
		await agreement({ streamId, giver: at(fishers, 'stakeholder'), material: 'Kerang' });
	});

	it('keeps a stream whose village its writer does not see, and takes no such stream anew', async () => {
		const [streamId, other] = [v7(), v7()];
		const stream = { source: at(company, 'stakeholder'), villageCode: villages.seiLekop } as const;
		for (const id of [streamId, other])
			await ours.does(recordStreamCommand, { streamId: id, ...stream, material: 'Nasi', used: 'part' });
		const sides = { giver: at(company, 'stakeholder'), taker: at(olikan), material: 'Nasi' };
		const agreementId = await agreement({ ...sides, streamId });
		const until = (version: number, from: string) =>
			ours.does(
				changeAgreementCommand,
				{ agreementId, version, ...sides, streamId: from, until: day },
				'facilitator',
			);
		await expect(until(1, streamId)).resolves.toMatchObject({ version: 2 });
		await expect(until(2, other)).rejects.toMatchObject({ code: 'not_found', field: 'streamId' });
	});

	it('is coming, running and ended by the day, and stays on record', async () => {
		const agreementId = await agreement({ material: 'Kepala', since: '2026-11-22', until: '2026-11-22' });
		const on = async (asked: string) => (await listed({ agreementId, on: asked, ended: true }))[0]?.state;
		expect([await on('2026-11-21'), await on('2026-11-22'), await on('2026-11-23')]).toEqual([
			'coming',
			'running',
			'ended',
		]);
		expect(await listed({ agreementId, on: '2026-11-23' })).toEqual([]);
	});

	it('is changed and taken back by who saw it', async () => {
		const agreementId = await agreement({ material: 'Duri' });
		const change = { agreementId, version: 1, giver: at(cleaners), taker: at(company, 'stakeholder') };
		await ours.does(changeAgreementCommand, { ...change, material: 'Duri' });
		expect((await listed({ agreementId }))[0]).toMatchObject({ takerName: 'DPPU Juanda', version: 2 });
		await expect(ours.does(removeAgreementCommand, { agreementId, version: 1 })).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await ours.does(removeAgreementCommand, { agreementId, version: 2 });
		expect(await listed({ agreementId, ended: true })).toEqual([]);
	});
});

describe('who sees an agreement', () => {
	const forgetful = (who: Scene, id: string, role: Parameters<Scene['reads']>[1]) =>
		who.reads((tx) => tx`select from supply_agreement where agreement_id = ${id}`, role);

	it('is the facilitator of either side; the other side’s name stays in its village', async () => {
		const agreementId = await agreement({
			giver: at(fishers, 'stakeholder'),
			taker: at(olikan),
			material: 'Cangkang kerang',
		});
		expect((await listed({ agreementId }, 'facilitator'))[0]).toMatchObject({
			giverName: null,
			takerName: 'OLIKAN',
		});
		const elsewhere = await ours.enterprise({ name: 'Lain desa', villageCode: villages.seiLekop });
		const far = await agreement({ giver: at(fishers, 'stakeholder'), taker: at(elsewhere) });
		expect(await forgetful(ours, far, 'facilitator')).toHaveLength(0);
		expect(await forgetful(ours, far, 'manager')).toHaveLength(1);
		await expect(agreement({ giver: at(elsewhere) }, 'facilitator')).rejects.toMatchObject({
			code: 'not_found',
		});
	});

	it('is everybody, when both sides work everywhere, but only who sees all villages writes it', async () => {
		const office = await ours.stakeholder({ name: 'Dinas', actorGroup: 'government', kind: 'office' });
		const sides = { giver: at(office, 'stakeholder'), taker: at(company, 'stakeholder') };
		const agreementId = await agreement({ ...sides, material: 'Data' });
		expect(await forgetful(ours, agreementId, 'facilitator')).toHaveLength(1);
		await expect(agreement({ ...sides, material: 'x' }, 'facilitator')).rejects.toMatchObject({
			code: 'not_allowed',
		});
	});

	it('is the owner of either enterprise, and no other member or organisation', async () => {
		const [giving, taking] = [await ours.person(), await ours.person()];
		const giver = await ours.enterprise({ name: 'Milik A', ownerId: giving });
		const taker = await ours.enterprise({ name: 'Milik B', ownerId: taking });
		const agreementId = await agreement({ giver: at(giver), taker: at(taker) });
		expect(await forgetful(ours, agreementId, { personId: giving })).toHaveLength(1);
		expect(await forgetful(ours, agreementId, { personId: taking })).toHaveLength(1);
		expect(await forgetful(ours, agreementId, 'member')).toHaveLength(0);
		expect(await forgetful(theirs, agreementId, 'owner')).toHaveLength(0);
		await expect(agreement({}, 'treasurer')).rejects.toMatchObject({ code: 'not_allowed' });
	});
});

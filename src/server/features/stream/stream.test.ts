import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type * as v from 'valibot';
import { villages } from '../../db/testing-areas.ts';
import { testHouse } from '../../db/testing.ts';
import { recordAgreementCommand } from '../agreement/commands.ts';
import { changeEnterpriseCommand } from '../enterprise/commands.ts';
import { day, scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { changeStreamCommand, recordStreamCommand, removeStreamCommand } from './commands.ts';
import { listStreams, streamTotals } from './queries.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;
let cleaners: string;
let olikan: string;

type StreamGiven = Partial<v.InferInput<typeof recordStreamCommand.schema>>;
type AgreementGiven = Partial<v.InferInput<typeof recordAgreementCommand.schema>>;

const scales = { quantityFrom: '20', quantityTo: '30', unit: 'kg', period: 'day', basis: 'wet' } as const;

const stream = async (given: StreamGiven = {}, role?: Parameters<Scene['does']>[2]) => {
	const streamId = v7();
	const source = { kind: 'enterprise', id: cleaners } as const;
	const base = { source, material: 'Sisik ikan', used: 'unused', ...scales } as const;
	await ours.does(recordStreamCommand, { streamId, ...base, ...given }, role);
	return streamId;
};
const takes = (streamId: string, given: AgreementGiven = {}) =>
	ours.does(recordAgreementCommand, {
		agreementId: v7(),
		giver: { kind: 'enterprise', id: cleaners },
		taker: { kind: 'enterprise', id: olikan },
		streamId,
		material: 'Sisik ikan',
		...given,
	});
const filter = () => ({ programmeId: ours.programmeId, on: day });
const listed = (
	more: Partial<Parameters<typeof listStreams>[2]> = {},
	role: Parameters<Scene['reads']>[1] = 'manager',
) => ours.reads((tx) => listStreams(tx, ours.who.orgId, { ...filter(), ...more }), role);
const totals = () => ours.reads((tx) => streamTotals(tx, ours.who.orgId, filter()));
const left = async () => {
	const [one] = await listed();
	return [one?.leftFrom, one?.leftTo];
};

// An organisation of its own for every test: sums are of all streams of a programme.
beforeEach(async () => {
	ours = await scene(house);
	cleaners = await ours.enterprise({ name: 'Usaha cabut duri', kind: 'service' });
	olikan = await ours.enterprise({ name: 'OLIKAN' });
});

describe('what is left of a stream', () => {
	it('is all of it while nobody uses it, and nothing when all is used', async () => {
		await stream();
		expect(await left()).toEqual(['20', '30']);
		ours = await scene(house);
		cleaners = await ours.enterprise();
		await stream({ used: 'used' });
		expect(await left()).toEqual(['0', '0']);
	});

	it('is from the least less the most taken, to the most less the least taken, across units of one kind', async () => {
		const streamId = await stream({ used: 'part' });
		await takes(streamId, {
			quantityFrom: '4000',
			quantityTo: '6000',
			unit: 'gr',
			period: 'day',
			basis: 'wet',
		});
		await takes(streamId, { quantityFrom: '0.1', unit: 'kuintal', period: 'day', basis: 'wet' });
		expect(await listed()).toMatchObject([
			{ leftFrom: '4', leftTo: '16', baseUnit: 'kg', takers: 2, promisedTooMuch: false },
		]);
	});

	it.each([
		['dry', { ...scales, basis: 'dry' }],
		['a month', { ...scales, period: 'month' }],
		['of no stated basis', { ...scales, basis: null }],
		['in pieces', { ...scales, unit: 'karung' }],
	] as const)('is not known when what is taken is %s', async (_, amount) => {
		const streamId = await stream();
		await takes(streamId, amount);
		expect(await listed()).toMatchObject([
			{ leftFrom: null, leftTo: null, takers: 1, takersOfAnotherKind: 1, takersUnweighed: 0 },
		]);
	});

	it('can be nothing while somebody takes without weighing, and is open while nobody asked', async () => {
		const streamId = await stream();
		await takes(streamId, { quantityFrom: '5', unit: 'kg', period: 'day', basis: 'wet' });
		expect(await left()).toEqual(['15', '25']);
		await takes(streamId);
		expect(await left()).toEqual(['0', '25']);
		ours = await scene(house);
		cleaners = await ours.enterprise();
		await stream({ used: 'unknown' });
		expect(await left()).toEqual([null, null]);
	});

	it('counts only agreements that run on the day, and says when too much is promised', async () => {
		const streamId = await stream();
		const amount = { quantityFrom: '31', unit: 'kg', period: 'day', basis: 'wet' } as const;
		await takes(streamId, { ...amount, until: '2026-11-21' });
		await takes(streamId, { ...amount, since: '2026-11-23' });
		expect(await left()).toEqual(['20', '30']);
		await takes(streamId, { ...amount, since: day, until: day });
		expect(await listed()).toMatchObject([{ leftFrom: '0', leftTo: '0', takers: 1, promisedTooMuch: true }]);
		const later = await listed({ on: '2026-11-23' });
		expect(later).toMatchObject([{ takers: 1, promisedTooMuch: true }]);
	});
});

describe('sums of streams', () => {
	it('never add wet to dry, a day to a month, kilograms to pieces, or what nobody weighed', async () => {
		// Kalanganyar: 20 to 30 kg wet scales a day together; one cleaning business 5 kg; shells that nobody weighed.
		await stream();
		await stream({ material: 'sisik ikan ', quantityFrom: '5', quantityTo: null });
		await stream({ basis: 'dry', quantityFrom: '5', quantityTo: null });
		await stream({ basis: null });
		await stream({ period: 'month' });
		await stream({ unit: 'karung', basis: null, quantityFrom: '2', quantityTo: null });
		await stream({ quantityFrom: null, quantityTo: null, unit: null, period: null, basis: null });
		const sources = { kind: 'stakeholder', id: await ours.stakeholder({ name: 'Nelayan' }) } as const;
		await stream({
			source: sources,
			villageCode: villages.kalanganyar,
			material: 'Kerang',
			quantityFrom: null,
			quantityTo: null,
			unit: null,
			period: null,
			basis: null,
			used: 'unknown',
		});
		const [shells, fish] = await totals();
		expect(shells).toEqual({ material: 'Kerang', kinds: [], unweighed: 1, cannotBeAdded: false });
		expect(fish?.cannotBeAdded).toBe(true);
		expect(fish?.unweighed).toBe(1);
		const kinds = fish?.kinds.map(({ unit, period, basis, from, to, streams }) =>
			[from, to, unit, period, basis, streams].join(' '),
		);
		expect(new Set(kinds)).toEqual(
			new Set([
				'25 35 kg day wet 2',
				'5 5 kg day dry 1',
				'20 30 kg day  1',
				'20 30 kg month wet 1',
				'2 2 karung day  1',
			]),
		);
	});

	it('add grams, kilograms and tons exactly', async () => {
		for (const [quantityFrom, unit] of [
			['0.1', 'kg'],
			['200', 'gram'],
			['0.0003', 'ton'],
		] as const)
			await stream({ quantityFrom, quantityTo: null, unit });
		const [total] = await totals();
		// In doubles 0.1 + 0.2 + 0.3 is 0.6000000000000001.
		expect(total).toMatchObject({
			cannotBeAdded: false,
			kinds: [{ from: '0.6', to: '0.6', leftFrom: '0.6' }],
		});
	});

	it('say how many streams are left out of what is left', async () => {
		await stream();
		await stream({ used: 'unknown' });
		expect(await totals()).toMatchObject([
			{ kinds: [{ from: '40', to: '60', streams: 2, leftFrom: '20', leftTo: '30', leftUnknown: 1 }] },
		]);
	});
});

describe('a stream', () => {
	it.each([
		[{ material: ' ' }, 'name_missing', 'material'],
		[{ quantityFrom: '30', quantityTo: '20' }, 'amount_order', 'quantityTo'],
		[{ unit: null }, 'amount_incomplete', 'unit'],
		[{ quantityFrom: null }, 'amount_incomplete', 'unit'],
		[{ used: 'banyak' as 'used' }, 'input_not_readable', 'used'],
		[{ source: { kind: 'enterprise', id: v7() } as const }, 'not_found', 'source'],
	])('is refused with its field: %o', async (given, code, field) => {
		await expect(stream(given)).rejects.toMatchObject({ code, field });
		expect(await listed()).toEqual([]);
	});

	it('of an actor that works everywhere needs the village where it arises', async () => {
		const source = { kind: 'stakeholder', id: await ours.stakeholder() } as const;
		await expect(stream({ source })).rejects.toMatchObject({ code: 'village_missing', field: 'villageCode' });
		await stream({ source, villageCode: villages.seiLekop });
		expect(await listed()).toMatchObject([{ villageCode: villages.seiLekop, sourceName: 'DPPU Juanda' }]);
	});

	it('is changed and taken back by who saw it, and not while somebody takes from it', async () => {
		const streamId = await stream();
		const source = { kind: 'enterprise', id: cleaners } as const;
		const change = { streamId, version: 1, source, material: 'Sisik', used: 'part', ...scales } as const;
		await ours.does(changeStreamCommand, change);
		await expect(ours.does(changeStreamCommand, change)).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await takes(streamId);
		await expect(ours.does(removeStreamCommand, { streamId, version: 2 })).rejects.toMatchObject({
			code: 'still_in_use',
		});
		expect(await listed()).toMatchObject([{ material: 'Sisik', used: 'part', version: 2 }]);
	});

	it('is not given to another actor while agreements name its giver, and keeps one that has closed', async () => {
		const streamId = await stream();
		const from = (id: string) => ({ source: { kind: 'enterprise', id } }) as const;
		const change = { streamId, material: 'Sisik', used: 'part', ...scales } as const;
		await ours.does(changeStreamCommand, { ...change, version: 1, ...from(olikan) });
		await ours.does(changeStreamCommand, { ...change, version: 2, ...from(cleaners) });
		await takes(streamId);
		await expect(
			ours.does(changeStreamCommand, { ...change, version: 3, ...from(olikan) }),
		).rejects.toMatchObject({ code: 'stream_is_given', field: 'source', params: { count: 1 } });
		const closed = { name: 'Usaha cabut duri', kind: 'service', endedOn: day } as const;
		await ours.does(changeEnterpriseCommand, {
			enterpriseId: cleaners,
			version: 1,
			villageCode: villages.kalanganyar,
			...closed,
		});
		await ours.does(changeStreamCommand, { ...change, version: 3, ...from(cleaners) });
		expect(await listed()).toMatchObject([{ sourceName: 'Usaha cabut duri', version: 4 }]);
	});

	it('keeps every digit of a quantity and refuses what its price would lose', async () => {
		await stream({ quantityFrom: '0.125', quantityTo: null });
		expect(await listed()).toMatchObject([{ quantityFrom: '0.125' }]);
		await expect(stream({ price: '0.125' })).rejects.toMatchObject({
			code: 'price_decimals',
			field: 'price',
		});
	});

	it('is seen in its village, by its owner and by nobody else', async () => {
		theirs = await scene(house, 'Dinas Lain');
		const ownerId = await ours.person();
		const id = await ours.enterprise({ villageCode: villages.seiLekop, ownerId });
		await stream({ source: { kind: 'enterprise', id } });
		const forgetful = (who: Scene, role: Parameters<Scene['reads']>[1]) =>
			who.reads((tx) => tx`select from by_product_stream`, role);
		expect(await forgetful(ours, 'manager')).toHaveLength(1);
		expect(await forgetful(ours, { personId: ownerId })).toHaveLength(1);
		expect(await forgetful(ours, 'member')).toHaveLength(0);
		expect(await forgetful(ours, 'facilitator')).toHaveLength(0);
		expect(await forgetful(theirs, 'owner')).toHaveLength(0);
		await expect(stream({ source: { kind: 'enterprise', id } }, 'facilitator')).rejects.toMatchObject({
			code: 'not_found',
		});
		await expect(stream({}, 'auditor')).rejects.toMatchObject({ code: 'not_allowed' });
	});
});

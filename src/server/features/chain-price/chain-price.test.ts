import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as v from 'valibot';
import { villages } from '../../db/testing-areas.ts';
import { testHouse } from '../../db/testing.ts';
import { scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { changePriceCommand, recordPriceCommand, removePriceCommand } from './commands.ts';
import { priceChains } from './queries.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;

type Given = Partial<v.InferInput<typeof recordPriceCommand.schema>>;
const price = async (given: Given, role?: Parameters<Scene['does']>[2]) => {
	const chainPriceId = v7();
	const base = {
		villageCode: villages.kalanganyar,
		product: 'Susu segar',
		step: 1,
		actorName: 'Peternak',
		unit: 'Liter',
	};
	await ours.does(
		recordPriceCommand,
		{ chainPriceId, programmeId: ours.programmeId, ...base, ...given },
		role,
	);
	return chainPriceId;
};
const chains = (role: Parameters<Scene['reads']>[1] = 'manager') =>
	ours.reads((tx) => priceChains(tx, ours.who.orgId, { programmeId: ours.programmeId }), role);

beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
});

describe('a price chain', () => {
	it('keeps an actor whom its writer does not see, and names no such actor anew', async () => {
		const id = await ours.enterprise({ villageCode: villages.seiLekop, name: 'Penampung' });
		const other = await ours.enterprise({ villageCode: villages.seiLekop, name: 'Penampung lain' });
		const details = { product: 'Ikan', step: 1, actorName: 'Penampung', unit: 'kg' };
		const given = { ...details, villageCode: villages.kalanganyar, sellsAt: '9000' };
		const chainPriceId = await price({ ...given, actor: { kind: 'enterprise', id } });
		const change = (version: number, actor: string) =>
			ours.does(
				changePriceCommand,
				{ chainPriceId, version, ...given, actor: { kind: 'enterprise', id: actor } },
				'facilitator',
			);
		await expect(change(1, id)).resolves.toMatchObject({ version: 2 });
		await expect(change(2, other)).rejects.toMatchObject({ code: 'not_found', field: 'actor' });
		const [kept] = (await chains()).flatMap(({ steps }) => steps);
		expect(kept).toMatchObject({ enterpriseId: id, version: 2 });
		await ours.does(removePriceCommand, { chainPriceId, version: 2 });
	});

	it.each(['buysAt', 'sellsAt'] as const)('is not rounded without a word (%s)', async (field) => {
		await expect(price({ [field]: '0.125' })).rejects.toMatchObject({ code: 'price_decimals', field });
		const chainPriceId = await price({ [field]: '0.120' });
		const kept = (await chains())
			.flatMap(({ steps }) => steps)
			.find((one) => one.chainPriceId === chainPriceId);
		expect(kept?.[field]).toBe('0.12');
		await ours.does(removePriceCommand, { chainPriceId, version: 1 });
	});

	it('says what each gets of the final price, and where a hand is missing', async () => {
		// The milk paper: the co-operative pays Rp 4,200; the further prices are this test's.
		await price({ step: 3, actorName: 'Kedai', buysAt: '6500', sellsAt: '8400' });
		await price({ sellsAt: '4200' });
		await price({ step: 2, actorName: 'KUD', buysAt: '4200', sellsAt: '6000' });
		const [chain] = await chains();
		expect(chain?.steps.map(({ actorName, unit }) => [actorName, unit])).toEqual([
			['Peternak', 'liter'],
			['KUD', 'liter'],
			['Kedai', 'liter'],
		]);
		expect(chain?.shares).toMatchObject({
			status: 'ok',
			finalPrice: 8400,
			parts: [
				{ keeps: 4200, sharePct: 50, unexplained: null },
				{ keeps: 1800, unexplained: 0 },
				{ keeps: 2400, unexplained: 500 },
			],
		});
	});

	it('has each step once, with its own name and unit', async () => {
		await expect(price({ step: 3 })).rejects.toMatchObject({ code: 'already_there', field: 'step' });
		await expect(price({ product: 'x', unit: ' ' })).rejects.toMatchObject({ field: 'unit' });
		await expect(price({ product: 'x', actorName: '' })).rejects.toMatchObject({ field: 'actorName' });
		await expect(price({ product: 'x', sellsAt: '-1' })).rejects.toMatchObject({ field: 'sellsAt' });
		await expect(
			price({ product: 'x', actor: { kind: 'enterprise', id: await theirs.enterprise() } }),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is put right and taken back', async () => {
		const chainPriceId = await price({ product: 'Keju', sellsAt: '100' });
		const details = {
			villageCode: villages.kalanganyar,
			product: 'Keju',
			step: 1,
			actorName: 'Ibu',
			unit: 'kg',
		};
		await ours.does(changePriceCommand, { chainPriceId, version: 1, ...details, sellsAt: '90000' });
		const cheese = async () => (await chains()).find(({ product }) => product === 'Keju');
		expect((await cheese())?.shares).toMatchObject({ status: 'ok', finalPrice: 90_000 });
		await ours.does(removePriceCommand, { chainPriceId, version: 2 });
		expect(await cheese()).toBeUndefined();
	});

	it('is seen in its village, by the owner of the enterprise, and by no other organisation', async () => {
		const ownerId = await ours.person();
		const id = await ours.enterprise({ villageCode: villages.seiLekop, ownerId });
		await price({
			product: 'Kerupuk',
			villageCode: villages.seiLekop,
			sellsAt: '50000',
			actor: { kind: 'enterprise', id },
		});
		const products = async (role: Parameters<Scene['reads']>[1]) =>
			(await chains(role)).map(({ product }) => product);
		expect(await products('facilitator')).toEqual(['Susu segar']);
		expect(await products({ personId: ownerId })).toEqual(['Kerupuk']);
		expect(await products('member')).toEqual([]);
		expect(await theirs.reads((tx) => tx`select from chain_price`, 'owner')).toHaveLength(0);
		await expect(price({ product: 'y' }, 'auditor')).rejects.toMatchObject({ code: 'not_allowed' });
	});
});

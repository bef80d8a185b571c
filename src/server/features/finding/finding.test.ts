import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as v from 'valibot';
import { villages } from '../../db/testing-areas.ts';
import { testHouse } from '../../db/testing.ts';
import { scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { recordStreamCommand, removeStreamCommand } from '../stream/commands.ts';
import { changeFindingCommand, recordFindingCommand, removeFindingCommand } from './commands.ts';
import { listFindings } from './queries.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;

type Given = Partial<v.InferInput<typeof recordFindingCommand.schema>>;
const finding = async (given: Given = {}, role?: Parameters<Scene['does']>[2]) => {
	const findingId = v7();
	const base = { villageCode: villages.kalanganyar, kind: 'problem', what: 'Izin belum ada' } as const;
	const input = { findingId, programmeId: ours.programmeId, ...base, ...given };
	await ours.does(recordFindingCommand, input, role);
	return findingId;
};
const listed = (
	filter: Partial<Parameters<typeof listFindings>[2]> = {},
	role: Parameters<Scene['reads']>[1] = 'manager',
) => ours.reads((tx) => listFindings(tx, ours.who.orgId, { programmeId: ours.programmeId, ...filter }), role);

beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
});

describe('a finding', () => {
	it('stands in the order of its weight, problems before potentials', async () => {
		// The obstacles of the Kalanganyar paper; the weights are this test's.
		await finding({ what: 'Pesanan masih sedikit', weight: 3 });
		await finding({ what: 'Produk dari limbah dipandang rendah' });
		await finding({ what: 'Izin belum ada', weight: 5, raisedBy: 'Anggota OLIKAN' });
		await finding({ kind: 'potential', what: 'Sisik ikan 20 sampai 30 kg sehari', weight: 5 });
		expect((await listed()).map(({ what, weight }) => [what, weight])).toEqual([
			['Izin belum ada', 5],
			['Pesanan masih sedikit', 3],
			['Produk dari limbah dipandang rendah', null],
			['Sisik ikan 20 sampai 30 kg sehari', 5],
		]);
	});

	it('keeps whom and what it is about when its writer does not see them, and names nobody anew', async () => {
		const personId = await ours.person(villages.seiLekop);
		const enterpriseId = await ours.enterprise({ villageCode: villages.seiLekop, name: 'Di sana' });
		const source = { kind: 'enterprise', id: enterpriseId } as const;
		const streamId = v7();
		await ours.does(recordStreamCommand, { streamId, source, material: 'Cangkang', used: 'unused' });
		const about = { personId, enterpriseId, streamId };
		const details = { villageCode: villages.kalanganyar, kind: 'problem', what: 'Bau' } as const;
		const findingId = await finding({ ...details, ...about });
		const settle = (version: number, links: object, role: Parameters<Scene['does']>[2]) =>
			ours.does(
				changeFindingCommand,
				{ findingId, version, ...details, ...links, settledOn: '2026-11-20' },
				role,
			);
		await expect(settle(1, about, 'facilitator')).resolves.toMatchObject({ version: 2 });
		await ours.removed(personId);
		await expect(settle(2, about, 'manager')).resolves.toMatchObject({ version: 3 });
		await expect(settle(3, {}, 'facilitator')).resolves.toMatchObject({ version: 4 });
		for (const [name, id] of Object.entries(about))
			await expect(settle(4, { [name]: id }, 'facilitator')).rejects.toMatchObject({
				code: 'not_found',
				field: name,
			});
	});

	it('names the stream and the enterprise it is about, which then cannot vanish', async () => {
		const enterpriseId = await ours.enterprise({ name: 'Cabut duri' });
		const streamId = v7();
		const source = { kind: 'enterprise', id: enterpriseId } as const;
		await ours.does(recordStreamCommand, { streamId, source, material: 'Sisik', used: 'unused' });
		await finding({ kind: 'potential', what: 'Sisik dibuang', streamId, enterpriseId });
		const [about] = await listed({ enterpriseId });
		expect(about).toMatchObject({ material: 'Sisik', enterpriseName: 'Cabut duri' });
		await expect(ours.does(removeStreamCommand, { streamId, version: 1 })).rejects.toMatchObject({
			code: 'still_in_use',
		});
	});

	it('is not linked to an enterprise that its writer does not see', async () => {
		const enterpriseId = await ours.enterprise({ villageCode: villages.seiLekop });
		await expect(finding({ enterpriseId }, 'facilitator')).rejects.toMatchObject({
			code: 'not_found',
			field: 'enterpriseId',
		});
		const foreign = await theirs.enterprise();
		await expect(finding({ enterpriseId: foreign })).rejects.toMatchObject({ code: 'not_found' });
		await expect(finding({ streamId: v7() })).rejects.toMatchObject({ code: 'not_found', field: 'streamId' });
	});

	it('is settled with a day, leaves the list, and may be taken back', async () => {
		const findingId = await finding({ what: 'Selesai', notedOn: '2026-03-01' });
		const settle = (settledOn: string) =>
			ours.does(changeFindingCommand, {
				findingId,
				version: 1,
				villageCode: villages.kalanganyar,
				kind: 'problem',
				what: 'Selesai',
				notedOn: '2026-03-01',
				settledOn,
			});
		await expect(settle('2026-02-01')).rejects.toMatchObject({ code: 'date_order', field: 'settledOn' });
		await settle('2026-04-01');
		const found = async (settled: boolean) =>
			(await listed({ settled })).filter((one) => one.findingId === findingId).length;
		expect([await found(false), await found(true)]).toEqual([0, 1]);
		await ours.does(removeFindingCommand, { findingId, version: 2 });
		expect(await found(true)).toBe(0);
	});

	it('is seen by who raised it, by the village’s facilitator, and not by others', async () => {
		const personId = await ours.person();
		const findingId = await finding({ villageCode: villages.seiLekop, what: 'Rahasia', personId });
		const forgetful = (who: Scene, role: Parameters<Scene['reads']>[1]) =>
			who.reads((tx) => tx`select from finding where finding_id = ${findingId}`, role);
		expect(await forgetful(ours, { personId })).toHaveLength(1);
		expect(await forgetful(ours, 'member')).toHaveLength(0);
		expect(await forgetful(ours, 'facilitator')).toHaveLength(0);
		expect(await forgetful(theirs, 'owner')).toHaveLength(0);
		await expect(finding({ villageCode: villages.seiLekop }, 'facilitator')).rejects.toMatchObject({
			code: 'not_allowed',
		});
		await expect(finding({}, 'treasurer')).rejects.toMatchObject({ code: 'not_allowed' });
	});
});

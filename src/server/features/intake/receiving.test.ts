import { v7 } from 'uuid';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { people, testHouse } from '../../db/testing.ts';
import type { People } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import type { Actor } from '../../access/roles.ts';
import { Problem } from '../../problems.ts';
import { receivingOf, startReceiving } from './receiving.ts';
import { cardOf, programmeIn, receive, workbookBytes } from './testing.ts';

const house = testHouse();
let ours: People;
let programmeId: string;

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 3).toString('base64')));
	ours = await people(house.sql);
	programmeId = await programmeIn(house.sql, ours.as('owner'), [villages.kalanganyar]);
});

describe('a list that takes long to judge', () => {
	const rows = Array.from({ length: 4000 }, (_, at) => [`Orang ${at}`, 'Kalanganyar']);
	const sheet = (all: readonly (readonly string[])[]) =>
		Buffer.from(workbookBytes({ Daftar: [['Nama', 'Desa'], ...all] })).toString('base64');
	const faults: unknown[] = [];
	const noList = Buffer.from('PK\u0003\u0004 rusak').toString('base64');
	const handIn = (base64: string, patienceMs: number, intakeId = v7()) => {
		const input = { intakeId, programmeId, kind: 'people', villageCode: null, name: 'panjang.xlsx', base64 };
		const actor = ours.as('owner');
		const onFault = (fault: unknown) => faults.push(fault);
		return { intakeId, how: startReceiving({ sql: house.sql, actor, input, onFault, patienceMs }) };
	};
	const seenBy = (actor: Actor, intakeId: string) => receivingOf(actor, programmeId, intakeId);

	it('goes on beside the request, tells its owner alone how far it is, and is there in the end', async () => {
		const { intakeId, how } = handIn(sheet(rows), 0);
		expect(await how).toBe('going-on');
		expect(seenBy(ours.as('owner'), intakeId)).toMatchObject({ name: 'panjang.xlsx', failed: null });
		expect(seenBy({ ...ours.as('owner'), orgId: v7() }, intakeId)).toBeNull();
		expect(seenBy({ ...ours.as('owner'), accountId: 'lain' }, intakeId)).toBeNull();
		const far: number[] = [];
		await vi.waitFor(
			() => {
				far.push(seenBy(ours.as('owner'), intakeId)?.done ?? 0);
				expect(seenBy(ours.as('owner'), intakeId)).toBeNull();
			},
			{ timeout: 60_000, interval: 5 },
		);
		expect(Math.max(...far)).toBeGreaterThanOrEqual(1000);
		const actor = ours.as('owner');
		expect(await cardOf({ sql: house.sql, actor }, intakeId)).toMatchObject({ state: 'checked' });
		expect(faults).toEqual([]);
	});

	it('that is short is judged when its page comes, and what is no list is refused at once', async () => {
		const short = handIn(sheet(rows.slice(0, 2)), 30_000);
		expect(await short.how).toBe('received');
		expect(seenBy(ours.as('owner'), short.intakeId)).toBeNull();
		const none = handIn(noList, 30_000);
		await expect(none.how).rejects.toMatchObject({ code: 'list_unreadable' });
		expect(seenBy(ours.as('owner'), none.intakeId)).toBeNull();
	});

	it('and is refused later is remembered with its problem, until it is sent once more', async () => {
		const late = handIn(noList, 0);
		expect(await late.how).toBe('going-on');
		await vi.waitFor(() => expect(seenBy(ours.as('owner'), late.intakeId)?.failed).toBeInstanceOf(Problem), {
			timeout: 60_000,
		});
		expect(seenBy(ours.as('owner'), late.intakeId)).toMatchObject({ failed: { code: 'list_unreadable' } });
		expect(receivingOf(ours.as('owner'), v7(), late.intakeId)).toBeNull();
		expect(await handIn(sheet(rows.slice(0, 2)), 30_000, late.intakeId).how).toBe('received');
		expect(seenBy(ours.as('owner'), late.intakeId)).toBeNull();
	});

	it('and is sent twice meanwhile is one, which no other programme tells of', async () => {
		const { intakeId, how } = handIn(sheet(rows), 0);
		expect(await how).toBe('going-on');
		expect(await handIn(sheet(rows), 30_000, intakeId).how).toBe('going-on');
		expect(receivingOf(ours.as('owner'), v7(), intakeId)).toBeNull();
		expect(seenBy(ours.as('owner'), intakeId)).not.toBeNull();
		await vi.waitFor(() => expect(seenBy(ours.as('owner'), intakeId)).toBeNull(), { timeout: 60_000 });
		const kept = await house.sql`select from intake where intake_id = ${intakeId}`;
		expect(kept).toHaveLength(1);
		expect(faults).toEqual([]);
	});

	it('is not forgotten with the older one of its id that was refused', async () => {
		const refused = handIn(noList, 0);
		vi.useFakeTimers({ toFake: ['setTimeout'] });
		try {
			await refused.how;
			await vi.waitFor(
				() => expect(seenBy(ours.as('owner'), refused.intakeId)?.failed).toBeInstanceOf(Problem),
				{ timeout: 60_000 },
			);
			const again = handIn(sheet(rows), 0, refused.intakeId);
			vi.advanceTimersByTime(60 * 60_000);
			expect(seenBy(ours.as('owner'), refused.intakeId)).toMatchObject({ failed: null });
			vi.useRealTimers();
			await again.how;
			await vi.waitFor(() => expect(seenBy(ours.as('owner'), refused.intakeId)).toBeNull(), {
				timeout: 60_000,
			});
		} finally {
			vi.useRealTimers();
		}
	});
});

it('a sum that stands in the column of names is nobody', async () => {
	const rows = [
		['No', 'Nama', 'Desa'],
		['1', 'Siti', 'Kalanganyar'],
		['Jumlah', '1', ''],
	];
	const card = await receive(
		{ sql: house.sql, actor: ours.as('owner'), programmeId },
		{ kind: 'people', bytes: workbookBytes({ Daftar: rows }) },
	);
	expect(card.judgement).toMatchObject({ rows: 1, good: 1, leftOut: 1 });
});

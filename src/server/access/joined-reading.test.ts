import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TransactionSql } from 'postgres';
import { testHouse } from '../db/testing.ts';
import { enterAsFirstOwner } from '../features/entry/commands.ts';
import { Problem } from '../problems.ts';
import { makeEntryLink } from './entry-link.ts';
import { enterAndRead, join } from './joined-reading.ts';
import type { Actor } from './roles.ts';

const house = testHouse();
let owner: Actor;
let begun = 0;

const transaction = async (tx: TransactionSql): Promise<string> => {
	const [row] = await tx<{ org: string; xid: string }[]>`
		select current_setting('app.org_id') as org, pg_backend_pid() || ' ' || now() as xid`;
	return `${row?.org} ${row?.xid}`;
};
const look = (tx: TransactionSql, actor: Actor) => {
	begun += 1;
	return transaction(tx).then((text) => `${actor.role} ${text}`);
};
const enter = (request: Request, more: { organisations?: string[]; chosen?: string } = {}) =>
	enterAndRead(house.sql, {
		request,
		account: { id: owner.accountId ?? '', organisations: more.organisations ?? [owner.orgId] },
		on: '2099-01-01',
		chosen: more.chosen,
		look,
	});
const request = () => new Request('http://localhost/');

beforeAll(async () => {
	const token = await makeEntryLink(house.sql, { kind: 'first-owner' });
	const account = { displayName: 'Ibu Sari', username: 'ibu.sari', password: 'sisik ikan kering' };
	owner = await enterAsFirstOwner(house.sql, {
		token,
		account,
		organisation: { name: 'Yayasan Sisik Mas', kind: 'ngo' },
	});
});
afterEach(() => void (begun = 0));

describe('a reading that joined', () => {
	it('runs as who she turned out to be, in the transaction that found it out', async () => {
		const asked = request();
		const outcome = join(asked, (tx, actor) =>
			transaction(tx).then((text) => ({ role: actor.role, org: actor.orgId, text })),
		);
		expect(outcome()).toBeNull();
		const [entrance] = await enter(asked);
		const found = outcome();
		if (found === null || 'error' in found) throw new Error('it did not run');
		expect(found.answer).toMatchObject({ role: 'owner', org: owner.orgId });
		expect(entrance?.seen).toBe(`owner ${found.answer.text}`);
		expect(found.answer.text).toContain(owner.orgId);
		expect(begun).toBe(1);
	});

	it('may say that there is nothing, and does not run again for that', async () => {
		const asked = request();
		let runs = 0;
		const outcome = join(asked, () => {
			runs += 1;
			return Promise.reject(new Problem('not_found'));
		});
		expect(await enter(asked)).toHaveLength(1);
		expect(outcome()).toMatchObject({ error: { code: 'not_found' } });
		expect([runs, begun]).toEqual([1, 1]);
	});

	it('is sent away when PostgreSQL refuses it: who asks is known all the same', async () => {
		const asked = request();
		const outcome = join(asked, (tx) => tx`select 1 / (length(current_setting('app.org_id')) * 0)`);
		const [entrance] = await enter(asked);
		expect(entrance?.actor.role).toBe('owner');
		expect(outcome()).toBeNull();
		expect(begun).toBe(2);
	});

	it('waits for itself where several organisations are entered and none is chosen, or another one is', async () => {
		const other = '01900000-0000-7000-8000-000000000009';
		for (const chosen of [undefined, other]) {
			const asked = request();
			const outcome = join(asked, transaction);
			const [entrance] = await enter(asked, { organisations: [owner.orgId, other], chosen });
			expect(entrance?.actor.orgId).toBe(owner.orgId);
			expect(outcome()).toBeNull();
		}
		const asked = request();
		const outcome = join(asked, transaction);
		await enter(asked, { organisations: [owner.orgId, other], chosen: owner.orgId });
		expect(outcome()).not.toBeNull();
	});
});

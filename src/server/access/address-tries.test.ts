/** An office behind one address signs in, and somebody guesses from one. */
import type { Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../db/connect.ts';
import { testHouse } from '../db/testing.ts';
import { enterAsFirstOwner } from '../features/entry/commands.ts';
import { countTry, giveTryBack } from './address-tries.ts';
import { makeEntryLink } from './entry-link.ts';
import { signInOf } from './sign-in.ts';
import type { SignIn } from './sign-in.ts';
import { knock } from './visitor.ts';

const house = testHouse();
const account = { displayName: 'Ibu Sari', username: 'ibu.sari', password: 'sisik ikan jadi kerupuk' };
let accounts: Sql;
let signIn: SignIn;

/** The status of a try to sign in. */
async function tried(password: string, address = '192.168.1.5'): Promise<number> {
	const body = { username: account.username, password };
	const url = new URL('http://localhost:3000');
	const asked = { signIn, url, headers: new Headers(), address, path: '/sign-in/username', body };
	return (await knock(asked)).status;
}

beforeAll(async () => {
	accounts = connect(house.where, { max: 4, connection: { search_path: 'auth' } });
	signIn = signInOf({ accounts, sql: house.sql, secret: 'x'.repeat(43), origin: undefined });
	const token = await makeEntryLink(house.sql, { kind: 'first-owner' });
	await enterAsFirstOwner(house.sql, { token, account, organisation: { name: 'Yayasan', kind: 'ngo' } });
});
afterAll(() => accounts.end({ timeout: 2 }));
beforeEach(() => house.sql`delete from auth."rateLimit"`);

describe('an office behind one address', () => {
	it('signs in as often as it likes, without a pause', async () => {
		for (let time = 0; time < 25; time += 1)
			expect([time, await tried(account.password)]).toEqual([time, 200]);
	}, 60_000);

	it('is held up after twenty wrong tries, whoever else comes from there, and nobody is elsewhere', async () => {
		for (let time = 0; time < 10; time += 1) await tried(account.password);
		for (let time = 0; time < 20; time += 1) expect(await tried(`salah ${time}`)).toBe(401);
		expect(await tried('salah lagi')).toBe(429);
		expect(await tried(account.password)).toBe(429);
		expect(await tried(account.password, '192.168.1.6')).toBe(200);
		// A minute after the first of them, however often somebody came meanwhile.
		await house.sql`update auth."rateLimit" set "lastRequest" = "lastRequest" - 60000`;
		expect(await tried(account.password)).toBe(200);
	}, 60_000);

	it('does not let more wrong tries through when they come at once', async () => {
		const answers = await Promise.all(Array.from({ length: 30 }, (_, time) => tried(`salah ${time}`)));
		expect(answers.filter((status) => status === 401)).toHaveLength(20);
		expect(answers.filter((status) => status === 429)).toHaveLength(10);
	}, 60_000);
});

describe('tries', () => {
	const limit = { window: 60, max: 3 };
	const start = 1_800_000_000_000;
	const take = (seconds: number) => countTry(house.sql, 'a|/pintu', limit, start + seconds * 1000);

	it('are counted in a minute from the first, not from the last', async () => {
		for (const seconds of [0, 30, 50])
			expect(await take(seconds)).toEqual({ allowed: true, retryAfter: null });
		expect(await take(55)).toEqual({ allowed: false, retryAfter: 5 });
		expect(await take(60)).toEqual({ allowed: true, retryAfter: null });
	});

	it('that are given back make room for one each, and never for more than the limit', async () => {
		await giveTryBack(house.sql, 'a|/pintu');
		for (const seconds of [0, 1, 2]) await take(seconds);
		await giveTryBack(house.sql, 'a|/pintu');
		expect((await take(3)).allowed).toBe(true);
		expect((await take(4)).allowed).toBe(false);
	});

	it('leave no address behind when they are over', async () => {
		await take(0);
		await countTry(house.sql, 'b|/pintu', limit, start + 3_600_000);
		expect(await house.sql`select "key" as key from auth."rateLimit"`).toEqual([{ key: 'b|/pintu' }]);
	});
});

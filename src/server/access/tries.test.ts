import { describe, expect, it } from 'vitest';
import { testHouse } from '../db/testing.ts';
import { countWrongTry, forgetWrongTries, refuseAfterWrongTries, WRONG_TRIES } from './tries.ts';
import { passkeysWorkAt } from './visitor.ts';

const house = testHouse();
const now = new Date('2026-11-22T03:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

async function tryWrongly(name: string, times: number, at = now): Promise<void> {
	for (let time = 0; time < times; time += 1) await countWrongTry(house.sql, name, at);
}

describe('wrong passwords of an account', () => {
	it('are refused after ten, until a quarter of an hour after the first', async () => {
		await tryWrongly('ibu.sari', WRONG_TRIES - 1);
		await refuseAfterWrongTries(house.sql, 'ibu.sari', later(1));
		await tryWrongly('ibu.sari', 1, later(1));
		await expect(refuseAfterWrongTries(house.sql, 'ibu.sari', later(14))).rejects.toMatchObject({
			code: 'account_resting',
		});
		await refuseAfterWrongTries(house.sql, 'ibu.sari', later(15));
	});

	it('hold up nobody else, and are forgotten by a right one', async () => {
		await tryWrongly('pak.budi', WRONG_TRIES);
		await refuseAfterWrongTries(house.sql, 'pak.joko', now);
		await forgetWrongTries(house.sql, 'pak.budi');
		await refuseAfterWrongTries(house.sql, 'pak.budi', now);
	});

	it('are kept without the name that was typed, and not longer than they count', async () => {
		await tryWrongly('mungkin-sandi-saya', 1);
		const rows = await house.sql`select encode(name_sha256, 'escape') as kept from sign_in_failure`;
		expect(JSON.stringify(rows)).not.toContain('mungkin');
		await tryWrongly('orang.lain', 1, later(60));
		expect(await house.sql`select from sign_in_failure`).toHaveLength(1);
	});
});

describe('passkeys', () => {
	it.each([
		['http://localhost:3000/masuk', undefined, true],
		['http://192.168.1.5:3000/masuk', undefined, false],
		['https://sentra.desa.id/masuk', 'https://sentra.desa.id', true],
		['http://sentra.desa.id/masuk', 'https://sentra.desa.id', false],
		['https://lain.desa.id/masuk', 'https://sentra.desa.id', false],
		['https://sentra.desa.id/masuk', undefined, false],
	])('at %s, where the server is called %s: %s', (address, origin, work) => {
		expect(passkeysWorkAt(new URL(address), origin)).toBe(work);
	});
});

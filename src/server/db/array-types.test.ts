import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArray } from './array-types.ts';
import { testHouse } from './testing.ts';

const house = testHouse();

/** Any text that PostgreSQL can hold: all but the sign zero and halves of signs. */
const text = fc.oneof(
	fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0') && value.isWellFormed()),
	fc.constantFrom('', 'NULL', 'null', '{}', '{', '"', '\\', '\\"', ',', ' ', 'a, b', '\n', 'x\\'),
);

describe('an array', () => {
	it('comes back as it went, whatever its texts are', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.option(text), { maxLength: 8 }), async (sent) => {
				const [row] = await house.sql<{ back: (string | null)[]; many: number; third: string | null }[]>`
					select ${sent}::text[] as back, cardinality(${sent}::text[]) as many, (${sent}::text[])[3] as third`;
				expect(row).toEqual({ back: sent, many: sent.length, third: sent[2] ?? null });
			}),
			{ numRuns: 200 },
		);
	});

	it('of every kind that we read means what its elements mean', async () => {
		const [row] = await house.sql`
			select array[true, false, null] as bools, array[1, -2]::smallint[] as smalls, array[3]::int[] as whole,
				array[9007199254740993]::bigint[] as large, array[12.50]::numeric[] as exact, array['2026-11-22']::date[] as days,
				array['a b', 'NULL', null]::varchar[] as words, array['p']::"char"[] as signs, array['pg_class']::name[] as names,
				array[1259]::oid[] as numbers, array['0190e1a4-0000-7000-8000-000000000001']::uuid[] as ids`;
		expect(row).toEqual({
			bools: [true, false, null],
			smalls: [1, -2],
			whole: [3],
			large: ['9007199254740993'],
			exact: ['12.50'],
			days: ['2026-11-22'],
			words: ['a b', 'NULL', null],
			signs: ['p'],
			names: ['pg_class'],
			numbers: [1259],
			ids: ['0190e1a4-0000-7000-8000-000000000001'],
		});
	});

	it('is known to the driver in every column of our tables that holds one', async () => {
		const columns = await house.sql<{ name: string; type: number }[]>`
			select attrelid::regclass || '.' || attname as name, atttypid::int as type
			from pg_attribute join pg_class c on c.oid = attrelid join pg_type t on t.oid = atttypid
			where c.relnamespace = 'public'::regnamespace and t.typcategory = 'A' and attnum > 0`;
		expect(columns.length).toBeGreaterThan(3);
		const { parsers } = house.sql.options as unknown as { parsers: Record<number, unknown> };
		expect(columns.filter(({ type }) => !(type in parsers)).map(({ name }) => name)).toEqual([]);
	});

	it('of arrays is refused, for none of our tables has one', () => {
		expect(() => readArray('{{a},{b}}', String)).toThrow('more than one dimension');
		expect(() => readArray('[2:3]={a,b}', String)).toThrow('more than one dimension');
	});
});

describe('a connection', () => {
	it('asks the server nothing of its own accord', () => {
		expect(house.sql.options.fetch_types).toBe(false);
	});
});

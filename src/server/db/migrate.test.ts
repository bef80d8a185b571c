import { cpSync, mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { migrate, migrationsIn } from './migrate.ts';
import { testHouse } from './testing.ts';

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));
const house = testHouse();

describe('migrations', () => {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'migrations-'));
		cpSync(migrations, folder, { recursive: true });
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it('are applied once, in order, and not again', async () => {
		expect(await migrate(house.sql, folder)).toEqual([]);
		writeFileSync(join(folder, '9000_a_table.sql'), 'create table later (id int primary key)');
		writeFileSync(join(folder, '9001_a_row.sql'), 'insert into later values (1)');
		expect(await migrate(house.sql, folder)).toEqual(['9000_a_table.sql', '9001_a_row.sql']);
		expect(await migrate(house.sql, folder)).toEqual([]);
		expect(await house.sql`select id from later`).toEqual([{ id: 1 }]);
		await house.sql`drop table later`;
		await house.sql`delete from schema_migration where name like '9%'`;
	});

	it('leave nothing behind when one fails in the middle', async () => {
		writeFileSync(join(folder, '9000_half.sql'), 'create table half (id int primary key); select 1/0');
		await expect(migrate(house.sql, folder)).rejects.toThrow('division by zero');
		expect(await house.sql`select to_regclass('half') as half`).toEqual([{ half: null }]);
		expect(await migrate(house.sql, migrations)).toEqual([]);
	});

	it('wait for one another when two programs start at once', async () => {
		writeFileSync(
			join(folder, '9000_slow.sql'),
			'select pg_sleep(0.3); create table once_only (id int primary key)',
		);
		const other = connect(house.where, { max: 2 });
		const names = await Promise.all([migrate(house.sql, folder), migrate(other, folder)]);
		await other.end();
		expect(names.flat()).toEqual(['9000_slow.sql']);
		await house.sql`drop table once_only`;
		await house.sql`delete from schema_migration where name like '9%'`;
	});

	it('refuse a database of a newer program, and one whose migration was rewritten', async () => {
		await house.sql`insert into schema_migration (name, sha256) values ('9999_future.sql', 'x')`;
		await expect(migrate(house.sql, folder)).rejects.toMatchObject({ code: 'database_newer' });
		await house.sql`delete from schema_migration where name = '9999_future.sql'`;
		appendFileSync(join(folder, migrationsIn(folder)[1]?.name ?? ''), '-- another word');
		await expect(migrate(house.sql, folder)).rejects.toMatchObject({ code: 'database_changed' });
	});
});

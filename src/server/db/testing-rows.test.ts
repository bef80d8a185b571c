import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { people, testHouse } from './testing.ts';
import { villages } from './testing-areas.ts';
import { plantRows, tenantTables } from './testing-rows.ts';

const house = testHouse();

describe('planted rows', () => {
	it('stand in every tenant table, twice in one organisation, with villages and persons as asked', async () => {
		const orgId = v7();
		const first = await plantRows(house.sql, { orgId, village: villages.kalanganyar, personId: v7() });
		const { orgId: other } = await people(house.sql);
		const again = { orgId, village: villages.serang, personId: v7() };
		const second = await plantRows(
			house.sql,
			again,
			({ name }) => name === 'organisation' || name === 'audit_head',
		);
		const tables = await tenantTables(house.sql);
		expect([...first.keys()].sort()).toEqual(tables.map(({ name }) => name).sort());
		for (const { name, columns } of tables) {
			const rows = await house.sql.unsafe(`select * from "${name}" where org_id = '${orgId}'`);
			expect(rows.length, name).toBe(second.has(name) ? 2 : 1);
			for (const { name: column } of columns)
				if (column === 'village_code') expect(second.get(name)?.[column]).toBe(villages.serang);
		}
		expect(other).not.toBe(orgId);
	});
});

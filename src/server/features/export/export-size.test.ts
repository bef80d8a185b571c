/**
 * A long export holds no more in memory than a short one. SENTRA_EXPORT_PEOPLE sets how many people (bench/export.js:
 * 100,000, with the figures printed).
 */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { people, testHouse } from '../../db/testing.ts';
import type { People } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { sealIdentityNumber } from '../../identity/identity-number.ts';
import { programmeAdd } from '../programme/commands.ts';
import { writeExport } from './making.ts';
import type { ExportForm } from './schema.ts';
import { EXPORTED_AT, chosen } from './testing.ts';

const house = testHouse();
const given = process.env['SENTRA_EXPORT_PEOPLE'];
const count = Number(given ?? 20_000);
let who: People;
const programmeId = v7();

beforeAll(async () => {
	const keys = identityKeysIn(Buffer.alloc(32, 7).toString('base64'));
	holdIdentityKeys(keys);
	who = await people(house.sql);
	const { orgId } = who;
	await perform(house.sql, programmeAdd, {
		actor: who.as('owner'),
		id: v7(),
		input: { programmeId, slug: 'besar', name: 'Program besar', villages: [villages.kalanganyar] },
	});
	await house.sql`insert into person (org_id, person_id, name, sex, birth_year, phone, address, village_code, note)
		select ${orgId}, gen_random_uuid(), 'Ibu Nomor ' || number, 'female', 1950 + number % 50,
			'0812' || lpad(number::text, 8, '0'), 'RT ' || number % 20 || ' RW 3', ${villages.kalanganyar},
			'Catatan ' || md5(number::text)
		from generate_series(1, ${count}) number`;
	// Every number of an export is unsealed to show its ends: some of them are here.
	const some = await house.sql<{ person_id: string }[]>`
		select person_id from person where org_id = ${orgId} limit ${Math.min(count, 5000)}`;
	const rows = some.map(({ person_id: personId }) => ({
		org_id: orgId,
		person_id: personId,
		village_code: villages.kalanganyar,
		sealed: sealIdentityNumber(keys, { orgId, personId }, '3515174101850012'),
		fingerprint: Buffer.alloc(32, 1),
	}));
	for (let from = 0; from < rows.length; from += 1000)
		await house.sql`insert into person_identity ${house.sql(rows.slice(from, from + 1000))}`;
	await house.sql`analyze person`;
}, 300_000);

interface Measured {
	readonly rows: number;
	readonly bytes: number;
	/** The most that waited to be carried away. */
	readonly waiting: number;
	/** The most heap and buffers above those at the beginning. */
	readonly memory: number;
	readonly seconds: number;
}

const used = (): number => {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

async function measured(form: ExportForm, use: 'inside' | 'publish' = 'inside'): Promise<Measured> {
	const actor = who.as('owner');
	globalThis.gc?.();
	const [began, before] = [performance.now(), used()];
	let [bytes, now, waiting, memory] = [0, 0, 0, 0];
	const sink = {
		give(piece: Uint8Array) {
			bytes += piece.length;
			now += piece.length;
			waiting = Math.max(waiting, now);
		},
		async carried() {
			now = 0;
			memory = Math.max(memory, used() - before);
			// As a file would: others have their turn.
			await new Promise((resolve) => setImmediate(resolve));
		},
	};
	const kinds = form === 'geojson' ? (['villages'] as const) : (['people'] as const);
	const choice = chosen(programmeId, { form, use, kinds: [...kinds] });
	const making = { choice, exportId: v7(), at: EXPORTED_AT, salt: 'x', sink };
	const { rows } = await readAsTenant(house.sql, actor, (tx) => writeExport(making, tx, actor));
	return { rows: rows['people'] ?? 0, bytes, waiting, memory, seconds: (performance.now() - began) / 1000 };
}

describe('an export of many people', () => {
	it.each(['csv', 'csv-excel', 'xlsx', 'datapackage'] as const)(
		'as %s is written batch by batch',
		async (form) => {
			const { rows, bytes, waiting, memory, seconds } = await measured(form);
			const mb = (size: number): string => (size / 1e6).toFixed(1);
			if (given !== undefined)
				console.log(
					`${form}: ${rows} people, ${mb(bytes)} MB in ${seconds.toFixed(1)} s, ` +
						`at most ${mb(waiting)} MB waiting, ${mb(memory)} MB of heap and buffers above the start`,
				);
			expect(rows).toBe(count);
			expect(bytes).toBeGreaterThan(count * 20);
			// A thousand rows, and what the packer keeps back.
			expect(waiting).toBeLessThan(1_500_000);
		},
		600_000,
	);
});

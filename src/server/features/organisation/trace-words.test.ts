import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../access/roles.ts';
import { personalFields } from '../../db/personal-fields.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { loadDemo } from '../demo/loading.ts';
import { trail } from './queries.ts';
import type { TrailEntry } from './queries.ts';
import { traceRows } from './trace-words.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
const entries: TrailEntry[] = [];

async function wholeTrail(actor: Actor): Promise<TrailEntry[]> {
	const all: TrailEntry[] = [];
	for (;;) {
		const page = await readAsTenant(house.sql, actor, (tx) => trail(tx, actor, all.at(-1)?.number ?? null));
		if (page.length === 0) return all;
		all.push(...page);
	}
}

beforeAll(async () => {
	const demos = await loadDemo(house.sql, samples);
	for (const { orgId } of demos) {
		const nobody = { accountId: null, name: '', villages: null, personId: null };
		entries.push(...(await wholeTrail({ ...nobody, orgId, role: 'owner' })));
	}
}, 120_000);

describe('the trail in words', () => {
	it('has words for every field of every entry of the demo, in both languages', () => {
		const mute = new Set(
			entries.flatMap((entry) =>
				(['id', 'en'] as const)
					.flatMap((language) => traceRows(entry, language))
					.filter(({ label }) => label === null)
					.map(({ field }) => `${entry.recordKind}.${field}`),
			),
		);
		expect([...mute].sort()).toEqual([]);
		expect(entries.length).toBeGreaterThan(100);
	});

	it('has words for every field that can be forgotten', () => {
		const mute = Object.entries(personalFields).flatMap(([recordKind, { fields }]) =>
			fields
				.filter((field) => {
					const entry = { recordKind, recordId: null, before: null, after: { [field]: 'x' } };
					return traceRows(entry, 'id')[0]?.label === null;
				})
				.map((field) => `${recordKind}.${field}`),
		);
		expect(mute).toEqual([]);
	});

	it('tells what changed and nothing else, codes in words', () => {
		const before = { name: 'Bu Rahma', sex: null, markedSensitive: false, birthYear: 1985, version: 1 };
		const after = { ...before, sex: 'female', markedSensitive: true, birthYear: null, version: 2 };
		const entry = { recordKind: 'person', recordId: 'x', before, after };
		expect(traceRows(entry, 'id')).toEqual([
			{ field: 'sex', label: 'Jenis kelamin', before: null, after: 'Perempuan' },
			{ field: 'markedSensitive', label: 'Jaga datanya', before: 'tidak', after: 'ya' },
			{ field: 'birthYear', label: 'Tahun lahir', before: '1985', after: null },
		]);
		expect(traceRows(entry, 'en')[0]).toMatchObject({ label: 'Sex', after: 'Female' });
	});

	it('tells all that a new or a removed record has, but for its own id and what is counted', () => {
		const record = { group_id: 'g', name: 'OLIKAN', search_name: 'olikan', note: null, version: 1 };
		const made = { recordKind: 'group', recordId: 'g', before: null, after: record };
		expect(traceRows(made, 'id')).toEqual([
			{ field: 'name', label: 'Nama kelompok', before: null, after: 'OLIKAN' },
		]);
		const gone = { ...made, before: record, after: null };
		expect(traceRows(gone, 'id')).toMatchObject([{ before: 'OLIKAN', after: null }]);
	});

	it('leaves as it was what the later side does not tell, however the fields are spelled', () => {
		const before = { role: 'auditor', ended_on: null };
		const entry = { recordKind: 'membership', recordId: 'x', before, after: { endedOn: '2026-11-23' } };
		expect(traceRows(entry, 'id')).toEqual([
			{ field: 'endedOn', label: 'Berakhir', before: null, after: '2026-11-23' },
		]);
		const role = { ...entry, after: { role: 'treasurer' } };
		expect(traceRows(role, 'id')).toEqual([
			{ field: 'role', label: 'Peran', before: 'pemeriksa', after: 'bendahara' },
		]);
	});

	it('says what was forgotten, and shows a field without words by its own name', () => {
		const after = { name: { forgotten: true }, villages: ['3515172004', '3515172008'], soon: { a: 1 } };
		const entry = { recordKind: 'membership', recordId: 'x', before: { role: 'auditor' }, after };
		expect(traceRows(entry, 'id')).toEqual([
			{ field: 'name', label: 'Nama', before: null, after: 'dihapus atas permintaan' },
			{ field: 'villages', label: 'Kode desa', before: null, after: '3515172004, 3515172008' },
			{ field: 'soon', label: null, before: null, after: '{"a":1}' },
		]);
	});
});

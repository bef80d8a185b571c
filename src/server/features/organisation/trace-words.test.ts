import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../access/roles.ts';
import { personalFields } from '../../db/personal-fields.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { loadDemo } from '../demo/loading.ts';
import { callsOf, namedRecords } from './named-records.ts';
import type { NamedRecord } from './named-records.ts';
import { trail } from './queries.ts';
import type { TrailEntry } from './queries.ts';
import { traceRows } from './trace-words.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
const entries: TrailEntry[] = [];
const named = new Map<string, NamedRecord>();

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
		const owner: Actor = { ...nobody, orgId, role: 'owner' };
		const ours = await wholeTrail(owner);
		entries.push(...ours);
		for (let from = 0; from < ours.length; from += 50)
			for (const one of await readAsTenant(house.sql, owner, (tx) =>
				namedRecords(tx, owner, callsOf(ours.slice(from, from + 50))),
			))
				named.set(one.called, one);
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

	it('shows no value of the demo as JSON or as the code that it is kept by', () => {
		const raw = entries.flatMap((entry) =>
			traceRows(entry, 'id')
				.filter(({ form }) => form !== 'parts')
				.flatMap(({ field, before, after }) =>
					[before, after]
						.filter((value) => value !== null && /^[{[]|^[a-z]+(-[a-z]+)+$|^noted$/.test(value))
						.map((value) => `${entry.recordKind}.${field}: ${value}`),
				),
		);
		expect(raw.filter((one) => !one.startsWith('programme.slug'))).toEqual([]);
	});

	it('names every record of the demo, says where it stands, and leaves no id in a row', () => {
		const nameless = entries.filter(({ recordId }) => named.get(recordId ?? '')?.title == null);
		expect(nameless.map(({ verb }) => verb)).toEqual([]);
		const roomless = entries.filter(({ recordId }) => {
			const { kind = null, slug = null } = named.get(recordId ?? '') ?? {};
			return kind === null || slug === null;
		});
		expect(roomless.map(({ verb }) => verb)).toEqual([]);
		const names = new Map([...named.values()].map(({ called, title }) => [called, title]));
		const texts = entries.flatMap((entry) =>
			traceRows(entry, 'en', names).map(({ label, before, after }) => `${label}: ${before} > ${after}`),
		);
		expect(texts.filter((text) => /[0-9a-f]{8}-[0-9a-f]{4}-|(?<!\()\b\d{10}\b(?!\))/.test(text))).toEqual([]);
		expect(texts).toContain('Village: null > Kalanganyar (3515172004)');
		expect(texts).toContain('Group: null > KeCe');
	});

	it('names nobody who was forgotten, and no village where a figure is meant', () => {
		const names = new Map([
			['0190-p', null],
			['3515172004', 'Kalanganyar (3515172004)'],
		]);
		const after = { personId: '0190-p', note: '3515172004', villages: ['3515172004'] };
		const entry = { verb: 'x.x', recordKind: 'group', recordId: null, before: null, after };
		expect(traceRows(entry, 'id', names).map(({ label, after: now }) => [label, now])).toEqual([
			['Orang', 'Dihapus atas permintaan'],
			['Catatan', '3515172004'],
			['Desa', 'Kalanganyar (3515172004)'],
		]);
	});

	it('has words for every field that can be forgotten', () => {
		const mute = Object.entries(personalFields).flatMap(([recordKind, { fields }]) =>
			fields
				.filter((field) => {
					const entry = { verb: 'x', recordKind, recordId: null, before: null, after: { [field]: 'x' } };
					return traceRows(entry, 'id')[0]?.label === null;
				})
				.map((field) => `${recordKind}.${field}`),
		);
		expect(mute).toEqual([]);
	});

	it('tells what changed and nothing else, codes in words', () => {
		const before = { name: 'Bu Rahma', sex: null, markedSensitive: false, birthYear: 1985, version: 1 };
		const after = { ...before, sex: 'female', markedSensitive: true, birthYear: null, version: 2 };
		const entry = { verb: 'person.change', recordKind: 'person', recordId: 'x', before, after };
		expect(traceRows(entry, 'id')).toEqual([
			{ field: 'sex', label: 'Jenis kelamin', before: null, after: 'Perempuan', form: 'text' },
			{ field: 'markedSensitive', label: 'Jaga datanya', before: 'tidak', after: 'ya', form: 'text' },
			{ field: 'birthYear', label: 'Tahun lahir', before: '1985', after: null, form: 'text' },
		]);
		expect(traceRows(entry, 'en')[0]).toMatchObject({ label: 'Sex', after: 'Female' });
	});

	it('tells all that a new or a removed record has, but for its own id and what is counted', () => {
		const record = { group_id: 'g', name: 'OLIKAN', search_name: 'olikan', note: null, version: 1 };
		const made = { verb: 'group.add', recordKind: 'group', recordId: 'g', before: null, after: record };
		expect(traceRows(made, 'id')).toEqual([
			{ field: 'name', label: 'Nama kelompok', before: null, after: 'OLIKAN', form: 'text' },
		]);
		const gone = { ...made, before: record, after: null };
		expect(traceRows(gone, 'id')).toMatchObject([{ before: 'OLIKAN', after: null }]);
	});

	it('leaves as it was what the later side does not tell, however the fields are spelled', () => {
		const before = { role: 'auditor', ended_on: null };
		const kept = { verb: 'member.end', recordKind: 'membership', recordId: 'x', before };
		const entry = { ...kept, after: { endedOn: '2026-11-23' } };
		expect(traceRows(entry, 'id')).toEqual([
			{ field: 'endedOn', label: 'Berakhir', before: null, after: '2026-11-23', form: 'day' },
		]);
		const role = { ...entry, after: { role: 'treasurer' } };
		expect(traceRows(role, 'id')).toEqual([
			{ field: 'role', label: 'Peran', before: 'pemeriksa', after: 'bendahara', form: 'text' },
		]);
	});

	it('says what was forgotten, and shows a field without words by its own name', () => {
		const after = { name: { forgotten: true }, villages: ['3515172004', '3515172008'], soon: { a: 1 } };
		const before = { role: 'auditor' };
		const entry = { verb: 'member.change', recordKind: 'membership', recordId: 'x', before, after };
		expect(traceRows(entry, 'id')).toEqual([
			{ field: 'name', label: 'Nama', before: null, after: 'dihapus atas permintaan', form: 'text' },
			{ field: 'villages', label: 'Desa', before: null, after: '3515172004, 3515172008', form: 'text' },
			{ field: 'soon', label: null, before: null, after: 'a: 1', form: 'parts' },
		]);
	});

	const told = (verb: string, recordKind: string, before: unknown, after: unknown) =>
		traceRows({ verb, recordKind, recordId: 'x', before, after }, 'id').map(
			(row) => `${row.label ?? row.field}: ${row.before ?? ''} > ${row.after ?? ''}`,
		);

	it('tells amounts as they are written, and no change where only zeros differ', () => {
		const before = { price: '25000.00', quantity_from: '2.500' };
		const after = { price: '25000', quantityFrom: '3' };
		expect(told('stream.change', 'stream', before, after)).toEqual(['Jumlah dari: 2,5 > 3']);
		const place = ['-7.400000', '-7.4'].map((latitude) => ({ latitude }));
		expect(told('enterprise.change', 'enterprise', place[0], place[1])).toEqual([]);
	});

	it('tells of who moved only that, and where from', () => {
		const before = { name: 'Siti', village_code: '3515172004', phone: '0812' };
		expect(told('person.change', 'person', before, null)).toEqual(['Desa: 3515172004 > pindah ke desa lain']);
		expect(told('person.remove', 'person', before, null)).toHaveLength(3);
	});

	it.each([
		[
			'household.leave',
			'household',
			{ left: 'p', relation: 'spouse' },
			null,
			'Yang keluar: p > ',
			'Hubungan: pasangan > ',
		],
		['household.join', 'household', null, { joined: 'p' }, 'Yang masuk:  > p'],
		[
			'member.renew-password',
			'membership',
			null,
			{ password: 'a link to a new one' },
			'Kata sandi:  > tautan untuk yang baru',
		],
		['intake.drop-file', 'intake', { file: 'kept' }, { file: 'taken away' }, 'Berkas: disimpan > dihapus'],
		[
			'intake.undo',
			'intake',
			{ state: 'written' },
			{ state: 'undone', left: ['a', 'b'] },
			'Keadaan: tersimpan > dibatalkan',
			'Yang tinggal:  > a, b',
		],
		['intake.receive', 'intake', null, { kind: 'people' }, 'Jenis:  > Orang'],
		['enterprise.record', 'enterprise', null, { contact: 'noted' }, 'Kontak:  > dicatat'],
		['study.save-version', 'study', { version: 1 }, { version: 2 }, 'Versi: 1 > 2'],
		[
			'export.make',
			'export',
			null,
			{ form: 'csv-excel', use: 'publish', kinds: ['people'] },
			'Bentuk:  > CSV untuk Excel Indonesia',
			'Pemakaian:  > Untuk dibagikan ke luar',
			'Jenis catatan:  > Orang',
		],
		['guest-link.revoke', 'guest-link', { revoked: false }, { revoked: true }, 'Dicabut: tidak > ya'],
		[
			'person.forget',
			'person',
			null,
			{ removed_reason: 'asked' },
			'Alasan dihapus:  > meminta dihapus (nomor HP, alamat, dan catatan juga dihapus)',
		],
	])('tells %s in words', (verb, kind, before, after, ...rows) => {
		expect(told(verb, kind, before, after)).toEqual(rows);
	});
});

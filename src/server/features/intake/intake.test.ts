import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../db/command.ts';
import { connect } from '../../db/connect.ts';
import { verifyAudit } from '../../db/audit.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { people, testHouse } from '../../db/testing.ts';
import type { People } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import type { Actor } from '../../access/roles.ts';
import { addGroup } from '../group/commands.ts';
import { addPerson, changePerson, setIdentity } from '../person/commands.ts';
import { peoplePage, personCard } from '../person/queries.ts';
import { intakeConfirm, intakeDropFile, intakeMap, intakeUndo, intakeWrite } from './commands.ts';
import { faultyRows, heldRecords, intakeFile, intakeWork, listIntakes } from './queries.ts';
import { startWriting } from './work.ts';
import { cardOf, programmeIn, receive, workbookBytes, writeAll } from './testing.ts';
import type { Cells, Sending } from './testing.ts';

const house = testHouse();
let ours: People;
let programmeId: string;
const sending = (role: Parameters<People['as']>[0] = 'owner'): Sending => ({
	sql: house.sql,
	actor: ours.as(role),
	programmeId,
});
const read = <Answer>(actor: Actor, work: Parameters<typeof readAsTenant<Answer>>[2]) =>
	readAsTenant(house.sql, actor, work);
const sample: readonly Cells[] = [
	['DAFTAR ANGGOTA KELOMPOK'],
	[],
	['No', 'Nama Lengkap', 'NIK', 'L/P', 'Tgl Lahir', 'No. HP/WA', 'Desa', 'RT', 'RW', 'Ukuran sepatu'],
	[1, 'Siti Aminah', '3515174107850012', 'P', '01/07/1985', 81234567890, 'Desa Kalanganyar', 2, 5, 38],
	[
		2,
		'Budi Santoso',
		'3515170108800003',
		'Laki-laki',
		'1 Agustus 1980',
		'0857 1111 2222',
		'kalang anyar',
		3,
		5,
		42,
	],
	[3, 'Rahayu', null, 'Pr', 1990, null, 'KALANGANYAR', null, null, 36],
	['Jumlah', null, null, null, null, null, null, null, null, 3],
];

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 3).toString('base64')));
	ours = await people(house.sql);
	programmeId = await programmeIn(house.sql, ours.as('owner'), [villages.kalanganyar, villages.serang]);
});

const personCount = async (): Promise<number> => {
	const [row] = await house.sql<{ count: number }[]>`
		select count(*)::int as count from person where org_id = ${ours.orgId}`;
	return row?.count ?? -1;
};

describe('a list of people', () => {
	it('is found below its title, read, and nothing is written before it is confirmed', async () => {
		const before = await personCount();
		const bytes = workbookBytes({ 'Lembar lain': [['halo']], Anggota: sample });
		const card = await receive(sending(), { kind: 'people', bytes });
		expect(card.layout).toMatchObject({ sheet: 'Anggota', headingRow: 3 });
		expect(card.layout.columns.map(({ field }) => field)).toEqual([
			...[null, 'name', 'identityNumber', 'sex', 'born', 'phone', 'village', 'rt', 'rw', null],
		]);
		expect(card.judgement).toMatchObject({ rows: 3, good: 3, faulty: 0, leftOut: 1, phonesRestored: 1 });
		expect(card.judgement.findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['ROW_TOTAL A7']);
		expect(await personCount()).toBe(before);
		expect(JSON.stringify(card)).not.toContain('3515174107850012');

		expect(await writeAll(sending(), card)).toBe(3);
		expect(await personCount()).toBe(before + 3);
		const owner = ours.as('owner');
		const found = await read(owner, (tx) =>
			peoplePage(tx, owner, { villages: [villages.kalanganyar], search: 'aminah' }, new Date()),
		);
		expect(found.people).toMatchObject([
			{ name: 'Siti Aminah', sex: 'female', birthYear: 1985, phone: '081234567890' },
		]);
		const siti = await read(owner, (tx) =>
			personCard(tx, owner, found.people[0]?.personId ?? '', new Date()),
		);
		expect(siti).toMatchObject({
			address: 'RT 2, RW 5',
			identity: expect.objectContaining({ masked: '3515••••••••0012' }),
		});

		const again = await receive(sending(), { kind: 'people', bytes });
		expect(again.judgement).toMatchObject({ good: 3, doubles: 3 });
		expect(again.judgement.counts).toMatchObject({ NIK_KNOWN: 2, PERSON_KNOWN: 1 });

		const { rows } = await perform(house.sql, intakeUndo, {
			actor: owner,
			id: v7(),
			input: { intakeId: card.intakeId },
		});
		expect(rows).toBe(3);
		expect(await personCount()).toBe(before);
	});
});

/** A written import of the sample's three people. */
async function written() {
	const card = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Anggota: sample }) });
	await writeAll(sending(), card, false);
	return card.intakeId;
}

const undo = (intakeId: string, more: object = {}) =>
	perform(house.sql, intakeUndo, { actor: ours.as('owner'), id: v7(), input: { intakeId, ...more } });

const recordOf = async (intakeId: string, row: number): Promise<string> => {
	const [found] = await house.sql<{ record_id: string }[]>`
		select record_id from intake_record where org_id = ${ours.orgId} and intake_id = ${intakeId}
			and row_number = ${row}`;
	return found?.record_id ?? '';
};

describe('the way back', () => {
	it('names the records that were changed or are used since, and takes the others back when told to', async () => {
		const before = await personCount();
		const intakeId = await written();
		const owner = ours.as('owner');
		const [siti, budi] = [await recordOf(intakeId, 4), await recordOf(intakeId, 5)];
		const changed = { personId: siti, version: 1, name: 'Siti A.', villageCode: villages.kalanganyar };
		await perform(house.sql, changePerson, { actor: owner, id: v7(), input: changed });
		const another = { personId: budi, identityNumber: '3515170108800004' };
		await perform(house.sql, setIdentity, { actor: owner, id: v7(), input: another });
		const held = await read(owner, (tx) => heldRecords(tx, owner, intakeId));
		expect(held).toMatchObject([
			{ row: 4, name: 'Siti A.', reason: 'changed' },
			{ row: 5, name: 'Budi Santoso', reason: 'changed' },
		]);
		await expect(undo(intakeId)).rejects.toMatchObject({ code: 'list_records_used', params: { count: 2 } });
		expect(await personCount()).toBe(before + 3);
		expect(await undo(intakeId, { leavesHeld: true })).toMatchObject({ rows: 1, left: 2 });
		expect(await personCount()).toBe(before + 2);
		await expect(undo(intakeId)).rejects.toMatchObject({ code: 'list_not_written' });
	});

	it('goes with the groups that the list named, and is held by those that came later', async () => {
		const owner = ours.as('owner');
		const group = { groupId: v7(), programmeId, name: 'OLIKAN', villageCode: villages.kalanganyar };
		await perform(house.sql, addGroup, { actor: owner, id: v7(), input: group });
		const rows = [
			['Nama', 'Desa', 'Kelompok'],
			['Ani', 'Kalanganyar', 'Olikan'],
			['Ina', 'Kalanganyar', 'Melati'],
		];
		const card = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Anggota: rows }) });
		expect(card.judgement).toMatchObject({ good: 1, counts: { GROUP_UNKNOWN: 1 } });
		await writeAll(sending(), card);
		const members = () => house.sql`select from group_member where group_id = ${group.groupId}`;
		expect(await members()).toHaveLength(1);
		await undo(card.intakeId);
		expect(await members()).toHaveLength(0);
	});
});

describe('a confirmed import', () => {
	it('is written once, also when it is sent again, and the trail holds together without a number of anybody', async () => {
		const card = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Anggota: sample }) });
		const before = await personCount();
		await writeAll(sending(), card, false);
		const { writeCommandId, rowsWritten } = await cardOf(sending(), card.intakeId);
		const again = { actor: ours.as('owner'), id: writeCommandId ?? '', input: { intakeId: card.intakeId } };
		expect(await perform(house.sql, intakeWrite, again)).toMatchObject({ rows: 3 });
		await expect(perform(house.sql, intakeWrite, { ...again, id: v7() })).rejects.toMatchObject({
			code: 'list_done',
		});
		expect([rowsWritten, await personCount()]).toEqual([3, before + 3]);
		expect(await read(ours.as('owner'), (tx) => verifyAudit(tx, ours.orgId))).toMatchObject({
			brokenAt: null,
		});
		const [{ trail = '' } = {}] = await house.sql<{ trail: string }[]>`
			select string_agg(verb || coalesce(before::text, '') || coalesce(after::text, ''), ' ') as trail
			from audit_entry where org_id = ${ours.orgId}`;
		expect(trail).toContain('recordsSha256');
		expect(trail).not.toMatch(/351517410785|3515170108800003/);
		await undo(card.intakeId);
	});

	it('whose server died is wholly absent, says so, and is gone on with', async () => {
		const card = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Anggota: sample }) });
		const { intakeId, version } = card;
		const owner = ours.as('owner');
		const input = { intakeId, version, skipsDoubles: false };
		await perform(house.sql, intakeConfirm, { actor: owner, id: v7(), input });
		const before = await personCount();
		const faults: unknown[] = [];
		const start = (sql = house.sql) =>
			startWriting({ sql, actor: owner, intakeId, onFault: (fault) => faults.push(fault) });
		const work = () => read(owner, (tx) => intakeWork(tx, owner, intakeId));
		// Its people are written when the writer waits here, and then all its connections go, as a killed process's do.
		const dying = connect(house.where, { max: 2 });
		await house.sql.begin(async (tx) => {
			await tx`lock table intake_record in exclusive mode`;
			const writing = start(dying);
			const waiting = () =>
				tx`select pid from pg_locks where relation = 'intake_record'::regclass and not granted`;
			await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
			expect(await work()).toMatchObject({ state: 'writing', of: 3 });
			await dying.end({ timeout: 0 });
			await writing;
		});
		await expect.poll(work, { timeout: 10_000 }).toMatchObject({ state: 'stopped', failed: 'fault' });
		expect(faults).toHaveLength(1);
		expect(await personCount()).toBe(before);
		expect(await cardOf(sending(), intakeId)).toMatchObject({ state: 'confirmed', rowsWritten: null });
		await start();
		expect(await work()).toMatchObject({ state: 'idle' });
		expect(await cardOf(sending(), intakeId)).toMatchObject({ state: 'written', rowsWritten: 3 });
		expect(await personCount()).toBe(before + 3);
		await undo(intakeId);
	});

	it('that no longer says what was confirmed writes nothing and can be checked again', async () => {
		const list = [
			['Nama', 'NIK', 'Desa'],
			['Tuti', '3515174107850077', 'Kalanganyar'],
		];
		const card = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Anggota: list }) });
		const { intakeId, version } = card;
		const owner = ours.as('owner');
		const confirmed = { intakeId, version, skipsDoubles: true };
		await perform(house.sql, intakeConfirm, { actor: owner, id: v7(), input: confirmed });
		const same = { name: 'Tuti', villageCode: villages.kalanganyar, identityNumber: '3515174107850077' };
		await perform(house.sql, addPerson, { actor: owner, id: v7(), input: same });
		const before = await personCount();
		await startWriting({ sql: house.sql, actor: owner, intakeId, onFault: () => undefined });
		expect(await personCount()).toBe(before);
		expect(await read(owner, (tx) => intakeWork(tx, owner, intakeId))).toMatchObject({
			state: 'stopped',
			failed: 'list_changed',
		});
		const checked = { intakeId, version: version + 1 };
		await perform(house.sql, intakeMap, { actor: owner, id: v7(), input: checked });
		expect(await cardOf(sending(), intakeId)).toMatchObject({
			state: 'checked',
			judgement: { good: 1, doubles: 1 },
		});
	});
});

describe('who imports', () => {
	it('is a facilitator into her village alone: rows of others are faults, and so is what others know', async () => {
		const facilitator = { ...sending('facilitator') };
		const list = [
			['Nama', 'NIK', 'Desa'],
			['Yuni', '3515174107850099', 'Kalanganyar'],
			['Yana', null, 'Margaluyu'],
		];
		const hidden = { name: 'Yuni', villageCode: villages.serang, identityNumber: '3515174107850099' };
		await perform(house.sql, addPerson, { actor: ours.as('owner'), id: v7(), input: hidden });
		const card = await receive(facilitator, { kind: 'people', bytes: workbookBytes({ Anggota: list }) });
		expect(card).toMatchObject({ villageCode: villages.kalanganyar });
		expect(card.judgement).toMatchObject({ good: 1, doubles: 0, counts: { VILLAGE_ELSEWHERE: 1 } });
		const whole = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Anggota: list }) });
		expect(whole.judgement).toMatchObject({ good: 2, doubles: 1, counts: { NIK_KNOWN: 1 } });
		const { actor } = facilitator;
		await expect(cardOf(facilitator, whole.intakeId)).rejects.toMatchObject({ code: 'not_found' });
		const hers = await read(actor, (tx) => listIntakes(tx, actor, programmeId));
		expect(hers.map(({ intakeId }) => intakeId)).toEqual([card.intakeId]);
		// Nor which of the numbers that fit what she sees of somebody is hers: the list would tell it without a trace.
		const seen = { name: 'Yunita', villageCode: villages.kalanganyar, identityNumber: '3515174107850098' };
		await perform(house.sql, addPerson, { actor: ours.as('owner'), id: v7(), input: seen });
		const guesses = ['3515174107850097', seen.identityNumber, '3515174107850096'];
		const tries = [['Nama', 'NIK', 'Desa'], ...guesses.map((nik) => ['Coba', nik, 'Kalanganyar'])];
		const bytesOfTries = workbookBytes({ Anggota: tries });
		const guessed = await receive(facilitator, { kind: 'people', bytes: bytesOfTries });
		expect(guessed.judgement).toMatchObject({ good: 3, doubles: 0, findings: [] });
		const known = await receive(sending(), { kind: 'people', bytes: bytesOfTries });
		expect(known.judgement.findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['NIK_KNOWN B3']);
		for (const role of ['treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(
				receive(sending(role), { kind: 'people', bytes: new Uint8Array(4) }),
			).rejects.toMatchObject({
				code: 'not_allowed',
			});
	});
});

describe('the file', () => {
	it('comes back byte for byte, lies sealed in the database, and is gone when it is taken away', async () => {
		const bytes = workbookBytes({ Anggota: sample });
		const { intakeId, sha256 } = await receive(sending(), { kind: 'people', bytes });
		const owner = ours.as('owner');
		const file = () => read(owner, (tx) => intakeFile(tx, owner, intakeId));
		const kept = await file();
		expect(kept.sha256).toBe(sha256);
		expect(Buffer.compare(kept.bytes, Buffer.from(bytes))).toBe(0);
		const [row] = await house.sql<{ sealed: Buffer }[]>`
			select sealed from intake where org_id = ${ours.orgId} and intake_id = ${intakeId}`;
		expect(row?.sealed.includes(Buffer.from(bytes.subarray(0, 16)))).toBe(false);
		await perform(house.sql, intakeDropFile, { actor: owner, id: v7(), input: { intakeId } });
		await expect(file()).rejects.toMatchObject({ code: 'not_found' });
		expect((await cardOf(sending(), intakeId)).state).toBe('dropped');
	});

	it.each([
		['PASTE or nothing', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'FILE_NOT_A_TABLE'],
		['a PDF', new TextEncoder().encode('%PDF-1.7 contoh'), 'FILE_IS_PDF'],
	])('that is %s is refused by name, and nothing is kept', async (_, bytes, reason) => {
		const before = await house.sql`select from intake where org_id = ${ours.orgId}`;
		await expect(receive(sending(), { kind: 'people', bytes })).rejects.toMatchObject({
			code: 'list_unreadable',
			params: { reason },
		});
		expect(await house.sql`select from intake where org_id = ${ours.orgId}`).toHaveLength(before.length);
	});
});

describe('columns that a person corrects', () => {
	it('are read as she says, and twice the same meaning is refused', async () => {
		const list = [
			['Warga', 'Nomor', 'Tempat tinggal'],
			['Wati', '3515174107850055', 'Kalanganyar'],
		];
		const card = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Daftar: list }) });
		expect(card.judgement.blocked).toBe('no-name');
		const map = (fields: object, version: number) =>
			perform(house.sql, intakeMap, {
				actor: ours.as('owner'),
				id: v7(),
				input: { intakeId: card.intakeId, version, fields },
			});
		await expect(map({ 0: 'name', 2: 'name' }, 1)).rejects.toMatchObject({ code: 'list_columns' });
		await map({ 0: 'name', 1: 'identityNumber', 2: 'village' }, 1);
		expect((await cardOf(sending(), card.intakeId)).judgement).toMatchObject({ blocked: null, good: 1 });
	});
});

describe('a list of enterprises', () => {
	it('brings capacities, workers and permits, and goes back whole unless something hangs on it', async () => {
		const list = [
			[
				'Nama usaha',
				'Pemilik',
				'Jenis usaha',
				'Kapasitas (kg/bulan)',
				'Tenaga kerja',
				'Pasar',
				'Desa',
				'NIB',
				'PIRT',
			],
			[
				'Sisik Mas',
				'Bu Siti',
				'makanan',
				'1.700,50',
				5,
				'Sidoarjo, Surabaya',
				'Kalanganyar',
				'1234567890123',
				'ada',
			],
			[
				'Bandeng Jaya',
				'Pak Joko',
				'olahan ikan',
				'50-60 bakul/hari',
				'12 orang',
				'-',
				'Kalanganyar',
				'belum',
				'-',
			],
		];
		const card = await receive(sending(), { kind: 'enterprises', bytes: workbookBytes({ Usaha: list }) });
		expect(card.judgement).toMatchObject({ good: 2, counts: { UNIT_UNKNOWN: 1 } });
		expect(await writeAll(sending(), card)).toBe(2);
		const rows = await house.sql`
			select name, kind, capacity_from, capacity_to, capacity_unit, capacity_period, workers_unrecorded, markets,
				array(select kind || coalesce(number, '') from permit
					where permit.enterprise_id = enterprise.enterprise_id order by 1) as permits
			from enterprise where org_id = ${ours.orgId} order by name`;
		expect([...rows]).toEqual([
			{
				...{
					name: 'Bandeng Jaya',
					kind: 'food',
					capacity_from: '50',
					capacity_to: '60',
					capacity_unit: 'bakul',
				},
				...{ capacity_period: 'day', workers_unrecorded: 12, markets: [], permits: [] },
			},
			{
				...{
					name: 'Sisik Mas',
					kind: 'food',
					capacity_from: '1700.5',
					capacity_to: null,
					capacity_unit: 'kg',
				},
				...{ capacity_period: 'month', workers_unrecorded: 5, markets: ['Sidoarjo', 'Surabaya'] },
				permits: ['nib1234567890123', 'pirt'],
			},
		]);
		const again = await receive(sending(), { kind: 'enterprises', bytes: workbookBytes({ Usaha: list }) });
		expect(again.judgement).toMatchObject({ doubles: 2, counts: { ENTERPRISE_KNOWN: 2 } });
		await house.sql`update permit set version = 2 where org_id = ${ours.orgId} and kind = 'nib'`;
		await expect(undo(card.intakeId)).rejects.toMatchObject({ code: 'list_records_used' });
		expect(await undo(card.intakeId, { leavesHeld: true })).toMatchObject({ rows: 1, left: 1 });
	});
});

describe('a long list', () => {
	it('of 3,000 people is judged, written and taken back by the same way', async () => {
		const rows: Cells[] = [['Nama', 'NIK', 'No HP', 'Desa']];
		for (let index = 0; index < 3000; index += 1) {
			const nik = `3515174107${String(10 + (index % 80))}${String(1 + index).padStart(4, '0')}`;
			rows.push([`Warga Ke ${index}`, nik, `08120000${String(index).padStart(4, '0')}`, 'Kalanganyar']);
		}
		const before = await personCount();
		const card = await receive(sending(), { kind: 'people', bytes: workbookBytes({ Warga: rows }) });
		expect(card.judgement).toMatchObject({ rows: 3000, good: 3000 });
		expect(await writeAll(sending(), card)).toBe(3000);
		expect(await personCount()).toBe(before + 3000);
		const owner = ours.as('owner');
		expect(await read(owner, (tx) => faultyRows(tx, owner, card.intakeId, '2026-11-22'))).toMatchObject({
			rows: [],
		});
		expect(await undo(card.intakeId)).toMatchObject({ rows: 3000, left: 0 });
		expect(await personCount()).toBe(before);
	});
});

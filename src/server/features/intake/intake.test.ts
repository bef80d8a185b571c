import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../db/command.ts';
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
	[2, 'Budi Santoso', '3515170108800003', 'Laki-laki', '1 Agustus 1980', '0857 1111 2222', 'kalang anyar', 3, 5, 42],
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
		expect(siti).toMatchObject({ address: 'RT 2, RW 5', identity: expect.objectContaining({ masked: '3515••••••••0012' }) });

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

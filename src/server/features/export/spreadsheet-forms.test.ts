/** What a spreadsheet is given: nothing that it runs, figures as figures, and texts as texts. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#files/read-workbook.ts';
import { testHouse } from '../../db/testing.ts';
import { kinds } from './kinds.ts';
import { exportScene, formulas, partsOf, records, textOf } from './testing.ts';
import type { ExportScene } from './testing.ts';

const house = testHouse();
let scene: ExportScene;
let make: ExportScene['make'];

beforeAll(async () => {
	scene = await exportScene(house);
	({ make } = scene);
}, 120_000);

describe('a text that a spreadsheet would run', () => {
	const harmful = /^['\s]*[=+\-@＝]/;

	it.each(['csv', 'csv-excel', 'datapackage'] as const)('comes out harmless in %s', async (form) => {
		const parts = [...partsOf((await make(form)).bytes)].filter(([name]) => name.endsWith('.csv'));
		expect(parts.length).toBe(19);
		const cells = parts.flatMap(([, text]) => rawFields(text, form === 'csv-excel' ? ';' : ','));
		const texts = cells.filter((cell) => !/^-?[0-9][0-9.,]*$/.test(cell));
		expect(texts.filter((cell) => harmful.test(cell) && !cell.startsWith("'"))).toEqual([]);
		for (const formula of formulas) expect(texts.some((cell) => cell.startsWith(`'${formula}`))).toBe(true);
	});

	it('comes out as text in xlsx, as it was, and no cell is a formula', async () => {
		const { bytes } = await make('xlsx');
		const sheets = [...partsOf(bytes)].filter(([name]) => name.includes('worksheets/'));
		expect(sheets).toHaveLength(20);
		for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >]/);
		const styles = partsOf(bytes).get('xl/styles.xml') ?? '';
		expect(styles).toContain('quotePrefix="1"');
		const people = sheets.find(([, xml]) => xml.includes('HYPERLINK'))?.[1] ?? '';
		const cell = /<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/.exec(
			people,
		);
		const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? [];
		expect(formats[Number(cell?.[1])]).toContain('quotePrefix="1"');
	});
});

/** Fields as they stand in the file, quotes taken off: what Excel would be given. */
function rawFields(text: string, delimiter: string): string[] {
	const fields: string[] = [];
	const pattern = new RegExp(`(?:^|${delimiter}|\\r\\n)(?:"((?:[^"]|"")*)"|([^"${delimiter}\\r\\n]*))`, 'g');
	for (const match of text.replace(/^\uFEFF/, '').matchAll(pattern))
		fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
	return fields;
}

describe('a CSV for Excel in Indonesia', () => {
	it('has its mark, semicolons, words, decimal commas, and phones that keep their nought', async () => {
		const { bytes } = await make('csv-excel', { kinds: ['enterprises'] });
		const text = textOf(bytes);
		expect(text.startsWith('\uFEFFID usaha;Nama usaha;')).toBe(true);
		const row = records(text, ';').find((one) => one['Lintang'] !== '') ?? {};
		expect(row).toMatchObject({
			'Jenis usaha': 'pangan olahan',
			Lintang: '-7,401234',
			'Kapasitas dari': '12,5',
		});
		const [raw = ''] =
			textOf((await make('csv-excel', { kinds: ['people'] })).bytes).match(/.*0812-0000.*/) ?? [];
		expect(raw).toContain(";'0812-0000-1234;");
	});

	it('by the standard has none of these, and is read back as it was written', async () => {
		const text = textOf((await make('csv', { kinds: ['people'] })).bytes);
		expect(text.startsWith('person_id,name,sex,birth_year,phone')).toBe(true);
		const row = records(text, ',').find(({ person_id: id }) => id === scene.siti);
		expect(row).toMatchObject({
			name: 'Siti Ekspor; "Aminah", S.E.',
			sex: 'female',
			phone: '0812-0000-1234',
		});
	});
});

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

describe('a workbook', () => {
	it('has a sheet for each kind between what it is and its codebook; figures, days and texts are what they are', async () => {
		const outcome = readWorkbook((await make('xlsx')).bytes, { name: 'ekspor.xlsx' });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		const names = outcome.value.grids.map(({ name }) => name);
		expect(names).toHaveLength(20);
		expect([names[0], names[4], names.at(-1)]).toEqual(['Tentang berkas ini', 'Orang', 'Kamus kolom']);
		const grid = outcome.value.grids.find(({ name }) => name === 'Usaha')?.rows ?? [];
		const head = grid[0]?.map(({ text }) => text) ?? [];
		const row = grid.find((cells) => cells.some(({ text }) => text.startsWith('=cmd'))) ?? [];
		const at = (title: string) => row[head.indexOf(title)] as { text: string; number?: number };
		expect(at('Lintang')).toMatchObject({ number: -7.401234 });
		expect(at('Kapasitas dari')).toMatchObject({ number: 12.5 });
		expect(at('Kode desa')).not.toHaveProperty('number');
	});

	it.runIf(soffice !== undefined)(
		'is opened by another program, which shows the same',
		async () => {
			const place = mkdtempSync(join(tmpdir(), 'sentra-soffice-'));
			const file = join(place, 'ekspor.xlsx');
			writeFileSync(file, (await make('xlsx', { kinds: ['people', 'permits'] })).bytes);
			// Every sheet into a file of its own, formulas as they are shown.
			const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
			const profile = `-env:UserInstallation=file://${place}/profile`;
			execFileSync(
				soffice as string,
				[profile, '--headless', '--convert-to', filter, '--outdir', place, file],
				{
					stdio: 'ignore',
				},
			);
			const sheet = (title: string) => readFileSync(join(place, `ekspor-${title}.csv`), 'utf8');
			const shown = records(sheet('Orang'), ',').find((row) => row['ID orang'] === scene.siti);
			expect(shown).toMatchObject({
				'Nomor HP': '0812-0000-1234',
				'Tahun lahir': '1985',
				'Jenis kelamin': 'Perempuan',
			});
			expect(sheet('Orang')).toContain('=HYPERLINK');
			expect(records(sheet('Kamus kolom'), ',').length).toBe(
				kinds.filter(({ id }) => id === 'people' || id === 'permits').flatMap(({ columns }) => columns)
					.length,
			);
			rmSync(place, { recursive: true, force: true });
		},
		120_000,
	);
});

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandRules } from './grammar.ts';
import { buildOnce, sentra } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-cli-'));
const path = (name: string): string => join(folder, name);
const put = (name: string, content: string | Uint8Array): string => {
	writeFileSync(path(name), content);
	return path(name);
};

const heading = 'nama,output,bahan baku,tenaga kerja,harga output,upah,harga bahan baku,input lain\n';
// Milk paper, Table 1: cheese and kefir; the third row is the feed of the serabi paper's Table 5.
const rows = `Keju,100,1000,8,90000,50000,4200,2428\nKefir,1,1,1,180000,6250,4200,100000\nPakan,59,50,2,6500,30000,1700,691.36\n`;

beforeAll(buildOnce, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every answer with `--json` is one object with these keys. */
async function json(words: readonly string[], input = '') {
	const ran = await sentra([...words, '--json'], { input });
	return { ...ran, answer: JSON.parse(ran.out) };
}

describe('help', () => {
	test('sentra alone shows six tasks, each with an example that runs', async () => {
		const { code, out } = await sentra([]);
		expect(code).toBe(0);
		const front = out.split('Semua perintah')[0] as string;
		expect(front.match(/^ {2}sentra /gm)).toHaveLength(6);
	});

	test('every command has help that starts with examples, in both languages', async () => {
		for (const rule of commandRules) {
			const [id, en = id] = rule.words as [string[], string[]?];
			const indonesian = await sentra([...id, '--help']);
			const english = await sentra([...en, '--help', '--language', 'en']);
			expect(indonesian.code, id.join(' ')).toBe(0);
			expect(indonesian.out.split('\n')[2]).toBe('Contoh:');
			expect(english.out.split('\n')[2]).toBe('Examples:');
			expect(indonesian.out + english.out).not.toMatch(/undefined|\[object/);
		}
	}, 60_000);

	test('a typing slip is answered with the nearest word and exit code 2', async () => {
		const { code, out, err } = await sentra(['perikas', 'x']);
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toContain('Maksudnya `periksa`?');
		expect(err.trimEnd().split('\n')).toHaveLength(3);
	});

	test('the version is that of the package', async () => {
		const { out } = await sentra(['--version']);
		expect(out).toBe(`sentra ${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
	});
});

describe('sentra angka', () => {
	test.each([
		['1.700,50', 'ok', 1700.5, []],
		['1.700', 'ambiguous', 1700, [1.7]],
		['4.078,64,00', 'refused', null, [4078.64]],
	])('%s is %s', async (text, status, value, alternatives) => {
		const { answer, code } = await json(['angka', text]);
		expect(answer.result).toMatchObject({ status, value, alternatives });
		expect(code).toBe(status === 'refused' ? 2 : 0);
		expect(Object.keys(answer)).toEqual(['version', 'command', 'result', 'findings', 'warnings', 'sources']);
	});

	test('data goes to stdout, the remark to stderr', async () => {
		const { out, err, code } = await sentra(['angka', '1.700']);
		expect([code, out]).toEqual([0, '1700\n']);
		expect(err).toContain('1,7');
	});

	test('a refused text says what, where and what to do, and proposes a number', async () => {
		const { code, out, err } = await sentra(['angka', '4.078,64,00']);
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain('4078,64');
	});

	test('a lone dash reads one text a line from stdin', async () => {
		const { out, code } = await sentra(['angka', '-', '--jsonl'], { input: '1,5\n2 juta\n' });
		expect(code).toBe(0);
		expect(
			out
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line).value),
		).toEqual([1.5, 2_000_000]);
	});
});

describe('sentra nilai-tambah', () => {
	test('a paper as workbook is computed with every row', async () => {
		const { answer, code } = await json(['nilai-tambah', 'hitung', 'contoh:boyolali']);
		expect(code).toBe(0);
		const kefir = answer.result.products.find((product: { name: string }) => product.name === 'Kefir');
		// 180,000 - 4,200 - 100,000, milk paper, Table 1.
		expect(kefir.result.valueAdded).toBe(75_800);
		expect(kefir.result.profit).toBe(69_550);
		expect(answer.sources.map((source: { kind: string }) => source.kind)).toContain('method');
	});

	test('one product per row streams to tab-separated lines', async () => {
		const { out, err, code } = await sentra(['nilai-tambah', 'hitung', put('three.csv', heading + rows)]);
		expect(code).toBe(0);
		const [head = '', ...lines] = out.trimEnd().split('\n');
		expect(head.split('\t').slice(0, 2)).toEqual(['name', 'conversionFactor']);
		const valueAdded = head.split('\t').indexOf('valueAdded');
		expect(lines.map((line) => Number(line.split('\t')[valueAdded]))).toEqual([2372, 75_800, 5278.64]);
		expect(err).toContain('3 baris dihitung');
	});

	test('the same rows come from stdin, as JSON lines, as one JSON object and as a file', async () => {
		const lines = await sentra(['value-added', 'compute', '-', '--jsonl'], { input: heading + rows });
		expect(
			lines.out
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line).profit),
		).toEqual([1972, 69_550, 4078.6400000000003]);
		const { answer } = await json(['nilai-tambah', 'hitung', '-'], heading + rows);
		expect(answer.result.products[0]).toMatchObject({ name: 'Keju', status: 'ok', input: { wage: 50_000 } });
		expect(answer.result.rows).toBe(3);
		const target = path('rows.csv');
		const { code, out } = await sentra(['nilai-tambah', 'hitung', path('three.csv'), '--ke', target]);
		expect([code, out]).toEqual([0, '']);
		expect(readFileSync(target, 'utf8').split('\n')[1]).toMatch(/^Keju,0\.1,0\.008,9000,2372,/);
	});

	test('Indonesian decimals, semicolons and names in quotes are read', async () => {
		const table = `Nama;Output;Bahan baku;Tenaga kerja;Harga output;Upah;Harga bahan baku;Input lain\n"Pakan; kasar";59,5;50,25;2;6.500;30.000;1.700;691,36\n`;
		const { out, code } = await sentra(['nilai-tambah', 'hitung', '-', '--jsonl'], { input: table });
		expect(code).toBe(0);
		const row = JSON.parse(out);
		expect(row.name).toBe('Pakan; kasar');
		expect(row.conversionFactor).toBeCloseTo(59.5 / 50.25, 12);
		expect(row.outputValue).toBeCloseTo((59.5 / 50.25) * 6500, 9);
	});

	test('a bad row is told with its line, the good ones are computed, and the exit code is 4', async () => {
		const table = `${heading}Keju,100,1000,8,90000,50000,4200,2428\nX,abc,1,1,1,1,1,1\nY,1,0,1,1,1,1,1\nZ,1,1,1,-5,1,1,1\nKefir,1,1,1,180000,6250,4200,100000\n`;
		const { out, err, code } = await sentra(['nilai-tambah', 'hitung', '-'], { input: table });
		expect(code).toBe(4);
		expect(out.trim().split('\n')).toHaveLength(3);
		expect(err).toMatch(/baris 3, kolom "output".*abc/);
		expect(err).toMatch(/baris 4, kolom "bahan baku"/);
		expect(err).toMatch(/baris 5, kolom "harga output"/);
		expect(err).toContain('2 baris dihitung, 3 dilewati.');
	});

	test('a correction mends a row without touching the file', async () => {
		const table = `${heading}X,abc,50,2,6500,30000,1700,691.36\n`;
		const { out, code } = await sentra(['nilai-tambah', 'hitung', '-', '--perbaiki', '2:output=59'], {
			input: table,
		});
		expect(code).toBe(0);
		expect(out).toContain('5278.64');
	});

	test('sensitivity moves an input over the range given, and names the break-evens', async () => {
		const { answer, code } = await json([
			'nilai-tambah',
			'kepekaan',
			'contoh:serabi',
			'--rentang',
			'harga_bahan=1500..2000',
		]);
		expect(code).toBe(0);
		const [feed] = answer.result.products;
		const bar = feed.sensitivity.bars.find((one: { input: string }) => one.input === 'rawMaterialPrice');
		expect(bar).toMatchObject({ low: 1500, high: 2000, rangeFrom: 'given' });
		expect(bar.resultAtLow - bar.resultAtHigh).toBeCloseTo(500, 9);
	});

	test('an ambiguous number in a range is refused with both readings', async () => {
		const { code, err } = await sentra([
			'nilai-tambah',
			'kepekaan',
			'contoh:serabi',
			'--rentang',
			'upah=1.500..2.000',
		]);
		expect(code).toBe(2);
		expect(err).toMatch(/1\.500.*1,5/);
	});

	test('comparison ranks the products on the measure asked for', async () => {
		const { answer } = await json([
			'nilai-tambah',
			'banding',
			'contoh:boyolali',
			'--ukuran',
			'valueAddedRatioPct',
		]);
		const first = answer.result.rows.find(
			(row: { ranks: Record<string, number> }) => row.ranks['valueAddedRatioPct'] === 1,
		);
		expect(first.name).toBe('Yogurt');
	});
});

describe('sentra periksa', () => {
	test('the milk paper: seven figures differ, with value, formula and hypotheses', async () => {
		const { answer, code } = await json(['periksa', 'contoh:boyolali']);
		expect(code).toBe(0);
		const differs = answer.findings.filter((finding: { verdict: string }) => finding.verdict === 'differs');
		expect(differs).toHaveLength(7);
		expect(differs[0]).toMatchObject({
			row: 'valueAdded',
			column: 'Kefir',
			printed: 74_800,
			expected: 75_800,
		});
		for (const key of [
			'row',
			'column',
			'label',
			'printed',
			'expected',
			'verdict',
			'formula',
			'wouldMatchIf',
		]) {
			expect(differs[0]).toHaveProperty(key);
		}
		const raw = differs.flatMap((finding: { wouldMatchIf: { at: string; value: number }[] }) =>
			finding.wouldMatchIf.filter((one) => one.at === 'rawMaterialPrice' && one.value === 6000),
		);
		expect(raw.length).toBe(3);
		expect(Object.keys(raw[0])).toEqual(expect.arrayContaining(['kind', 'text', 'value']));
	});

	test('the tables of Bintan: zeros too many, swapped digits, a doubled unit, a rounding of 2', async () => {
		const { answer } = await json(['periksa', 'contoh:bintan']);
		const coded = (code: string) =>
			answer.findings.filter((finding: { code: string }) => finding.code === code);
		expect(coded('implied-price')).toHaveLength(2);
		expect(coded('quantity-by-price')[0]).toMatchObject({ printed: 10_956, expected: 10_965 });
		expect(coded('scale-word')).toHaveLength(1);
		const { out } = await sentra(['periksa', 'contoh:bintan', '--bahasa', 'id']);
		expect(out).toContain('Tiga nol berlebih?');
		const verdicts = answer.findings.map((finding: { verdict: string }) => finding.verdict);
		expect(verdicts.filter((verdict: string) => verdict !== 'odd').sort()).toEqual([
			'match',
			'match',
			'rounding',
		]);
	});

	test('the sentences name the figure, both values and the cell', async () => {
		const { out } = await sentra(['check', 'contoh:boyolali', '--bahasa', 'id']);
		expect(out).toContain('Kefir, nilai tambah: tertulis 74.800, hitung ulang 75.800');
		const english = await sentra(['check', 'contoh:boyolali', '--language', 'en']);
		expect(english.out).toContain('74,800');
	});

	test('marks have ASCII words where the terminal shows no others', async () => {
		const { out } = await sentra(['periksa', 'contoh:boyolali'], { env: { TERM: 'dumb' } });
		expect(out).toMatch(/^BEDA Kefir/m);
		expect(out).toMatch(/^JANGGAL /m);
	});

	test.each([
		['berbeda', 5],
		['janggal', 5],
		['pembulatan', 5],
	])('--gagal-bila %s ends with exit code %d and still tells the findings', async (level, exit) => {
		const { code, out } = await sentra(['periksa', 'contoh:serabi', '--gagal-bila', level]);
		expect(code).toBe(exit);
		expect(out).toContain('2.187,22');
	});

	test('a table without differences passes --gagal-bila', async () => {
		const table =
			'Variabel,Nilai\nOutput,59\nBahan baku,50\nTenaga kerja,2\nFaktor konversi,"1,18"\nHarga output,6500\nUpah,30000\nHarga bahan baku,1700\nSumbangan input lain,0\nNilai output,7670\nNilai tambah,5970\n';
		const { code } = await sentra(['periksa', put('fine.csv', table), '--gagal-bila', 'berbeda']);
		expect(code).toBe(0);
	});

	test('several files are checked together; one that cannot be read does not end the batch', async () => {
		const { code, out, err } = await sentra([
			'periksa',
			'contoh:serabi',
			path('none.xlsx'),
			'contoh:boyolali',
			'--jsonl',
		]);
		expect(code).toBe(3);
		const files = new Set(
			out
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line).file),
		);
		expect([...files]).toEqual(['contoh:serabi', 'contoh:boyolali']);
		expect(err).toContain('none.xlsx');
	});

	test.each(['docx', 'html', 'txt', 'csv', 'json', 'xlsx'])('the note is saved as .%s', async (ending) => {
		const target = path(`note.${ending}`);
		const { code } = await sentra(['periksa', 'contoh:serabi', '--ke', target]);
		expect(code).toBe(0);
		expect(readFileSync(target).length).toBeGreaterThan(100);
	});
});

describe('files that are written', () => {
	test.each(['xlsx', 'docx', 'pdf', 'tex', 'svg', 'png', 'csv', 'html', 'json'])(
		'ekspor writes .%s, the same bytes each time',
		async (ending) => {
			const [first, second] = [path(`a.${ending}`), path(`b.${ending}`)];
			for (const target of [first, second]) {
				const { code, out, err } = await sentra(['ekspor', 'contoh:serabi', '--ke', target]);
				expect([code, out], err).toEqual([0, '']);
			}
			const [one, two] = [readFileSync(first), readFileSync(second)];
			expect(one.equals(two)).toBe(true);
		},
		60_000,
	);

	test('laporan buat writes the report, with a date only when one is given', async () => {
		const target = path('laporan.html');
		const { code } = await sentra([
			'laporan',
			'buat',
			'contoh:serabi',
			'--ke',
			target,
			'--tanggal',
			'2026-11-22',
		]);
		expect(code).toBe(0);
		expect(readFileSync(target, 'utf8')).toContain('22 November 2026');
		expect(
			(await sentra(['laporan', 'buat', 'contoh:serabi', '--ke', target, '--tanggal', '2026-02-30'])).code,
		).toBe(2);
	});

	test('an existing file is left alone without --timpa', async () => {
		const target = put('keep.csv', 'mine');
		const { code, err } = await sentra(['ekspor', 'contoh:serabi', '--ke', target]);
		expect(code).toBe(6);
		expect(err).toContain('--timpa');
		expect(readFileSync(target, 'utf8')).toBe('mine');
		expect((await sentra(['ekspor', 'contoh:serabi', '--ke', target, '--timpa'])).code).toBe(0);
		expect(readFileSync(target, 'utf8')).not.toBe('mine');
	});

	test('nothing half-written stays behind, whether it worked or not', async () => {
		await sentra(['nilai-tambah', 'hitung', path('none.csv'), '--ke', path('never.csv')]);
		await sentra(['ekspor', put('noise.csv', 'a,b\n1,2\n'), '--ke', path('never.xlsx')]);
		const left = readdirSync(folder).filter((name) => name.startsWith('never') || name.endsWith('.tmp'));
		expect(left).toEqual([]);
	});

	test.each([
		['a folder that does not exist', ['--ke', 'no-such-folder/x.csv'], 6],
		['an unknown ending', ['--ke', 'x.zip'], 2],
		['no name at all', [], 2],
	])('%s is refused', async (_, options, exit) => {
		expect((await sentra(['ekspor', 'contoh:serabi', ...options], { cwd: folder })).code).toBe(exit);
	});

	test('an example is saved and read back', async () => {
		const target = path('serabi.xlsx');
		expect((await sentra(['contoh', 'serabi', '--ke', target])).code).toBe(0);
		const { answer } = await json(['periksa', target]);
		expect(answer.findings.length).toBeGreaterThan(10);
	});
});

describe('metode', () => {
	test('the list names id, version, formula, unit and source of every method', async () => {
		const { answer } = await json(['metode', 'daftar']);
		expect(answer.result.length).toBeGreaterThan(5);
		for (const method of answer.result) {
			expect(Object.keys(method)).toEqual(['id', 'version', 'formula', 'unit', 'source']);
			expect(Object.values(method).every((value) => value !== '')).toBe(true);
		}
	});

	test('every method is described with a JSON Schema, and its own example runs', async () => {
		const { answer: list } = await json(['metode', 'daftar']);
		for (const { id } of list.result) {
			const { answer } = await json(['metode', 'jelaskan', id]);
			expect(answer.result.input.type, id).toBe('object');
			const ran = await sentra(['method', 'run', id], { input: JSON.stringify(answer.result.example) });
			expect([id, ran.code, JSON.parse(ran.out).status]).toEqual([id, 0, 'ok']);
			expect(Object.keys(JSON.parse(ran.out))).toEqual(['status', 'result', 'steps', 'warnings']);
		}
		// Two processes a method.
	}, 240_000);

	test('broken JSON is told with line and column', async () => {
		const { code, err, out } = await sentra(['metode', 'jalankan', 'hayami'], {
			input: '{"output": 59,\n "wage": }',
		});
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain('baris 2, kolom 10');
		const asJson = await json(['metode', 'jalankan', 'hayami'], '{"output": 59,\n "wage": }');
		expect(asJson.answer.error).toMatchObject({ code: 'JSON_BROKEN', row: 2, column: 10 });
	});

	test.each([
		['a list', '[1]', 2],
		['nothing', '', 2],
		[
			'zero raw material',
			'{"output":1,"rawMaterial":0,"labour":1,"outputPrice":1,"wage":1,"rawMaterialPrice":1,"otherInputs":1}',
			4,
		],
		['text in a number', '{"output":"59"}', 4],
		['a missing input', '{"output":59}', 4],
		['brackets without end', '['.repeat(100_000), 2],
	])('%s on stdin ends with its own exit code', async (_, input, exit) => {
		const { code, out, err } = await sentra(['metode', 'jalankan', 'hayami'], { input });
		expect(code).toBe(exit);
		expect(err).not.toBe('');
		if (exit === 4) expect(JSON.parse(out)).toHaveProperty('status');
	});

	test('an unknown method is answered with the nearest one', async () => {
		const { code, err } = await sentra(['metode', 'jalankan', 'hayamy'], { input: '{}' });
		expect(code).toBe(2);
		expect(err).toContain('`hayami`');
	});
});

describe('the small commands', () => {
	test('istilah explains a word, lists all, and refuses an unknown one', async () => {
		expect((await sentra(['istilah', 'rendemen'])).out).toContain('faktor konversi');
		const { answer } = await json(['istilah']);
		expect(answer.result).toHaveLength(115);
		expect((await sentra(['istilah', 'zzz'])).code).toBe(3);
	});

	test('dokter finds everything in order here, and says where each setting came from', async () => {
		const { code, out } = await sentra(['dokter'], { env: { SENTRA_BAHASA: 'en', NO_COLOR: '1' } });
		expect(out).toContain('SENTRA_BAHASA');
		expect(out).toContain('NO_COLOR');
		expect(code).toBe(0);
	});

	test.each(['bash', 'zsh', 'fish', 'powershell'])('the completion for %s is unchanged', async (shell) => {
		const { out, code } = await sentra(['lengkapi', shell]);
		expect(code).toBe(0);
		await expect(out).toMatchFileSnapshot(`./completion/${shell}.txt`);
	});

	test.each([
		['periksa', '-'],
		['nilai-tambah', 'hitung', '-', '--ke', path('cut.csv')],
	])('Ctrl-C ends %s %s with 130 and leaves no file', async (...words) => {
		const { code } = await sentra(words, { input: heading + rows, interruptAfterMs: 1500 });
		expect(code).toBe(130);
		expect(readdirSync(folder).filter((name) => name.includes('cut.csv'))).toEqual([]);
	});

	test('a reader that leaves early is no error', async () => {
		const many = heading + 'Kefir,1,1,1,180000,6250,4200,100000\n'.repeat(60_000);
		const { code, err } = await sentra(['nilai-tambah', 'hitung', put('many.csv', many)], {
			closeAfter: 1000,
		});
		expect(code).toBe(0);
		expect(err).not.toContain('EPIPE');
	});
});

/** A zip whose one part says it holds far more than it may. */
function bomb(): Uint8Array {
	const parts = unzipSync(readFileSync('samples/serabi.xlsx'));
	return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000) }, { level: 9 });
}

function docx(): Uint8Array {
	const text = (name: string) => new TextEncoder().encode(name);
	return zipSync({
		'[Content_Types].xml': text(
			'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
		),
		'_rels/.rels': text(
			'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
		),
		'word/document.xml': text(
			'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Halo</w:t></w:r></w:p></w:body></w:document>',
		),
	});
}

function noise(length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	for (let index = 0, seed = 7; index < length; index += 1) {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		bytes[index] = seed >>> 24;
	}
	return bytes;
}

describe('bad input of every kind', () => {
	const paper = (over: Record<string, string>): string =>
		Object.entries({
			Variabel: 'Produk A',
			Output: '59',
			'Bahan baku': '50',
			'Tenaga kerja': '2',
			'Harga output': '6500',
			'Upah rata-rata': '30000',
			'Harga bahan baku': '1700',
			'Sumbangan input lain': '691,36',
			...over,
		})
			.map((pair) => pair.join(';'))
			.join('\n');

	const cases: readonly [name: string, file: () => string, exits: readonly number[]][] = [
		['an empty file', () => put('empty.csv', ''), [4]],
		['an empty workbook name', () => put('empty.xlsx', ''), [4]],
		['a missing file', () => path('missing.xlsx'), [3]],
		['a folder', () => folder, [4]],
		['text in a number', () => put('text.csv', paper({ 'Harga output': 'mahal' })), [4]],
		['two decimal marks', () => put('marks.csv', paper({ 'Harga output': '4.078,64,00' })), [4]],
		['zero raw material', () => put('zero.csv', paper({ 'Bahan baku': '0' })), [4]],
		['a negative price', () => put('negative.csv', paper({ 'Harga output': '-6500' })), [4]],
		['ten megabytes of noise', () => put('noise.xlsx', noise(10 * 1024 * 1024)), [4]],
		['noise that says it is text', () => put('noise2.csv', noise(10 * 1024 * 1024)), [4]],
		['a zip bomb', () => put('bomb.xlsx', bomb()), [4]],
		['a document that says it is a workbook', () => put('word.xlsx', docx()), [4]],
		['a wrong table', () => put('wrong.csv', 'Bulan;Hujan\nJanuari;300\n'), [4]],
	];

	test.each(cases)(
		'%s is told with its place, and nothing is written',
		async (_, file, exits) => {
			const name = file();
			for (const words of [['nilai-tambah', 'hitung'], ['ekspor']]) {
				const target = path('out-of-bad.xlsx');
				const extra = words[0] === 'ekspor' ? ['--ke', target] : [];
				const { code, out, err } = await sentra([...words, name, ...extra]);
				expect(exits, `${code} ${err}`).toContain(code);
				expect(out).toBe('');
				expect(err).toMatch(/^Galat: .+\n {2}di +: .+\n {2}saran: .+/);
				expect(err).not.toMatch(/undefined|\[object|at .*\.js:\d+/);
				expect(readdirSync(folder).filter((entry) => entry.includes('out-of-bad'))).toEqual([]);
			}
			const { answer, code } = await json(['nilai-tambah', 'hitung', name]);
			expect(exits).toContain(code);
			expect(answer.error).toMatchObject({
				code: expect.any(String),
				message: expect.any(String),
				hint: expect.any(String),
			});
		},
		60_000,
	);

	test('the cell of a bad number is named, with the way to mend it', async () => {
		const file = put('marks2.csv', paper({ 'Harga output': '4.078,64,00' }));
		const { err } = await sentra(['nilai-tambah', 'hitung', file]);
		expect(err).toContain('sel B5');
		expect(err).toContain('--perbaiki B5=4078,64');
		const mended = await sentra(['nilai-tambah', 'hitung', file, '--perbaiki', 'B5=4078,64']);
		expect(mended.code, mended.err).toBe(0);
		expect(mended.out).toContain('4078.64');
	});

	test('a wrong sheet is answered with those there are', async () => {
		const { code, err } = await sentra(['periksa', 'contoh:serabi', '--lembar', 'Tabel 55']);
		expect(code).toBe(3);
		expect(err).toContain('Maksudnya `Tabel 5`?');
	});

	test('a cell that does not exist cannot be corrected', async () => {
		expect((await sentra(['periksa', 'contoh:serabi', '--perbaiki', 'ZZ999=1'])).code).toBe(3);
		expect((await sentra(['periksa', 'contoh:serabi', '--perbaiki', 'huh'])).code).toBe(2);
	});
});

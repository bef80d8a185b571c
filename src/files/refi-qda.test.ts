/** REFI-QDA files: what the schema asks for, positions in code points, and the way back with our own reader. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codebookContent, emptyCode, type CodebookContent } from '#inputs/codebook-content.ts';
import { codebookSample } from '#inputs/codebook-samples.ts';
import { guidOf, sourceText, writeQdc, writeQdpx, type RefiWords } from './refi-qda.ts';
import { readQdc, readQdpx } from './refi-qda-reader.ts';

const words: RefiWords = {
	title: 'Buku kode',
	coder: (number) => `Pengkode ${number}`,
	interview: (number) => `Wawancara ${number}`,
	include: 'Dipakai bila',
	exclude: 'Tidak dipakai bila',
	example: 'Contoh kutipan',
};
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const written = (content: CodebookContent): Uint8Array => {
	const bytes = writeQdpx(content, words);
	if (!bytes) throw new Error('no file');
	return bytes;
};

function projectOf(content: CodebookContent) {
	const outcome = readQdpx(written(content));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}

const attack = `<&"'>]]> \u0000 <!DOCTYPE x [<!ENTITY y "z">]>`;
const sheet = (text: string, start: number, end: number): CodebookContent => ({
	...codebookContent.empty(),
	interviews: [{ id: 'w1', name: attack, text }],
	codes: [
		{ ...emptyCode, id: 'k1', name: attack, definition: `${attack}\nbaris dua`, colour: '#0072B2' },
		{ ...emptyCode, id: 'k2', name: 'Bawahan', parent: 'k1', include: 'a', exclude: 'b', example: 'c' },
	],
	segments: [{ coder: 'p1', interview: 'w1', code: 'k2', start, end }],
});

describe('guids', () => {
	it('have the shape of the standard, are the same for the same id and differ for others', () => {
		const all = Array.from({ length: 3000 }, (_, k) => guidOf(`selection w1 p1 k1 ${k} ${k + 7}`));
		for (const one of all) expect(one).toMatch(guid);
		expect(new Set(all).size).toBe(all.length);
		expect(guidOf('code k1')).toBe(guidOf('code k1'));
	});
});

describe('a codebook file', () => {
	it('holds codes inside codes with their rules, escaped, and comes back', () => {
		const text = writeQdc(sheet('x', 0, 1).codes, words) ?? '';
		expect(text).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Sentra"><Codes><Code ');
		expect(text).not.toContain('<!DOCTYPE');
		const read = readQdc(strToU8(text));
		expect(read).toMatchObject({
			ok: true,
			value: [
				{ name: `<&"'>]]>  <!DOCTYPE x [<!ENTITY y "z">]>`, colour: '#0072B2', parent: '' },
				{
					guid: guidOf('code k2'),
					name: 'Bawahan',
					parent: guidOf('code k1'),
					description: 'Dipakai bila: a\nTidak dipakai bila: b\nContoh kutipan: c',
				},
			],
		});
	});
	it('is not written without a named code, because the schema asks for one', () => {
		expect(writeQdc(codebookContent.empty().codes, words)).toBeNull();
		expect(writeQdpx(codebookContent.empty(), words)).toBeNull();
	});
	it('refuses other files', () => {
		expect(readQdc(strToU8('<Project xmlns="urn:QDA-XML:project:1.0"/>')).ok).toBe(false);
		expect(readQdc(strToU8('<!DOCTYPE a><CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')).ok).toBe(false);
		expect(readQdpx(strToU8('halo')).ok).toBe(false);
		expect(readQdpx(zipSync({ 'lain.txt': strToU8('x') })).ok).toBe(false);
	});
});

describe('a project file', () => {
	it('has its parts in the order of the schema, and a text a source', () => {
		const files = unzipSync(written(sheet('Susu.', 0, 5)));
		const source = guidOf('interview w1');
		expect(Object.keys(files)).toEqual(['project.qde', `Sources/${source}.txt`]);
		const project = new TextDecoder().decode(files['project.qde']);
		const elements = [...project.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name);
		expect(elements).toEqual([
			...['Project', 'Users', 'User', 'CodeBook', 'Codes', 'Code', 'Description', 'Code', 'Description'],
			...['Sources', 'TextSource', 'PlainTextSelection', 'Coding', 'CodeRef'],
		]);
		expect(project).toContain(`plainTextPath="internal://${source}.txt"`);
		expect(project).toContain('xmlns="urn:QDA-XML:project:1.0"');
		expect(project).not.toContain('<!DOCTYPE');
	});
	it('gives the same bytes for the same sheet', () => {
		const content = sheet('Susu.', 0, 5);
		expect(written(content)).toEqual(written(structuredClone(content)));
	});
	it('counts code points, with emoji and Windows line breaks before the mark', () => {
		const text = '😀 ya\r\n👩‍🌾 susu\r\nKami';
		const start = text.indexOf('Kami');
		const { sources, marks } = projectOf(sheet(text, start, text.length));
		expect(sources[0]?.text).toBe('😀 ya\n👩‍🌾 susu\nKami');
		// 😀 is one, 👩‍🌾 three (two pictures and a joiner), each line break one.
		expect(marks).toEqual([
			{
				user: guidOf('coder p1'),
				source: guidOf('interview w1'),
				code: guidOf('code k2'),
				start: 14,
				end: 18,
			},
		]);
		expect([...(sources[0]?.text ?? '')].slice(14, 18).join('')).toBe('Kami');
	});
	it('brings back the words of every mark of the example', () => {
		const sample = codebookSample('susu', 'id') ?? codebookContent.empty();
		const project = projectOf(sample);
		expect(project).toMatchObject({
			name: 'Produk olahan susu',
			users: [{ name: 'Pengkode pertama' }, { name: 'Pengkode kedua' }],
		});
		expect(project.codes.map(({ name }) => name)).toEqual(['Tenaga kerja', 'Bahan baku', 'Proses', 'Pasar']);
		expect(project.sources.map(({ text }) => text)).toEqual(sample.interviews.map(({ text }) => text));
		const back = project.marks.map((mark) =>
			[...(project.sources.find(({ guid: id }) => id === mark.source)?.text ?? '')]
				.slice(mark.start, mark.end)
				.join(''),
		);
		const there = sample.segments.map(({ interview, start, end }) =>
			sample.interviews.find(({ id }) => id === interview)?.text.slice(start, end),
		);
		expect(back).toHaveLength(36);
		expect([...back].sort()).toEqual([...there].sort());
	});
	it('brings back any text and mark', () => {
		const any = fc.string({
			unit: fc.constantFrom('a', ' ', '\r\n', '\r', '\n', '😀', '<', '&', 'é'),
			minLength: 1,
		});
		fc.assert(
			fc.property(any, fc.nat(50), fc.nat(50), (text, from, size) => {
				const points = text.match(/\r\n|[\s\S]/gu) ?? [];
				const start = points.slice(0, from % points.length).join('').length;
				const end =
					start + points.slice(from % points.length, (from % points.length) + size + 1).join('').length;
				const { sources, marks } = projectOf(sheet(text, start, end));
				const plain = (said: string) => said.replace(/\r\n?/g, '\n');
				expect(sources[0]?.text).toBe(plain(text));
				expect([...plain(text)].slice(marks[0]?.start, marks[0]?.end).join('')).toBe(
					plain(text.slice(start, end)),
				);
			}),
		);
	});
	it('reads a project that carries its text inside', () => {
		const project =
			'<Project xmlns="urn:QDA-XML:project:1.0" name="n"><Sources><TextSource guid="g" name="s">' +
			'<PlainTextContent>a &amp; b</PlainTextContent></TextSource></Sources></Project>';
		expect(readQdpx(zipSync({ 'lain.QDE': strToU8(project) }))).toMatchObject({
			ok: true,
			value: { sources: [{ guid: 'g', name: 's', text: 'a & b' }] },
		});
	});
});

describe('positions of a text', () => {
	it('rise by one a code point and end at the length', () => {
		const { text, codePointAt } = sourceText('a😀\r\nb');
		expect(text).toBe('a😀\nb');
		expect([...codePointAt]).toEqual([0, 1, 1, 2, 2, 3, 4]);
	});
});

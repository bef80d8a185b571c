import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip } from './zip.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeXlsx } from './xlsx-writer.ts';

const MiB = 1024 * 1024;

function codeOf(bytes: Uint8Array, name?: string): string | undefined {
	const zip = openZip(bytes);
	if (!zip.ok) return zip.problems[0]?.code;
	const content = zip.value.read(name ?? zip.value.names[0] ?? '');
	return content.ok ? 'read' : content.problems[0]?.code;
}

/** Where the first record with this signature stands. */
function find(bytes: Uint8Array, signature: number): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === signature) return at;
	throw new Error('no such record');
}

function patched(bytes: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
	const copy = bytes.slice();
	new DataView(copy.buffer).setUint32(find(copy, signature) + offset, value, true);
	return copy;
}

const directory = 0x02014b50;

describe('a zip', () => {
	it('gives back what was put in, packed or stored', () => {
		const zip = openZip(
			zipSync({ 'a.txt': strToU8('halo'.repeat(100)), 'b.txt': [strToU8('b'), { level: 0 }] }),
		);
		if (!zip.ok) throw new Error('not opened');
		const texts = zip.value.names.map((name) => {
			const content = zip.value.read(name);
			return content.ok ? new TextDecoder().decode(content.value) : '';
		});
		expect(texts).toEqual(['halo'.repeat(100), 'b']);
	});

	it('that really deflates a thousandfold is a bomb before anything is inflated', () => {
		const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(8 * MiB) });
		expect(bomb.length).toBeLessThan(20_000);
		expect(openZip(bomb)).toMatchObject({
			ok: false,
			problems: [{ code: 'ZIP_BOMB', params: { reason: 'ratio' } }],
		});
	});

	it('that claims gigabytes is a bomb', () => {
		const small = zipSync({ a: strToU8('a'.repeat(5000)) });
		expect(codeOf(patched(small, directory, 24, 0xf0000000))).toBe('ZIP_BOMB');
	});

	it('whose many entries together are too much is a bomb', () => {
		const limits = { entries: 10, totalBytes: 1000, entryBytes: 600, ratio: 200 };
		const many = zipSync(
			Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, strToU8('x')])),
		);
		expect(openZip(many, limits)).toMatchObject({ problems: [{ params: { reason: 'entries' } }] });
		const total = zipSync({ a: strToU8('a'.repeat(500)), b: strToU8('b'.repeat(501)) });
		expect(openZip(total, limits)).toMatchObject({ problems: [{ params: { reason: 'total', part: 'b' } }] });
	});

	it('with a header that lies about the size is stopped while inflating', () => {
		const bomb = zipSync({ a: new Uint8Array(8 * MiB) });
		expect(codeOf(patched(bomb, directory, 24, 100))).toBe('ZIP_BOMB');
	});

	it('that promises more than it holds, or other bytes, is damaged', () => {
		const honest = zipSync({ a: strToU8('nilai tambah '.repeat(50)) });
		expect(codeOf(patched(honest, directory, 24, 700))).toBe('ZIP_DAMAGED');
		expect(codeOf(patched(honest, directory, 16, 12345))).toBe('ZIP_DAMAGED');
		expect(codeOf(patched(honest, directory, 42, 0x7fffffff))).toBe('ZIP_DAMAGED');
	});

	it('leaves out names that walk out of the folder', () => {
		const zip = openZip(
			zipSync({
				'../../etc/passwd': strToU8('x'),
				'C:/x': strToU8('x'),
				'/y': strToU8('x'),
				ok: strToU8('x'),
			}),
		);
		expect(zip.ok && zip.value.names).toEqual(['ok']);
	});

	it('cut anywhere is damaged, not a crash', () => {
		const whole = writeXlsx({ title: 't', sheets: [{ name: 'a', rows: [[{ value: 1 }]] }] });
		for (let length = 4; length < whole.length; length += 37) {
			const outcome = readWorkbook(whole.subarray(0, length), { name: 'a.xlsx' });
			expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'ZIP_DAMAGED' }] });
		}
	});

	it('with any byte changed is read or refused, never thrown at', () => {
		const whole = writeXlsx({
			title: 't',
			sheets: [{ name: 'a', rows: [[{ value: 1, formula: 'A2' }, { value: 'x' }]] }],
		});
		fc.assert(
			fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
				const copy = whole.slice();
				copy[at] = byte;
				expect(typeof readWorkbook(copy, { name: 'a.xlsx' }).ok).toBe('boolean');
			}),
			{ numRuns: 200 },
		);
	}, 60_000);
});

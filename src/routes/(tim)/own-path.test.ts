import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

describe('a path of this site', () => {
	it.each([
		['/beranda', '/beranda'],
		['/en/p/kalanganyar?cari=siti#daftar', '/en/p/kalanganyar?cari=siti#daftar'],
		['/p/x?ke=//evil.example', '/p/x?ke=//evil.example'],
		['/a/../b', '/b'],
	])('is %s', (given, path) => expect(ownPath(given)).toBe(path));

	it.each([
		...['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n/evil.example', '\t//evil.example'],
		...['https://evil.example', 'javascript:alert(1)', 'beranda', '', ' /beranda', '/.//evil.example'],
		...['/x/..//evil.example', '/%5C/../\\/evil.example'],
	])('is not %j', (given) => expect(ownPath(given)).toBeNull());

	it('leads to this site wherever a browser stands, whatever was given', () => {
		const odd = fc.string({
			unit: fc.constantFrom('/', '\\', '\t', '\n', '.', '@', ':', 'e', '%', '?', '#'),
		});
		fc.assert(
			fc.property(odd, (rest) => {
				const path = ownPath(`/${rest}`) ?? '/';
				expect(new URL(path, 'https://sentra.contoh.id/en/masuk').origin).toBe('https://sentra.contoh.id');
			}),
			{ numRuns: 2000 },
		);
	});
});

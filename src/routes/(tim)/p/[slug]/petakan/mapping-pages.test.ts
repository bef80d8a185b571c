import { expect, it } from 'vitest';
import { askedAfter, nextPage } from './mapping.server.ts';

const end = { name: 'Kerupuk & Co = baik', enterpriseId: '01900000-0000-7000-8000-000000000001' };
const first = new URL('http://localhost/p/x/petakan/usaha?desa=3515172004&cari=kerupuk');

it('the next page begins where this one ended, with the same filter', () => {
	const url = new URL(`?${nextPage(first, end)}`, first);
	expect(askedAfter({ url })).toEqual(end);
	expect([url.searchParams.get('desa'), url.searchParams.get('cari')]).toEqual(['3515172004', 'kerupuk']);
	// From page to page the end is replaced, not added.
	const later = { ...end, name: 'Olikan' };
	const url2 = new URL(`?${nextPage(url, later)}`, first);
	expect(url2.searchParams.getAll('sesudah')).toEqual(['Olikan']);
	expect(askedAfter({ url: url2 })).toEqual(later);
});

it('there is none after the last, and an address with half an end is the first page', () => {
	expect(nextPage(first, undefined)).toBeNull();
	for (const asked of ['', '?sesudah=A', `?id=${end.enterpriseId}`, '?sesudah=A&id=1'])
		expect(askedAfter({ url: new URL(asked, first) })).toBeNull();
});

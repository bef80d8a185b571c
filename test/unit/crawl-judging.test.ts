import { describe, expect, it } from 'vitest';
import {
	answerFaults,
	dataTexts,
	namesTheField,
	pageFaults,
	sharedTitles,
	shapeOf,
	speechForeignTo,
	untranslated,
} from '../e2e/crawl/judging.ts';
import { readPage } from '../e2e/crawl/reading.ts';

const speech = { id: speechForeignTo('id'), en: speechForeignTo('en') };
const nothing = dataTexts([]);
const page = (inside: string, { lang = 'id', title = 'Beranda – Sentra' } = {}) =>
	readPage(
		`<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body>${inside}</body></html>`,
	);
const visit = (inside: string, address = '/beranda', head = {}) => ({
	address,
	status: 200,
	page: page(inside, head),
});
const said = (text: string, language: 'id' | 'en', data = nothing) =>
	untranslated(page(`<p>${text}</p>`, { lang: language }), speech[language], data);

describe('the judge of a page', () => {
	it('finds nothing on a page that is as it should be, in either language', () => {
		expect(pageFaults(visit('<h1>Halo</h1><p>Keluar</p>'), speech.id, nothing)).toEqual([]);
		const english = visit('<h1>Hello</h1><p>Sign out</p>', '/en/beranda', {
			lang: 'en',
			title: 'Home – Sentra',
		});
		expect(pageFaults(english, speech.en, nothing)).toEqual([]);
	});

	it('finds an answer that is none, a lang of the other language, two headings, no title and an id twice', () => {
		expect(pageFaults({ address: '/p', status: 500, page: null }, speech.id, nothing)).toEqual([
			'answers 500',
		]);
		expect(pageFaults({ address: '/p', status: 404, page: null }, speech.id, nothing)).toEqual([
			'answers 404',
		]);
		expect(pageFaults(visit('<h1>Halo</h1>', '/en/p'), speech.en, nothing)).toContain('lang is "id"');
		expect(pageFaults(visit('<h1>A</h1><h1>B</h1>'), speech.id, nothing)).toContain('2 main headings');
		expect(pageFaults(visit('<p>A</p>'), speech.id, nothing)).toContain('0 main headings');
		expect(pageFaults(visit('<h1>A</h1>', '/p', { title: ' – Sentra' }), speech.id, nothing)).toHaveLength(1);
		expect(pageFaults(visit('<h1 id="a">A</h1><p id="a">'), speech.id, nothing)).toContain(
			'the id "a" is there twice',
		);
	});

	it('finds two pages of one title in one language that are about different things', () => {
		const one = visit('<h1>A</h1>', '/p/a');
		expect(sharedTitles([one, visit('<h1>B</h1>', '/p/b')])).toHaveLength(1);
		expect(sharedTitles([one, visit('<h1>A</h1>', '/akun')])).toHaveLength(1);
		// Two people may have one name, and a page has one in each language and for every search.
		expect(sharedTitles([one, visit('<h1>A</h1>', '/p/b')])).toEqual([]);
		expect(sharedTitles([one, visit('<h1>B</h1>', '/en/p/a')])).toEqual([]);
		expect(sharedTitles([one, { ...one, address: '/p/a?cari=x' }])).toEqual([]);
	});
});

describe('the judge of words', () => {
	it.each([
		['Keluar', 'en'],
		['Sign out', 'id'],
		['Anda bekerja di Yayasan Sisik Mas sebagai pemilik.', 'en'],
		['You work in Yayasan Sisik Mas as owner.', 'id'],
		['Kalimat yang tidak ada di katalog', 'en'],
		['This is not in any catalogue', 'id'],
	] as const)('finds "%s" on a page in %s', (text, language) => {
		expect(said(text, language)).toHaveLength(1);
		expect(said(text, language === 'id' ? 'en' : 'id')).toEqual([]);
	});

	it('finds the key of a message, and values that are none', () => {
		expect(said('house_sign_out', 'id')).toEqual(["a message's key: house_sign_out"]);
		expect(said('Umur: undefined tahun', 'id')).toHaveLength(1);
		expect(said('[object Object]', 'id')).toHaveLength(1);
	});

	it('reads what is heard too, and leaves other languages alone that say what they are', () => {
		const heard = page('<button aria-label="Keluar">x</button>', { lang: 'en' });
		expect(untranslated(heard, speech.en, nothing)).toHaveLength(1);
		const marked = page('<p lang="id">Keluar</p><code>yang ini</code>', { lang: 'en' });
		expect(untranslated(marked, speech.en, nothing)).toEqual([]);
	});

	it('leaves what people wrote as they wrote it, and still reads what stands beside it', () => {
		const data = dataTexts([
			'Kerupuk yang enak',
			'Kami belum sanggup memenuhi semua pesanan karena tenaganya kurang.',
		]);
		expect(said('Kerupuk yang enak', 'en', data)).toEqual([]);
		expect(said('"Kami belum sanggup memenuhi semua pesanan" (Responden 3)', 'en', data)).toEqual([]);
		expect(said('Kerupuk yang enak untuk Anda', 'en', data)).toHaveLength(1);
	});
});

describe('the judge of answers', () => {
	const html = (value: string, more = '') =>
		page(`<form method="post" action="?/ubah">${more}<label for="a">Nama usaha</label>
			<input id="a" name="name" value="${value}" required><input type="password" name="sandi"></form>`);
	const form = html('').forms[0];
	if (form === undefined) throw new Error('the form is not read');
	const alert = '<p role="alert">Ada isian yang belum terbaca.</p>';

	it('finds a 500, a refusal without a sentence, a form that is gone and a text that is lost', () => {
		const sent = { name: 'Kerupuk', sandi: 'rahasia' };
		expect(answerFaults(form, sent, { status: 500, page: null })).toEqual(['answers 500']);
		expect(answerFaults(form, sent, { status: 400, page: html('Kerupuk', alert) })).toEqual([]);
		expect(answerFaults(form, sent, { status: 400, page: html('Kerupuk') })).toEqual([
			'answers 400 without a sentence',
		]);
		expect(answerFaults(form, sent, { status: 400, page: html('', alert) })).toEqual([
			'forgets what was typed in "name"',
		]);
		expect(answerFaults(form, sent, { status: 409, page: page(alert) })).toEqual([
			'answers 409 without the form',
		]);
		expect(answerFaults(form, sent, { status: 303, page: null })).toEqual([]);
	});

	it('asks that the wrong field is named or marked', () => {
		expect(namesTheField(form, html('', alert))).toBe(false);
		expect(namesTheField(form, html('', '<p role="alert">Periksa isian ini: Nama usaha.</p>'))).toBe(true);
		expect(namesTheField(form, page('<form><input name="name" aria-invalid="true"></form>'))).toBe(true);
	});
});

describe('the shape of an address', () => {
	it('is one for records that differ in their ids alone', () => {
		const id = '0190c0de-0000-7000-8000-000000000001';
		expect(shapeOf(`/p/serabi/petakan/orang/${id}?cari=a`)).toBe('/p/:name/petakan/orang/:id?cari');
		expect(shapeOf(`/tamu/${'a'.repeat(43)}`)).toBe('/tamu/:token');
		expect(shapeOf(`/p/x/kajian/${id}/lembar/2`)).toBe('/p/:name/kajian/:id/lembar/:n');
		expect(shapeOf('/en/p')).toBe('/en/p');
	});
});

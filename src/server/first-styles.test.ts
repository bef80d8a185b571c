import { describe, expect, it } from 'vitest';
import { rulesFrom, stylesFor, withFirstStyles } from './first-styles.ts';

const left = (sheet: string, html: string) => stylesFor(rulesFrom(sheet), html);

describe('the styles a page needs', () => {
	it('keeps what can match and leaves out the rest, in the order of the sheet', () => {
		const sheet = 'p{margin:0}.kotak{color:red}.lain{color:blue}#isi>p.kecil{font-size:1px}*{top:0}';
		expect(left(sheet, '<main id="isi"><p class="kecil abu">a</p></main>')).toBe(
			'p{margin:0}#isi>p.kecil{font-size:1px}*{top:0}',
		);
	});

	it('keeps of a list the selectors that can match', () => {
		expect(left('h1,.lain,p:first-child{top:0}', '<p>a</p>')).toBe('p:first-child{top:0}');
	});

	it('takes what stands in brackets for possible', () => {
		const sheet = 'p:not(.lain){top:0}:is(h1,.lain) p{top:1px}a[href^="x,{"]{top:2px}p:has(>.lain){top:3px}';
		expect(left(sheet, '<p><a href="x">a</a></p>')).toBe(sheet);
	});

	it('keeps conditions that still hold something, and what belongs to no element', () => {
		const sheet =
			'@media (width>=900px){p{top:0}.lain{top:1px}}@media (width<=599px){.lain{top:2px}}@keyframes putar{to{rotate:1turn}}';
		expect(left(sheet, '<p>a</p>')).toBe('@media (width>=900px){p{top:0}}@keyframes putar{to{rotate:1turn}}');
	});

	it('leaves paper and pointing for later', () => {
		expect(left('@media print{p{top:0}}@page{margin:0}p:hover{top:1px}p:focus{top:2px}', '<p>a</p>')).toBe(
			'p:focus{top:2px}',
		);
	});

	it('is not misled by braces and quotes in a text', () => {
		const sheet = `:root{--tumpal:url("data:image/svg+xml,%3Csvg a='}'/%3E")}.lain:before{content:"}\\"{"}p{top:0}`;
		expect(left(sheet, '<p>a</p>')).toBe(
			`:root{--tumpal:url("data:image/svg+xml,%3Csvg a='}'/%3E")}p{top:0}`,
		);
	});

	it('knows the names of drawings by small letters', () => {
		expect(left('linearGradient{top:0}', '<svg><linearGradient/></svg>')).toBe('linearGradient{top:0}');
	});
});

const noscript = '<noscript><style>p{display:block}</style></noscript>';
const page = (head: string, end = '') =>
	`<html><head>${noscript}${head}</head><body><p>a</p>${end}</body></html>`;
const link = (name: string) => `<link href="../_app/${name}" rel="stylesheet">`;
const sheets: Readonly<Record<string, string>> = {
	'../_app/a.css': 'p{top:0}.lain{top:1px}',
	'../_app/b.css': 'p{top:2px}p:hover{top:3px}',
};
const read = (address: string) => sheets[address] ?? null;

describe('the place of the styles', () => {
	it('puts its own styles into the head and the whole sheet at the end', () => {
		expect(withFirstStyles(page(`\n\t${link('a.css')}`), read)).toBe(
			page('<style>p{top:0}</style>', `${link('a.css')}\n\t`),
		);
	});

	it('does so with every sheet that the page names, in their order', () => {
		expect(withFirstStyles(page(link('a.css') + link('b.css')), read)).toBe(
			page('<style>p{top:0}p{top:2px}</style>', `${link('a.css')}\n\t${link('b.css')}\n\t`),
		);
	});

	it('leaves a page alone that names no sheet, or one that is not there', () => {
		for (const other of [page(''), page(link('a.css') + link('c.css'))])
			expect(withFirstStyles(other, read)).toBe(other);
	});

	it('takes a sheet apart once', () => {
		const first = withFirstStyles(page(link('a.css')), read);
		const none = (): never => {
			throw new Error('read again');
		};
		expect(withFirstStyles(page(link('a.css')), none)).toBe(first);
	});
});

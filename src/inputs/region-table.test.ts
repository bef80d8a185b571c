/** A region sheet and the tables pasted into it: the Bintan paper's, its usual forms, and nonsense. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste } from '#files/read-paste.ts';
import { bpsSectors } from './bps-sectors.ts';
import { basesClash, emptyRegion, regionContent, type RegionContent } from './region-content.ts';
import { withNextYear, withoutYear, withSectorNames, withYears } from './region-edits.ts';
import { regionSample } from './region-samples.ts';
import { matchSectors, sectorName } from './region-sector-match.ts';
import { readRegionTable, type RegionPart, type RegionReading } from './region-table.ts';

function read(text: string, part: RegionPart = 'region', into: RegionContent = emptyRegion()): RegionReading {
	const outcome = readPaste({ text });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	const reading = readRegionTable(outcome.value, into, part);
	if (typeof reading === 'string') throw new Error(reading);
	return reading;
}

const sample = regionSample('bintan', 'id') ?? emptyRegion();
/** Table 1 of the paper as printed. */
const bintan = [
	'Tabel 1. PDRB Kabupaten Bintan atas dasar harga konstan menurut lapangan usaha, 2020-2022 (juta rupiah)',
	'Lapangan usaha\tPDRB atas dasar harga berlaku\t\t',
	'\t2020\t2021\t2022',
	...sample.sectors.map(({ name, region }) => [name, ...region].join('\t')),
	['Jumlah', ...sample.years.map(({ total }) => total)].join('\t'),
].join('\n');

describe('the table of Bintan', () => {
	it('is read with its sectors, years, totals, unit and name', () => {
		const { content, sectors, years, totals } = read(bintan);
		expect(sectors).toBe(17);
		expect(years).toEqual(['2020', '2021', '2022']);
		expect(totals).toBe(true);
		expect(content.sectors).toEqual(sample.sectors);
		expect(content.years).toEqual(sample.years);
		expect(content).toMatchObject({ region: 'Kabupaten Bintan', unit: 'juta rupiah' });
	});

	it('leaves the prices open where caption and headings disagree', () => {
		const { content } = read(bintan);
		expect(content).toMatchObject({ basis: '', captionBasis: 'constant', headingBasis: 'current' });
		expect(basesClash(content)).toBe(true);
		const agreed = read(bintan.replace('harga konstan', 'harga berlaku')).content;
		expect(agreed).toMatchObject({ basis: 'ADHB', captionBasis: 'current', headingBasis: 'current' });
		expect(basesClash(agreed)).toBe(false);
	});

	it('is read the same with years below one another', () => {
		const turned = [
			['Tahun', ...sample.sectors.map(({ name }) => name.replaceAll(',', ' ')), 'Jumlah'],
			...sample.years.map(({ label, total }, year) => [
				label,
				...sample.sectors.map(({ region }) => region[year] ?? ''),
				total,
			]),
		];
		const { content, sectors } = read(turned.map((row) => row.join('\t')).join('\n'));
		expect(sectors).toBe(17);
		expect(content.sectors.map(({ region }) => region)).toEqual(sample.sectors.map(({ region }) => region));
	});

	it('is read without a row of totals, and with a single year', () => {
		const rows = bintan.split('\n').filter((line) => !line.startsWith('Jumlah'));
		expect(read(rows.join('\n'))).toMatchObject({ sectors: 17, totals: false });
		const one = ['Sektor\t2022', 'A. Pertanian\t1.654.688,20', 'B. Pertambangan\t814.289,80'].join('\n');
		expect(read(one)).toMatchObject({ sectors: 2, years: ['2022'] });
		expect(read(one).content.sectors.map(({ name }) => name)).toEqual(['Pertanian', 'Pertambangan']);
	});
});

describe('a reference pasted beside it', () => {
	const rows = sample.sectors.map(
		({ name }, index) => `${index + 1}. ${name}\t${index + 1}00,5\t${index + 2}00,5`,
	);
	const reference = [
		'PDRB Provinsi Kepulauan Riau atas dasar harga berlaku',
		'Sektor\t2022\t2020',
		...rows.toReversed(),
	];

	it('goes to the sectors by name and to the years by label', () => {
		const { content, sectors, unmatched } = read(reference.join('\n'), 'reference', sample);
		expect(sectors).toBe(17);
		expect(unmatched).toEqual([]);
		expect(content.reference).toBe('Provinsi Kepulauan Riau');
		expect(content.sectors[0]).toMatchObject({
			region: sample.sectors[0]?.region,
			reference: ['200,5', '', '100,5'],
		});
		expect(content.basis).toBe(sample.basis);
	});

	it('says what has no match', () => {
		const other = read([...reference, '18. Peternakan Naga\t1,5\t2,5'].join('\n'), 'reference', sample);
		expect(other.unmatched).toEqual(['Peternakan Naga']);
		const late = read(reference.join('\n').replace('2022', '2023'), 'reference', sample);
		expect(late.otherYears).toEqual(['2023']);
	});

	it('stays when the table of the region is pasted again', () => {
		const both = read(reference.join('\n'), 'reference', sample).content;
		expect(read(bintan, 'region', both).content.sectors[3]?.reference).toEqual(both.sectors[3]?.reference);
	});

	it('may come first', () => {
		const first = read(reference.join('\n'), 'reference').content;
		expect(first.sectors).toHaveLength(17);
		expect(first.years.map(({ label }) => label)).toEqual(['2022', '2020']);
		const then = read(bintan, 'region', first).content;
		expect(then.sectors[0]).toMatchObject({
			region: sample.sectors[0]?.region,
			reference: ['200,5', '', '100,5'],
		});
	});
});

describe('other tables', () => {
	it('takes constant prices where both stand side by side', () => {
		const both = [
			'Lapangan usaha\tHarga berlaku\t\tHarga konstan 2010\t',
			'\t2021\t2022\t2021\t2022',
			'Pertanian\t110,5\t121,5\t100,5\t101,5',
			'Industri\t220,5\t242,5\t200,5\t203,5',
			'Jumlah\t331,0\t364,0\t301,0\t305,0',
		].join('\n');
		const { content, currentLeft } = read(both);
		expect(currentLeft).toBe(2);
		expect(content.basis).toBe('ADHK');
		expect(content.sectors[0]?.region).toEqual(['100,5', '101,5']);
		expect(content.years.map(({ total }) => total)).toEqual(['301,0', '305,0']);
	});

	it('refuses percentages, and text without a table', () => {
		const shares = [
			'Distribusi persentase PDRB',
			'Sektor\t2021\t2022',
			'Pertanian\t40,5\t41,5',
			'Industri\t59,5\t58,5',
		];
		const outcome = readPaste({ text: shares.join('\n') });
		expect(outcome.ok && readRegionTable(outcome.value, emptyRegion(), 'region')).toBe('rates');
		const prose = readPaste({ text: 'Nama\tAlamat\nBudi\tBintan\nSiti\tSerang' });
		expect(prose.ok && readRegionTable(prose.value, emptyRegion(), 'region')).toBe('none');
	});

	it('knows a sector by its name without code, translation and typing mistakes', () => {
		expect(sectorName('R,S,T,U. Jasa Lainnya/Other Services')).toBe('Jasa Lainnya');
		expect(sectorName('12 Real Estat/Real Estate Activities')).toBe('Real Estat');
		const names = bpsSectors.map(({ id }) => id);
		expect(matchSectors(names, ['Industri Pengolhan', 'Jasa Kesehatan & Kegiatan Sosial', 'Entah'])).toEqual([
			2,
			15,
			null,
		]);
		expect(matchSectors(names, names)).toEqual(names.map((_, index) => index));
	});
});

describe('the sheet', () => {
	it('reads itself back, and any nonsense as a sheet or null', () => {
		expect(regionContent.read(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (any, years, sectors) => {
				for (const value of [any, { years, sectors }, { years: [years], sectors: [sectors], basis: any }]) {
					const content = regionContent.read(value);
					if (content === null) continue;
					expect(content.sectors.length).toBeLessThanOrEqual(80);
					expect(regionContent.read(JSON.parse(JSON.stringify(content)))).toEqual(content);
				}
			}),
		);
	});

	it('is blank until something is typed, and is called by its region', () => {
		expect(regionContent.blank(emptyRegion())).toBe(true);
		expect(regionContent.blank(sample)).toBe(false);
		expect(regionContent.title({ ...sample, title: ' ' })).toBe('Kabupaten Bintan');
		expect(regionSample('lain', 'id')).toBeNull();
	});

	it('takes years away with their figures, and adds the next one', () => {
		const less = withoutYear(sample, 1);
		expect(less.years.map(({ label }) => label)).toEqual(['2020', '2022']);
		expect(less.sectors[0]?.region).toEqual(['1.430.744,00', '1.654.688,20']);
		expect(withNextYear(sample).years.at(-1)?.label).toBe('2023');
		const chosen = { ...sample, from: '2021' };
		const renamed = chosen.years.map((year) => (year.label === '2021' ? { ...year, label: '2021*' } : year));
		expect(withYears(chosen, renamed).from).toBe('2021*');
	});

	it('fills in the names of sectors without losing figures', () => {
		const names = bpsSectors.map(({ id }) => id);
		expect(withSectorNames(emptyRegion(), names).sectors.map(({ name }) => name)).toEqual(names);
		const typed = { ...emptyRegion(), sectors: [{ name: '', region: ['5'], reference: [] }] };
		expect(withSectorNames(typed, names).sectors).toHaveLength(18);
		expect(withSectorNames(typed, names).sectors[0]?.region).toEqual(['5']);
	});
});

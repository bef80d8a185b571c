/** Charts of a decision. Goldens are the eye's work, once: SENTRA_GOLDENS=write rewrites them and the diff is the review. */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionBars, contributionSegments, type ContributionBarsInput } from './contribution-bars.ts';
import { directionPlane } from './direction-plane.ts';
import { standaloneSvg } from './standalone.ts';
import type { Drawing } from './svg.ts';
import { thresholdBars } from './threshold-bars.ts';

const folder = new URL('./goldens/', import.meta.url);
const noData = 'Tidak ada data';
const words = {
	title: 'Pakan ternak unggul',
	subtitle: 'Indeks terbobot',
	foot: 'Sumber: naskah serabi Sumenep.',
};

function expectGoldens(name: string, drawing: Drawing): void {
	for (const [form, svg] of Object.entries({ wide: drawing.wide, narrow: drawing.narrow })) {
		const file = new URL(`${name}-${form}.svg`, folder);
		const alone = standaloneSvg(svg, words);
		if (process.env['SENTRA_GOLDENS'] === 'write') writeFileSync(file, alone);
		expect(alone).toBe(readFileSync(file, 'utf8'));
	}
}

const row = (label: string, values: readonly number[], strong = false) => ({
	label,
	values: values.map((value) => ({ value, text: value.toFixed(1).replace('.', ',') })),
	totalText: values
		.reduce((sum, value) => sum + value, 0)
		.toFixed(2)
		.replace('.', ','),
	strong,
});
// Serabi paper, Table 1 under 0.30, 0.40, 0.30.
const serabi: ContributionBarsInput = {
	parts: [
		{ label: 'Teknis', colour: 'untung' },
		{ label: 'Ekonomi', colour: 'input' },
		{ label: 'Lingkungan', colour: 'kerja' },
	],
	rows: [
		row('Pakan ternak', [30, 35.185, 30], true),
		row('Pupuk organik', [25.556, 38.889, 28.333]),
		row('Briket', [16.166, 32.592, 18.333]),
		row('Nata de coco', [16.333, 32.592, 11.502]),
	],
	alt: 'Pakan ternak 95,19; pupuk organik 92,78.',
	noData,
};
const below: ContributionBarsInput = {
	...serabi,
	rows: [row('Satu', [20, -5, 10]), row('Dua yang namanya panjang sekali', [4, 6, -12])],
};

describe('the charts of a decision', () => {
	it('stack what each score is made of', () => {
		expectGoldens('contributions-serabi', contributionBars(serabi));
		expectGoldens('contributions-below', contributionBars(below));
	});

	it('cut the track of a weight where another takes over', () => {
		const zone = (to: number, winner: string, cutText = '', current = false) => ({
			to,
			winner,
			cutText,
			current,
		});
		expectGoldens(
			'thresholds-serabi',
			thresholdBars({
				bars: [
					{
						label: 'Ekonomi',
						zones: [zone(0.524, 'Pakan ternak', '', true), zone(1, 'Pupuk organik', '≥ 52,4 %')],
						now: 0.4,
						nowText: 'sekarang 40 %',
					},
					{
						label: 'Teknis',
						zones: [zone(0.164, 'Pupuk organik'), zone(1, 'Pakan ternak', '≤ 16,4 %', true)],
						now: 0.3,
						nowText: 'sekarang 30 %',
					},
					{
						label: 'Lingkungan',
						zones: [zone(1, 'Pakan ternak', '', true)],
						now: 0.3,
						nowText: 'sekarang 30 %',
					},
				],
				zeroText: '0',
				wholeText: '100 %',
				alt: 'Pupuk organik menang bila Ekonomi 52,4 % atau lebih.',
				noData,
			}),
		);
	});

	it('put alternatives, criteria and weights on one plane', () => {
		expectGoldens(
			'plane-serabi',
			directionPlane({
				points: [
					{ label: 'Pakan ternak', x: 2.05, y: 0.9, strong: true },
					{ label: 'Nata de coco', x: -1.91, y: 0.03 },
					{ label: 'Briket', x: -1.91, y: 0.03 },
					{ label: 'Pupuk organik', x: 1.78, y: -0.97 },
				],
				directions: [
					{ label: 'Jumlah bahan baku', x: 0.19, y: 0.69 },
					{ label: 'Biaya', x: 0.34, y: -0.41 },
					{ label: 'Keuntungan', x: -0.35, y: 0.05 },
				],
				pull: { label: 'bobot', x: 0.24, y: 0.03 },
				alt: 'Bobot menarik ke arah pakan ternak.',
				noData,
			}),
		);
	});

	it('say that there is nothing where nothing is', () => {
		for (const drawing of [
			contributionBars({ ...serabi, rows: [] }),
			thresholdBars({ bars: [], zeroText: '0', wholeText: '1', alt: '', noData }),
			directionPlane({ points: [], directions: [], pull: { label: '', x: 0, y: 0 }, alt: '', noData }),
		])
			expect(drawing.wide).toContain(noData);
	});

	it('keep parts in proportion: the largest value reaches 1, those below zero lie left of it', () => {
		const [first, second] = contributionSegments(below);
		expect(first?.map(({ from, to }) => Math.abs(to - from))).toEqual([1, 0.25, 0.5]);
		expect(second?.[2]?.from).toBeLessThan(0);
		expect(second?.[2]?.to).toBe(0);
	});
});

describe('for any numbers and names', () => {
	const value = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1e308, -1e308, Infinity, NaN));
	const sound = ({ wide, narrow }: Drawing) => !/NaN|Infinity|undefined/.test(wide + narrow);

	it('no drawing holds what is no number', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 4 }),
				value,
				(rows, now) => {
					const bars = contributionBars({
						...serabi,
						rows: rows.map((values) => ({
							label: 'A',
							values: values.map((one) => ({ value: one, text: '1' })),
							totalText: '1',
						})),
					});
					const tracks = thresholdBars({
						bars: rows.map(([cut = 0]) => ({
							label: 'A',
							zones: [
								{ to: cut, winner: 'A', cutText: '', current: true },
								{ to: 1, winner: 'B', cutText: '≥', current: false },
							],
							now,
							nowText: '1',
						})),
						zeroText: '0',
						wholeText: '1',
						alt: '',
						noData,
					});
					const points = rows.map(([x = 0, y = 0]) => ({ label: 'A', x, y }));
					const plane = directionPlane({
						points,
						directions: points,
						pull: { label: 'B', x: now, y: 1 },
						alt: '',
						noData,
					});
					return sound(bars) && sound(tracks) && sound(plane);
				},
			),
			{ numRuns: 150 },
		);
	});
});

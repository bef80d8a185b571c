/** The steps of saturation, as they were seen and accepted; SENTRA_GOLDENS=write rewrites them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saturationCurve, type SaturationCurveInput } from './saturation-curve.ts';
import { standaloneSvg, svgSize } from './standalone.ts';

const folder = new URL('./goldens/', import.meta.url);
const words = {
	topText: '4',
	zeroText: '0',
	axisText: 'Wawancara ke-',
	alt: 'Grafik tangga: 4 kode muncul dalam 6 wawancara.',
	noData: 'Belum ada wawancara bertanda',
};

const stepsOf = (fresh: readonly number[]): SaturationCurveInput['steps'] =>
	fresh.map((count, place) => ({
		label: String(place + 1),
		seen: fresh.slice(0, place + 1).reduce((sum, one) => sum + one, 0),
		fresh: count,
		freshText: count > 0 ? `+${count}` : '',
	}));

describe('the saturation curve', () => {
	it('looks as it was seen and accepted', () => {
		const drawing = saturationCurve({ ...words, steps: stepsOf([3, 0, 1, 0, 0, 0]) });
		for (const form of ['wide', 'narrow'] as const) {
			const file = new URL(`saturation-curve-${form}.svg`, folder);
			const svg = standaloneSvg(drawing[form], {
				title: 'Jenuh sesudah wawancara ke-4',
				subtitle: 'Jumlah kode yang sudah muncul',
				foot: 'n = 6 wawancara.',
			});
			if (process.env['SENTRA_GOLDENS'] === 'write') {
				mkdirSync(folder, { recursive: true });
				writeFileSync(file, svg);
			}
			expect(svg).toBe(readFileSync(file, 'utf8'));
		}
	});
	it('marks only what is new, and leaves a long row of labels readable', () => {
		const one = saturationCurve({ ...words, steps: stepsOf([2, 0, 1]) }).wide;
		expect(one.match(/f-untung/g)).toHaveLength(2);
		expect(one).toContain('>+2</text>');
		const many = saturationCurve({ ...words, steps: stepsOf(Array.from({ length: 60 }, () => 1)) }).narrow;
		expect((many.match(/class="kt"/g) ?? []).length).toBeLessThan(30);
		expect(many).toContain('>1</text>');
	});
	it('says in words that there is nothing to draw', () => {
		expect(saturationCurve({ ...words, steps: [] }).narrow).toContain(words.noData);
	});
	it('never leaves its box, for any numbers and texts', () => {
		const number = fc.oneof(fc.double(), fc.constantFrom(0, Number.MAX_VALUE, -1));
		const any = fc.string({ unit: 'binary', maxLength: 20 });
		const steps = fc.array(fc.record({ label: any, seen: number, fresh: number, freshText: any }), {
			maxLength: 60,
		});
		fc.assert(
			fc.property(steps, any, (made, text) => {
				for (const svg of Object.values(
					saturationCurve({ ...words, topText: text, alt: text, steps: made }),
				)) {
					const box = svgSize(svg);
					for (const [, value] of svg.matchAll(/ (?:x|y|width|height|d|viewBox)="([^"]*)"/g))
						expect(value).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
					for (const [, x, width] of svg.matchAll(/<rect x="([^"]*)" y="[^"]*" width="([^"]*)"/g))
						expect(Number(x) + Number(width)).toBeLessThanOrEqual(box.width + 0.2);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

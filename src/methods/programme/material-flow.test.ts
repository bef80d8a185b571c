import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesFrom, materialFlow, type MaterialFlowInput } from './material-flow.ts';

// Kalanganyar: 20-30 kg wet scales a day, drying yield and shares not weighed.
const kalanganyar: MaterialFlowInput = {
	supplies: [{ to: 'wet', amount: [20, 30] }],
	processes: [{ from: 'wet', to: 'dry', takes: null, yield: null, drying: true }],
	uses: [{ from: 'wet', amount: null }],
};

const lineOf = (input: MaterialFlowInput, material: string) =>
	materialFlow(input).lines.find((line) => line.material === material);

describe('flow of materials', () => {
	it('leaves everything as rest while nobody weighed who takes it, and invents no drying yield', () => {
		expect(lineOf(kalanganyar, 'wet')).toMatchObject({ incoming: [20, 30], rest: [20, 30], unknownOut: 2 });
		expect(lineOf(kalanganyar, 'dry')).toMatchObject({ incoming: null, reachable: null, missingYields: [0] });
	});

	it('reaches 8 to 12 kg dry and 1.6 to 2.4 batches when 0.4 kg stays of 1 kg', () => {
		const dried = {
			...kalanganyar,
			processes: [{ from: 'wet', to: 'dry', takes: null, yield: 0.4, drying: true }],
		};
		const dry = lineOf(dried, 'dry');
		expect(dry?.reachable).toEqual([8, 12]);
		const made = batchesFrom([8, 12], { need: 5, output: 140, income: 100_000 });
		expect(made?.batches[0]).toBeCloseTo(1.6, 12);
		expect(made?.output?.[1]).toBeCloseTo(336, 9);
		expect(made?.income?.[1]).toBeCloseTo(240_000, 6);
	});

	it('takes what a process takes now out of one material and puts its yield into the next', () => {
		const input: MaterialFlowInput = {
			supplies: [{ to: 'wet', amount: [20, 30] }],
			processes: [{ from: 'wet', to: 'dry', takes: 10, yield: 0.4, drying: true }],
			uses: [{ from: 'dry', amount: 5 }],
		};
		expect(lineOf(input, 'wet')).toMatchObject({ outgoing: [10, 10], rest: [10, 20], short: 'no' });
		expect(lineOf(input, 'dry')).toMatchObject({
			incoming: [4, 4],
			outgoing: [5, 5],
			rest: [-1, -1],
			short: 'always',
		});
	});

	it('tells a sure shortage from one on a bad day', () => {
		const taking = (amount: number): MaterialFlowInput => ({
			supplies: [{ to: 'wet', amount: [20, 30] }],
			processes: [],
			uses: [{ from: 'wet', amount }],
		});
		expect([20, 25, 31].map((amount) => lineOf(taking(amount), 'wet')?.short)).toEqual([
			'no',
			'maybe',
			'always',
		]);
	});

	it('names drying that adds mass and a circle, and answers neither with figures', () => {
		const more = materialFlow({
			...kalanganyar,
			processes: [{ from: 'wet', to: 'dry', takes: 10, yield: 1.2, drying: true }],
		});
		expect(more.dryingAddsMass).toEqual([0]);
		expect(more.made).toEqual([null]);
		const circle = materialFlow({
			supplies: [],
			processes: [
				{ from: 'a', to: 'b', takes: 1, yield: 1 },
				{ from: 'b', to: 'a', takes: 1, yield: 1 },
			],
			uses: [],
		});
		expect(circle).toMatchObject({ circleAt: 0, lines: [] });
	});

	it('keeps incoming - outgoing = rest and never answers a number that is none', () => {
		const amount = fc.option(
			fc.oneof(
				fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
				fc.tuple(fc.nat(1000), fc.nat(1000)).map(([low, more]) => [low, low + more] as const),
			),
		);
		const name = fc.constantFrom('a', 'b', 'c', 'd');
		fc.assert(
			fc.property(
				fc.array(fc.record({ to: name, amount }), { maxLength: 5 }),
				fc.array(fc.record({ from: name, to: name, takes: amount, yield: amount, drying: fc.boolean() }), {
					maxLength: 5,
				}),
				fc.array(fc.record({ from: name, amount }), { maxLength: 5 }),
				(supplies, processes, uses) => {
					const { lines, made } = materialFlow({ supplies, processes, uses });
					for (const { incoming, outgoing, rest, reachable } of lines) {
						const all = [incoming, outgoing, rest, reachable].flatMap((pair) => pair ?? []);
						expect(all.every(Number.isFinite)).toBe(true);
						if (incoming && rest) {
							expect(rest[0]).toBe(incoming[0] - outgoing[1]);
							expect(rest[1]).toBe(incoming[1] - outgoing[0]);
						}
					}
					expect(made.flatMap((pair) => pair ?? []).every(Number.isFinite)).toBe(true);
				},
			),
		);
	});
});

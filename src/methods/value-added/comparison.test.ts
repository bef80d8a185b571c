import { describe, expect, it } from 'vitest';
import { valueAddedComparison } from './comparison.ts';
import type { ComparedProduct, ComparisonInput, ComparisonMeasure } from './comparison.ts';
import milk from './hayami.cases.json' with { type: 'json' };
import type { HayamiInput } from './hayami.ts';

/** Fresh milk, Musuk, Boyolali, Table 1: cheese by the day of 8 hours, everything else by the hour. */
const products: ComparedProduct[] = milk
	.filter(({ name }) => name.endsWith('(milk)'))
	.map(({ name, inputs }) => ({
		name: name.replace(' (milk)', ''),
		input: { ...(inputs as HayamiInput), labourHours: name.startsWith('Keju') ? 8 : 1 },
	}));

const compare = (list: readonly ComparedProduct[], more: Partial<ComparisonInput> = {}) =>
	valueAddedComparison.compute({ products: list, ...more });

const leader = (list: readonly ComparedProduct[], measure: ComparisonMeasure) =>
	compare(list).result?.winners.find((winner) => winner.measure === measure)?.names;

describe('the six milk products', () => {
	it('earn per person-day of 8 hours what the hours say, which moves cheese from last to second', () => {
		const rows = compare(products).result?.rows ?? [];
		const perHok = Object.fromEntries(rows.map(({ name, values }) => [name, values.valueAddedPerHok]));
		expect(perHok).toEqual({
			Kefir: expect.closeTo(606400, 6),
			Keju: expect.closeTo(296500, 6),
			Yogurt: expect.closeTo(126400, 6),
			'Ice cream': expect.closeTo(116784, 6),
			'Susu pasteurisasi': expect.closeTo(98992, 6),
			'Stik susu': expect.closeTo(70864, 6),
		});
		const cheese = rows.find(({ name }) => name === 'Keju');
		expect([cheese?.ranks.valueAdded, cheese?.ranks.valueAddedPerHok]).toEqual([6, 2]);
	});

	it('are led by kefir per litre and by yogurt as a share of output value', () => {
		expect(leader(products, 'valueAdded')).toEqual(['Kefir']);
		expect(leader(products, 'valueAddedRatioPct')).toEqual(['Yogurt']);
		expect(compare(products).result?.disagreeing).toContain('valueAddedRatioPct');
		expect(compare(products).result?.disagreeing).not.toContain('profit');
	});

	it('come with the warnings of mixed scales and mixed labour units', () => {
		const { warnings } = compare(products);
		expect(warnings).toContainEqual({
			code: 'MIXED_SCALE',
			at: 'rawMaterial',
			params: { smallest: 1, largest: 1000, ratio: 1000 },
		});
		expect(warnings).toContainEqual(expect.objectContaining({ code: 'MIXED_LABOUR_UNITS', at: 'labour' }));
	});

	it('betray mixed labour units by wages eightfold apart when nobody says the hours', () => {
		const silent = products.map(({ name, input }) => ({ name, input: { ...input, labourHours: undefined } }));
		expect(compare(silent).warnings).toContainEqual(
			expect.objectContaining({ code: 'MIXED_LABOUR_UNITS', at: 'wage' }),
		);
		const said = products.map(({ name, input }) => ({
			name,
			input: { ...input, labourHours: undefined },
			labourUnit: name === 'Keju' ? 'HOK' : 'jam',
		}));
		expect(compare(said).result?.rows).toEqual(compare(products).result?.rows);
	});
});

describe('comparing products', () => {
	const plain = (name: string, otherInputs: number, more: object = {}): ComparedProduct => ({
		name,
		input: {
			output: 1,
			rawMaterial: 1,
			labour: 1,
			outputPrice: 25000,
			wage: 6250,
			rawMaterialPrice: 4200,
			otherInputs,
		},
		...more,
	});

	it('calls figures that print the same a tie', () => {
		const { result } = compare([plain('a', 5000), plain('b', 5000.001), plain('c', 6000)]);
		expect(result?.rows.map(({ ranks }) => ranks.valueAdded)).toEqual([1, 1, 3]);
		expect(result?.winners[0]).toMatchObject({ names: ['a', 'b'], tie: true });
	});

	it('permutes with its products', () => {
		const rows = compare(products).result?.rows ?? [];
		const turned = compare([...products].reverse()).result?.rows ?? [];
		expect([...turned].reverse()).toEqual(rows);
	});

	it('does not rank a product whose value added is only an upper bound', () => {
		const bounded = plain('b', 0);
		const answer = compare([
			plain('a', 5000),
			{ ...bounded, input: { ...bounded.input, otherInputs: null } },
		]);
		expect(answer.result?.rows[1]?.ranks.valueAdded).toBeNull();
		expect(answer.warnings).toContainEqual({
			code: 'VALUE_ADDED_UPPER_BOUND',
			at: 'products[1]',
			params: { name: 'b' },
		});
	});

	it('earns per month what the process earns times the processes', () => {
		const { result } = compare([plain('a', 5000, { processesPerMonth: 20 })]);
		expect(result?.rows[0]?.values.profitPerMonth).toBeCloseTo(9550 * 20, 6);
	});

	it('says nothing of scale when batches are within twentyfold', () => {
		const larger = plain('b', 5000);
		const twenty = { ...larger, input: { ...larger.input, rawMaterial: 20 } };
		expect(compare([plain('a', 5000), twenty]).warnings).toEqual([]);
	});

	it('refuses with the place of the product that is wrong', () => {
		const wrong = plain('b', -1);
		expect(compare([plain('a', 1), wrong])).toMatchObject({
			status: 'invalid-input',
			reason: 'NEGATIVE',
			at: 'products[1].input.otherInputs',
		});
		expect(compare([])).toMatchObject({ status: 'missing-input', at: 'products' });
	});
});

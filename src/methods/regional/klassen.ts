/** Klassen typology: growth against the reference's growth, and share (or income per head) against the reference's. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { amount, anyNumber, listOf, record, required, text } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { fieldFault, priceFields, priceWarnings, stampOf } from './regional-input.ts';
import type { PriceStamp, PriceStated } from './regional-input.ts';

export interface KlassenInput extends PriceStated {
	/** Sectors (level = share in percent, or LQ) or regions (level = income per head). */
	readonly items: readonly {
		readonly name?: string;
		readonly growthPct: number;
		readonly level: number;
		/** The same sector in the reference, when it is compared with its own kind. */
		readonly referenceGrowthPct?: number | null;
		readonly referenceLevel?: number | null;
	}[];
	/** For items that state none of their own: the whole reference. */
	readonly referenceGrowthPct?: number | null;
	readonly referenceLevel?: number | null;
}

export type KlassenClass =
	'advanced-growing' | 'advanced-pressed' | 'developing-fast' | 'lagging' | 'on-the-line';

export interface KlassenResult {
	readonly prices: PriceStamp;
	readonly items: readonly { readonly name: string; readonly class: KlassenClass }[];
}

const same = (left: number, right: number): boolean =>
	Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));

/** The named class. Numbers II and III are swapped between authors, so there are none. */
function klassenClass(
	growth: number,
	level: number,
	referenceGrowth: number,
	referenceLevel: number,
): KlassenClass {
	if (same(growth, referenceGrowth) || same(level, referenceLevel)) return 'on-the-line';
	if (growth > referenceGrowth) return level > referenceLevel ? 'advanced-growing' : 'developing-fast';
	return level > referenceLevel ? 'advanced-pressed' : 'lagging';
}

const fields = {
	...priceFields,
	items: required(
		listOf(
			record({
				name: text,
				growthPct: required(anyNumber),
				level: required(amount),
				referenceGrowthPct: anyNumber,
				referenceLevel: amount,
			}),
			5_000,
		),
	),
	referenceGrowthPct: anyNumber,
	referenceLevel: amount,
};

function compute(input: KlassenInput): MethodResult<KlassenResult> {
	const wrong = fieldFault(input, fields);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	if (input.items.length === 0) return refused('missing-input', 'MISSING_INPUT', 'items');
	for (const key of ['referenceGrowthPct', 'referenceLevel'] as const)
		if (input[key] == null && input.items.some((item) => item[key] == null))
			return refused('missing-input', 'MISSING_INPUT', key);
	const items = input.items.map((item) => {
		const growth = (item.referenceGrowthPct ?? input.referenceGrowthPct) as number;
		const level = (item.referenceLevel ?? input.referenceLevel) as number;
		return { name: item.name ?? '', class: klassenClass(item.growthPct, item.level, growth, level) };
	});
	const steps = input.items.slice(0, LONGEST_TRACE).map((item, i) =>
		plainStep({
			id: `items[${i}].growthPct`,
			value: item.growthPct,
			unit: '%',
			formula: `${items[i]?.class}: growth against referenceGrowth, level against referenceLevel`,
			inputs: {
				referenceGrowthPct: item.referenceGrowthPct ?? input.referenceGrowthPct,
				level: item.level,
				referenceLevel: item.referenceLevel ?? input.referenceLevel,
			},
		}),
	);
	return { status: 'ok', result: { prices: stampOf(input), items }, steps, warnings: priceWarnings(input) };
}

/** Four named classes; an item equal to the reference in either measure is `on-the-line`, in no class. */
export const klassen = method<KlassenInput, KlassenResult>({
	id: 'klassen',
	version: 1,
	formula: 'class = sign(growth - referenceGrowth), sign(level - referenceLevel)',
	unit: 'class by name',
	source:
		'Klassen, L. H. (1965), Area Economic and Social Redevelopment, OECD; Sjafrizal (1997), Prisma 3, 27-38.',
	variants: {
		'items: sectors':
			'level is the share (or LQ against 1); referenceGrowthPct the same sector in the reference or its total',
		'items: regions': 'level is income per head',
		'advanced-growing': 'maju dan tumbuh pesat',
		'advanced-pressed': 'maju tapi tertekan',
		'developing-fast': 'potensial, berkembang cepat',
		lagging: 'relatif tertinggal',
	},
	example: {
		priceBasis: 'ADHK',
		baseYear: 2010,
		items: [
			{ name: 'A', growthPct: 6, level: 60 },
			{ name: 'B', growthPct: 4, level: 60 },
			{ name: 'C', growthPct: 6, level: 40 },
			{ name: 'D', growthPct: 4, level: 40 },
		],
		referenceGrowthPct: 5,
		referenceLevel: 50,
	},
	compute,
});

/**
 * Several products of one process. `joint` adds all their revenue to row 10; `byproduct-credit` takes the by-products'
 * revenue off row 9 and keeps the ratios over the main output; `separate` splits raw material, labour and other
 * inputs over the products by mass or by sales value.
 */
import { hayamiFigures } from './hayami-figures.ts';
import type { HayamiFigures, HayamiPlainInput } from './hayami-figures.ts';
import type { HayamiInput, PricedQuantity } from './hayami-input.ts';

/** One product of the process: its own yield and its share of the output value. */
export interface HayamiOutput {
	readonly name: string;
	readonly byProduct: boolean;
	readonly quantity: number | null;
	readonly price: number | null;
	readonly conversionFactor: number | null;
	readonly revenue: number | null;
	readonly sharePct: number | null;
}

/** One product with its allocated part of raw material, labour and other inputs (`jointMode: 'separate'`). */
export interface HayamiSeparateProduct {
	readonly name: string;
	readonly allocatedPct: number | null;
	readonly figures: HayamiFigures;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const product = (left: number | null, right: number | null): number | null =>
	left === null || right === null ? null : finite(left * right);

const over = (part: number | null, whole: number | null): number | null =>
	part === null || whole === null || whole <= 0 ? null : finite(part / whole);

interface Item {
	readonly name: string;
	readonly quantity: number | null;
	readonly price: number | null;
	readonly byProduct: boolean;
}

const items = (list: readonly PricedQuantity[] | undefined, byProduct: boolean): Item[] =>
	(list ?? []).map(({ name, quantity, price }) => ({
		name: name ?? '',
		quantity: quantity ?? null,
		price: price ?? null,
		byProduct,
	}));

function total(list: readonly Item[], of: (item: Item) => number | null): number | null {
	let sum = 0;
	for (const item of list) {
		const part = of(item);
		if (part === null) return null;
		sum += part;
	}
	return finite(sum);
}

export interface JointOutputs {
	/** Row 1: the quantity all rows are worked out with. */
	readonly output: number | null;
	/** Row 6: with several products, their average price. */
	readonly outputPrice: number | null;
	/** Output of the main products per raw material, for figures counted per unit of output. */
	readonly mainConversionFactor: number | null;
	/** Rp per unit of raw material to take off row 9; null unless the mode is `byproduct-credit`. */
	readonly credit: number | null;
	readonly outputs: readonly HayamiOutput[];
	/** True when row 1 and row 6 were worked out from several products. */
	readonly combined: boolean;
}

/** The main products: `outputs` when listed, else the one of rows 1 and 6. */
function mainItems(input: HayamiInput): Item[] {
	const listed = items(input.outputs, false);
	if (listed.length > 0) return listed;
	return [
		{
			name: 'output',
			quantity: input.output ?? null,
			price: input.outputPrice ?? null,
			byProduct: false,
		},
	];
}

/** Rows 1 and 6, the credit of by-products, and every product with its yield and its share of the revenue. */
export function jointOutputs(input: HayamiInput): JointOutputs {
	const main = mainItems(input);
	const by = items(input.byProducts, true);
	const mode = input.jointMode ?? 'joint';
	const rawMaterial = input.rawMaterial ?? null;
	const counted = mode === 'byproduct-credit' ? main : [...main, ...by];
	const revenue = (item: Item) => product(item.quantity, item.price);
	const combined = counted.length > 1 || (input.outputs ?? []).length > 0;
	const output = total(counted, (item) => item.quantity);
	const allRevenue = total([...main, ...by], revenue);
	return {
		output,
		outputPrice: counted.length === 1 ? (counted[0]?.price ?? null) : over(total(counted, revenue), output),
		mainConversionFactor: over(
			total(main, (item) => item.quantity),
			rawMaterial,
		),
		credit: mode === 'byproduct-credit' ? over(total(by, revenue), rawMaterial) : null,
		outputs: [...main, ...by].map((item) => ({
			name: item.name,
			byProduct: item.byProduct,
			quantity: item.quantity,
			price: item.price,
			conversionFactor: over(item.quantity, rawMaterial),
			revenue: revenue(item),
			sharePct: product(over(revenue(item), allRevenue), 100),
		})),
		combined,
	};
}

/** Every product as a table of its own, with its allocated part of raw material and labour. */
export function separateProducts(
	input: HayamiInput,
	plain: HayamiPlainInput,
	outputs: readonly HayamiOutput[],
): HayamiSeparateProduct[] {
	const key = (output: HayamiOutput) => (input.allocationKey === 'mass' ? output.quantity : output.revenue);
	let whole: number | null = 0;
	for (const output of outputs) {
		const part = key(output);
		whole = whole === null || part === null ? null : finite(whole + part);
	}
	return outputs.map((output) => {
		const share = over(key(output), whole);
		return {
			name: output.name,
			allocatedPct: product(share, 100),
			figures: hayamiFigures({
				...plain,
				output: output.quantity,
				outputPrice: output.price,
				rawMaterial: product(plain.rawMaterial, share),
				labour: product(plain.labour, share),
			}),
		};
	});
}

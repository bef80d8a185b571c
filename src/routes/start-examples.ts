/**
 * The figures of the start page's examples. They are fixed so that the start page carries no method;
 * a test works them out again from the examples themselves.
 */
export const serabiExample = {
	outputValue: 7670,
	rawMaterial: 1700,
	otherInputs: 2187.22,
	labour: 1200,
	profit: 2582.78,
};

/** Value added of kefir and yogurt as the paper prints it and as its own rows give it. */
export const checkExample = {
	yogurt: { printed: 15800, recomputed: 15800 },
	kefir: { printed: 74800, recomputed: 75800 },
};

/** Value added per litre of milk and its share of the output value, the two highest of each. */
export const milkExample = {
	kefir: { valueAdded: 75800, ratioPct: 42.11 },
	yogurt: { valueAdded: 15800, ratioPct: 63.2 },
	iceCream: { valueAdded: 14598, ratioPct: 28.07 },
};

/** What the further examples say of themselves: options, partners' parts in rupiah, industries, kilograms, products. */
export const furtherExamples = {
	decision: { alternatives: 4 },
	sharing: { amount: 4_137_500, people: 36, each: 68_958 },
	region: { sectors: 17, from: '2020', to: '2022' },
	flow: { low: 20, high: 30 },
	tree: { products: 6 },
};

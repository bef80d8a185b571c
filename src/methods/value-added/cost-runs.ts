/**
 * How many processes a period has. Raw material and output each tell it (800 / 50 and 944 / 59); when they tell
 * different numbers a figure of the table is wrong, and nothing may be multiplied by either.
 */

export interface RunsInput {
	readonly products: readonly { readonly quantity: number }[];
	readonly processesPerPeriod?: number | null;
	readonly rawMaterialPerPeriod?: number | null;
	readonly rawMaterialPerProcess?: number | null;
	readonly outputPerPeriod?: number | null;
	readonly outputPerProcess?: number | null;
}

interface Reading {
	readonly id: 'processesPerPeriod' | 'fromRawMaterial' | 'fromOutput';
	readonly value: number;
	readonly formula: string;
	readonly inputs: readonly { id: string; value: number }[];
}

export interface Runs {
	/** Null when nothing tells it. */
	readonly value: number | null;
	readonly agree: boolean;
	readonly readings: readonly Reading[];
	readonly formula: string;
	readonly inputs: readonly { id: string; value: number | null }[];
}

function reading(
	id: Reading['id'],
	[wholeId, whole]: readonly [string, number | null | undefined],
	[partId, part]: readonly [string, number | null | undefined],
): Reading[] {
	if (whole == null || part == null) return [];
	const value = whole / part;
	if (!Number.isFinite(value) || value <= 0) return [];
	const inputs = [
		{ id: wholeId, value: whole },
		{ id: partId, value: part },
	];
	return [{ id, value, formula: `${wholeId} / ${partId}`, inputs }];
}

/** The processes of a period by every figure that tells them; `agree` is false when two of them differ. */
export function runsPerPeriod(input: RunsInput): Runs {
	const only = input.products.length === 1 ? input.products[0]?.quantity : null;
	const stated = input.processesPerPeriod ?? null;
	const readings: Reading[] = [
		...(stated === null
			? []
			: [{ id: 'processesPerPeriod' as const, value: stated, formula: '', inputs: [] }]),
		...reading(
			'fromRawMaterial',
			['rawMaterialPerPeriod', input.rawMaterialPerPeriod],
			['rawMaterialPerProcess', input.rawMaterialPerProcess],
		),
		...reading(
			'fromOutput',
			['outputPerPeriod', input.outputPerPeriod ?? only],
			['outputPerProcess', input.outputPerProcess],
		),
	];
	const [first] = readings;
	const agree = readings.every(
		({ value }) => first !== undefined && Math.abs(value - first.value) <= 1e-6 * first.value,
	);
	return {
		value: first?.value ?? null,
		agree,
		readings,
		formula: first?.formula ?? '',
		inputs: first?.inputs ?? [],
	};
}

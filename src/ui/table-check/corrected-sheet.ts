import type { ReadTables } from '#inputs/printed-tables.ts';
import {
	emptyProduct,
	emptySheet,
	mostProducts,
	sheetInputKeys,
	type SheetProduct,
	type ValueAddedSheet,
} from '#inputs/value-added-sheet.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import type { PrintedHayamiTable, PrintedProduct } from '#methods/table-check/printed.ts';
import { plainSpelling } from './reading-view.ts';

/** `kg` of `kg/proses`; the fallback when the table prints no unit or only an amount of money. */
function unitBefore(unit: string | undefined, fallback: string): string {
	const name = unit?.split('/')[0]?.replace(/[()]/g, '').trim() ?? '';
	return name === '' || /^(rp|%)/i.test(name) ? fallback : name;
}

function productOf(printed: PrintedProduct, table: PrintedHayamiTable, check: TableCheck): SheetProduct {
	const empty = emptyProduct();
	const cells = { ...empty.cells };
	for (const key of sheetInputKeys) {
		const corrected = check.findings.find(
			(one) =>
				one.table === table.name &&
				one.column === printed.name &&
				one.row === key &&
				one.verdict === 'differs',
		)?.expected;
		const value = corrected ?? printed.figures[key]?.value;
		// A recomputed amount is kept to the hundredth of a rupiah, as tables print it.
		if (value !== undefined)
			cells[key] = plainSpelling(corrected === undefined ? value : Math.round(value * 100) / 100);
	}
	return {
		...empty,
		name: printed.name,
		rawMaterialUnit: unitBefore(table.units.rawMaterial, empty.rawMaterialUnit),
		outputUnit: unitBefore(table.units.output, empty.outputUnit),
		labourUnit: unitBefore(table.units.labour, empty.labourUnit),
		cells,
	};
}

/**
 * The inputs of the checked tables as a worksheet: as printed, except for an input that does not follow from its own
 * cost table, which takes its recomputed value. The worksheet then works every other row out itself. Null without a
 * Hayami table.
 */
export function correctedSheet(read: ReadTables, check: TableCheck): ValueAddedSheet | null {
	const products = read.tables.hayami.flatMap((table) =>
		table.products.map((product) => productOf(product, table, check)),
	);
	if (products.length === 0) return null;
	return {
		...emptySheet(),
		title: read.tables.hayami[0]?.name ?? '',
		source: read.tables.title === 'paste' ? '' : read.tables.title,
		products: products.slice(0, mostProducts),
	};
}

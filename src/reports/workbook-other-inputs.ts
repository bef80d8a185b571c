/** The sheet of other inputs: cost lines with live totals, one block per product, the divisor printed in each. */
import type { OutCell, OutSheet } from '#files/spreadsheet.ts';
import { cellAddress } from '#inputs/grid.ts';
import { groupInScope } from '#methods/value-added/other-inputs.ts';
import type { OtherInputLine } from '#methods/value-added/hayami.ts';
import { m } from '#words/messages.js';
import { groupLabel, rowLabel, unitText, type Locale } from './row-label.ts';
import type { ProductAnswer } from './value-added-answers.ts';
import { absolute, dataCell, dataStart, onSheet, processesRow, type SheetNames } from './workbook-layout.ts';

const money = '#,##0.00';
const amount = '#,##0.####';

interface Line {
	readonly name: string;
	readonly group: string;
	readonly quantity: number | null;
	readonly unit: string;
	readonly unitPrice: number | null;
	readonly cost: number | null;
	readonly monthly: boolean;
	readonly counted: boolean;
}

/** Every line that makes up row 9: typed lines, further raw materials, and by-products taken off. */
function linesOf({ product, answer }: ProductAnswer, locale: Locale): Line[] {
	const scope = answer.result?.otherInputsScope ?? 'all-operating+depreciation';
	const typed = (product.input.otherInputLines ?? []).map((line: OtherInputLine): Line => {
		const counted = line.quantity != null && line.unitPrice != null ? line.quantity * line.unitPrice : null;
		return {
			name: line.name,
			group: groupLabel(line.group, locale),
			quantity: line.quantity ?? null,
			unit: line.unit ?? '',
			unitPrice: line.unitPrice ?? null,
			cost: line.cost ?? counted,
			monthly: line.per === 'month',
			counted: groupInScope(line.group, scope),
		};
	});
	const priced = (name: string, quantity: number, price: number, group: string): Line => ({
		name,
		group,
		quantity,
		unit: '',
		unitPrice: price,
		cost: quantity * price,
		monthly: false,
		counted: true,
	});
	const feeds = (product.input.otherRawMaterials ?? []).map((feed) =>
		priced(feed.name, feed.quantity, feed.price, groupLabel('raw-material', locale)),
	);
	const credited = product.input.jointMode === 'byproduct-credit' ? (product.input.byProducts ?? []) : [];
	const credits = credited.map((by) =>
		priced(by.name, by.quantity, -by.price, m.reports_token_by_products({}, { locale })),
	);
	return [...typed, ...feeds, ...credits];
}

interface OtherInputsSheet {
	readonly sheet: OutSheet;
	/** Per product: the cell of row 9, as other sheets name it; null when row 9 was typed as one figure. */
	readonly results: readonly (string | null)[];
}

function lineRow(
	line: Line,
	row: number,
	processes: { cell: string; count: number | null },
	locale: Locale,
): (OutCell | null)[] {
	const at = (column: number) => cellAddress(row, column);
	const computed =
		line.quantity !== null && line.unitPrice !== null && line.cost === line.quantity * line.unitPrice;
	const perProcess =
		line.cost === null
			? null
			: line.monthly
				? processes.count
					? line.cost / processes.count
					: null
				: line.cost;
	const known = (text: string) => `IF(${at(5)}="","",${text})`;
	return [
		{ value: line.name, style: 'text' },
		{ value: line.group, style: 'text' },
		{ value: line.quantity, style: 'input', format: amount },
		{ value: line.unit, style: 'text' },
		{ value: line.unitPrice, style: 'input', format: money },
		computed
			? { value: line.cost, formula: `${at(2)}*${at(4)}`, style: 'computed', format: money }
			: { value: line.cost, style: 'input', format: money },
		{
			value: perProcess ?? '',
			formula: line.monthly
				? `IF(COUNT(${at(5)},${processes.cell})=2,${at(5)}/${processes.cell},"")`
				: known(at(5)),
			style: 'computed',
			format: money,
		},
		{ value: line.counted ? m.reports_yes({}, { locale }) : m.reports_no({}, { locale }), style: 'input' },
	];
}

function productBlock(
	worked: ProductAnswer,
	product: number,
	start: number,
	names: SheetNames,
	locale: Locale,
): { rows: (OutCell | null)[][]; result: string | null } {
	const lines = linesOf(worked, locale);
	if (lines.length === 0 || (worked.product.input.otherInputLines ?? []).length === 0) {
		return { rows: [], result: null };
	}
	const head = (value: string): OutCell => ({ value, style: 'header' });
	const first = start + 2;
	const last = first + lines.length - 1;
	const range = (column: number) => `${cellAddress(first, column)}:${cellAddress(last, column)}`;
	const processes = {
		cell: onSheet(names.data, cellAddress(processesRow, dataStart.column + product)),
		count: worked.product.input.processesPerPeriod ?? null,
	};
	const raw = dataCell(names, 'rawMaterial', product);
	const other = worked.answer.result?.otherInputs ?? null;
	const rawMaterial = worked.product.input.rawMaterial;
	const total = sumCounted(lines, processes.count);
	const closing = (label: string, cell: OutCell, note: string): (OutCell | null)[] => [
		{ value: label, style: 'total' },
		null,
		null,
		null,
		null,
		null,
		cell,
		{ value: note, style: 'text' },
	];
	const yes = m.reports_yes({}, { locale });
	const [totalRow, rawRow] = [last + 1, last + 2];
	// Row 9 is not known while one counted line has no cost: an empty sum must not pass for 0.
	const complete = `COUNTIFS(${range(7)},"${yes}",${range(6)},"")=0`;
	const rows = [
		[{ value: worked.product.name, style: 'section' } as OutCell],
		[
			head(m.reports_head_cost({}, { locale })),
			head(m.reports_head_group({}, { locale })),
			head(m.reports_head_quantity({}, { locale })),
			head(m.reports_head_unit({}, { locale })),
			head(m.reports_head_price({}, { locale })),
			head(m.reports_head_total({}, { locale })),
			head(m.reports_unit_rupiah_per_process({}, { locale })),
			head(m.reports_head_counted({}, { locale })),
		],
		...lines.map((line, index) => lineRow(line, first + index, processes, locale)),
		closing(
			m.reports_sum({}, { locale }),
			{
				value: total ?? '',
				formula: `IF(${complete},SUMIF(${range(7)},"${yes}",${range(6)}),"")`,
				style: 'total',
				format: money,
			},
			'',
		),
		closing(
			m.reports_divided_by({}, { locale }),
			{ value: rawMaterial ?? '', formula: `IF(${raw}="","",${raw})`, style: 'computed', format: amount },
			worked.product.rawMaterialUnit,
		),
		closing(
			rowLabel('otherInputs', locale),
			{
				value: other ?? '',
				formula: `IF(COUNT(${cellAddress(totalRow, 6)},${cellAddress(rawRow, 6)})=2,IF(${cellAddress(rawRow, 6)}>0,${cellAddress(totalRow, 6)}/${cellAddress(rawRow, 6)},""),"")`,
				style: 'total',
				format: money,
			},
			unitText('otherInputs', worked.product, locale),
		),
	];
	return { rows, result: onSheet(names.otherInputs, absolute(last + 3, 6)) };
}

function sumCounted(lines: readonly Line[], processes: number | null): number | null {
	let total = 0;
	for (const line of lines.filter((candidate) => candidate.counted)) {
		if (line.cost === null || (line.monthly && processes === null)) return null;
		total += line.monthly ? line.cost / (processes as number) : line.cost;
	}
	return total;
}

/** The sheet and where each product's row 9 stands on it. */
export function otherInputsSheet(
	answers: readonly ProductAnswer[],
	names: SheetNames,
	locale: Locale,
): OtherInputsSheet {
	const rows: (OutCell | null)[][] = [[{ value: rowLabel('otherInputs', locale), style: 'title' }], []];
	const results = answers.map((worked, product) => {
		const block = productBlock(worked, product, rows.length, names, locale);
		rows.push(...block.rows, ...(block.rows.length > 0 ? [[]] : []));
		return block.result;
	});
	if (results.every((result) => result === null)) {
		rows.push([{ value: m.reports_scope_as_given({}, { locale }), style: 'note' }]);
	}
	return { sheet: { name: names.otherInputs, widths: [32, 20, 12, 12, 16, 16, 18, 14], rows }, results };
}

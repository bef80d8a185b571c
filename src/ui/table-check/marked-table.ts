import type { TableCheck } from '#methods/table-check/check-tables.ts';
import type { Finding } from '#methods/table-check/finding.ts';
import type { PrintedHayamiTable, PrintedNumber } from '#methods/table-check/printed.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { decimalsOf } from '#reports/finding-names.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { findingText } from '#reports/finding-text.ts';
import { rowLabel } from '#reports/row-label.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';
import type { MarkedCell, MarkedTable } from './check-view.ts';

const unmarked: MarkedCell = { printed: '', expected: '', mark: '', word: '', kind: 'input' };

/** What a differing figure would take with it, by `column|row`. */
function followers(findings: readonly Finding[]): Map<string, number> {
	const all = new Map<string, number>();
	for (const finding of findings) {
		for (const one of finding.follows ?? []) all.set(`${finding.column}|${one.row}`, one.corrected);
	}
	return all;
}

function markedCell(
	printed: PrintedNumber | undefined,
	finding: Finding | undefined,
	corrected: number | undefined,
	key: HayamiKey,
	locale: Locale,
): MarkedCell {
	if (!printed) return unmarked;
	const shown = { ...unmarked, printed: printed.text.trim() };
	const decimals = Math.max(printed.decimals, key.endsWith('Pct') ? 2 : 0);
	if (finding?.verdict === 'differs') {
		const text = findingText(finding, locale);
		const expected = writeNumber(
			finding.expected ?? 0,
			locale,
			Math.min(4, Math.max(decimalsOf(finding), 0)),
		);
		return { ...shown, expected, mark: text.mark, word: text.word, kind: 'differs' };
	}
	if (corrected !== undefined) {
		const decimalsShown = Number.isInteger(corrected) ? decimals : Math.max(decimals, 2);
		const expected = writeNumber(corrected, locale, Math.min(decimalsShown, 2));
		return { ...shown, expected, word: m.check_page_following({}, { locale }), kind: 'following' };
	}
	if (finding?.verdict === 'rounding' || finding?.verdict === 'uncheckable') {
		const text = findingText(finding, locale);
		return { ...shown, mark: text.mark, word: text.word, kind: finding.verdict };
	}
	return { ...shown, kind: finding?.verdict ?? 'input' };
}

function markTable(table: PrintedHayamiTable, check: TableCheck, locale: Locale): MarkedTable {
	const findings = check.findings.filter((one) => one.table === table.name && one.verdict !== 'odd');
	const following = followers(findings);
	const keys = hayamiRows.filter(({ key }) => table.products.some((product) => product.figures[key]));
	return {
		name: table.name,
		columns: table.products.map((product) => product.name),
		rows: keys.map(({ key, row }) => ({
			label: `${row} ${rowLabel(key, locale)}`.trim(),
			cells: table.products.map((product) =>
				markedCell(
					product.figures[key],
					findings.find((one) => one.row === key && one.column === product.name),
					following.get(`${product.name}|${key}`),
					key,
					locale,
				),
			),
		})),
	};
}

/** The Hayami tables as printed, each judged cell marked. */
export function markedTables(
	tables: readonly PrintedHayamiTable[],
	check: TableCheck,
	locale: Locale,
): MarkedTable[] {
	return tables.map((table) => markTable(table, check, locale));
}

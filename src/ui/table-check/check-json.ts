import type { TableCheck } from '#methods/table-check/check-tables.ts';
import { findingText } from '#reports/finding-text.ts';
import type { Locale } from '#words/runtime.js';

/** The findings as data: English keys, plain numbers; the texts of hypotheses in the reader's language. */
export function checkJson(check: TableCheck, title: string, locale: Locale): string {
	const findings = check.findings.map((finding) => {
		const { wouldMatchIf } = findingText(finding, locale);
		return {
			table: finding.table ?? null,
			cell: finding.cell ?? null,
			row: finding.row,
			column: finding.column,
			label: finding.label,
			printed: finding.printed,
			expected: finding.expected,
			verdict: finding.verdict,
			formula: finding.formula,
			wouldMatchIf: finding.wouldMatchIf.map((one, index) => ({
				kind: one.kind,
				text: wouldMatchIf[index] ?? '',
				value: one.value,
			})),
		};
	});
	const { counts, judged, following, conclusions } = check;
	return `${JSON.stringify({ title, judged, counts, following, findings, conclusions }, null, '\t')}\n`;
}

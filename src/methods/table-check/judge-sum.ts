/** Judging one printed figure against one recomputed value: the plain case of cost tables. */
import type { Finding, WouldMatchIf } from './finding.ts';
import { coarseFit, roundingThatFits } from './precision.ts';
import type { PrintedNumber } from './printed.ts';
import { digitSlip, powerOfTen } from './would-match.ts';

/** What is judged, and what it was recomputed from. */
export interface SumCase {
	readonly row: string;
	readonly column: string;
	readonly label: string;
	readonly printed: PrintedNumber;
	/** Null when a part is missing. */
	readonly expected: number | null;
	readonly formula: string;
	readonly operands: readonly { readonly id: string; readonly value: number | null }[];
	/** Other explanations, tried before a slip of digits. */
	readonly explanations?: readonly WouldMatchIf[];
	/** How far the recomputed value may lie because its parts are printed rounded. */
	readonly slack?: number;
	/** The parts of a sum, for lines left out or counted twice. */
	readonly parts?: readonly { readonly id: string; readonly value: number }[];
	/** Whether the figure may be rounded to hundreds or thousands. */
	readonly coarse?: boolean;
}

/** Lines left out or counted twice that would explain a printed sum. */
export function sumExplanations(
	sum: PrintedNumber,
	parts: readonly { readonly id: string; readonly value: number }[],
): readonly WouldMatchIf[] {
	// Among hundreds of lines one always fits by chance.
	if (parts.length > 100) return [];
	const total = parts.reduce((all, part) => all + part.value, 0);
	return parts.flatMap((part): WouldMatchIf[] => {
		if (part.value === 0) return [];
		if (roundingThatFits(total - part.value, sum)) {
			return [{ kind: 'missing-cost-group', at: part.id, value: part.value, params: { how: 'left-out' } }];
		}
		if (roundingThatFits(total + part.value, sum)) {
			return [{ kind: 'missing-cost-group', at: part.id, value: part.value, params: { how: 'twice' } }];
		}
		return [];
	});
}

/** The finding for one figure. */
export function judgeSum(one: SumCase): Finding {
	const { printed } = one;
	// A life of 5e-324 months divides past every number: then nothing can be said.
	const expected = one.expected !== null && Number.isFinite(one.expected) ? one.expected : null;
	const base = {
		code: 'formula',
		row: one.row,
		column: one.column,
		label: one.label,
		cell: printed.cell,
		table: printed.table,
		printed: printed.value,
		printedText: printed.text,
		decimals: printed.decimals,
		expected,
		formula: one.formula,
		operands: one.operands,
	};
	if (expected === null) return { ...base, verdict: 'uncheckable', wouldMatchIf: [] };
	const mode = roundingThatFits(expected, printed);
	if (mode) {
		const exact = mode === 'exact' || mode === 'half-up' || mode === 'half-even';
		return { ...base, verdict: exact ? 'match' : 'rounding', rounding: mode, wouldMatchIf: [] };
	}
	if (Math.abs(expected - printed.value) <= (one.slack ?? 0) * (1 + 1e-9)) {
		return { ...base, verdict: 'rounding', rounding: 'rounded-operands', wouldMatchIf: [] };
	}
	const unit = one.coarse ? coarseFit(expected, printed) : null;
	if (unit !== null) {
		return { ...base, verdict: 'rounding', rounding: 'coarse', wouldMatchIf: [], params: { unit } };
	}
	const zeros = one.coarse ? (/0{2,3}$/.exec(String(printed.value))?.[0].length ?? 0) : 0;
	const slips = [
		digitSlip(printed, expected) ??
			(zeros > 0 ? digitSlip({ ...printed, decimals: -zeros }, expected) : null),
		powerOfTen(printed, expected),
	].filter((slip) => slip !== null);
	return {
		...base,
		verdict: 'differs',
		wouldMatchIf: [...slips, ...(one.explanations ?? []), ...sumExplanations(printed, one.parts ?? [])].slice(
			0,
			6,
		),
	};
}

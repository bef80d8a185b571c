/**
 * The cells of a matrix brought to one scale (CPI, SAW) against the matrix of figures it was made of, when both are
 * printed. Each column says itself which way it was brought there.
 */
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace, roundingThatFits } from './precision.ts';
import type { PrintedNumber } from './printed.ts';
import type { PrintedRanking } from './printed-programme.ts';

interface Scale {
	readonly formula: string;
	readonly reference: (values: readonly number[]) => number;
	readonly compute: (value: number, reference: number) => number;
}

const least = (values: readonly number[]) => Math.min(...values);
const greatest = (values: readonly number[]) => Math.max(...values);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const first = (values: readonly number[]) => values[0] ?? NaN;
const length = (values: readonly number[]) => Math.hypot(...values);

/** CPI against the least (Marimin), SAW against the greatest or the least, shares, the vector of TOPSIS. */
const scales: readonly Scale[] = [
	{ formula: '100 * x / least', reference: least, compute: (x, by) => (100 * x) / by },
	{ formula: '100 * least / x', reference: least, compute: (x, by) => (100 * by) / x },
	{ formula: 'x / greatest', reference: greatest, compute: (x, by) => x / by },
	{ formula: 'least / x', reference: least, compute: (x, by) => by / x },
	{ formula: '100 * x / greatest', reference: greatest, compute: (x, by) => (100 * x) / by },
	{ formula: '100 * x / first', reference: first, compute: (x, by) => (100 * x) / by },
	{ formula: '100 * first / x', reference: first, compute: (x, by) => (100 * by) / x },
	{ formula: 'x / sum', reference: total, compute: (x, by) => x / by },
	{ formula: 'x / length', reference: length, compute: (x, by) => x / by },
];

const nameKey = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The matrix of figures another matrix was made of: the same alternatives and criteria, no total of its own. */
function sourceOf(ranking: PrintedRanking, all: readonly PrintedRanking[]): PrintedRanking | null {
	const criteria = new Set(ranking.criteria.map((one) => nameKey(one.name)));
	const names = ranking.alternatives.map((one) => nameKey(one.name)).join('|');
	return (
		all.find(
			(other) =>
				all.indexOf(other) < all.indexOf(ranking) &&
				other.alternatives.map((one) => nameKey(one.name)).join('|') === names &&
				other.criteria.filter((one) => criteria.has(nameKey(one.name))).length >= Math.min(2, criteria.size),
		) ?? null
	);
}

interface Pair {
	readonly name: string;
	readonly source: PrintedNumber;
	readonly cell: PrintedNumber;
}

const half = (printed: PrintedNumber) => (printed.decimals > 0 ? lastPlace(printed) / 2 : 0);

function judgePair(pair: Pair, scale: Scale, reference: number, criterion: string): Finding {
	const { source, cell } = pair;
	const expected = scale.compute(source.value, reference);
	const moved = scale.compute(source.value + half(source), reference - half(source));
	return judgeSum({
		row: criterion,
		column: pair.name,
		label: pair.name,
		printed: cell,
		expected,
		formula: scale.formula,
		operands: [
			{ id: 'x', value: source.value },
			{ id: scale.formula.match(/least|greatest|first|sum|length/)?.[0] ?? 'reference', value: reference },
		],
		slack: Number.isFinite(moved) ? Math.abs(moved - expected) : 0,
	});
}

/** Every cell of a transformed matrix whose source is printed; nothing for a column that follows no known scale. */
export function checkTransformed(
	ranking: PrintedRanking,
	all: readonly PrintedRanking[],
): readonly Finding[] {
	const source = sourceOf(ranking, all);
	if (!source) return [];
	return ranking.criteria.flatMap((criterion, column): readonly Finding[] => {
		const from = source.criteria.findIndex((one) => nameKey(one.name) === nameKey(criterion.name));
		const pairs = ranking.alternatives.flatMap((one, row): Pair[] => {
			const [cell, value] = [one.cells[column], source.alternatives[row]?.cells[from]];
			return cell && value ? [{ name: one.name, source: value, cell }] : [];
		});
		const values = pairs.map((pair) => pair.source.value);
		if (from < 0 || pairs.length < 2 || values.some((value) => value <= 0)) return [];
		const fits = (scale: Scale) =>
			pairs.filter(
				(pair) =>
					roundingThatFits(scale.compute(pair.source.value, scale.reference(values)), pair.cell) !== null,
			).length;
		const best = scales
			.map((scale) => ({ scale, count: fits(scale) }))
			.toSorted((a, b) => b.count - a.count)[0];
		if (!best || best.count * 2 < pairs.length || best.count === 0) return [];
		return pairs.map((pair) => judgePair(pair, best.scale, best.scale.reference(values), criterion.name));
	});
}

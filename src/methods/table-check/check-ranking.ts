/**
 * Rankings: totals from the figures and their weights, ranks from the totals, and the cells of a transformed matrix
 * from the matrix it was made of. The way a table was calculated is learnt from most of its own figures.
 */
import { checkTransformed } from './check-transformed.ts';
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace } from './precision.ts';
import type { PrintedNumber, PrintedTables } from './printed.ts';
import type { PrintedAlternative, PrintedRanking } from './printed-programme.ts';

interface TotalFormula {
	/** Per criterion: what its figure is multiplied by, and how exactly that is printed. */
	readonly factors: readonly { readonly value: number; readonly half: number }[];
	/** What the sum is divided by. */
	readonly divisor: number;
	readonly weighted: boolean;
}

const half = (printed: PrintedNumber) => (printed.decimals > 0 ? lastPlace(printed) / 2 : 0);

/** The weights of all criteria, or null when one is missing. */
export function weightsOf(ranking: PrintedRanking): readonly PrintedNumber[] | null {
	const weights = ranking.criteria.flatMap((one) => one.weight ?? []);
	return weights.length === ranking.criteria.length && weights.length > 0 ? weights : null;
}

/** The ways a total may be made, the usual one first. */
function formulasOf(ranking: PrintedRanking): readonly TotalFormula[] {
	const ones = ranking.criteria.map(() => ({ value: 1, half: 0 }));
	const plain = [
		{ factors: ones, divisor: 1, weighted: false },
		{ factors: ones, divisor: ones.length, weighted: false },
	];
	const weights = weightsOf(ranking);
	if (!weights) return plain;
	const sum = weights.reduce((all, one) => all + one.value, 0);
	// 0,30 + 0,40 + 0,30 is chosen, 0,333 + 0,333 + 0,333 is rounded: a chosen weight is exact.
	const chosen = [1, 100].some(
		(whole) => Math.abs(sum - whole) < 1e-9 && weights.every((one) => one.decimals <= (whole === 1 ? 2 : 0)),
	);
	const factors = weights.map((one) => ({ value: one.value, half: chosen ? 0 : half(one) }));
	const weighted = [...new Set([Math.abs(sum - 100) < 1.5 ? 100 : 1, 1, sum])].filter(
		(divisor) => divisor > 0,
	);
	return [...weighted.map((divisor) => ({ factors, divisor, weighted: true })), ...plain];
}

function judgeTotal(
	ranking: PrintedRanking,
	alternative: PrintedAlternative,
	formula: TotalFormula,
): Finding | null {
	const { total } = alternative;
	const cells = alternative.cells.flatMap((one) => one ?? []);
	if (!total || cells.length < ranking.criteria.length) return null;
	const terms = cells.map((cell, index) => ({
		cell,
		factor: formula.factors[index] ?? { value: 1, half: 0 },
	}));
	const expected =
		terms.reduce((sum, { cell, factor }) => sum + cell.value * factor.value, 0) / formula.divisor;
	// Cells may be rounded, or cut off: then the total lies above what they give, by a whole unit of each at most.
	const cellUnits = total.value > expected ? 2 : 1;
	const slack =
		half(total) +
		terms.reduce(
			(sum, { cell, factor }) =>
				sum + cellUnits * half(cell) * Math.abs(factor.value) + Math.abs(cell.value) * factor.half,
			0,
		) /
			formula.divisor;
	const divided = formula.divisor === 1 ? '' : ' / divisor';
	const sum = terms.map((_, index) => (formula.weighted ? `w${index} * x${index}` : `x${index}`)).join(' + ');
	return judgeSum({
		row: 'rankingTotal',
		column: alternative.name,
		label: alternative.name,
		printed: total,
		expected,
		formula: divided ? `(${sum})${divided}` : sum,
		operands: [
			...terms.flatMap(({ cell, factor }, index) => [
				...(formula.weighted ? [{ id: `w${index}`, value: factor.value }] : []),
				{ id: `x${index}`, value: cell.value },
			]),
			...(divided ? [{ id: 'divisor', value: formula.divisor }] : []),
		],
		slack,
	});
}

/** Figures that were brought to one scale: weights apply to nothing else. */
function isNormalised(ranking: PrintedRanking): boolean {
	if (ranking.isIndex) return true;
	return ranking.alternatives.every((one) =>
		one.cells.every((cell) => cell !== null && cell.value >= 0 && cell.value <= 1),
	);
}

/** The findings of the formula that fits most totals; null when none fits half of them. */
function judgedTotals(ranking: PrintedRanking): readonly Finding[] | null {
	const tried = formulasOf(ranking).map((formula) => {
		const findings = ranking.alternatives.flatMap((one) => judgeTotal(ranking, one, formula) ?? []);
		return { findings, fits: findings.filter((one) => one.verdict !== 'differs').length };
	});
	const best = tried.toSorted((a, b) => b.fits - a.fits)[0];
	if (!best || best.findings.length === 0) return [];
	if (best.fits >= 1 && best.fits * 2 >= best.findings.length) return best.findings;
	return weightsOf(ranking) && isNormalised(ranking) ? (tried[0]?.findings ?? []) : null;
}

/** Totals that nothing printed leads to: the weights, or the figures on one scale, are missing. */
function uncheckableTotals(ranking: PrintedRanking): readonly Finding[] {
	const missing = weightsOf(ranking) ? 'normalizedFigures' : 'criterionWeights';
	return ranking.alternatives.flatMap(({ name, total }): Finding[] =>
		total
			? [
					{
						code: 'formula',
						row: 'rankingTotal',
						column: name,
						label: name,
						table: total.table,
						cell: total.cell,
						printed: total.value,
						printedText: total.text,
						decimals: total.decimals,
						expected: null,
						verdict: 'uncheckable',
						formula: '',
						operands: [],
						wouldMatchIf: [],
						params: { missing },
					},
				]
			: [],
	);
}

interface Ranked {
	readonly name: string;
	readonly total: number;
	readonly rank: PrintedNumber;
}

/** The ranks a total may have among the others; ties may share the first, the last, their mean or a dense rank. */
function possibleRanks(one: Ranked, all: readonly Ranked[], sign: 1 | -1): readonly number[] {
	const greater = all.filter((other) => sign * (other.total - one.total) > 0);
	const equal = all.filter((other) => other.total === one.total).length;
	const dense = new Set(greater.map((other) => other.total)).size + 1;
	const first = greater.length + 1;
	return [
		first,
		...Array.from({ length: equal }, (_, index) => first + index),
		first + (equal - 1) / 2,
		dense,
	];
}

function judgeRanks(ranking: PrintedRanking, totals: readonly Finding[]): readonly Finding[] {
	const rankedWith = (value: (alternative: PrintedAlternative) => number | null): readonly Ranked[] =>
		ranking.alternatives.flatMap((one) => {
			const total = value(one);
			return one.rank && total !== null ? [{ name: one.name, total, rank: one.rank }] : [];
		});
	const printed = rankedWith((one) => one.total?.value ?? null);
	if (printed.length < 2) return [];
	const recomputed = rankedWith((one) => {
		const finding = totals.find((total) => total.column === one.name && total.verdict === 'differs');
		return finding?.expected ?? one.total?.value ?? null;
	});
	const fits = (one: Ranked, all: readonly Ranked[], sign: 1 | -1) =>
		possibleRanks(one, all, sign).includes(one.rank.value);
	const count = (sign: 1 | -1) => printed.filter((one) => fits(one, printed, sign)).length;
	// Where less is better (a distance), the smallest total is first.
	const sign = count(-1) > count(1) ? -1 : 1;
	return printed.map((one, index): Finding => {
		const other = recomputed[index];
		const follows = fits(one, printed, sign) || (other !== undefined && fits(other, recomputed, sign));
		const expected = possibleRanks(one, printed, sign)[0] ?? null;
		return {
			code: 'formula',
			row: 'rank',
			column: one.name,
			label: one.name,
			table: one.rank.table,
			cell: one.rank.cell,
			printed: one.rank.value,
			printedText: one.rank.text,
			decimals: one.rank.decimals,
			expected: follows ? one.rank.value : expected,
			verdict: follows ? 'match' : 'differs',
			formula: '',
			operands: [],
			wouldMatchIf: [],
		};
	});
}

function judgeWeightSum(ranking: PrintedRanking): readonly Finding[] {
	const weights = weightsOf(ranking);
	if (!weights || !ranking.weightSum) return [];
	const parts = weights.map((one, index) => ({ id: ranking.criteria[index]?.name ?? '', value: one.value }));
	return [
		judgeSum({
			row: 'criterionWeightSum',
			column: '',
			label: '',
			printed: ranking.weightSum,
			expected: parts.reduce((sum, part) => sum + part.value, 0),
			formula: parts.map((part) => part.id).join(' + '),
			operands: parts,
			parts,
			slack: weights.reduce((sum, one) => sum + half(one), 0),
		}),
	];
}

/** Whether a rank column holds ranks: mostly numbers no larger than the number of alternatives. */
function holdsRanks(ranking: PrintedRanking): boolean {
	const ranks = ranking.alternatives.flatMap((one) => one.rank ?? []);
	const within = ranks.filter((one) => one.value >= 1 && one.value <= ranking.alternatives.length);
	return ranks.length >= 2 && within.length * 2 >= ranks.length;
}

/** Every figure of every ranking. */
export function checkRankings(tables: PrintedTables): readonly Finding[] {
	const all = tables.rankings ?? [];
	return all.flatMap((ranking) => {
		const totals = judgedTotals(ranking) ?? uncheckableTotals(ranking);
		return [
			...checkTransformed(ranking, all),
			...judgeWeightSum(ranking),
			...totals,
			...(holdsRanks(ranking) ? judgeRanks(ranking, totals) : []),
		];
	});
}

/** Whether nothing printed leads to the totals of a ranking that prints no weights. */
export function lacksWeights(ranking: PrintedRanking): boolean {
	return weightsOf(ranking) === null && judgedTotals(ranking) === null;
}

/** Whether several waves, products or indicators differ when the same respondents rate them all. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import { chiSquareAbove } from '../numeric/chi-square.ts';
import { anyNumber, faultStatus, firstFault, listOf, required } from '../numeric/input-check.ts';
import { MOST_ROWS_TRACED, namedStep, printable } from '../numeric/named-step.ts';
import { averageRanks } from '../numeric/ranks.ts';

export interface FriedmanInput {
	/** A row for each respondent, a column for each of what they rated. */
	readonly matrix: readonly (readonly number[])[];
}

export interface FriedmanResult {
	/** Chi-square, corrected for ties. */
	readonly statistic: number;
	readonly degrees: number;
	readonly p: number;
	/** Statistic / (n (k - 1)): agreement of the respondents, 0 to 1. */
	readonly kendallW: number;
	/** (n - 1) statistic / (n (k - 1) - statistic); null when all agree without exception. */
	readonly imanDavenportF: number | null;
	readonly meanRanks: readonly number[];
	readonly respondents: number;
}

function compute(input: FriedmanInput): MethodResult<FriedmanResult> {
	const fault = firstFault(input, { matrix: required(listOf(listOf(anyNumber, 1000), 10_000)) });
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const { matrix } = input;
	const n = matrix.length;
	const k = matrix[0]?.length ?? 0;
	const ragged = matrix.findIndex((row) => row.length !== k);
	if (ragged >= 0) return refused('invalid-input', 'LENGTHS_DIFFER', `matrix[${ragged}]`);
	if (n < 2) return refused('missing-input', 'TOO_FEW', 'matrix');
	if (k < 2) return refused('missing-input', 'TOO_FEW', 'matrix[0]');
	const ranks = matrix.map((row) => averageRanks(row, 'lower'));
	const meanRanks = Array.from({ length: k }, (_, column) =>
		ranks.reduce((sum, row) => sum + (row[column] as number) / n, 0),
	);
	const middle = (k + 1) / 2;
	const between = meanRanks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0) * n * n;
	const within = ranks.flat().reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
	if (within === 0) return refused('undefined', 'NO_VARIATION', 'matrix');
	const statistic = ((k - 1) * between) / within;
	const degrees = k - 1;
	const p = chiSquareAbove(statistic, degrees);
	const rest = n * (k - 1) - statistic;
	const imanDavenportF = rest > 1e-9 ? printable(((n - 1) * statistic) / rest) : null;
	const kendallW = Math.min(1, statistic / (n * (k - 1)));
	const plain = ['', 'none'] as const;
	const steps: Step[] = [
		...meanRanks
			.slice(0, MOST_ROWS_TRACED)
			.map((rank, column) =>
				namedStep(`meanRanks[${column}]`, rank, plain, 'mean of the ranks within respondents'),
			),
		namedStep(
			'statistic',
			statistic,
			plain,
			'(k - 1) sum((rank sum - n (k + 1) / 2)^2) / sum((rank - (k + 1) / 2)^2)',
			{
				n,
				k,
			},
		),
		namedStep('p', p, plain, 'share of chi-square(k - 1) above the statistic', { statistic, degrees }),
		namedStep('kendallW', kendallW, plain, 'statistic / (n (k - 1))', { statistic, n, k }),
	];
	return {
		status: 'ok',
		result: { statistic, degrees, p, kendallW, imanDavenportF, meanRanks, respondents: n },
		steps,
		warnings: n < 10 && k < 6 ? [{ code: 'FEW_RESPONDENTS', at: 'matrix', params: { count: n } }] : [],
	};
}

/** Friedman's test with ties. Respondents who rate everything alike are `NO_VARIATION`. */
export const friedman = method<FriedmanInput, FriedmanResult>({
	id: 'friedman',
	version: 1,
	formula: 'statistic = (k - 1) sum((R[j] - n (k + 1) / 2)^2) / sum((r[i][j] - (k + 1) / 2)^2)',
	unit: 'probability',
	source:
		'Friedman, M. (1937), The Use of Ranks to Avoid the Assumption of Normality, JASA 32(200), 675-701; ties: Conover, W. J. (1999), Practical Nonparametric Statistics, 3rd ed., Wiley, New York, sec. 5.8.',
	example: {
		matrix: [
			[1, 3, 4],
			[2, 3, 5],
			[1, 2, 3],
			[2, 2, 4],
			[1, 4, 4],
		],
	},
	compute,
});

/** The linear model of the best-worst method, as linear programs: one for xi, two a criterion for its interval. */
import { solveLinearProgram } from '../numeric/simplex.ts';
import type { LinearConstraint } from '../numeric/simplex.ts';
import type { BestWorstSolution } from './best-worst-nonlinear.ts';

/** xi is held at its least value within this much while the ends of a weight are looked for. */
const SLACK = 1e-9;

/** Solves the linear model; null when the simplex stalls. Variables are the weights, then xi. */
export function linearBestWorst(
	bestToOthers: readonly number[],
	othersToWorst: readonly number[],
	best: number,
	worst: number,
): BestWorstSolution | null {
	const n = bestToOthers.length;
	const atMost: LinearConstraint[] = [];
	const within = (plus: number, minus: number, factor: number): void => {
		if (plus === minus) return;
		for (const sign of [1, -1]) {
			const row = new Array<number>(n + 1).fill(0);
			row[plus] = sign;
			row[minus] = -sign * factor;
			row[n] = -1;
			atMost.push({ row, value: 0 });
		}
	};
	for (let j = 0; j < n; j += 1) {
		within(best, j, bestToOthers[j] as number);
		if (j !== best) within(j, worst, othersToWorst[j] as number);
	}
	const equal = [{ row: [...bestToOthers.map(() => 1), 0], value: 1 }];
	const one = (index: number, value: number): number[] =>
		Array.from({ length: n + 1 }, (_, at) => (at === index ? value : 0));
	const solution = solveLinearProgram({ objective: one(n, 1), atMost, equal });
	if (solution.status !== 'optimal') return null;
	const xi = solution.value < 1e-12 ? 0 : solution.value;
	const held = [...atMost, { row: one(n, 1), value: xi + SLACK }];
	const intervals: [number, number][] = [];
	for (let j = 0; j < n; j += 1) {
		const low = solveLinearProgram({ objective: one(j, 1), atMost: held, equal });
		const high = solveLinearProgram({ objective: one(j, -1), atMost: held, equal });
		if (low.status !== 'optimal' || high.status !== 'optimal') return null;
		intervals.push([low.value, Math.abs(high.value)]);
	}
	const formula = 'least xi with |w_B - a_Bj w_j| <= xi and |w_j - a_jW w_W| <= xi for every j';
	return { xi, weights: solution.x.slice(0, n), intervals, formula };
}

/**
 * Linear programs: the smallest `objective . x` with `x >= 0`, `atMost` rows `row . x <= value` and `equal` rows
 * `row . x = value`. Dense two-phase tableau with Bland's rule (Bland, R. G. (1977), "New finite pivoting rules for
 * the simplex method", Mathematics of Operations Research 2(2), 103-107), which cannot cycle. For programs of at most
 * a few hundred variables. A free variable is written by the caller as the difference of two.
 */

export interface LinearConstraint {
	readonly row: readonly number[];
	readonly value: number;
}

export interface LinearProgram {
	readonly objective: readonly number[];
	readonly atMost?: readonly LinearConstraint[];
	readonly equal?: readonly LinearConstraint[];
}

/** `stalled` is rounding that kept the pivots from ending; it is no answer either way. */
export type LinearSolution =
	| { readonly status: 'optimal'; readonly x: readonly number[]; readonly value: number }
	| { readonly status: 'infeasible' | 'unbounded' | 'stalled' };

/** Rows are scaled to a largest coefficient of 1 first, so one tolerance fits all. */
const TOLERANCE = 1e-10;
const FEASIBLE = 1e-9;
const MOST_PIVOTS = 50_000;

interface Tableau {
	/** One row a constraint: coefficients, then the right-hand side. */
	readonly rows: Float64Array[];
	/** The column that is basic in each row. */
	readonly basis: number[];
	readonly width: number;
}

const cell = (row: Float64Array, column: number): number => row[column] as number;

function pivot({ rows, basis, width }: Tableau, costs: Float64Array, at: number, column: number): void {
	const pivotRow = rows[at] as Float64Array;
	const divisor = cell(pivotRow, column);
	for (let index = 0; index <= width; index += 1) pivotRow[index] = cell(pivotRow, index) / divisor;
	pivotRow[column] = 1;
	for (const row of [...rows, costs]) {
		const factor = cell(row, column);
		if (row === pivotRow || factor === 0) continue;
		for (let index = 0; index <= width; index += 1)
			row[index] = cell(row, index) - factor * cell(pivotRow, index);
		row[column] = 0;
	}
	basis[at] = column;
}

/** The row that leaves for a column to enter: the smallest ratio, ties to the lowest basic column; -1 for none. */
function leavingRow({ rows, basis, width }: Tableau, column: number): number {
	let leaving = -1;
	let smallest = Infinity;
	for (let at = 0; at < rows.length; at += 1) {
		const row = rows[at] as Float64Array;
		const coefficient = cell(row, column);
		if (coefficient <= TOLERANCE) continue;
		const ratio = Math.max(0, cell(row, width)) / coefficient;
		const tie = Math.abs(ratio - smallest) <= TOLERANCE * Math.max(1, smallest);
		if (leaving === -1 || (!tie && ratio < smallest)) [leaving, smallest] = [at, ratio];
		else if (tie && (basis[at] as number) < (basis[leaving] as number)) leaving = at;
	}
	return leaving;
}

/** Pivots until no reduced cost among the first `columns` is below zero. */
function descend(
	tableau: Tableau,
	costs: Float64Array,
	columns: number,
): 'optimal' | 'unbounded' | 'stalled' {
	for (let pivots = 0; pivots < MOST_PIVOTS; pivots += 1) {
		let entering = -1;
		for (let column = 0; column < columns && entering === -1; column += 1)
			if (cell(costs, column) < -TOLERANCE) entering = column;
		if (entering === -1) return 'optimal';
		const leaving = leavingRow(tableau, entering);
		if (leaving === -1) return 'unbounded';
		pivot(tableau, costs, leaving, entering);
	}
	return 'stalled';
}

/** Columns: the variables, one slack an `atMost` row, one artificial a row. Right-hand sides are made 0 or more. */
function startTableau({ objective, atMost = [], equal = [] }: LinearProgram): Tableau {
	const constraints = [...atMost, ...equal];
	const firstArtificial = objective.length + atMost.length;
	const width = firstArtificial + constraints.length;
	const rows = constraints.map(({ row, value }, at) => {
		const line = new Float64Array(width + 1);
		const largest = row.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0);
		const scale = (value < 0 ? -1 : 1) / (largest > 0 ? largest : 1);
		for (let index = 0; index < objective.length; index += 1) line[index] = (row[index] ?? 0) * scale;
		if (at < atMost.length) line[objective.length + at] = Math.sign(scale);
		line[firstArtificial + at] = 1;
		line[width] = value * scale;
		return line;
	});
	return { rows, basis: rows.map((_, at) => firstArtificial + at), width };
}

/** Costs of a phase, reduced by the rows that are basic now. */
function reducedCosts({ rows, basis, width }: Tableau, prices: readonly number[]): Float64Array {
	const costs = new Float64Array(width + 1);
	prices.forEach((price, index) => (costs[index] = price));
	rows.forEach((row, at) => {
		const price = prices[basis[at] as number] ?? 0;
		if (price === 0) return;
		for (let index = 0; index <= width; index += 1)
			costs[index] = cell(costs, index) - price * cell(row, index);
	});
	return costs;
}

/** Artificial columns that stayed basic at 0 leave for a real one; a row without any is redundant and goes. */
function dropArtificials(tableau: Tableau, firstArtificial: number): Tableau {
	const scratch = new Float64Array(tableau.width + 1);
	const kept: number[] = [];
	tableau.rows.forEach((row, at) => {
		if ((tableau.basis[at] as number) >= firstArtificial) {
			let best = -1;
			for (let column = 0; column < firstArtificial; column += 1)
				if (Math.abs(cell(row, column)) > (best === -1 ? FEASIBLE : Math.abs(cell(row, best)))) best = column;
			if (best === -1) return;
			pivot(tableau, scratch, at, best);
		}
		kept.push(at);
	});
	return {
		width: tableau.width,
		rows: kept.map((at) => tableau.rows[at] as Float64Array),
		basis: kept.map((at) => tableau.basis[at] as number),
	};
}

/** Solves a linear program. Coefficients must be finite; `x` holds one value a variable of the objective. */
export function solveLinearProgram(program: LinearProgram): LinearSolution {
	const { objective, atMost = [] } = program;
	const first = startTableau(program);
	const firstArtificial = objective.length + atMost.length;
	const artificial = Array.from({ length: first.width }, (_, index) => (index < firstArtificial ? 0 : 1));
	const phaseOne = reducedCosts(first, artificial);
	const largest = first.rows.reduce((most, row) => Math.max(most, cell(row, first.width)), 1);
	const found = descend(first, phaseOne, first.width);
	if (found !== 'optimal') return { status: 'stalled' };
	if (-cell(phaseOne, first.width) > FEASIBLE * largest) return { status: 'infeasible' };
	const tableau = dropArtificials(first, firstArtificial);
	const scale = objective.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
	const prices = objective.map((price) => (scale > 0 ? price / scale : 0));
	const outcome = descend(tableau, reducedCosts(tableau, prices), firstArtificial);
	if (outcome !== 'optimal') return { status: outcome };
	const x = new Array<number>(objective.length).fill(0);
	tableau.basis.forEach((column, at) => {
		if (column < x.length) x[column] = Math.max(0, cell(tableau.rows[at] as Float64Array, tableau.width));
	});
	const value = objective.reduce((sum, price, index) => sum + price * (x[index] as number), 0);
	if (!Number.isFinite(value) || !x.every(Number.isFinite)) return { status: 'stalled' };
	return { status: 'optimal', x, value };
}

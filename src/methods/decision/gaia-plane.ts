/** GAIA: what each criterion says of each alternative, seen from the side that shows most of it. */

export interface GaiaPlane {
	/** One point an alternative. */
	readonly alternatives: readonly (readonly [number, number])[];
	/** One direction a criterion: alternatives that are good on it lie that way. */
	readonly criteria: readonly (readonly [number, number])[];
	/** The decision stick: where the weights pull. */
	readonly stick: readonly [number, number];
	/** Share of the information the plane keeps, 0 to 1. */
	readonly delta: number;
}

interface Eigen {
	readonly value: number;
	readonly vector: readonly number[];
}

const SWEEPS = 60;
const SMALL = 1e-13;

/** Eigenvalues and vectors of a symmetric matrix, the largest first, by cyclic Jacobi rotations. */
function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen[] {
	const n = matrix.length;
	const a = matrix.map((row) => Float64Array.from(row));
	const v = matrix.map((_, row) => Float64Array.from({ length: n }, (_, column) => (row === column ? 1 : 0)));
	const at = (rows: readonly Float64Array[], row: number, column: number) =>
		(rows[row] as Float64Array)[column] as number;
	const rotate = (
		rows: readonly Float64Array[],
		i: number,
		j: number,
		k: number,
		l: number,
		[c, s]: number[],
	) => {
		const [x, y] = [at(rows, i, j), at(rows, k, l)];
		(rows[i] as Float64Array)[j] = (c as number) * x - (s as number) * y;
		(rows[k] as Float64Array)[l] = (s as number) * x + (c as number) * y;
	};
	const size = Math.max(...a.map((_, index) => Math.abs(at(a, index, index))), 0);
	for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
		let off = 0;
		for (let p = 0; p < n; p += 1) for (let q = p + 1; q < n; q += 1) off += Math.abs(at(a, p, q));
		if (off <= SMALL * size) break;
		for (let p = 0; p < n; p += 1)
			for (let q = p + 1; q < n; q += 1) {
				const apq = at(a, p, q);
				if (Math.abs(apq) <= (SMALL * size) / (n * n)) continue;
				const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq);
				const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
				const c = 1 / Math.hypot(t, 1);
				const turn = [c, t * c];
				for (let k = 0; k < n; k += 1) rotate(a, k, p, k, q, turn);
				for (let k = 0; k < n; k += 1) rotate(a, p, k, q, k, turn);
				for (let k = 0; k < n; k += 1) rotate(v, k, p, k, q, turn);
			}
	}
	return a
		.map((_, index) => ({ value: at(a, index, index), vector: v.map((_, row) => at(v, row, index)) }))
		.sort((left, right) => right.value - left.value);
}

const dot = (left: readonly number[], right: readonly number[]): number =>
	left.reduce((sum, value, index) => sum + value * (right[index] as number), 0);

/** The same picture every time: the entry that is largest in size points up or right. */
function steadied(vector: readonly number[]): readonly number[] {
	const largest = vector.reduce(
		(best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best),
		0,
	);
	return largest < 0 ? vector.map((value) => 0 - value) : vector;
}

/**
 * The GAIA plane of the net flows of every criterion alone (`criterionFlows` of PROMETHEE II; rows are alternatives):
 * their first two principal components. Null when the flows do not vary, or hold something that is not a number.
 * Source: Mareschal, B. and Brans, J.-P. (1988), Geometrical representations for MCDA, European Journal of Operational
 * Research 34(1), 69-77.
 */
export function gaiaPlane(
	flows: readonly (readonly number[])[],
	weights: readonly number[],
): GaiaPlane | null {
	const [m, n] = [flows.length, weights.length];
	if (m < 2 || n < 2 || flows.some((row) => row.length !== n || !row.every(Number.isFinite))) return null;
	if (!weights.every(Number.isFinite)) return null;
	const means = weights.map((_, column) => flows.reduce((sum, row) => sum + (row[column] as number), 0) / m);
	const centred = flows.map((row) => row.map((value, column) => value - (means[column] as number)));
	const columns = means.map((_, column) => centred.map((row) => row[column] as number));
	const covariance = columns.map((left) => columns.map((right) => dot(left, right) / m));
	const whole = covariance.reduce((sum, row, index) => sum + (row[index] as number), 0);
	if (!(whole > 0)) return null;
	const [first, second] = symmetricEigen(covariance) as [Eigen, Eigen];
	const [u, v] = [steadied(first.vector), steadied(second.vector)];
	return {
		alternatives: centred.map((row) => [dot(row, u), dot(row, v)]),
		criteria: u.map((x, column) => [x, v[column] as number]),
		stick: [dot(weights, u), dot(weights, v)],
		delta: Math.min(1, Math.max(0, (first.value + Math.max(0, second.value)) / whole)),
	};
}

/** Small dense systems by LU decomposition with partial pivoting (Golub and Van Loan, Matrix Computations, 3.4). */

/** The inverse of a square matrix; null when it is singular to working precision. */
export function invert(matrix: readonly (readonly number[])[]): number[][] | null {
	const size = matrix.length;
	const rows = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
	const scale = matrix.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	for (let column = 0; column < size; column += 1) {
		let pivot = column;
		for (let i = column + 1; i < size; i += 1)
			if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i;
		const top = rows[pivot] as number[];
		const head = top[column] as number;
		if (!(Math.abs(head) > 1e-13 * scale)) return null;
		rows[pivot] = rows[column] as number[];
		rows[column] = top;
		for (let j = column; j < 2 * size; j += 1) top[j] = (top[j] as number) / head;
		for (let i = 0; i < size; i += 1) {
			const row = rows[i] as number[];
			const factor = row[column] as number;
			if (i === column || factor === 0) continue;
			for (let j = column; j < 2 * size; j += 1) row[j] = (row[j] as number) - factor * (top[j] as number);
		}
	}
	const inverse = rows.map((row) => row.slice(size));
	return inverse.every((row) => row.every(Number.isFinite)) ? inverse : null;
}

/** What a group says of every cell: the mean over those who answered, each with the weight of their voice. */

type Cells = readonly (readonly (number | null)[])[];

/**
 * Weighted arithmetic mean of the answers to each cell; null where nobody with a voice answered. The tables have one
 * shape; `voices` holds one weight of at least 0 a table.
 */
export function respondentMeans(tables: readonly Cells[], voices: readonly number[]): (number | null)[][] {
	return (tables[0] ?? []).map((row, i) =>
		row.map((_, j) => {
			let [sum, weight] = [0, 0];
			tables.forEach((table, respondent) => {
				const value = table[i]?.[j] ?? null;
				const voice = voices[respondent] ?? 0;
				if (value === null || !(voice > 0)) return;
				sum += voice * value;
				weight += voice;
			});
			const mean = weight > 0 ? sum / weight : null;
			return mean !== null && Number.isFinite(mean) ? mean : null;
		}),
	);
}

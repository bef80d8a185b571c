/** The word a person most likely meant, for "Maksudnya `periksa`?". */

/** Edits (insert, delete, replace, swap neighbours) between two words; optimal string alignment. */
export function editDistance(left: string, right: string): number {
	const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
	for (let row = 1; row <= left.length; row += 1) {
		const line = [row];
		for (let column = 1; column <= right.length; column += 1) {
			const before = rows[row - 1] as number[];
			const same = left[row - 1] === right[column - 1];
			let best = Math.min(
				(before[column] as number) + 1,
				(line[column - 1] as number) + 1,
				(before[column - 1] as number) + (same ? 0 : 1),
			);
			const swapped =
				row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
			if (swapped) best = Math.min(best, ((rows[row - 2] as number[])[column - 2] as number) + 1);
			line.push(best);
		}
		rows.push(line);
	}
	return (rows[left.length] as number[])[right.length] as number;
}

/** The nearest known word, or null when none is near enough: a third of its letters, or a part of it. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
	const word = typed.toLowerCase().slice(0, 60);
	let best: { word: string; distance: number } | null = null;
	for (const candidate of known) {
		const begins = word.length >= 3 && candidate.toLowerCase().includes(word);
		const distance = begins ? 1 : editDistance(word, candidate.toLowerCase());
		const allowed = begins ? 1 : Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
		if (distance <= allowed && (best === null || distance < best.distance))
			best = { word: candidate, distance };
	}
	return best?.word ?? null;
}

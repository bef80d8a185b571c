/**
 * Headings with typing mistakes ("Sumbangan inpit lain", "Koefesien tenaga krja"): the nearest known heading by
 * edit distance, when it is near enough and no other meaning is as near.
 */

/** How many letters are changed, added, left out or swapped with their neighbour; `limit + 1` when it is more. */
export function lettersApart(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min(
				(last[j] as number) + 1,
				(row[j - 1] as number) + 1,
				(last[j - 1] as number) + same,
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (before[j - 2] as number) + 1);
			}
			row.push(cost);
		}
		if (Math.min(...row) > limit) return limit + 1;
		before = last;
		last = row;
	}
	return last[b.length] as number;
}

/**
 * The meaning whose heading is nearest, or null when none is within one letter in five, or when two meanings are
 * equally near: then a person decides. Headings under six letters are never guessed.
 */
export function nearestMeaning<Meaning extends string>(
	letters: string,
	headings: readonly (readonly [Meaning, readonly string[]])[],
): Meaning | null {
	if (letters.length < 6 || letters.length > 60) return null;
	const limit = Math.min(4, Math.max(1, Math.floor(letters.length / 5)));
	let best: { meaning: Meaning; apart: number } | null = null;
	let tied = false;
	for (const [meaning, names] of headings) {
		const apart = Math.min(...names.map((name) => lettersApart(letters, name, limit)));
		if (apart > limit) continue;
		if (!best || apart < best.apart) {
			best = { meaning, apart };
			tied = false;
		} else if (apart === best.apart && meaning !== best.meaning) tied = true;
	}
	return best && !tied ? best.meaning : null;
}

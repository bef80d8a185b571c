/** Orders nodes so that each comes after those it depends on (Kahn 1962); names a node of a cycle when there is one. */
export function topologicalOrder(before: readonly (readonly number[])[]): {
	order: number[];
	cycleAt: number | null;
} {
	const waiting = before.map((list) => new Set(list).size);
	const after = before.map((): number[] => []);
	before.forEach((list, k) => {
		for (const earlier of new Set(list)) (after[earlier] as number[]).push(k);
	});
	const order: number[] = [];
	const ready = waiting.flatMap((count, k) => (count === 0 ? [k] : []));
	for (let head = 0; head < ready.length; head += 1) {
		const node = ready[head] as number;
		order.push(node);
		for (const next of after[node] as number[]) {
			waiting[next] = (waiting[next] as number) - 1;
			if (waiting[next] === 0) ready.push(next);
		}
	}
	const cycleAt = waiting.findIndex((count) => count > 0);
	return { order, cycleAt: cycleAt < 0 ? null : cycleAt };
}

/** The names of a circle among processes, so that a person can see which of them to take out. */
import type { ProductProcess } from './product-tree.ts';

/**
 * One circle as names in their order, the first again at the end (`milk, curd, milk`); null when there is none.
 * Processes declared as recycling are no part of it.
 */
export function productCycle(processes: readonly ProductProcess[]): readonly string[] | null {
	const after = new Map<string, string[]>();
	for (const { from, to, recycling } of processes)
		if (recycling !== true) after.set(from, [...(after.get(from) ?? []), to]);
	const done = new Set<string>();
	for (const start of after.keys()) {
		// The way walked so far, with what is still to be looked at from each of its nodes.
		const way: { name: string; next: number }[] = done.has(start) ? [] : [{ name: start, next: 0 }];
		const onWay = new Set(way.map(({ name }) => name));
		while (way.length > 0) {
			const top = way[way.length - 1] as { name: string; next: number };
			const to = after.get(top.name)?.[top.next];
			if (to === undefined) {
				done.add(top.name);
				onWay.delete(top.name);
				way.pop();
				continue;
			}
			top.next += 1;
			if (onWay.has(to)) {
				const names = way.map(({ name }) => name);
				return [...names.slice(names.indexOf(to)), to];
			}
			if (done.has(to)) continue;
			way.push({ name: to, next: 0 });
			onWay.add(to);
		}
	}
	return null;
}

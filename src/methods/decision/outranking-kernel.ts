/** The kernel of an outranking relation: the smallest set that outranks all others and holds no outranking inside. */

export interface OutrankingKernel {
	/** Alternatives of the kernel, in the order of the rows. */
	readonly kernel: readonly number[];
	/** Alternatives that none outranks. */
	readonly nonOutranked: readonly number[];
	/** Groups that outrank each other in a circle and are taken as one. */
	readonly circuits: readonly (readonly number[])[];
}

type Relation = (from: number, to: number) => boolean;

/** Strongly connected groups, each after every group it outranks (Tarjan 1972, without recursion). */
function circuitsOf(count: number, outranks: Relation): number[][] {
	const order = new Int32Array(count).fill(-1);
	const low = new Int32Array(count);
	const next = new Int32Array(count);
	const open = new Uint8Array(count);
	const [stack, groups]: [number[], number[][]] = [[], []];
	let visited = 0;
	const enter = (node: number): void => {
		order[node] = low[node] = visited++;
		open[node] = 1;
		stack.push(node);
	};
	const close = (node: number): void => {
		if (low[node] !== order[node]) return;
		const group = stack.splice(stack.indexOf(node));
		for (const member of group) open[member] = 0;
		groups.push(group.sort((left, right) => left - right));
	};
	for (let root = 0; root < count; root += 1) {
		if (order[root] !== -1) continue;
		const path = [root];
		enter(root);
		while (path.length > 0) {
			const node = path.at(-1) as number;
			const to = next[node] as number;
			next[node] = to + 1;
			if (to >= count) {
				path.pop();
				close(node);
				const parent = path.at(-1);
				if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
			} else if (to !== node && outranks(node, to)) {
				if (order[to] === -1) {
					enter(to);
					path.push(to);
				} else if (open[to]) low[node] = Math.min(low[node] as number, order[to] as number);
			}
		}
	}
	return groups;
}

/**
 * The kernel. A relation without circuits has exactly one; a circuit is first taken as one alternative (Roy 1968), and
 * all its members stand in the kernel when it does.
 */
export function outrankingKernel(count: number, outranks: Relation): OutrankingKernel {
	const all = Array.from({ length: count }, (_, index) => index);
	const groups = circuitsOf(count, outranks);
	const kernel: number[] = [];
	// From the last group to the first: whoever outranks a group has been decided before it.
	for (const group of groups.reverse())
		if (!kernel.some((member) => group.some((node) => outranks(member, node)))) kernel.push(...group);
	return {
		kernel: kernel.sort((left, right) => left - right),
		nonOutranked: all.filter((node) => !all.some((other) => other !== node && outranks(other, node))),
		circuits: groups.filter((group) => group.length > 1).sort(([left = 0], [right = 0]) => left - right),
	};
}

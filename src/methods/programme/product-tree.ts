/** An industry tree (pohon industri): what each path from raw material to product yields and adds in value. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import {
	amount,
	anyNumber,
	faultStatus,
	firstFault,
	listOf,
	record,
	required,
	text,
} from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { yesNo } from '../numeric/yes-no.ts';
import { topologicalOrder } from './task-graph.ts';

export interface ProductProcess {
	readonly from: string;
	readonly to: string;
	/** Units of `to` from one unit of `from`; null when nobody measured it. */
	readonly yield?: number | null;
	/** Rp per unit of `from`. */
	readonly valueAdded?: number | null;
	/** A declared loop back, left out of the paths. */
	readonly recycling?: boolean;
}

export interface ProductTreeInput {
	readonly root: string;
	readonly processes: readonly ProductProcess[];
}

export interface ProductTreeResult {
	readonly paths: readonly {
		readonly nodes: readonly string[];
		/** Units of the last node from one unit of the root. */
		readonly cumulativeYield: number | null;
		/** Rp per unit of the root. */
		readonly cumulativeValueAdded: number | null;
	}[];
	/** More paths than are listed. */
	readonly truncated: boolean;
}

const fields = {
	root: required(text),
	processes: required(
		listOf(
			record({
				from: required(text),
				to: required(text),
				yield: amount,
				valueAdded: anyNumber,
				recycling: yesNo,
			}),
			1_000,
		),
	),
};

/** Paths listed; a tree with more is a net. */
const MOST_PATHS = 500;
/** Processes looked at while the paths are walked. */
const MOST_STEPS = 20_000;

function cycleIn(input: ProductTreeInput): number | null {
	const names = [...new Set(input.processes.flatMap(({ from, to }) => [from, to]))];
	const place = new Map(names.map((name, k) => [name, k]));
	const before = names.map((): number[] => []);
	for (const { from, to, recycling } of input.processes)
		if (recycling !== true) (before[place.get(to) as number] as number[]).push(place.get(from) as number);
	const { order, cycleAt } = topologicalOrder(before);
	if (cycleAt === null) return null;
	const done = new Set(order.map((k) => names[k]));
	return input.processes.findIndex(
		(line) => line.recycling !== true && !done.has(line.from) && !done.has(line.to),
	);
}

interface Walk {
	readonly nodes: readonly string[];
	readonly cumulativeYield: number | null;
	readonly cumulativeValueAdded: number | null;
}

const finite = (value: number | null): number | null =>
	value !== null && Number.isFinite(value) ? value : null;

function onward(walk: Walk, line: ProductProcess): Walk {
	const share = walk.cumulativeYield;
	const added =
		share === null || walk.cumulativeValueAdded === null || line.valueAdded == null
			? null
			: walk.cumulativeValueAdded + share * line.valueAdded;
	return {
		nodes: [...walk.nodes, line.to],
		cumulativeYield: finite(share === null || line.yield == null ? null : share * line.yield),
		cumulativeValueAdded: finite(added),
	};
}

function compute(input: ProductTreeInput): MethodResult<ProductTreeResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const cycle = cycleIn(input);
	if (cycle !== null) return refused('invalid-input', 'CYCLE', `processes[${Math.max(0, cycle)}]`);
	const from = new Map<string, ProductProcess[]>();
	for (const line of input.processes)
		if (line.recycling !== true) from.set(line.from, [...(from.get(line.from) ?? []), line]);
	if (!from.has(input.root)) return refused('invalid-input', 'UNKNOWN_ROOT', 'root');
	const warnings: Warning[] = input.processes.flatMap((line, k) =>
		line.recycling !== true && line.yield == null
			? [{ code: 'MISSING_INPUT', at: `processes[${k}].yield` }]
			: [],
	);
	const paths: Walk[] = [];
	const open: Walk[] = [{ nodes: [input.root], cumulativeYield: 1, cumulativeValueAdded: 0 }];
	let looked = 0;
	while (open.length > 0 && paths.length < MOST_PATHS && looked < MOST_STEPS) {
		const walk = open.pop() as Walk;
		if (walk.nodes.length > 1) paths.push(walk);
		for (const line of [...(from.get(walk.nodes.at(-1) as string) ?? [])].reverse()) {
			open.push(onward(walk, line));
			looked += 1;
		}
	}
	const steps = paths.slice(0, LONGEST_TRACE).map((path, k) =>
		plainStep({
			id: `paths[${k}].cumulativeYield`,
			value: path.cumulativeYield,
			unit: 'unit/unit',
			basis: 'raw-material',
			formula: `product of yields: ${path.nodes.join(' > ')}`,
			inputs: { cumulativeValueAdded: path.cumulativeValueAdded },
			reason: 'MISSING_INPUT',
		}),
	);
	const truncated = open.length > 0;
	if (truncated) warnings.push({ code: 'PATHS_TRUNCATED', at: 'processes' });
	return { status: 'ok', result: { paths, truncated }, steps, warnings };
}

/** Every path from the root to each node below it; a circle that is not declared as recycling is `invalid-input`. */
export const productTree = method<ProductTreeInput, ProductTreeResult>({
	id: 'product-tree',
	version: 1,
	formula:
		'cumulativeYield = product(yield); cumulativeValueAdded = sum(valueAdded x cumulativeYield before)',
	unit: 'unit per unit of raw material; Rp per unit of raw material',
	source:
		'Pohon industri: paths over a directed acyclic graph, value added on a common raw-material basis as in Hayami et al. (1987).',
	example: {
		root: 'milk',
		processes: [
			{ from: 'milk', to: 'curd', yield: 0.12, valueAdded: 900 },
			{ from: 'curd', to: 'cheese', yield: 0.8, valueAdded: 12000 },
			{ from: 'milk', to: 'yogurt', yield: 0.95, valueAdded: 6500 },
			{ from: 'cheese', to: 'milk', recycling: true },
		],
	},
	compute,
});

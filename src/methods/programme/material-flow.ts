/**
 * Where materials go: what comes in, what is taken out and what is left of each material, and how much of a material
 * could be made from what is left of others. Amounts are low and high, so a rest is as unsure as what it is made from.
 * An amount nobody weighed stays out of the sums and is counted, so that a rest is never mistaken for waste.
 */
import { materialBalance } from './material-balance.ts';
import { lowHigh, type Span } from './span.ts';
import { topologicalOrder } from './task-graph.ts';

type Pair = readonly [low: number, high: number];
type Moisture = 'wet' | 'dry';

export interface FlowProcessInput {
	readonly from: string;
	readonly to: string;
	/** What goes in; null when nobody weighed it. */
	readonly takes: Span | null;
	/** Units of `to` from one unit of `from`; null when nobody measured it. */
	readonly yield: Span | null;
	/** Drying in one unit of mass: then the yield cannot be above 1. */
	readonly drying?: boolean;
}

export interface MaterialFlowInput {
	readonly supplies: readonly { readonly to: string; readonly amount: Span | null }[];
	readonly processes: readonly FlowProcessInput[];
	readonly uses: readonly { readonly from: string; readonly amount: Span | null }[];
}

export interface MaterialLine {
	readonly material: string;
	/** Null when nothing that comes in was weighed. */
	readonly incoming: Pair | null;
	readonly outgoing: Pair;
	/** incoming - outgoing, from the worst case to the best; null when nothing that comes in was weighed. */
	readonly rest: Pair | null;
	/** Amounts that nobody weighed. */
	readonly unknownIn: number;
	readonly unknownOut: number;
	/** More goes out than comes in: always, or only when little comes in. Unknown supplies could explain it. */
	readonly short: 'no' | 'maybe' | 'always';
	/** What a person could have of this material if everything left over went into it; null while a yield is missing. */
	readonly reachable: Pair | null;
	/** Indexes of processes towards this material whose yield is missing. */
	readonly missingYields: readonly number[];
}

export interface MaterialFlowResult {
	readonly lines: readonly MaterialLine[];
	/** Output of each process from what it takes now; null when either figure is missing. */
	readonly made: readonly (Pair | null)[];
	/** A process that makes its own material again over others; then there are no lines. */
	readonly circleAt: number | null;
	/** Processes that say drying adds mass: their result counts as unknown. */
	readonly dryingAddsMass: readonly number[];
}

const plus = (left: Pair, right: Pair): Pair => [left[0] + right[0], left[1] + right[1]];
const finite = (pair: Pair | null): Pair | null =>
	pair !== null && pair.every(Number.isFinite) ? pair : null;
const none: Pair = [0, 0];

/** One amount through one process, by the material balance. Null when its yield is missing or impossible. */
function through(amount: Pair | null, line: FlowProcessInput): Pair | null {
	if (amount === null || line.yield === null) return null;
	const to: Moisture = line.drying ? 'dry' : 'wet';
	const { result } = materialBalance.compute({
		streams: [{ ratePerDay: amount, moisture: 'wet' }],
		yields: [{ yield: line.yield, to }],
	});
	return result?.material ?? null;
}

/** Processes in an order in which each comes after those that make its material; the index of one in a circle. */
function processOrder(processes: readonly FlowProcessInput[]): { order: number[]; circleAt: number | null } {
	const makers = new Map<string, number[]>();
	processes.forEach(({ to }, k) => makers.set(to, [...(makers.get(to) ?? []), k]));
	const { order, cycleAt } = topologicalOrder(processes.map(({ from }) => makers.get(from) ?? []));
	return { order, circleAt: cycleAt };
}

function shortOf(rest: Pair | null, unknownIn: number): MaterialLine['short'] {
	// A hair below zero is the rounding of sums, not a shortage.
	const below = (value: number) => value < -1e-9;
	if (rest === null || !below(rest[0])) return 'no';
	return below(rest[1]) && unknownIn === 0 ? 'always' : 'maybe';
}

/**
 * The balance of every material, in the order in which they are first named. All amounts of one material are in one
 * unit and one period; bringing them there is the caller's. Law: incoming - outgoing = rest, at both ends.
 */
export function materialFlow(input: MaterialFlowInput): MaterialFlowResult {
	const { supplies, processes, uses } = input;
	const { order, circleAt } = processOrder(processes);
	const made: (Pair | null)[] = processes.map(() => null);
	const dryingAddsMass = processes.flatMap((line, k) =>
		line.drying && line.yield !== null && lowHigh(line.yield)[1] > 1 ? [k] : [],
	);
	if (circleAt !== null) return { lines: [], made, circleAt, dryingAddsMass };
	for (const k of order) {
		const line = processes[k] as FlowProcessInput;
		made[k] = through(line.takes === null ? null : lowHigh(line.takes), line);
	}
	const materials = [
		...new Set([
			...supplies.map(({ to }) => to),
			...processes.flatMap(({ from, to }) => [from, to]),
			...uses.map(({ from }) => from),
		]),
	];
	const bare = materials.map((material) => {
		const arriving: (Pair | null)[] = [
			...supplies
				.filter(({ to }) => to === material)
				.map(({ amount }) => (amount === null ? null : lowHigh(amount))),
			...made.filter((_, k) => processes[k]?.to === material),
		];
		const leaving: (Span | null)[] = [
			...uses.filter(({ from }) => from === material).map(({ amount }) => amount),
			...processes.filter(({ from }) => from === material).map(({ takes }) => takes),
		];
		const known = arriving.filter((pair) => pair !== null);
		const incoming = known.length === 0 ? null : finite(known.reduce(plus, none));
		const outgoing =
			finite(leaving.reduce<Pair>((sum, one) => (one === null ? sum : plus(sum, lowHigh(one))), none)) ??
			none;
		const rest = incoming && finite([incoming[0] - outgoing[1], incoming[1] - outgoing[0]]);
		const unknownIn = arriving.length - known.length;
		const unknownOut = leaving.filter((one) => one === null).length;
		return { material, incoming, outgoing, rest, unknownIn, unknownOut, short: shortOf(rest, unknownIn) };
	});
	const reached = new Map<string, { amount: Pair | null; missing: number[] }>();
	const reach = (material: string): { amount: Pair | null; missing: number[] } => {
		const before = reached.get(material);
		if (before) return before;
		const own = bare.find((line) => line.material === material)?.rest ?? null;
		let amount: Pair | null = own && [Math.max(0, own[0]), Math.max(0, own[1])];
		const missing: number[] = [];
		processes.forEach((line, k) => {
			// What a process takes now is in the rest already; one without an amount could take all that is left.
			if (line.to !== material || line.takes !== null) return;
			const source = reach(line.from);
			const more = through(source.amount, line);
			if (line.yield === null || dryingAddsMass.includes(k)) missing.push(k);
			missing.push(...source.missing);
			if (more !== null) amount = amount === null ? more : finite(plus(amount, more));
		});
		const found = { amount, missing: [...new Set(missing)] };
		reached.set(material, found);
		return found;
	};
	const lines = bare.map((line): MaterialLine => {
		const { amount, missing } = reach(line.material);
		return { ...line, reachable: amount, missingYields: missing };
	});
	return { lines, made, circleAt, dryingAddsMass };
}

/** Batches from an amount of material, and what they bring; null where a figure is missing. */
export function batchesFrom(
	material: Pair,
	batch: { readonly need: number; readonly output: number | null; readonly income: number | null },
): { readonly batches: Pair; readonly output: Pair | null; readonly income: Pair | null } | null {
	const { result } = materialBalance.compute({
		streams: [{ ratePerDay: material, moisture: 'wet' }],
		batch: { quantity: batch.need, moisture: 'wet', output: batch.output },
	});
	if (!result?.batchesPerDay) return null;
	const [low, high] = result.batchesPerDay;
	const { income } = batch;
	return {
		batches: result.batchesPerDay,
		output: result.outputPerDay,
		income: income === null ? null : finite([low * income, high * income]),
	};
}

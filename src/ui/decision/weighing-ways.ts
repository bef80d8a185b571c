/** The six ways to say how important things are: what each asks, how often, and how long that takes. */
import { weighings, type DecisionContent, type Weighing } from '#inputs/decision-content.ts';
import { siblingSets } from '#inputs/decision-siblings.ts';
import { m } from '#words/messages.js';

export interface WeighingWay {
	readonly id: Weighing;
	readonly name: string;
	readonly about: string;
	/** Answers asked for. */
	readonly count: number;
	readonly minutes: number;
}

/** Answers for a set of n siblings, and how long one takes in seconds (as timed in group interviews, with reading). */
const costs: Readonly<Record<Weighing, { readonly count: (n: number) => number; readonly seconds: number }>> =
	{
		points: { count: (n) => n, seconds: 10 },
		order: { count: (n) => n, seconds: 6 },
		pairs: { count: (n) => (n * (n - 1)) / 2, seconds: 15 },
		'best-worst': { count: (n) => 2 * n - 1, seconds: 12 },
		'trade-off': { count: (n) => n - 1, seconds: 30 },
		direct: { count: (n) => n, seconds: 6 },
	};

/** All six for this sheet. A sibling that stands alone needs no answer. */
export function weighingWays(content: DecisionContent): readonly WeighingWay[] {
	const sizes = siblingSets(content)
		.map(({ members }) => members.length)
		.filter((size) => size > 1);
	const names: Readonly<Record<Weighing, readonly [string, string]>> = {
		points: [m.decision_way_points(), m.decision_way_points_about()],
		order: [m.decision_way_order(), m.decision_way_order_about()],
		pairs: [m.decision_way_pairs(), m.decision_way_pairs_about()],
		'best-worst': [m.decision_way_best_worst(), m.decision_way_best_worst_about()],
		'trade-off': [m.decision_way_trade_off(), m.decision_way_trade_off_about()],
		direct: [m.decision_way_direct(), m.decision_way_direct_about()],
	};
	return weighings.map((id) => {
		const count = sizes.reduce((sum, size) => sum + costs[id].count(size), 0);
		const [name, about] = names[id];
		return { id, name, about, count, minutes: Math.max(1, Math.round((count * costs[id].seconds) / 60)) };
	});
}

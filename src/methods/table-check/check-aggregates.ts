/**
 * "Rata-rata" and "Jumlah" columns beside the products: a figure follows when it is the mean or sum of its row, or
 * when it is worked out from its own column. Both are printed, and for a ratio they differ.
 */
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace } from './precision.ts';
import type { PrintedAggregate, PrintedHayamiTable, PrintedNumber } from './printed.ts';
import type { HayamiKey } from '../value-added/hayami-rows.ts';

function judgeRow(
	table: PrintedHayamiTable,
	aggregate: PrintedAggregate,
	key: HayamiKey,
	printed: PrintedNumber,
): Finding | null {
	const parts = table.products.flatMap((product) => {
		const own = product.figures[key];
		return own ? [{ id: product.name, value: own.value, half: lastPlace(own) / 2 }] : [];
	});
	// With a part missing, neither mean nor sum can be told.
	if (parts.length < table.products.length) return null;
	const share = aggregate.kind === 'mean' ? 1 / parts.length : 1;
	return {
		...judgeSum({
			row: key,
			column: aggregate.name,
			label: table.labels[key] ?? '',
			printed,
			expected: parts.reduce((sum, part) => sum + part.value, 0) * share,
			formula: parts.map((part) => part.id).join(' + '),
			operands: parts.map(({ id, value }) => ({ id, value })),
			slack: parts.reduce((sum, part) => sum + part.half, 0) * share,
		}),
		code: aggregate.kind,
	};
}

/** One finding per figure of the aggregate columns; `own` judges a column as if it were a product. */
export function checkAggregates(
	table: PrintedHayamiTable,
	own: (aggregate: PrintedAggregate) => readonly Finding[],
): readonly Finding[] {
	return (table.aggregates ?? []).flatMap((aggregate) => {
		const byOwn = new Map(own(aggregate).map((finding) => [finding.row, finding]));
		return (Object.entries(aggregate.figures) as [HayamiKey, PrintedNumber][]).flatMap(([key, printed]) => {
			const whole = judgeRow(table, aggregate, key, printed);
			const alone = byOwn.get(key);
			if (whole && whole.verdict !== 'differs') return [whole];
			if (alone && (alone.verdict === 'match' || alone.verdict === 'rounding')) return [alone];
			return whole ? [whole] : alone ? [alone] : [];
		});
	});
}

/**
 * Shares, realised shares and growth rates against the levels they are made of. What a column is a share of is
 * learnt from the column itself: the reading that gives most of its figures; when none gives half of them, nothing
 * is said, for the levels may not be printed.
 */
import { figuresOf, judgeByBest } from './best-reading.ts';
import type { Hypothesis, RateFigure } from './best-reading.ts';
import type { Finding } from './finding.ts';
import { change, ratio, yearly } from './level-formulas.ts';
import { levelSources, seriesOf } from './level-sources.ts';
import type { LevelSource } from './level-sources.ts';
import type { PrintedLevelTable } from './printed-economic.ts';

const scales = [100, 1] as const;

/** Percentages of fewer decimals than two written as fractions are no evidence. */
const scalesFor = (figures: readonly RateFigure[]) =>
	figures.every((one) => Math.abs(one.printed.value) <= 1 && one.printed.decimals >= 2) ? scales : [100];

function shareHypotheses(
	sources: readonly LevelSource[],
	year: number | null,
	figures: readonly RateFigure[],
): readonly Hypothesis[] {
	const ofYear = sources.filter((source) => year !== null && source.column.year === year);
	const parts = ofYear.length > 0 ? ofYear : sources;
	const scalesHere = scalesFor(figures);
	const ofWhole = parts.flatMap((source) =>
		scalesHere.map((scale): Hypothesis => ({
			code: 'share-of-total',
			certain: false,
			of(row) {
				const part = source.at(row);
				return part
					? source.wholes.filter((whole) => whole.value !== 0).map((whole) => ratio(part, whole, scale))
					: [];
			},
		})),
	);
	const ofRow = sources.flatMap((whole) =>
		whole.column.kind === 'total' || whole.column.kind === 'budget'
			? sources.flatMap((source) => {
					const realised = source.column.kind === 'realised' && whole.column.kind === 'budget';
					if (
						source === whole ||
						source.table !== whole.table ||
						(whole.column.kind === 'budget') !== realised
					)
						return [];
					return scalesHere.map((scale): Hypothesis => ({
						code: realised ? 'realised-share' : 'share-of-row',
						certain: realised && scale === 100,
						of(row) {
							const [part, all] = [source.at(row), whole.at(row)];
							return part && all && all.value !== 0 ? [ratio(part, all, scale)] : [];
						},
					}));
				})
			: [],
	);
	return [...ofRow.filter((one) => one.certain), ...ofWhole, ...ofRow.filter((one) => !one.certain)];
}

function growthHypotheses(
	sources: readonly LevelSource[],
	year: number | null,
	figures: readonly RateFigure[],
): readonly Hypothesis[] {
	return seriesOf(sources).flatMap((dated) => {
		const pairs = dated.flatMap((now, index) => {
			const before = dated[index - 1];
			return before && (year === null || now.column.year === year) ? [{ before, now }] : [];
		});
		const [first, last] = [dated[0], dated.at(-1)];
		const whole = first && last && first !== last ? [{ before: first, now: last }] : [];
		const years = Number(last?.column.year ?? 0) - Number(first?.column.year ?? 0);
		const changes = [...pairs, ...whole].flatMap(({ before, now }) =>
			scalesFor(figures).map((scale): Hypothesis => ({
				code: 'growth',
				certain: false,
				of(row) {
					const [a, b] = [before.at(row), now.at(row)];
					return a && b && a.value !== 0 ? [change(b, a, scale)] : [];
				},
			})),
		);
		const average = whole.map(({ before, now }): Hypothesis => ({
			code: 'growth-a-year',
			certain: false,
			of(row) {
				const [a, b] = [before.at(row), now.at(row)];
				const found = a && b && years >= 2 ? yearly(b, a, years) : null;
				return found ? [found] : [];
			},
		}));
		return [...changes, ...average];
	});
}

/** Every row of percentages below the amounts: of the row's total, or from one year to the next. */
function rateRows(table: PrintedLevelTable, sources: readonly LevelSource[]): readonly Finding[] {
	const own = sources.filter((source) => source.table === table);
	return table.rows.flatMap((row, index) => {
		if (row.kind !== 'share' && row.kind !== 'growth') return [];
		const figures = table.columns.flatMap((column, position): RateFigure[] => {
			const printed = row.cells[position];
			return printed && own.some((source) => source.position === position)
				? [{ row, column: position, columnName: column.name, printed }]
				: [];
		});
		const above = table.rows.slice(0, index).filter((one) => one.kind === 'line' || one.kind === 'total');
		const bases = [above.findLast((one) => one.kind === 'total'), above.at(-1)].filter(
			(one) => one !== undefined,
		);
		const hypotheses = [...new Set(bases)].flatMap((base): Hypothesis[] => {
			const level = (position: number) =>
				own.find((source) => source.position === position)?.at(base) ?? null;
			if (row.kind === 'growth') {
				return [
					{
						code: 'growth',
						// Below a regional product at current prices stands its real growth as well.
						certain: base.kind === 'total' && !table.rounded,
						of(_row, column) {
							const before = own.findLast(
								(source) => source.position < column && source.column.kind === 'amount',
							);
							const [a, b] = [before?.at(base) ?? null, level(column)];
							return a && b && a.value !== 0 ? [change(b, a, 100)] : [];
						},
					},
				];
			}
			const total = own.findLast((source) => source.column.kind === 'total')?.at(base) ?? null;
			const amounts = own
				.filter((source) => source.column.kind === 'amount')
				.flatMap((source) => source.at(base) ?? []);
			const sum = amounts.reduce((all, one) => all + one.value, 0);
			const low = amounts.reduce((all, one) => all + one.reach.low, 0);
			const high = amounts.reduce((all, one) => all + one.reach.high, 0);
			const wholes = [...(total ? [total] : []), { value: sum, reach: { low, high } }];
			return [
				{
					code: 'share-of-row',
					certain: false,
					of(_row, column) {
						const part = level(column);
						return part ? wholes.filter((one) => one.value !== 0).map((one) => ratio(part, one, 100)) : [];
					},
				},
			];
		});
		return judgeByBest(figures, hypotheses);
	});
}

/** Shares and growth rates of one table, from its own levels or those of the others. */
export function checkLevelRates(
	table: PrintedLevelTable,
	tables: readonly PrintedLevelTable[],
): readonly Finding[] {
	const sources = levelSources(table, tables);
	if (sources.length === 0 || sources.length > 400) return [];
	const columns = table.columns.flatMap((column, position) => {
		const kind =
			column.kind === 'amount' && table.measure === 'shares'
				? 'share'
				: column.kind === 'amount' && table.measure === 'rates'
					? 'growth'
					: column.kind;
		if (kind !== 'share' && kind !== 'growth') return [];
		const figures = figuresOf(table, position);
		return kind === 'share'
			? judgeByBest(figures, shareHypotheses(sources, column.year, figures))
			: judgeByBest(figures, growthHypotheses(sources, column.year, figures));
	});
	return [...columns, ...remainders(table, sources), ...rateRows(table, sources)];
}

/** What a budget has left: budget - realised. */
function remainders(table: PrintedLevelTable, sources: readonly LevelSource[]): readonly Finding[] {
	const own = sources.filter((source) => source.table === table);
	const budget = own.find((source) => source.column.kind === 'budget');
	const realised = own.find((source) => source.column.kind === 'realised');
	if (!budget || !realised) return [];
	return table.columns.flatMap((column, position) =>
		column.kind === 'remainder'
			? judgeByBest(figuresOf(table, position), [
					{
						code: 'remainder',
						certain: true,
						of(row) {
							const [a, b] = [budget.at(row), realised.at(row)];
							if (!a || !b) return [];
							const range = { low: a.reach.low - b.reach.high, high: a.reach.high - b.reach.low };
							return [
								{
									expected: a.value - b.value,
									range,
									formula: 'budget - realised',
									operands: [
										{ id: 'budget', value: a.value },
										{ id: 'realised', value: b.value },
									],
								},
							];
						},
					},
				])
			: [],
	);
}

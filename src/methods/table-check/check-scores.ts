/**
 * Whether printed means of scores are possible for the stated number of respondents: a mean of n whole numbers is a
 * whole number of n-ths. Source: the GRIM test (see `methods/livelihood/grim.ts`).
 */
import { grim } from '../livelihood/grim.ts';
import type { Finding } from './finding.ts';
import type { PrintedNumber, PrintedTables } from './printed.ts';
import type { PrintedChangeTable, StatedRespondents } from './printed-programme.ts';

/** A score scale ends below this; larger figures are no scores. */
const largestScore = 10;
/** With two decimals every mean is possible from here on. */
const enoughRespondents = 100;
/** Numbers of respondents that are tried when the stated one cannot be, and how many of those that fit are named. */
const mostTried = 60;
const mostNamed = 6;

/** What the table's own sheet states, otherwise the one number all sheets state. */
function respondentsOf(
	table: PrintedChangeTable,
	stated: readonly StatedRespondents[],
): StatedRespondents | null {
	const own = stated.filter((one) => one.table === table.name);
	const from = own.length > 0 ? own : stated;
	return from.length > 0 && new Set(from.map((one) => one.count)).size === 1 ? (from[0] ?? null) : null;
}

function scoresOf(table: PrintedChangeTable): readonly PrintedNumber[] {
	const all = table.rows
		.filter((row) => row.kind === 'indicator')
		.flatMap((row) => [row.before, row.after])
		.filter((one) => one !== null);
	return all.every((one) => one.value >= 0 && one.value <= largestScore) ? all : [];
}

/** Code `grim`: how many means cannot be, and with which numbers of respondents all could. */
export function checkScores(tables: PrintedTables): readonly Finding[] {
	const changes = tables.changes ?? [];
	return changes.flatMap((table): Finding[] => {
		const stated = respondentsOf(table, tables.respondents ?? []);
		// Rows without a group in a table of assets are means of means.
		const printed = scoresOf(table).filter((one) => one.decimals === 2);
		const onlyAssets = changes.length > 1 && table.rows.every((row) => row.group === '');
		if (!table.scores || onlyAssets || !stated || stated.count >= enoughRespondents || printed.length < 2)
			return [];
		const means = printed.map((one) => one.value);
		const judged = grim.compute({ means, decimals: 2, n: stated.count, maxN: 1, rounding: 'any' }).result;
		if (!judged || judged.possible !== false) return [];
		const possibleWith = (rounding: 'half-up' | 'any') =>
			grim.compute({ means, decimals: 2, maxN: mostTried, rounding }).result?.possibleN ?? [];
		const rounded = possibleWith('half-up');
		const possible = rounded.length > 0 ? rounded : possibleWith('any');
		const impossible = printed.filter((_, index) => judged.means[index]?.possible === false);
		const [first] = impossible as [PrintedNumber];
		return [
			{
				code: 'grim',
				row: 'respondents',
				column: '',
				label: stated.text,
				table: first.table,
				cell: first.cell,
				printed: first.value,
				printedText: first.text,
				decimals: 2,
				expected: null,
				verdict: 'odd',
				formula: '',
				operands: [],
				wouldMatchIf: [],
				params: {
					respondents: stated.count,
					count: impossible.length,
					of: printed.length,
					possible: possible.slice(0, mostNamed).join(', '),
					cells: impossible
						.slice(0, 12)
						.map((one) => one.cell)
						.join(', '),
				},
			},
		];
	});
}

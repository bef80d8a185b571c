/**
 * A figure may follow from the right value of a figure that is itself printed wrong: the total of a cost table whose
 * one line has a slip. Such a figure is no second fault.
 */
import type { Finding } from './finding.ts';
import type { PrintedNumber, PrintedTables } from './printed.ts';

/** More differences than this are no slips, and each costs a check of everything. */
const mostDifferences = 40;

const nameOf = (finding: Finding) => `${finding.table}!${finding.cell}`;

function isPrintedNumber(value: object): value is PrintedNumber {
	return 'value' in value && 'decimals' in value && 'cell' in value && 'table' in value;
}

/** The same tables with some cells holding other values; nothing else is touched. */
export function withValues<Data>(data: Data, values: ReadonlyMap<string, number>): Data {
	if (Array.isArray(data)) return data.map((one: unknown) => withValues(one, values)) as Data;
	if (typeof data !== 'object' || data === null) return data;
	if (isPrintedNumber(data)) {
		const value = values.get(`${data.table}!${data.cell}`);
		return value === undefined ? data : { ...data, value };
	}
	return Object.fromEntries(
		Object.entries(data).map(([key, one]) => [key, withValues<unknown>(one, values)]),
	) as Data;
}

/** What should have been printed: the recomputed value with as many decimals. */
function asPrinted(finding: Finding): number {
	return Number((finding.expected as number).toFixed(Math.max(0, Math.min(finding.decimals ?? 0, 12))));
}

/**
 * The findings, with those that follow from right values in the place of those that differ. The last rows are tried
 * first, since they are made of the rows above them; what explains another stays.
 */
export function settleFollowing(
	tables: PrintedTables,
	findings: readonly Finding[],
	judge: (tables: PrintedTables) => readonly Finding[],
): readonly Finding[] {
	const differing = findings.filter(
		(one) => one.verdict === 'differs' && one.expected !== null && one.cell && one.code !== 'other-inputs',
	);
	if (differing.length < 2 || differing.length > mostDifferences) return findings;
	const faults = new Set(differing);
	const settled = new Map<Finding, Finding>();
	for (const finding of [...differing].reverse()) {
		const values = new Map(
			[...faults].filter((one) => one !== finding).map((one) => [nameOf(one), asPrinted(one)]),
		);
		values.delete(nameOf(finding));
		const again = judge(withValues(tables, values)).find(
			(one) => nameOf(one) === nameOf(finding) && one.row === finding.row,
		);
		if (again?.verdict !== 'match' && again?.verdict !== 'rounding') continue;
		settled.set(finding, again);
		faults.delete(finding);
	}
	return findings.map((finding) => settled.get(finding) ?? finding);
}

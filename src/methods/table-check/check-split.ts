/**
 * How an amount is divided: the percentages make 100, every part is its percent of the whole, the parts make the
 * whole to the last rupiah, and what a part gives to each of its recipients leaves no rupiah unnamed.
 */
import { split } from '../cooperative/split.ts';
import { duplicateRows } from './duplicate-rows.ts';
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace } from './precision.ts';
import type { PrintedNumber } from './printed.ts';
import type { PrintedSplit } from './printed-programme.ts';

const half = (printed: PrintedNumber) => (printed.decimals > 0 ? lastPlace(printed) / 2 : 0);

/** Parts of one, `0,30`, instead of percent. */
function wholeOf(table: PrintedSplit): number {
	const sum = table.parts.reduce((all, part) => all + (part.pct?.value ?? 0), 0);
	return sum <= 1.5 ? 1 : 100;
}

/** What is divided, with where it is printed; the sum of the parts itself when no printed whole fits them. */
interface Whole {
	readonly value: number;
	readonly printed: PrintedNumber | null;
}

/** How many parts are their percent of a whole, to the rupiah. */
function partsOf(table: PrintedSplit, value: number): number {
	const whole = wholeOf(table);
	return table.parts.filter(
		({ pct, amount }) =>
			pct && amount && Math.abs((value * pct.value) / whole - amount.value) < Math.max(1, lastPlace(amount)),
	).length;
}

/**
 * The whole that most parts are made of: named apart, or printed as their sum, or their sum itself. One part with a
 * slip leaves the printed whole in place; a printed whole with a slip gives way to the sum of its parts.
 */
function dividedIn(table: PrintedSplit): Whole | null {
	const amounts = table.parts.flatMap((part) => part.amount ?? []);
	const sum = amounts.reduce((all, one) => all + one.value, 0);
	const candidates: readonly Whole[] = [
		...[table.base, table.amountSum].flatMap((one) => (one ? [{ value: one.value, printed: one }] : [])),
		...(amounts.length > 0 && amounts.length === table.parts.length ? [{ value: sum, printed: null }] : []),
	];
	const fits = candidates.map((one) => ({ one, count: partsOf(table, one.value) }));
	const best = fits.toSorted((a, b) => b.count - a.count)[0];
	const [usual] = candidates;
	return best && best.count > 0 ? best.one : (usual ?? null);
}

/** The parts to the last rupiah by largest remainders, when the rules make 100 % of a whole amount. */
function exactParts(table: PrintedSplit, total: number): readonly number[] | null {
	if (!Number.isSafeInteger(total) || total < 0) return null;
	const scale = 100 / wholeOf(table);
	const rules = table.parts.map((part) => ({
		pct: String(Number(((part.pct?.value ?? 0) * scale).toPrecision(12))),
	}));
	return split.compute({ total, rules }).result?.amounts.map(Number) ?? null;
}

function judgeAmounts(table: PrintedSplit, whole: number): readonly Finding[] {
	const total = dividedIn(table);
	return table.parts.flatMap(({ label, pct, amount }): readonly Finding[] =>
		total && pct && amount
			? [
					judgeSum({
						row: 'splitAmount',
						column: label,
						label,
						printed: amount,
						expected: (total.value * pct.value) / whole,
						formula: `total * share / ${whole}`,
						operands: [
							{ id: 'total', value: total.value },
							{ id: 'share', value: pct.value },
						],
						// Less than a rupiah is rounding, up or down: the largest remainder gives some parts one more.
						slack: (total.value * half(pct)) / whole + (amount.decimals > 0 ? 0 : 1 - 1e-6),
					}),
				]
			: [],
	);
}

function judgeEach(table: PrintedSplit): readonly Finding[] {
	return table.parts.flatMap(({ label, amount, recipients, each }): readonly Finding[] =>
		amount && recipients && each && recipients.value > 0
			? [
					judgeSum({
						row: 'splitEach',
						column: label,
						label,
						printed: each,
						expected: amount.value / recipients.value,
						formula: 'amount / recipients',
						operands: [
							{ id: 'amount', value: amount.value },
							{ id: 'recipients', value: recipients.value },
						],
						slack: each.decimals > 0 ? 0 : 1 - 1e-6,
					}),
				]
			: [],
	);
}

function judgeSumOf(table: PrintedSplit, column: 'pct' | 'amount'): readonly Finding[] {
	const sum = column === 'pct' ? table.pctSum : table.amountSum;
	const parts = table.parts.flatMap((part) => {
		const own = part[column];
		return own ? [{ id: part.label, value: own.value, half: half(own) }] : [];
	});
	if (!sum || parts.length < table.parts.length) return [];
	return [
		judgeSum({
			row: column === 'pct' ? 'splitShareSum' : 'splitAmountSum',
			column: '',
			label: sum.text,
			printed: sum,
			expected: parts.reduce((all, part) => all + part.value, 0),
			formula: parts.map((part) => part.id).join(' + '),
			operands: parts.map(({ id, value }) => ({ id, value })),
			parts,
			// Parts cut to whole rupiah may leave less than one each; what is left is said apart.
			slack: parts.reduce((all, part) => all + part.half, 0) + (column === 'amount' ? parts.length - 1 : 0),
		}),
	];
}

/** The whole named apart from the table against its parts; rupiah left by rounding are said elsewhere. */
function judgeBase(table: PrintedSplit): readonly Finding[] {
	const { base, parts } = table;
	const amounts = parts.flatMap((part) =>
		part.amount ? [{ id: part.label, value: part.amount.value }] : [],
	);
	if (!base || amounts.length < parts.length) return [];
	return [
		judgeSum({
			row: 'splitBase',
			column: '',
			label: base.text,
			printed: base,
			expected: amounts.reduce((all, one) => all + one.value, 0),
			formula: amounts.map((one) => one.id).join(' + '),
			operands: amounts,
			parts: amounts,
			slack: parts.length - 1,
		}),
	];
}

/** Every figure of one division. */
export function checkSplit(table: PrintedSplit): readonly Finding[] {
	const whole = wholeOf(table);
	return [
		...judgeAmounts(table, whole),
		...judgeEach(table),
		...judgeSumOf(table, 'pct'),
		...judgeSumOf(table, 'amount'),
		...judgeBase(table),
	];
}

function odd(
	at: PrintedNumber,
	code: string,
	column: string,
	params: Readonly<Record<string, string | number>>,
): Finding {
	return {
		code,
		row: 'split',
		column,
		label: column,
		table: at.table,
		cell: at.cell,
		printed: null,
		expected: null,
		verdict: 'odd',
		formula: '',
		operands: [],
		wouldMatchIf: [],
		params,
	};
}

/** Percentages that do not make 100. */
function sharesOff(table: PrintedSplit): readonly Finding[] {
	const shares = table.parts.flatMap((part) => part.pct ?? []);
	const [first] = shares;
	const whole = wholeOf(table);
	const sum = shares.reduce((all, one) => all + one.value, 0);
	const slack = shares.reduce((all, one) => all + half(one), 0) + 1e-9;
	if (!first || Math.abs(sum - whole) <= slack) return [];
	return [
		odd(table.pctSum ?? first, 'shares-off', '', { sum: Number((sum * (100 / whole)).toPrecision(12)) }),
	];
}

/** Rupiah that belong to nobody: between the whole and its parts, or between a part and its equal shares. */
function remainders(table: PrintedSplit): readonly Finding[] {
	const amounts = table.parts.flatMap((part) => part.amount ?? []);
	const base = table.base ?? table.amountSum;
	const left = base ? base.value - amounts.reduce((all, one) => all + one.value, 0) : 0;
	const ofWhole =
		base && amounts.length === table.parts.length && left !== 0 && Math.abs(left) < table.parts.length
			? [odd(base, 'split-remainder', '', { left, whole: base.value, ...exactly(table, base.value) })]
			: [];
	const ofParts = table.parts.flatMap(({ label, amount, recipients, each }): readonly Finding[] => {
		if (!amount || !recipients || !each || !Number.isInteger(each.value)) return [];
		const rest = amount.value - recipients.value * each.value;
		if (rest === 0 || Math.abs(rest) >= recipients.value) return [];
		const params = { left: rest, whole: amount.value, recipients: recipients.value, each: each.value };
		return [odd(each, 'split-remainder', label, params)];
	});
	return [...ofWhole, ...ofParts];
}

/** The division that leaves nothing, a part a line: its name, a tab, its amount. */
function exactly(table: PrintedSplit, total: number): { exact?: string } {
	const amounts = exactParts(table, total);
	return amounts
		? { exact: table.parts.map((part, index) => `${part.label}\t${amounts[index] ?? 0}`).join('\n') }
		: {};
}

/** Everything odd about every division. */
export function splitOddities(splits: readonly PrintedSplit[]): readonly Finding[] {
	return splits.flatMap((table) => [
		...sharesOff(table),
		...remainders(table),
		...duplicateRows(
			table.parts.map((part) => ({ label: part.label, group: '', figures: [part.pct, part.amount] })),
		).filter((finding) => finding.code !== 'duplicate-figures'),
	]);
}

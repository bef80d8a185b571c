/**
 * Divides an amount of whole rupiah by rules, to the last rupiah: the largest remainder in exact fractions.
 * What rounding owes to each can be carried to the next division, so that over a year nobody loses.
 */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { firstFault, faultStatus, listOf, record, required, text } from '../numeric/input-check.ts';
import type { Check } from '../numeric/input-check.ts';
import {
	compareFractions,
	fraction,
	fractionNumber,
	multiplyFractions,
	readFraction,
	writeFraction,
	zero,
} from '../numeric/fraction.ts';
import type { Fraction } from '../numeric/fraction.ts';
import { largestRemainder, sumFractions } from '../numeric/largest-remainder.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { exactShare, readRupiah, rupiah, writeRupiah } from '../numeric/rupiah.ts';
import type { Rupiah } from '../numeric/rupiah.ts';

export interface SplitRule {
	readonly name?: string;
	/** Percent of the total: a number, or text such as `33.3` or `100/3`. */
	readonly pct: number | string;
	/** Part of a rupiah owed from earlier divisions, as an earlier answer wrote it. */
	readonly carried?: string | number | null;
}

export interface SplitInput {
	readonly total: Rupiah;
	readonly rules: readonly SplitRule[];
}

export interface SplitResult {
	readonly total: Rupiah;
	readonly amounts: readonly Rupiah[];
	readonly rules: readonly {
		readonly name: string;
		readonly amount: Rupiah;
		/** What this rule is still owed, as a fraction of a rupiah: hand it to the next division. */
		readonly carried: string;
		readonly receivedRemainder: boolean;
	}[];
	/** Rupiah left over after each share was cut to whole rupiah. */
	readonly remainder: Rupiah;
}

const carriedFraction: Check = (value, at) =>
	value === null || value === undefined || readFraction(value) !== null
		? null
		: { reason: 'NOT_A_SHARE', at };

const fields = {
	total: required(rupiah),
	rules: required(listOf(record({ name: text, pct: required(exactShare), carried: carriedFraction }), 1_000)),
};

const hundred = fraction(100n);

function fault(
	input: SplitInput,
): { status: 'missing-input' | 'invalid-input' | 'undefined'; reason: string; at: string } | null {
	const first = firstFault(input, fields);
	if (first !== null) return { status: faultStatus(first), ...first };
	if (input.rules.length === 0) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'rules' };
	const sum = sumFractions(input.rules.map(({ pct }) => readFraction(pct) as Fraction));
	if (compareFractions(sum, hundred) !== 0)
		return { status: 'invalid-input', reason: 'NOT_ONE_HUNDRED_PCT', at: 'rules' };
	const carried = sumFractions(input.rules.map((rule) => readFraction(rule.carried ?? 0) as Fraction));
	if (carried.numerator !== 0n)
		return { status: 'invalid-input', reason: 'CARRIED_NOT_BALANCED', at: 'rules' };
	if ((readRupiah(input.total) as bigint) < 0n)
		return { status: 'undefined', reason: 'LOSS_NOT_DISTRIBUTED', at: 'total' };
	return null;
}

function compute(input: SplitInput): MethodResult<SplitResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const total = readRupiah(input.total) as bigint;
	const percents = input.rules.map(({ pct }) => readFraction(pct) as Fraction);
	const shares = percents.map((pct) => multiplyFractions(pct, fraction(1n, 100n)));
	const carried = input.rules.map((rule) => readFraction(rule.carried ?? 0) ?? zero);
	const { portions, leftOver } = largestRemainder(total, shares, { carried });
	const shown = portions.slice(0, LONGEST_TRACE);
	const steps = shown.flatMap((portion, index) => {
		const at = `rules[${index}]`;
		const pct = fractionNumber(percents[index] as Fraction);
		const quota = fractionNumber(portion.quota);
		const before = fractionNumber(carried[index] as Fraction);
		return [
			plainStep({
				id: `${at}.quota`,
				value: quota,
				unit: 'Rp',
				formula: 'total x pct / 100 + carried',
				inputs: { total, [`${at}.pct`]: pct, [`${at}.carried`]: before },
			}),
			plainStep({
				id: `${at}.amount`,
				value: portion.amount,
				unit: 'Rp',
				formula: portion.extra ? 'floor(quota) + 1' : 'floor(quota)',
				inputs: { [`${at}.quota`]: quota },
			}),
		];
	});
	const rules = portions.map((portion, index) => ({
		name: input.rules[index]?.name ?? '',
		amount: writeRupiah(portion.amount),
		carried: writeFraction(portion.carried),
		receivedRemainder: portion.extra,
	}));
	const remainder = plainStep({
		id: 'remainder',
		value: leftOver,
		unit: 'Rp',
		formula: 'total - sum(floor(quota))',
		inputs: { total },
	});
	return {
		status: 'ok',
		result: {
			total: writeRupiah(total),
			amounts: rules.map(({ amount }) => amount),
			rules,
			remainder: writeRupiah(leftOver),
		},
		steps: [...steps, remainder],
		warnings: [],
	};
}

/**
 * Shares of a whole amount that always add up to it.
 * Rules that do not total 100 % exactly are `invalid-input`; a loss is `undefined` with reason `LOSS_NOT_DISTRIBUTED`.
 */
export const split = method<SplitInput, SplitResult>({
	id: 'split',
	version: 1,
	formula:
		'amount = floor(total x pct / 100 + carried), then +1 to the largest fractions until the sum is total',
	unit: 'whole rupiah (Rp)',
	source:
		'Hamilton (largest remainder): Balinski, M. L. and Young, H. P. (1982), Fair Representation, Yale University Press, chapter 2. Ties: larger share, then lower index.',
	variants: {
		carried: 'the fraction of a rupiah each rule is owed is added to its next quota; 0 unless stated',
		pct: 'a number, decimals as text, or a fraction such as 100/3',
	},
	example: {
		total: 1234567,
		rules: [
			{ name: 'manager', pct: 30 },
			{ name: 'partners', pct: 60 },
			{ name: 'harvest savings', pct: 8 },
			{ name: 'co-operative', pct: 2 },
		],
	},
	compute,
});

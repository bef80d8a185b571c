/**
 * Proceeds divided by a rule of any parts, and one part divided on over people, in coins that exist: what rounding
 * leaves of that part goes where the group's rule says.
 */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import {
	count,
	faultStatus,
	firstFault,
	listOf,
	oneOf,
	record,
	required,
	text,
} from '../numeric/input-check.ts';
import {
	floorFraction,
	fraction,
	fractionNumber,
	multiplyFractions,
	readFraction,
} from '../numeric/fraction.ts';
import type { Fraction } from '../numeric/fraction.ts';
import { largestRemainder, sharesOf } from '../numeric/largest-remainder.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { exactShare, readRupiah, rupiah, writeRupiah } from '../numeric/rupiah.ts';
import type { Rupiah } from '../numeric/rupiah.ts';
import { split } from './split.ts';

export interface ProceedsPart {
	readonly name?: string;
	/** Percent of the total. */
	readonly pct: number | string;
}

export interface ProceedsPerson {
	readonly name?: string;
	/** Rafts, hectares or days: what the person counts for when the division is by unit. */
	readonly units?: number | string | null;
}

export interface DivideProceedsInput {
	/** Net sales, whole rupiah. */
	readonly total: Rupiah;
	/** The rule; it totals 100 % exactly. */
	readonly parts: readonly ProceedsPart[];
	/** The part (counted from 0) that is divided over people; none unless stated. */
	readonly peoplePart?: number | null;
	readonly people?: readonly ProceedsPerson[];
	/** The number of people, when they are not listed. */
	readonly peopleCount?: number | null;
	readonly division?: 'equal' | 'by-unit';
	/** Each person receives a multiple of this many rupiah; 1 unless stated. */
	readonly roundTo?: number | null;
	/**
	 * The part (counted from 0) that takes what rounding leaves of the people's part. Unless stated the odd rupiah go to
	 * the largest fractions; that needs whole rupiah.
	 */
	readonly remainderTo?: number | null;
}

export interface PersonShare {
	readonly name: string;
	/** Before rounding, in rupiah. */
	readonly entitled: number;
	readonly amount: Rupiah;
}

export interface DivideProceedsResult {
	readonly total: Rupiah;
	/** What the rule gives each part, and what it has after the remainder was placed. */
	readonly parts: readonly { readonly name: string; readonly entitled: Rupiah; readonly amount: Rupiah }[];
	readonly people: readonly PersonShare[];
	/** What rounding left of the people's part. */
	readonly remainder: Rupiah;
}

const fields = {
	total: required(rupiah),
	parts: required(listOf(record({ name: text, pct: required(exactShare) }), 1_000)),
	peoplePart: count(0, 999),
	people: listOf(record({ name: text, units: exactShare }), 10_000),
	peopleCount: count(1, 10_000),
	division: oneOf(['equal', 'by-unit']),
	roundTo: count(1, 1_000_000),
	remainderTo: count(0, 999),
};

type Wrong = { status: 'missing-input' | 'invalid-input' | 'undefined'; reason: string; at: string };

/** What is wrong with the people and where their remainder goes; the parts are judged by `split`. */
function peopleFault(input: DivideProceedsInput): Wrong | null {
	const { parts, peoplePart, people, peopleCount, division, roundTo, remainderTo } = input;
	if (peoplePart == null) return null;
	if (peoplePart >= parts.length)
		return { status: 'invalid-input', reason: 'OUT_OF_RANGE', at: 'peoplePart' };
	if (remainderTo != null && (remainderTo >= parts.length || remainderTo === peoplePart))
		return { status: 'invalid-input', reason: 'OUT_OF_RANGE', at: 'remainderTo' };
	if (remainderTo == null && (roundTo ?? 1) !== 1)
		return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'remainderTo' };
	if ((people == null || people.length === 0) && peopleCount == null)
		return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'people' };
	if (people != null && peopleCount != null && people.length !== peopleCount)
		return { status: 'invalid-input', reason: 'COUNT_DIFFERS', at: 'peopleCount' };
	if (division !== 'by-unit') return null;
	if (people == null) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'people' };
	const open = people.findIndex(({ units }) => units == null);
	return open < 0 ? null : { status: 'missing-input', reason: 'MISSING_INPUT', at: `people[${open}].units` };
}

/** Every person's share of one, exactly; null when nobody counts for anything. */
function personShares({ people, peopleCount, division }: DivideProceedsInput): readonly Fraction[] | null {
	const size = people?.length ?? peopleCount ?? 0;
	if (division !== 'by-unit') return Array.from({ length: size }, () => fraction(1n, BigInt(size)));
	return sharesOf((people ?? []).map(({ units }) => readFraction(units) as Fraction));
}

function amounts(part: bigint, shares: readonly Fraction[], coin: bigint, aside: boolean): bigint[] {
	if (!aside) return largestRemainder(part, shares).portions.map(({ amount }) => amount);
	const coins = fraction(part, coin);
	return shares.map((share) => floorFraction(multiplyFractions(coins, share)) * coin);
}

function compute(input: DivideProceedsInput): MethodResult<DivideProceedsResult> {
	const first = firstFault(input, fields);
	if (first !== null) return refused(faultStatus(first), first.reason, first.at);
	const wrong = peopleFault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const rule = split.compute({ total: input.total, rules: input.parts });
	if (!rule.result)
		return { ...rule, result: null, ...(rule.at ? { at: rule.at.replace('rules', 'parts') } : {}) };
	const entitled = rule.result.amounts.map((amount) => readRupiah(amount) as bigint);
	const held = [...entitled];
	const { peoplePart, remainderTo } = input;
	let people: PersonShare[] = [];
	let remainder = 0n;
	if (peoplePart != null) {
		const shares = personShares(input);
		if (shares === null) return refused('undefined', 'ZERO_DENOMINATOR', 'people');
		const part = entitled[peoplePart] as bigint;
		const received = amounts(part, shares, BigInt(input.roundTo ?? 1), remainderTo != null);
		remainder = part - received.reduce((sum, amount) => sum + amount, 0n);
		people = received.map((amount, index) => ({
			name: input.people?.[index]?.name ?? '',
			entitled: fractionNumber(multiplyFractions(fraction(part), shares[index] as Fraction)),
			amount: writeRupiah(amount),
		}));
		if (remainderTo != null) {
			held[peoplePart] = part - remainder;
			held[remainderTo] = (held[remainderTo] as bigint) + remainder;
		}
	}
	const total = readRupiah(input.total) as bigint;
	const shown = people.slice(0, LONGEST_TRACE);
	return {
		status: 'ok',
		result: {
			total: writeRupiah(total),
			parts: input.parts.map(({ name }, index) => ({
				name: name ?? '',
				entitled: writeRupiah(entitled[index] as bigint),
				amount: writeRupiah(held[index] as bigint),
			})),
			people,
			remainder: writeRupiah(remainder),
		},
		steps: [
			...rule.steps,
			...shown.map((person, index) =>
				plainStep({
					id: `people[${index}].amount`,
					value: readRupiah(person.amount) as bigint,
					unit: 'Rp',
					formula: 'floor(part x share / roundTo) x roundTo',
					inputs: { part: entitled[peoplePart ?? 0] as bigint, entitled: person.entitled },
				}),
			),
			plainStep({
				id: 'peopleRemainder',
				value: remainder,
				unit: 'Rp',
				formula: 'part - sum(amounts)',
				inputs: { total },
			}),
		],
		warnings: [],
	};
}

/**
 * A division of proceeds whose parts and people always add up to the total.
 * Reasons: those of `split` for the rule; `OUT_OF_RANGE` for a part that is not there; `MISSING_INPUT` for a rounding
 * without a receiver of the remainder.
 */
export const divideProceeds = method<DivideProceedsInput, DivideProceedsResult>({
	id: 'divide-proceeds',
	version: 1,
	formula:
		'part = largest remainder of total x pct / 100; person = floor(part x share / roundTo) x roundTo; remainder = part - sum(person) -> remainderTo',
	unit: 'whole rupiah (Rp)',
	source:
		'The 30/60/8/2 division of the green-mussel co-operative in Serang over 36 partners; largest remainder: Balinski, M. L. and Young, H. P. (1982), Fair Representation, Yale University Press, chapter 2.',
	variants: {
		division: 'equal over people, or by the units each counts for',
		remainderTo: 'a part that takes what rounding leaves; unless stated the largest fractions',
	},
	example: {
		total: 4137500,
		parts: [
			{ name: 'manager', pct: 30 },
			{ name: 'partners', pct: 60 },
			{ name: 'raft repairs', pct: 8 },
			{ name: 'co-operative', pct: 2 },
		],
		peoplePart: 1,
		peopleCount: 36,
		remainderTo: 2,
	},
	compute,
});

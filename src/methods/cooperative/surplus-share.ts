/**
 * The surplus of a co-operative (SHU) over its funds, and each member's part by business done and by capital.
 * A pool nobody can claim (no member business, no capital) goes to the reserve and says so.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import {
	addFractions,
	compareFractions,
	fraction,
	multiplyFractions,
	readFraction,
	zero,
} from '../numeric/fraction.ts';
import type { Fraction } from '../numeric/fraction.ts';
import { faultStatus, firstFault, listOf, oneOf, record, required, text } from '../numeric/input-check.ts';
import { largestRemainder, sharesOf, sumFractions } from '../numeric/largest-remainder.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { exactShare, readRupiah, rupiah, rupiahAmount, writeRupiah } from '../numeric/rupiah.ts';
import type { Rupiah } from '../numeric/rupiah.ts';

export type SurplusFund = 'member-business' | 'member-capital' | 'reserve' | 'other';

export interface SurplusMember {
	readonly name?: string;
	/** Business done with the co-operative in the year, rupiah. */
	readonly transactions: Rupiah;
	/** Principal and mandatory savings, rupiah. */
	readonly savings: Rupiah;
	readonly voluntarySavings?: Rupiah | null;
	/** Part of the year as a member, 0 to 1: a member who left in June has 0.5. Capital counts for that part. */
	readonly partOfYear?: number | string | null;
}

export interface SurplusShareInput {
	/** Surplus of the book year after tax, rupiah. */
	readonly surplus: Rupiah;
	/** The part of the surplus earned with non-members; 0 unless stated. */
	readonly nonMemberSurplus?: Rupiah | null;
	readonly nonMember?: 'reserve' | 'distribute';
	readonly allocation: readonly {
		readonly name?: string;
		readonly fund: SurplusFund;
		readonly pct: number | string;
	}[];
	readonly members: readonly SurplusMember[];
	/** All member business and savings, when not every member is listed. */
	readonly totalTransactions?: Rupiah | null;
	readonly totalSavings?: Rupiah | null;
	readonly capital?: 'principal-and-mandatory' | 'with-voluntary';
	readonly resigned?: 'pro-rata' | 'excluded';
}

interface MemberShare {
	readonly name: string;
	readonly forBusiness: Rupiah;
	readonly forCapital: Rupiah;
	readonly total: Rupiah;
}

export interface SurplusShareResult {
	readonly surplus: Rupiah;
	readonly allocation: readonly {
		readonly name: string;
		readonly fund: SurplusFund;
		readonly amount: Rupiah;
	}[];
	readonly members: readonly MemberShare[];
	/** What goes to members who are not listed. */
	readonly otherMembers: Rupiah;
	/** Reserve with the surplus of non-members and pools that nobody could claim. */
	readonly reserve: Rupiah;
}

const funds = ['member-business', 'member-capital', 'reserve', 'other'] as const;

const fields = {
	surplus: required(rupiah),
	nonMemberSurplus: rupiahAmount,
	nonMember: oneOf(['reserve', 'distribute']),
	allocation: required(
		listOf(record({ name: text, fund: required(oneOf(funds)), pct: required(exactShare) }), 100),
	),
	members: required(
		listOf(
			record({
				name: text,
				transactions: required(rupiahAmount),
				savings: required(rupiahAmount),
				voluntarySavings: rupiahAmount,
				partOfYear: exactShare,
			}),
			20_000,
		),
	),
	totalTransactions: rupiahAmount,
	totalSavings: rupiahAmount,
	capital: oneOf(['principal-and-mandatory', 'with-voluntary']),
	resigned: oneOf(['pro-rata', 'excluded']),
};

type Wrong = {
	status: 'missing-input' | 'invalid-input' | 'undefined';
	reason: string;
	at: string;
	warnings?: Warning[];
};

const one = fraction(1n);
const partOf = ({ partOfYear }: SurplusMember): Fraction =>
	partOfYear == null ? one : (readFraction(partOfYear) as Fraction);

interface Claims {
	readonly business: readonly Fraction[];
	readonly capital: readonly Fraction[];
}

function claimsOf(input: SurplusShareInput): Claims {
	const gone = (member: SurplusMember): boolean =>
		input.resigned === 'excluded' && compareFractions(partOf(member), one) < 0;
	const business = input.members.map((member) =>
		gone(member) ? zero : fraction(readRupiah(member.transactions) as bigint),
	);
	const capital = input.members.map((member) => {
		if (gone(member)) return zero;
		const voluntary =
			input.capital === 'with-voluntary' ? (readRupiah(member.voluntarySavings ?? 0) as bigint) : 0n;
		return multiplyFractions(fraction((readRupiah(member.savings) as bigint) + voluntary), partOf(member));
	});
	return { business, capital };
}

/** The claims of listed members with that of the unlisted last; null when the total is below what is listed. */
function withOthers(claims: readonly Fraction[], total: Rupiah | null | undefined): Fraction[] | null {
	if (total == null) return [...claims, zero];
	const sum = sumFractions(claims);
	const rest = addFractions(fraction(readRupiah(total) as bigint), fraction(-sum.numerator, sum.denominator));
	return rest.numerator < 0n ? null : [...claims, rest];
}

function fault(input: SurplusShareInput): Wrong | null {
	const first = firstFault(input, fields);
	if (first !== null) return { status: faultStatus(first), ...first };
	if (input.allocation.length === 0)
		return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'allocation' };
	const sum = sumFractions(input.allocation.map(({ pct }) => readFraction(pct) as Fraction));
	if (compareFractions(sum, fraction(100n)) !== 0) {
		const pct = Number(sum.numerator) / Number(sum.denominator);
		const params: Record<string, number> = Number.isFinite(pct) ? { pct } : {};
		const warnings = [{ code: 'NOT_ONE_HUNDRED_PCT', at: 'allocation', params }];
		return { status: 'invalid-input', reason: 'NOT_ONE_HUNDRED_PCT', at: 'allocation', warnings };
	}
	const late = input.members.findIndex((member) => compareFractions(partOf(member), one) > 0);
	if (late >= 0) return { status: 'invalid-input', reason: 'ABOVE_ONE', at: `members[${late}].partOfYear` };
	const surplus = readRupiah(input.surplus) as bigint;
	if (surplus < 0n) return { status: 'undefined', reason: 'LOSS_NOT_DISTRIBUTED', at: 'surplus' };
	if ((readRupiah(input.nonMemberSurplus ?? 0) as bigint) > surplus)
		return { status: 'invalid-input', reason: 'PART_ABOVE_WHOLE', at: 'nonMemberSurplus' };
	const claims = claimsOf(input);
	if (withOthers(claims.business, input.totalTransactions) === null)
		return { status: 'invalid-input', reason: 'PART_ABOVE_WHOLE', at: 'totalTransactions' };
	if (withOthers(claims.capital, input.totalSavings) === null)
		return { status: 'invalid-input', reason: 'PART_ABOVE_WHOLE', at: 'totalSavings' };
	return null;
}

/** One pool over its claims; null when there is nothing to claim by. */
function pool(amount: bigint, claims: readonly Fraction[]): bigint[] | null {
	const shares = sharesOf(claims);
	return shares === null ? null : largestRemainder(amount, shares).portions.map((portion) => portion.amount);
}

function traceOf(surplus: bigint, result: SurplusShareResult) {
	const given = plainStep({ id: 'surplus', value: surplus, unit: 'Rp' });
	const allocation = result.allocation.map(({ amount }, index) =>
		plainStep({
			id: `allocation[${index}]`,
			value: BigInt(amount),
			unit: 'Rp',
			formula: 'surplus to distribute x pct / 100, largest remainder',
			inputs: { surplus },
		}),
	);
	const members = result.members.slice(0, LONGEST_TRACE).map((member, index) =>
		plainStep({
			id: `members[${index}].total`,
			value: BigInt(member.total),
			unit: 'Rp',
			formula: 'businessPool x transactions / totalTransactions + capitalPool x savings / totalSavings',
			inputs: { forBusiness: BigInt(member.forBusiness), forCapital: BigInt(member.forCapital) },
		}),
	);
	return [given, ...allocation, ...members];
}

function compute(input: SurplusShareInput): MethodResult<SurplusShareResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at, wrong.warnings);
	const surplus = readRupiah(input.surplus) as bigint;
	const aside = input.nonMember === 'distribute' ? 0n : (readRupiah(input.nonMemberSurplus ?? 0) as bigint);
	const shares = input.allocation.map(({ pct }) =>
		multiplyFractions(readFraction(pct) as Fraction, fraction(1n, 100n)),
	);
	const amounts = largestRemainder(surplus - aside, shares).portions.map(({ amount }) => amount);
	const fundTotal = (fund: SurplusFund): bigint =>
		amounts.reduce((sum, amount, k) => (input.allocation[k]?.fund === fund ? sum + amount : sum), 0n);
	const claims = claimsOf(input);
	const none = input.members.map(() => 0n);
	const business = pool(
		fundTotal('member-business'),
		withOthers(claims.business, input.totalTransactions) ?? [],
	);
	const capital = pool(fundTotal('member-capital'), withOthers(claims.capital, input.totalSavings) ?? []);
	const warnings: Warning[] = [];
	let reserve = fundTotal('reserve') + aside;
	if (business === null && fundTotal('member-business') > 0n) {
		reserve += fundTotal('member-business');
		warnings.push({ code: 'POOL_TO_RESERVE', at: 'members.transactions' });
	}
	if (capital === null && fundTotal('member-capital') > 0n) {
		reserve += fundTotal('member-capital');
		warnings.push({ code: 'POOL_TO_RESERVE', at: 'members.savings' });
	}
	const [byBusiness, byCapital] = [business ?? [...none, 0n], capital ?? [...none, 0n]];
	const members = input.members.map((member, index) => {
		const [forBusiness, forCapital] = [byBusiness[index] as bigint, byCapital[index] as bigint];
		return {
			name: member.name ?? '',
			forBusiness: writeRupiah(forBusiness),
			forCapital: writeRupiah(forCapital),
			total: writeRupiah(forBusiness + forCapital),
		};
	});
	const result: SurplusShareResult = {
		surplus: writeRupiah(surplus),
		allocation: input.allocation.map(({ name, fund }, k) => ({
			name: name ?? '',
			fund,
			amount: writeRupiah(amounts[k] as bigint),
		})),
		members,
		otherMembers: writeRupiah((byBusiness.at(-1) as bigint) + (byCapital.at(-1) as bigint)),
		reserve: writeRupiah(reserve),
	};
	return { status: 'ok', result, steps: traceOf(surplus, result), warnings };
}

/**
 * SHU of each member. Allocations other than 100 % are `invalid-input`; a negative surplus is `undefined` with reason
 * `LOSS_NOT_DISTRIBUTED` (cover it from the reserve as the members' meeting decides).
 */
export const surplusShare = method<SurplusShareInput, SurplusShareResult>({
	id: 'surplus-share',
	version: 1,
	formula: 'member = businessPool x transactions / totalTransactions + capitalPool x savings / totalSavings',
	unit: 'whole rupiah (Rp)',
	source:
		'Undang-Undang Republik Indonesia 25/1992 tentang Perkoperasian, article 45 (and 5(1)d: not by capital alone); rounding by largest remainder.',
	variants: {
		'nonMember: reserve': 'the surplus earned with non-members goes to the reserve (default)',
		'nonMember: distribute': 'it is distributed with the rest',
		'capital: principal-and-mandatory': 'simpanan pokok and wajib (default)',
		'capital: with-voluntary': 'simpanan sukarela counts too',
		'resigned: pro-rata': 'capital counts for the part of the year (default)',
		'resigned: excluded': 'who left in the year receives nothing',
	},
	example: {
		surplus: 10000000,
		allocation: [
			{ name: 'reserve', fund: 'reserve', pct: 40 },
			{ name: 'member business', fund: 'member-business', pct: 25 },
			{ name: 'member capital', fund: 'member-capital', pct: 20 },
			{ name: 'board', fund: 'other', pct: 5 },
			{ name: 'education', fund: 'other', pct: 5 },
			{ name: 'social', fund: 'other', pct: 5 },
		],
		members: [
			{ name: 'A', transactions: 3000000, savings: 500000 },
			{ name: 'B', transactions: 1000000, savings: 700000, partOfYear: 0.5 },
		],
	},
	compute,
});

/**
 * Schedules of the four contracts of a sharia co-operative, in whole rupiah: qardh, murabahah, mudharabah, musyarakah.
 * A contract that promises what sharia forbids (interest on qardh, a guaranteed return) is refused.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import {
	compareFractions,
	fraction,
	fractionNumber,
	multiplyFractions,
	readFraction,
} from '../numeric/fraction.ts';
import type { Fraction } from '../numeric/fraction.ts';
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
import { largestRemainder, sharesOf, sumFractions } from '../numeric/largest-remainder.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { exactShare, readRupiah, rupiah, rupiahAmount, writeRupiah } from '../numeric/rupiah.ts';
import type { Rupiah } from '../numeric/rupiah.ts';
import { yesNo } from '../numeric/yes-no.ts';

export interface LoanPartner {
	readonly name?: string;
	/** Rupiah put in; only the capital owner puts in capital in a mudharabah. */
	readonly capital: Rupiah;
	/** Percent of the realised result. */
	readonly nisbahPct: number | string;
}

export interface LoanScheduleInput {
	readonly contract: 'qardh' | 'murabahah' | 'mudharabah' | 'musyarakah';
	/** Qardh: the sum lent. Murabahah: the cost of the goods. */
	readonly principal?: Rupiah | null;
	/** Murabahah: agreed once, in rupiah or in percent of the financed cost. */
	readonly margin?: Rupiah | null;
	readonly marginPct?: number | string | null;
	readonly downPayment?: Rupiah | null;
	/** Qardh: actual cost of administration, paid with the first instalment. */
	readonly adminFee?: Rupiah | null;
	readonly periods?: number | null;
	readonly partners?: readonly LoanPartner[];
	/** Realised result of each period, rupiah; below 0 is a loss. */
	readonly results?: readonly Rupiah[];
	/** What the nisbah is counted of. */
	readonly nisbahBase?: 'revenue' | 'gross-profit' | 'net-profit';
	/** A loss by the manager's negligence is the manager's. */
	readonly negligence?: boolean;
	readonly guaranteedReturn?: boolean;
}

interface Instalment {
	readonly period: number;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly fee: Rupiah;
	readonly payment: Rupiah;
	/** Still to be paid after this instalment. */
	readonly outstanding: Rupiah;
}

export interface LoanScheduleResult {
	readonly contract: LoanScheduleInput['contract'];
	/** All payments, or the realised result that was shared. */
	readonly total: Rupiah;
	readonly instalments: readonly Instalment[];
	readonly distributions: readonly {
		readonly period: number;
		readonly result: Rupiah;
		readonly kind: 'profit' | 'loss';
		/** In the order of the partners; below 0 is a loss borne. */
		readonly amounts: readonly Rupiah[];
	}[];
}

const fields = {
	contract: required(oneOf(['qardh', 'murabahah', 'mudharabah', 'musyarakah'])),
	principal: rupiahAmount,
	margin: rupiahAmount,
	marginPct: exactShare,
	downPayment: rupiahAmount,
	adminFee: rupiahAmount,
	periods: count(1, 1_200),
	partners: listOf(
		record({ name: text, capital: required(rupiahAmount), nisbahPct: required(exactShare) }),
		100,
	),
	results: listOf(rupiah, 1_200),
	nisbahBase: oneOf(['revenue', 'gross-profit', 'net-profit']),
	negligence: yesNo,
	guaranteedReturn: yesNo,
};

type Wrong = { status: 'missing-input' | 'invalid-input' | 'undefined'; reason: string; at: string };
const invalid = (reason: string, at: string): Wrong => ({ status: 'invalid-input', reason, at });
const missing = (at: string): Wrong => ({ status: 'missing-input', reason: 'MISSING_INPUT', at });
const money = (value: Rupiah | null | undefined): bigint => readRupiah(value ?? 0) as bigint;

function debtFault(input: LoanScheduleInput): Wrong | null {
	if (input.principal == null) return missing('principal');
	if (input.periods == null) return missing('periods');
	if (input.contract === 'qardh') {
		if (money(input.margin) > 0n) return invalid('QARDH_HAS_RETURN', 'margin');
		if (input.marginPct != null && (readFraction(input.marginPct) as Fraction).numerator > 0n)
			return invalid('QARDH_HAS_RETURN', 'marginPct');
		return input.downPayment == null ? null : invalid('NOT_IN_CONTRACT', 'downPayment');
	}
	if (input.margin == null && input.marginPct == null) return missing('margin');
	if (input.margin != null && input.marginPct != null) return invalid('GIVEN_TWICE', 'margin');
	if (money(input.adminFee) > 0n) return invalid('NOT_IN_CONTRACT', 'adminFee');
	return money(input.downPayment) > money(input.principal)
		? invalid('PART_ABOVE_WHOLE', 'downPayment')
		: null;
}

function sharingFault(input: LoanScheduleInput): Wrong | null {
	const { partners, results } = input;
	if (partners == null || partners.length < 2) return missing('partners');
	if (results == null || results.length === 0) return missing('results');
	if (input.nisbahBase == null) return missing('nisbahBase');
	const nisbah = sumFractions(partners.map(({ nisbahPct }) => readFraction(nisbahPct) as Fraction));
	if (compareFractions(nisbah, fraction(100n)) !== 0) return invalid('NOT_ONE_HUNDRED_PCT', 'partners');
	const owners = partners.filter(({ capital }) => money(capital) > 0n).length;
	if (owners === 0) return { status: 'undefined', reason: 'ZERO_DENOMINATOR', at: 'partners' };
	if (input.contract === 'mudharabah' && owners === partners.length)
		return invalid('MANAGER_HAS_CAPITAL', 'partners');
	const loss = results.findIndex((result) => money(result) < 0n);
	if (loss >= 0 && input.nisbahBase === 'revenue') return invalid('REVENUE_BELOW_ZERO', `results[${loss}]`);
	return null;
}

function fault(input: LoanScheduleInput): Wrong | null {
	const first = firstFault(input, fields);
	if (first !== null) return { status: faultStatus(first), ...first };
	if (input.guaranteedReturn === true) return invalid('GUARANTEED_RETURN', 'guaranteedReturn');
	return input.contract === 'qardh' || input.contract === 'murabahah'
		? debtFault(input)
		: sharingFault(input);
}

/** Half away from zero on an exact fraction of 0 or more. */
const rounded = ({ numerator, denominator }: Fraction): bigint =>
	(2n * numerator + denominator) / (2n * denominator);

function instalmentsOf(input: LoanScheduleInput): Instalment[] {
	const periods = input.periods as number;
	const financed = money(input.principal) - money(input.downPayment);
	const pct = multiplyFractions(readFraction(input.marginPct ?? 0) as Fraction, fraction(1n, 100n));
	const margin =
		input.margin == null ? rounded(multiplyFractions(fraction(financed), pct)) : money(input.margin);
	const equal = Array.from({ length: periods }, () => fraction(1n, BigInt(periods)));
	const payments = largestRemainder(financed + margin, equal).portions.map(({ amount }) => amount);
	// The margin is recognised in proportion to what has been paid, so that it never runs ahead of the payments.
	const whole = financed + margin;
	const shares = whole === 0n ? equal : payments.map((payment) => fraction(payment, whole));
	const margins = largestRemainder(margin, shares).portions.map(({ amount }) => amount);
	let outstanding = whole;
	return payments.map((payment, index) => {
		const earned = margins[index] as bigint;
		const fee = index === 0 ? money(input.adminFee) : 0n;
		outstanding -= payment;
		return {
			period: index + 1,
			principal: writeRupiah(payment - earned),
			margin: writeRupiah(earned),
			fee: writeRupiah(fee),
			payment: writeRupiah(payment + fee),
			outstanding: writeRupiah(outstanding),
		};
	});
}

function distributionsOf(input: LoanScheduleInput): LoanScheduleResult['distributions'] {
	const partners = input.partners ?? [];
	const nisbah = partners.map(({ nisbahPct }) =>
		multiplyFractions(readFraction(nisbahPct) as Fraction, fraction(1n, 100n)),
	);
	const capital = sharesOf(partners.map((partner) => fraction(money(partner.capital)))) ?? [];
	const managers = partners.map((partner) => fraction(money(partner.capital) === 0n ? 1n : 0n));
	const blamed = input.negligence === true ? sharesOf(managers) : null;
	return (input.results ?? []).map((value, index) => {
		const result = money(value);
		const loss = result < 0n;
		const portions = largestRemainder(loss ? -result : result, loss ? (blamed ?? capital) : nisbah).portions;
		return {
			period: index + 1,
			result: writeRupiah(result),
			kind: loss ? 'loss' : 'profit',
			amounts: portions.map(({ amount }) => writeRupiah(loss ? -amount : amount)),
		};
	});
}

function traceOf(input: LoanScheduleInput, result: LoanScheduleResult): Step[] {
	const instalments = result.instalments.slice(0, LONGEST_TRACE).map((line, index) =>
		plainStep({
			id: `instalments[${index}].payment`,
			value: BigInt(line.payment),
			unit: 'Rp',
			formula:
				input.contract === 'qardh'
					? 'principal / periods + fee'
					: '(principal - downPayment + margin) / periods',
			inputs: { principal: BigInt(line.principal), margin: BigInt(line.margin), fee: BigInt(line.fee) },
		}),
	);
	const partners = input.partners ?? [];
	const shares = result.distributions.slice(0, LONGEST_TRACE).flatMap((line, index) =>
		line.amounts.map((amount, k) =>
			plainStep({
				id: `distributions[${index}].amounts[${k}]`,
				value: BigInt(amount),
				unit: 'Rp',
				formula: line.kind === 'profit' ? 'result x nisbahPct / 100' : 'result x capital / sum(capital)',
				inputs: {
					result: BigInt(line.result),
					nisbahPct: fractionNumber(readFraction(partners[k]?.nisbahPct ?? 0) as Fraction),
					capital: money(partners[k]?.capital),
				},
			}),
		),
	);
	return [...instalments, ...shares, plainStep({ id: 'total', value: BigInt(result.total), unit: 'Rp' })];
}

function compute(input: LoanScheduleInput): MethodResult<LoanScheduleResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const debt = input.contract === 'qardh' || input.contract === 'murabahah';
	const instalments = debt ? instalmentsOf(input) : [];
	const distributions = debt ? [] : distributionsOf(input);
	const total = debt
		? instalments.reduce((sum, { payment }) => sum + BigInt(payment), 0n)
		: distributions.reduce((sum, { result }) => sum + BigInt(result), 0n);
	const result = { contract: input.contract, total: writeRupiah(total), instalments, distributions };
	return { status: 'ok', result, steps: traceOf(input, result), warnings: [] };
}

/** The schedule of a sharia contract; what the contract forbids is `invalid-input` and says so. */
export const loanSchedule = method<LoanScheduleInput, LoanScheduleResult>({
	id: 'loan-schedule',
	version: 1,
	formula:
		'murabahah: payment = (principal - downPayment + margin) / periods; sharing: profit x nisbahPct / 100, loss x capital / sum(capital)',
	unit: 'whole rupiah (Rp)',
	source:
		'Fatwa DSN-MUI 04/2000 (murabahah), 07/2000 (mudharabah), 08/2000 (musyarakah), 19/2001 (qardh); PSAK 406 paragraph 4: a loss strictly by capital. Whole rupiah by largest remainder.',
	variants: {
		qardh: 'the principal alone is repaid; the fee is the actual cost',
		murabahah: 'cost and a margin agreed once; the margin is recognised in proportion to the payments',
		mudharabah: 'profit by nisbah, loss by capital unless the manager was negligent',
		musyarakah: 'profit by nisbah, loss strictly by capital',
	},
	example: { contract: 'murabahah', principal: 10000000, downPayment: 1000000, margin: 1350000, periods: 12 },
	compute,
});

/**
 * A harvest divided over manager, partners, harvest savings and co-operative, to the last rupiah, and the part of the
 * partners over each of them, the odd rupiah going round from harvest to harvest.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import { calendarDate, readDay } from '../numeric/calendar-day.ts';
import { fraction, fractionNumber, multiplyFractions, readFraction } from '../numeric/fraction.ts';
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
import { largestRemainder, sharesOf } from '../numeric/largest-remainder.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { exactShare, readRupiah, rupiah, rupiahAmount, writeRupiah } from '../numeric/rupiah.ts';
import type { Rupiah } from '../numeric/rupiah.ts';
import { paperRule, percentsOf, receivers, ruleFault, ruleOn } from './harvest-rules.ts';
import type { HarvestRule, Receiver } from './harvest-rules.ts';

export type { HarvestRule, Receiver } from './harvest-rules.ts';

export interface HarvestPartner {
	readonly name?: string;
	/** Rafts, hectares or days: what the partner counts for when the division is by unit. */
	readonly units?: number | string | null;
}

export interface HarvestSplitInput {
	/** Net sales of the harvest; or `sales` and `costs`. */
	readonly netSales?: Rupiah | null;
	readonly sales?: Rupiah | null;
	readonly costs?: Rupiah | null;
	/** `YYYY-MM-DD`; needed when a rule carries a date. */
	readonly date?: string | null;
	/** 30/60/8/2 unless stated. */
	readonly rules?: readonly HarvestRule[];
	readonly base?: 'net-sales' | 'coopFirst' | 'coopFirst-not-renormalised';
	readonly partners?: readonly HarvestPartner[];
	/** The number of partners, when they are not listed. */
	readonly partnerCount?: number | null;
	readonly division?: 'equal' | 'by-unit';
	/** The partner (counted from 0) who is first in line for an odd rupiah, as the last harvest stored it. */
	readonly rotation?: number | null;
}

interface PartnerShare {
	readonly name: string;
	readonly amount: Rupiah;
	/** Added to the partner's harvest savings. */
	readonly savings: Rupiah;
}

export interface HarvestSplitResult {
	readonly netSales: Rupiah;
	readonly shares: Readonly<Record<Receiver, Rupiah>>;
	/** In the order manager, partners, savings, co-operative. */
	readonly amounts: readonly Rupiah[];
	readonly rule: HarvestRule;
	readonly partners: readonly PartnerShare[];
	/** Hand these to the next harvest. */
	readonly nextRotation: number | null;
	readonly nextSavingsRotation: number | null;
}

const ruleFields = record({
	from: calendarDate,
	managerPct: required(exactShare),
	partnersPct: required(exactShare),
	savingsPct: required(exactShare),
	cooperativePct: required(exactShare),
});

const fields = {
	netSales: rupiah,
	sales: rupiahAmount,
	costs: rupiahAmount,
	date: calendarDate,
	rules: listOf(ruleFields, 1_000),
	base: oneOf(['net-sales', 'coopFirst', 'coopFirst-not-renormalised']),
	partners: listOf(record({ name: text, units: exactShare }), 10_000),
	partnerCount: count(1, 10_000),
	division: oneOf(['equal', 'by-unit']),
	rotation: count(0),
};

type Wrong = { status: 'missing-input' | 'invalid-input' | 'undefined'; reason: string; at: string };

const invalid = (reason: string, at: string): Wrong => ({ status: 'invalid-input', reason, at });
const missing = (at: string): Wrong => ({ status: 'missing-input', reason: 'MISSING_INPUT', at });

function partnerFault({ partners, partnerCount, division }: HarvestSplitInput): Wrong | null {
	if (partners != null && partners.length === 0) return missing('partners');
	if (partners != null && partnerCount != null && partners.length !== partnerCount)
		return invalid('COUNT_DIFFERS', 'partnerCount');
	if (division !== 'by-unit') return null;
	if (partners == null) return missing('partners');
	const open = partners.findIndex(({ units }) => units == null);
	if (open >= 0) return missing(`partners[${open}].units`);
	const weights = partners.map(({ units }) => readFraction(units) as Fraction);
	return sharesOf(weights) === null
		? { status: 'undefined', reason: 'ZERO_DENOMINATOR', at: 'partners' }
		: null;
}

function fault(input: HarvestSplitInput): Wrong | null {
	const first = firstFault(input, fields);
	if (first !== null) return { status: faultStatus(first), ...first };
	if (input.netSales == null && (input.sales == null || input.costs == null)) return missing('netSales');
	if (input.netSales != null && (input.sales != null || input.costs != null))
		return invalid('GIVEN_TWICE', 'netSales');
	if (input.rules?.length === 0) return missing('rules');
	const rules = input.rules ?? [paperRule];
	const broken = ruleFault(rules);
	if (broken !== null) return invalid(broken.reason, broken.at);
	// 98 % shared 30/60/8 without renormalising leaves 1.96 % of the harvest with nobody.
	if (input.base === 'coopFirst-not-renormalised') return invalid('LEAVES_UNALLOCATED', 'base');
	if (input.date == null && rules.some(({ from }) => from != null)) return missing('date');
	if (ruleOn(rules, readDay(input.date) ?? Infinity) === null) return invalid('NO_RULE_IN_FORCE', 'date');
	return partnerFault(input);
}

/** The four amounts; the co-operative first when asked for, the others then renormalised over the rest. */
function fourAmounts(net: bigint, rule: HarvestRule, base: string): bigint[] {
	const shares = percentsOf(rule).map((pct) => multiplyFractions(pct, fraction(1n, 100n)));
	if (base !== 'coopFirst') return largestRemainder(net, shares).portions.map(({ amount }) => amount);
	const others = shares.slice(0, 3);
	const cooperative = shares[3] as Fraction;
	const rest = fraction(cooperative.denominator - cooperative.numerator, cooperative.denominator);
	const [coop, left] = largestRemainder(net, [cooperative, rest]).portions.map(({ amount }) => amount);
	const renormalised = sharesOf(others) ?? [];
	const amounts =
		renormalised.length === 0
			? [0n, 0n, 0n]
			: largestRemainder(left as bigint, renormalised).portions.map(({ amount }) => amount);
	return [...amounts, coop as bigint];
}

/** One pot over the partners, the odd rupiah going first to the partner whose turn it is. */
function overPartners(input: HarvestSplitInput, pot: bigint, rotation: number) {
	const size = input.partners?.length ?? input.partnerCount ?? 0;
	if (size === 0) return { amounts: [] as bigint[], next: null };
	const weights = Array.from({ length: size }, (_, index) =>
		input.division === 'by-unit' ? (readFraction(input.partners?.[index]?.units) as Fraction) : fraction(1n),
	);
	const { portions, leftOver } = largestRemainder(pot, sharesOf(weights) ?? [], {
		rotation: rotation % size,
	});
	const next = Number((BigInt(rotation % size) + leftOver) % BigInt(size));
	return { amounts: portions.map(({ amount }) => amount), next };
}

function traceOf(
	net: bigint,
	rule: HarvestRule,
	amounts: readonly bigint[],
	partners: readonly PartnerShare[],
): Step[] {
	const percents = percentsOf(rule).map(fractionNumber);
	const four = receivers.map((name, k) =>
		plainStep({
			id: name,
			value: amounts[k],
			unit: 'Rp',
			formula: `netSales x ${name}Pct / 100, largest remainder`,
			inputs: { netSales: net, [`${name}Pct`]: percents[k] },
		}),
	);
	const each = partners.slice(0, LONGEST_TRACE).map((partner, index) =>
		plainStep({
			id: `partners[${index}].amount`,
			value: BigInt(partner.amount),
			unit: 'Rp',
			formula: 'partners x units / sum(units), largest remainder in rotating order',
			inputs: { partners: amounts[1] },
		}),
	);
	return [plainStep({ id: 'netSales', value: net, unit: 'Rp' }), ...four, ...each];
}

function compute(input: HarvestSplitInput): MethodResult<HarvestSplitResult> {
	const wrong = fault(input);
	if (wrong !== null) {
		const warnings =
			wrong.reason === 'LEAVES_UNALLOCATED'
				? [{ code: 'LEAVES_UNALLOCATED', at: 'base', params: leftPct(input) }]
				: [];
		return refused(wrong.status, wrong.reason, wrong.at, warnings);
	}
	const net =
		readRupiah(input.netSales) ?? (readRupiah(input.sales) as bigint) - (readRupiah(input.costs) as bigint);
	if (net < 0n) return refused('undefined', 'LOSS_NOT_DISTRIBUTED', 'netSales');
	const rules = input.rules ?? [paperRule];
	const rule = rules[ruleOn(rules, readDay(input.date) ?? Infinity) as number] as HarvestRule;
	const amounts = fourAmounts(net, rule, input.base ?? 'net-sales');
	const rotation = input.rotation ?? 0;
	const paid = overPartners(input, amounts[1] as bigint, rotation);
	// The turn passes on inside one harvest too: who got an odd rupiah in cash is not first for the savings.
	const saved = overPartners(input, amounts[2] as bigint, paid.next ?? 0);
	const partners = paid.amounts.map((amount, index) => ({
		name: input.partners?.[index]?.name ?? '',
		amount: writeRupiah(amount),
		savings: writeRupiah(saved.amounts[index] as bigint),
	}));
	const [manager, shared, savings, cooperative] = amounts.map(writeRupiah) as [
		Rupiah,
		Rupiah,
		Rupiah,
		Rupiah,
	];
	return {
		status: 'ok',
		result: {
			netSales: writeRupiah(net),
			shares: { manager, partners: shared, savings, cooperative },
			amounts: [manager, shared, savings, cooperative],
			rule,
			partners,
			nextRotation: paid.next,
			nextSavingsRotation: saved.next,
		},
		steps: traceOf(net, rule, amounts, partners),
		warnings: [],
	};
}

/** What the reading without renormalising leaves with nobody, in percent of the harvest. */
function leftPct(input: HarvestSplitInput): { pct: number } {
	const coop = fractionNumber(percentsOf((input.rules ?? [paperRule])[0] as HarvestRule)[3] as Fraction);
	return { pct: (coop * (100 - coop)) / 100 };
}

/**
 * The harvest split of a sharing contract. A loss is `undefined` (`LOSS_NOT_DISTRIBUTED`: it goes by contract); rules
 * that do not total 100 %, and the reading that leaves 1.96 % with nobody, are `invalid-input`.
 */
export const harvestSplit = method<HarvestSplitInput, HarvestSplitResult>({
	id: 'harvest-split',
	version: 1,
	formula:
		'share = netSales x pct / 100 by largest remainder; partner = partners x units / sum(units), odd rupiah in turn',
	unit: 'whole rupiah (Rp)',
	source:
		'Sharing rule 30 % manager, 60 % partners, 8 % harvest savings, 2 % co-operative of the green mussel programme paper; rounding by Hamilton: Balinski and Young (1982), Fair Representation, chapter 2.',
	variants: {
		'base: net-sales': 'all four are shares of net sales (default)',
		'base: coopFirst':
			'the co-operative first, the others renormalised over the rest: same amounts up to 1 rupiah',
		'base: coopFirst-not-renormalised': 'refused: it leaves 1.96 % of the harvest with nobody',
		'division: equal': 'every partner the same (default)',
		'division: by-unit': 'by rafts, hectares or days',
	},
	example: {
		netSales: 1234567,
		date: '2024-03-01',
		rules: [{ from: '2023-01-01', managerPct: 30, partnersPct: 60, savingsPct: 8, cooperativePct: 2 }],
		partnerCount: 36,
		division: 'equal',
		rotation: 0,
	},
	compute,
});

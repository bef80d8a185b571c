/** The words of what a village has: kinds, amounts, states. */
import { writeNumber, writeRupiah } from '#inputs/number-writer.ts';
import { countedWords } from './counted-words.ts';
import type { Delivery } from '#server/features/agreement/schema.ts';
import type { Amount, MoistureBasis } from '#server/features/amount/schema.ts';
import type { CapacityPeriod, Enterprise, EnterpriseKind } from '#server/features/enterprise/schema.ts';
import type { FindingKind } from '#server/features/finding/schema.ts';
import type { RuleState } from '#server/features/permit-rule/queries.ts';
import type { DuePermit, Nearness } from '#server/features/permit/queries.ts';
import type { PermitKind } from '#server/features/permit/schema.ts';
import type { ActorGroup, StakeholderKind } from '#server/features/stakeholder/schema.ts';
import type { Use } from '#server/features/stream/schema.ts';
import { m } from '#words/messages.js';
import { getLocale } from '#words/runtime.js';
import { dayWords } from './day-words.ts';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

export const enterpriseKindWords: Words<EnterpriseKind> = {
	food: () => m.mapping_enterprise_kind_food(),
	fishery: () => m.mapping_enterprise_kind_fishery(),
	farm: () => m.mapping_enterprise_kind_farm(),
	livestock: () => m.mapping_enterprise_kind_livestock(),
	craft: () => m.mapping_enterprise_kind_craft(),
	industry: () => m.mapping_enterprise_kind_industry(),
	trade: () => m.mapping_enterprise_kind_trade(),
	service: () => m.mapping_enterprise_kind_service(),
	other: () => m.mapping_enterprise_kind_other(),
};

export const permitKindWords: Words<PermitKind> = {
	nib: () => m.mapping_permit_kind_nib(),
	pirt: () => m.mapping_permit_kind_pirt(),
	md: () => m.mapping_permit_kind_md(),
	halal: () => m.mapping_permit_kind_halal(),
	siinas: () => m.mapping_permit_kind_siinas(),
	other: () => m.mapping_permit_kind_other(),
};

export const ruleStateWords: Words<RuleState['state']> = {
	held: () => m.mapping_rule_state_held(),
	'ends-soon': () => m.mapping_rule_state_ends_soon(),
	undated: () => m.mapping_rule_state_undated(),
	expired: () => m.mapping_rule_state_expired(),
	missing: () => m.mapping_rule_state_missing(),
};

export const nearnessWords: Words<Nearness> = {
	expired: () => m.mapping_permit_due_expired(),
	'within-7': () => m.mapping_permit_due_within_7(),
	'within-30': () => m.mapping_permit_due_within_30(),
	'within-90': () => m.mapping_permit_due_within_90(),
};

export const actorGroupWords: Words<ActorGroup> = {
	government: () => m.mapping_actor_group_government(),
	business: () => m.mapping_actor_group_business(),
	community: () => m.mapping_actor_group_community(),
	knowledge: () => m.mapping_actor_group_knowledge(),
};

export const stakeholderKindWords: Words<StakeholderKind> = {
	office: () => m.mapping_actor_kind_office(),
	'village-government': () => m.mapping_actor_kind_village_government(),
	company: () => m.mapping_actor_kind_company(),
	bumdes: () => m.mapping_actor_kind_bumdes(),
	cooperative: () => m.mapping_actor_kind_cooperative(),
	bank: () => m.mapping_actor_kind_bank(),
	buyer: () => m.mapping_actor_kind_buyer(),
	supplier: () => m.mapping_actor_kind_supplier(),
	'community-group': () => m.mapping_actor_kind_community_group(),
	person: () => m.mapping_actor_kind_person(),
	campus: () => m.mapping_actor_kind_campus(),
	ngo: () => m.mapping_actor_kind_ngo(),
	media: () => m.mapping_actor_kind_media(),
	other: () => m.mapping_actor_kind_other(),
};

export const useWords: Words<Use> = {
	unused: () => m.mapping_stream_used_unused(),
	part: () => m.mapping_stream_used_part(),
	used: () => m.mapping_stream_used_used(),
	unknown: () => m.mapping_stream_used_unknown(),
};

export const periodWords: Words<CapacityPeriod> = {
	process: () => m.mapping_period_process(),
	day: () => m.mapping_period_day(),
	week: () => m.mapping_period_week(),
	month: () => m.mapping_period_month(),
	year: () => m.mapping_period_year(),
};

export const basisWords: Words<MoistureBasis> = {
	wet: () => m.mapping_basis_wet(),
	dry: () => m.mapping_basis_dry(),
};

export const deliveryWords: Words<Delivery> = {
	giver: () => m.mapping_agreement_delivery_giver(),
	taker: () => m.mapping_agreement_delivery_taker(),
	bumdes: () => m.mapping_agreement_delivery_bumdes(),
	other: () => m.mapping_agreement_delivery_other(),
};

export const findingKindWords: Words<FindingKind> = {
	problem: () => m.mapping_finding_problem(),
	potential: () => m.mapping_finding_potential(),
};

/** The choices of a field, from the words of its values. */
export const choicesOf = <Key extends string>(words: Words<Key>): { value: Key; label: string }[] =>
	(Object.keys(words) as Key[]).map((value) => ({ value, label: words[value]() }));

/** A number as it is read here, from the exact text of the database: `1700.5` is `1.700,5`. */
export const numberWords = (text: string): string => writeNumber(Number(text), getLocale());

/** A number as it is typed into a field again. */
export const fieldNumber = (text: string | null | undefined): string =>
	text === null || text === undefined
		? ''
		: getLocale() === 'id'
			? text.replace('.', ',').replace(/,0+$/, '')
			: text.replace(/\.0+$/, '');

const span = (from: string, to: string | null): string =>
	to === null || to === from
		? numberWords(from)
		: m.mapping_amount_span({ from: numberWords(from), to: numberWords(to) });

/** `20 sampai 30 kg basah per hari`; the words for "not weighed" when nobody did. */
export function amountWords({ quantityFrom, quantityTo, unit, period, basis }: Amount): string {
	if (quantityFrom === null || unit === null || period === null) return m.mapping_unweighed();
	const said = { amount: span(quantityFrom, quantityTo), unit, period: periodWords[period]() };
	return basis === null
		? m.mapping_amount_per(said)
		: m.mapping_amount_per_basis({ ...said, basis: basisWords[basis]() });
}

/** `36 sampai 50 kg per proses`; null when nobody said. */
export function capacityWords(
	enterprise: Pick<Enterprise, 'capacityFrom' | 'capacityTo' | 'capacityUnit' | 'capacityPeriod'>,
): string | null {
	const { capacityFrom, capacityTo, capacityUnit, capacityPeriod } = enterprise;
	if (capacityFrom === null || capacityUnit === null || capacityPeriod === null) return null;
	const period = periodWords[capacityPeriod]();
	return m.mapping_amount_per({ amount: span(capacityFrom, capacityTo), unit: capacityUnit, period });
}

/** `2 perempuan, 1 laki-laki`; null when nobody counted. */
export function workersWords(
	enterprise: Pick<Enterprise, 'workersWomen' | 'workersMen' | 'workersUnrecorded'>,
): string | null {
	const { workersWomen: women, workersMen: men, workersUnrecorded: unrecorded } = enterprise;
	const parts = [
		...(women === null ? [] : [m.mapping_enterprise_workers_women_short({ count: women })]),
		...(men === null ? [] : [m.mapping_enterprise_workers_men_short({ count: men })]),
		...(unrecorded === null ? [] : [m.mapping_enterprise_workers_unrecorded_short({ count: unrecorded })]),
	];
	return parts.length === 0 ? null : parts.join(', ');
}

/** `Rp 1.500 per kg`. */
export const priceWords = (price: string, unit: string): string =>
	m.mapping_price_of({
		price: writeRupiah(Number(price), getLocale(), { decimals: { min: 0, max: 2 } }),
		unit,
	});

/** What a permit is called. */
export const permitName = (permit: { readonly kind: PermitKind; readonly kindName: string | null }): string =>
	permit.kindName ?? permitKindWords[permit.kind]();

export const daysLeftWords = ({ daysLeft }: Pick<DuePermit, 'daysLeft'>): string =>
	daysLeft < 0
		? countedWords(-daysLeft, m.mapping_permit_days_past_one, m.mapping_permit_days_past)
		: daysLeft === 0
			? m.mapping_permit_days_today()
			: countedWords(daysLeft, m.mapping_permit_days_left_one, m.mapping_permit_days_left);

/** The built-in rules have words; an organisation's own bring theirs. */
const builtInRules: Readonly<Record<string, readonly [next: () => string, documents: () => string]>> = {
	nib: [() => m.mapping_rule_nib_next(), () => m.mapping_rule_nib_documents()],
	'food-permit': [() => m.mapping_rule_food_permit_next(), () => m.mapping_rule_food_permit_documents()],
	halal: [() => m.mapping_rule_halal_next(), () => m.mapping_rule_halal_documents()],
	siinas: [() => m.mapping_rule_siinas_next(), () => m.mapping_rule_siinas_documents()],
};

/** What a rule asks for, what to do first and what to bring. */
export function ruleWords({ code, anyOf, nextStep, documents }: RuleState['rule']): {
	name: string;
	next: string | null;
	documents: readonly string[];
} {
	const name =
		anyOf.length === 1 && anyOf[0] === 'other'
			? code
			: anyOf.map((kind) => permitKindWords[kind]()).join(` ${m.mapping_rule_or()} `);
	const own = nextStep !== null || documents.length > 0;
	const words = own ? undefined : builtInRules[code];
	return {
		name,
		next: words?.[0]() ?? nextStep,
		documents: words?.[1]().split('; ') ?? documents,
	};
}

/** By which rules it is judged, and whether an office was asked. */
export const ruleSetWords = (set: {
	readonly validFrom: string;
	readonly verifiedWith: string | null;
	readonly verifiedOn: string | null;
}): string =>
	set.verifiedWith === null || set.verifiedOn === null
		? m.mapping_rule_verify({ day: dayWords(set.validFrom) })
		: m.mapping_rule_verified({
				day: dayWords(set.validFrom),
				office: set.verifiedWith,
				checked: dayWords(set.verifiedOn),
			});

/**
 * One search over everything that somebody sees: by the beginning of any word of a name, by a day, by an amount. People
 * are many and are found through their index; of the others an organisation has thousands at most, which are read through.
 */
import type { TransactionSql } from 'postgres';
import { may } from '../../access/roles.ts';
import type { Actor } from '../../access/roles.ts';
import { peoplePage } from '../person/queries.ts';
import { searchText } from '../person/schema.ts';
import { listProgrammes } from '../programme/queries.ts';
import type { Days } from './asked.ts';

export type FoundKind =
	| 'programme'
	| 'person'
	| 'group'
	| 'enterprise'
	| 'permit'
	| 'stakeholder'
	| 'stream'
	| 'agreement'
	| 'finding'
	| 'study'
	| 'price';

export interface Found {
	readonly kind: FoundKind;
	/** What its page goes by: a record's id, an enterprise's for its permit. */
	readonly id: string;
	readonly title: string;
	/** A village, a product, the other side: what tells two of one name apart. */
	readonly detail: string | null;
	/** The programme in whose pages it stands. */
	readonly slug: string;
	/** The day or the amount that was found, as it is on record. */
	readonly day: string | null;
	readonly amount: string | null;
}

/** Of each kind; who sees as many as this is told that there may be more. */
export const MOST_OF_A_KIND = 10;

/** A column as `searchText` makes it: small letters without marks, one blank between words. */
const plain = (tx: TransactionSql, column: string) => tx`' ' || lower(regexp_replace(regexp_replace(
	normalize(coalesce(${tx(column)}, ''), NFKD), '[\\u0300-\\u036f''’‘\`]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))`;

const columns = (tx: TransactionSql, kind: FoundKind, id: string, title: string, detail: string | null) => tx`
	select ${kind} as kind, ${tx(id)} as id, ${tx(title)} as title,
		${detail === null ? tx`null` : tx`${tx(detail)}`} as detail, programme.slug`;

const ofProgramme = (tx: TransactionSql, orgId: string, table: string) => tx`
	join programme on programme.org_id = ${orgId} and programme.programme_id = ${tx(table)}.programme_id`;

/** Programmes and people, each by the list that its own page has. */
async function programmesAndPeople(tx: TransactionSql, actor: Actor, name: string): Promise<Found[]> {
	const programmes = await listProgrammes(tx, actor);
	const starts = (text: string) => ` ${searchText(text)}`.includes(` ${name}`);
	const found = programmes
		.filter((one) => starts(one.name) || starts(one.commodity ?? ''))
		.map(({ programmeId, name: title, commodity, slug }): Found => ({
			...{ kind: 'programme', id: programmeId, title, detail: commodity, slug },
			...{ day: null, amount: null },
		}));
	if (!may(actor.role, 'see-people') || (actor.role === 'member' && actor.personId === null)) return found;
	const { people } = await peoplePage(
		tx,
		actor,
		{ villages: null, search: name, limit: MOST_OF_A_KIND },
		new Date(),
	);
	const slugs = await tx<{ code: string; slug: string }[]>`
		select village_code as code, min(programme.slug) as slug from programme_village
		${ofProgramme(tx, actor.orgId, 'programme_village')}
		where programme_village.org_id = ${actor.orgId} group by village_code`;
	const anywhere = programmes[0]?.slug;
	for (const { personId, name: title, villageName, villageCode } of people) {
		const slug = slugs.find(({ code }) => code === villageCode)?.slug ?? anywhere;
		if (slug !== undefined)
			found.push({ kind: 'person', id: personId, title, detail: villageName, slug, day: null, amount: null });
	}
	return found;
}

/** Everything whose name, product or number begins a word like this, as the actor sees it. */
export async function foundByName(tx: TransactionSql, actor: Actor, name: string): Promise<Found[]> {
	const searched = searchText(name);
	if (searched === '') return [];
	const { orgId } = actor;
	const begins = (column: string) => tx`strpos(${plain(tx, column)}, ${` ${searched}`}) > 0`;
	const has = (first: string, ...others: readonly string[]) =>
		others.reduce((all, one) => tx`${all} or ${begins(one)}`, begins(first));
	const none = tx`, null as day, null as amount`;
	const rows = await tx<Found[]>`
		(${columns(tx, 'group', 'producer_group.group_id', 'producer_group.name', 'main_product')} ${none}
			from producer_group ${ofProgramme(tx, orgId, 'producer_group')}
			where producer_group.org_id = ${orgId} and removed_at is null
				and (${has('producer_group.name', 'main_product')})
			order by producer_group.search_name, group_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'enterprise', 'enterprise.enterprise_id', 'enterprise.name', 'enterprise.product')} ${none}
			from enterprise ${ofProgramme(tx, orgId, 'enterprise')}
			where enterprise.org_id = ${orgId} and (${has('enterprise.name', 'enterprise.product', 'enterprise.owner_name')})
			order by lower(enterprise.name), enterprise_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'permit', 'permit.enterprise_id', 'permit.number', 'enterprise.name')} ${none}
			from permit join enterprise on enterprise.org_id = ${orgId} and enterprise.enterprise_id = permit.enterprise_id
			${ofProgramme(tx, orgId, 'enterprise')}
			where permit.org_id = ${orgId} and (${has('permit.number')})
			order by permit.number, permit_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'stakeholder', 'stakeholder.stakeholder_id', 'stakeholder.name', 'what_it_does')} ${none}
			from stakeholder ${ofProgramme(tx, orgId, 'stakeholder')}
			where stakeholder.org_id = ${orgId} and (${has('stakeholder.name')})
			order by lower(stakeholder.name), stakeholder_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'stream', 'by_product_stream.stream_id', 'by_product_stream.material', 'by_product_stream.note')} ${none}
			from by_product_stream ${ofProgramme(tx, orgId, 'by_product_stream')}
			where by_product_stream.org_id = ${orgId} and (${has('by_product_stream.material')})
			order by lower(material), stream_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'agreement', 'supply_agreement.agreement_id', 'supply_agreement.material', 'supply_agreement.terms')} ${none}
			from supply_agreement ${ofProgramme(tx, orgId, 'supply_agreement')}
			where supply_agreement.org_id = ${orgId} and (${has('supply_agreement.material', 'supply_agreement.terms')})
			order by lower(material), agreement_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'finding', 'finding.finding_id', 'finding.what', null)} ${none}
			from finding ${ofProgramme(tx, orgId, 'finding')}
			where finding.org_id = ${orgId} and (${has('finding.what')})
			order by settled_on nulls first, finding_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'study', 'study.study_id', 'study.title', 'study.kind')} ${none}
			from study ${ofProgramme(tx, orgId, 'study')}
			where study.org_id = ${orgId} and (${has('study.title')})
			order by lower(title), study_id limit ${MOST_OF_A_KIND})`;
	return [...(await programmesAndPeople(tx, actor, searched)), ...rows];
}

/** Everything that happens, happened or ends on one of these days. */
export async function foundByDay(tx: TransactionSql, actor: Actor, { from, until }: Days): Promise<Found[]> {
	const { orgId } = actor;
	const within = (column: string) => tx`${tx(column)} between ${from}::date and ${until}::date`;
	const none = tx`, null as amount`;
	return tx<Found[]>`
		(${columns(tx, 'permit', 'permit.enterprise_id', 'enterprise.name', 'permit.number')}, expires_on as day ${none}
			from permit join enterprise on enterprise.org_id = ${orgId} and enterprise.enterprise_id = permit.enterprise_id
			${ofProgramme(tx, orgId, 'enterprise')}
			where permit.org_id = ${orgId} and ${within('expires_on')}
			order by expires_on, permit_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'agreement', 'supply_agreement.agreement_id', 'supply_agreement.material', 'supply_agreement.terms')},
				case when ${within('since')} then since else until end as day ${none}
			from supply_agreement ${ofProgramme(tx, orgId, 'supply_agreement')}
			where supply_agreement.org_id = ${orgId} and (${within('since')} or ${within('until')})
			order by since, agreement_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'group', 'producer_group.group_id', 'producer_group.name', 'main_product')}, founded_on as day ${none}
			from producer_group ${ofProgramme(tx, orgId, 'producer_group')}
			where producer_group.org_id = ${orgId} and removed_at is null and ${within('founded_on')}
			order by founded_on, group_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'finding', 'finding.finding_id', 'finding.what', null)},
				case when ${within('noted_on')} then noted_on else settled_on end as day ${none}
			from finding ${ofProgramme(tx, orgId, 'finding')}
			where finding.org_id = ${orgId} and (${within('noted_on')} or ${within('settled_on')})
			order by noted_on, finding_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'programme', 'programme_stage_change.programme_id', 'programme.name', 'to_stage')}, changed_on as day ${none}
			from programme_stage_change ${ofProgramme(tx, orgId, 'programme_stage_change')}
			where programme_stage_change.org_id = ${orgId} and ${within('changed_on')}
				and (${actor.villages === null} or exists (select from programme_village
					where programme_village.org_id = ${orgId} and programme_village.programme_id = programme.programme_id))
			order by changed_on, stage_change_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'study', 'study.study_id', 'study.title', 'study.kind')},
				(saved_at at time zone 'Asia/Jakarta')::date as day ${none}
			from study_version join study on study.org_id = ${orgId} and study.study_id = study_version.study_id
				and study.version = study_version.number
			${ofProgramme(tx, orgId, 'study')}
			where study_version.org_id = ${orgId}
				and (saved_at at time zone 'Asia/Jakarta')::date between ${from}::date and ${until}::date
			order by saved_at, study_version.study_id limit ${MOST_OF_A_KIND})`;
}

/** Everything that holds exactly this amount: a quantity, a price, a capacity. */
export async function foundByAmount(tx: TransactionSql, actor: Actor, amount: string): Promise<Found[]> {
	// An address may hold anything; the database is asked for numbers alone.
	if (!/^\d{1,13}(\.\d{1,6})?$/.test(amount)) return [];
	const { orgId } = actor;
	const among = (first: string, ...others: readonly string[]) =>
		others.reduce((all, one) => tx`${all}, ${tx(one)}`, tx`${tx(first)}`);
	const is = (first: string, ...others: readonly string[]) =>
		tx`${amount}::numeric in (${among(first, ...others)})`;
	const said = tx`, null::date as day, trim_scale(${amount}::numeric)::text as amount`;
	return tx<Found[]>`
		(${columns(tx, 'stream', 'by_product_stream.stream_id', 'by_product_stream.material', 'by_product_stream.unit')} ${said}
			from by_product_stream ${ofProgramme(tx, orgId, 'by_product_stream')}
			where by_product_stream.org_id = ${orgId} and ${is('quantity_from', 'quantity_to', 'price')}
			order by lower(material), stream_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'agreement', 'supply_agreement.agreement_id', 'supply_agreement.material', 'supply_agreement.unit')} ${said}
			from supply_agreement ${ofProgramme(tx, orgId, 'supply_agreement')}
			where supply_agreement.org_id = ${orgId} and ${is('quantity_from', 'quantity_to', 'price')}
			order by lower(material), agreement_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'price', 'chain_price.chain_price_id', 'chain_price.product', 'chain_price.actor_name')} ${said}
			from chain_price ${ofProgramme(tx, orgId, 'chain_price')}
			where chain_price.org_id = ${orgId} and ${is('buys_at', 'sells_at')}
			order by lower(product), chain_price_id limit ${MOST_OF_A_KIND})
		union all
		(${columns(tx, 'enterprise', 'enterprise.enterprise_id', 'enterprise.name', 'enterprise.capacity_unit')} ${said}
			from enterprise ${ofProgramme(tx, orgId, 'enterprise')}
			where enterprise.org_id = ${orgId} and ${is('capacity_from', 'capacity_to')}
			order by lower(enterprise.name), enterprise_id limit ${MOST_OF_A_KIND})`;
}

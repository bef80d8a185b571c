/** What a village has and what flows in it: enterprises, permits, stakeholders, streams, agreements, findings, prices. */
import type { TransactionSql } from 'postgres';
import { deliveries } from '../agreement/schema.ts';
import { bases, periods } from '../amount/schema.ts';
import { capacityPeriods, enterpriseKinds } from '../enterprise/schema.ts';
import { findingKinds } from '../finding/schema.ts';
import { permitKinds } from '../permit/schema.ts';
import { actorGroups, stakeholderKinds } from '../stakeholder/schema.ts';
import { uses } from '../stream/schema.ts';
import {
	PERSONAL,
	choice,
	day,
	decimal,
	digits,
	id,
	key,
	list,
	personRef,
	text,
	village,
	whole,
} from './column.ts';
import type { Column, Kind, Scope } from './column.ts';
import { personNamed } from './people-kinds.ts';

const LATITUDE: readonly [number, number] = [-11.5, 6.5];
const LONGITUDE: readonly [number, number] = [94.5, 141.5];

/** A point is an address, so it is never handed out. */
const place = (table: string): Column[] => [
	decimal(`${table}.latitude`, 'latitude', { unit: 'degree', between: LATITUDE, ...PERSONAL }),
	decimal(`${table}.longitude`, 'longitude', { unit: 'degree', between: LONGITUDE, ...PERSONAL }),
];

const rupiah = { unit: 'rupiah-per-unit', between: [0, null] } as const;
const people = { unit: 'person', between: [0, null] } as const;
const scale = { unit: 'scale', between: [1, 5] } as const;

const amount = (table: string): Column[] => [
	decimal(`${table}.quantity_from`, 'quantity_from', { unit: 'own', between: [0, null] }),
	decimal(`${table}.quantity_to`, 'quantity_to', { unit: 'own', between: [0, null] }),
	text(`${table}.unit`, 'unit'),
	choice(`${table}.period`, 'period', 'mapping_period_', periods),
	choice(`${table}.basis`, 'basis', 'mapping_basis_', bases),
];

/** The record of another kind that a column names: empty when it is not in the export. */
const named = (
	tx: TransactionSql,
	{ orgId, programmeId }: Scope,
	table: 'enterprise' | 'stakeholder' | 'by_product_stream',
	[alias, keyName, column]: readonly [alias: string, keyName: string, column: string],
) => tx`left join ${tx(table)} ${tx(alias)} on ${tx(alias)}.org_id = ${orgId}
	and ${tx(alias)}.programme_id = ${programmeId} and ${tx(`${alias}.${keyName}`)} = ${tx(column)}`;

const enterpriseRef = (from: string, name: string, alias: string): Column =>
	id(from, name, { sql: `${alias}.enterprise_id`, refers: 'enterprises' });
const stakeholderRef = (from: string, name: string, alias: string): Column =>
	id(from, name, { sql: `${alias}.stakeholder_id`, refers: 'stakeholders' });

const enterprises: Kind = {
	id: 'enterprises',
	columns: [
		key('enterprise.enterprise_id', 'enterprise_id'),
		text('enterprise.name', 'name', { words: 'enterprise_name', required: true, ...PERSONAL }),
		choice('enterprise.kind', 'kind', 'mapping_enterprise_kind_', enterpriseKinds, {
			words: 'enterprise_kind',
			required: true,
		}),
		text('enterprise.product', 'product'),
		...village('enterprise'),
		whole('enterprise.since_year', 'since_year', { unit: 'year', between: [1900, 2200] }),
		text('enterprise.owner_name', 'owner_name', PERSONAL),
		personRef('enterprise.owner_id', 'owner_id'),
		decimal('enterprise.capacity_from', 'capacity_from', { unit: 'capacity', between: [0, null] }),
		decimal('enterprise.capacity_to', 'capacity_to', { unit: 'capacity', between: [0, null] }),
		text('enterprise.capacity_unit', 'capacity_unit'),
		choice('enterprise.capacity_period', 'capacity_period', 'mapping_period_', capacityPeriods),
		whole('enterprise.workers_women', 'workers_women', people),
		whole('enterprise.workers_men', 'workers_men', people),
		whole('enterprise.workers_unrecorded', 'workers_unrecorded', people),
		list('enterprise.markets', 'markets', PERSONAL),
		text('enterprise.contact', 'contact', PERSONAL),
		...place('enterprise'),
		text('enterprise.note', 'note', PERSONAL),
		day('enterprise.ended_on', 'ended_on', { words: 'closed_on' }),
	],
	source: (tx, scope) => tx`
		from enterprise join area on area.code = enterprise.village_code
		${personNamed(scope, tx, 'enterprise.owner_id')}
		where enterprise.org_id = ${scope.orgId} and enterprise.programme_id = ${scope.programmeId}`,
	order: 'lower(enterprise.name), enterprise.enterprise_id',
};

const permits: Kind = {
	id: 'permits',
	columns: [
		key('permit.permit_id', 'permit_id'),
		id('permit.enterprise_id', 'enterprise_id', { required: true, refers: 'enterprises' }),
		choice('permit.kind', 'kind', 'mapping_permit_kind_', permitKinds, {
			words: 'permit_kind',
			required: true,
		}),
		text('permit.kind_name', 'kind_name'),
		digits('permit.number', 'number', { words: 'permit_number', ...PERSONAL }),
		day('permit.issued_on', 'issued_on'),
		day('permit.expires_on', 'expires_on'),
		text('permit.note', 'note', PERSONAL),
	],
	source: (tx, scope) => tx`
		from permit join enterprise on enterprise.org_id = ${scope.orgId}
			and enterprise.enterprise_id = permit.enterprise_id
		where permit.org_id = ${scope.orgId} and enterprise.programme_id = ${scope.programmeId}`,
	order: 'permit.enterprise_id, permit.kind, permit.permit_id',
};

const stakeholders: Kind = {
	id: 'stakeholders',
	columns: [
		key('stakeholder.stakeholder_id', 'stakeholder_id'),
		text('stakeholder.name', 'name', {
			words: 'stakeholder_name',
			// An office may be named; somebody who acts for herself may not.
			published: {
				sql: `case when stakeholder.person_id is null and stakeholder.kind <> 'person' then stakeholder.name end`,
			},
		}),
		choice('stakeholder.actor_group', 'actor_group', 'mapping_actor_group_', actorGroups, { required: true }),
		choice('stakeholder.kind', 'kind', 'mapping_actor_kind_', stakeholderKinds, {
			words: 'stakeholder_kind',
			required: true,
		}),
		text('stakeholder.what_it_does', 'what_it_does', PERSONAL),
		// What the team thinks of them is the team's.
		text('stakeholder.concern', 'concern', PERSONAL),
		whole('stakeholder.interest', 'interest', { ...scale, ...PERSONAL }),
		whole('stakeholder.influence', 'influence', { ...scale, ...PERSONAL }),
		personRef('stakeholder.person_id', 'person_id', { words: 'stakeholder_person' }),
		text('stakeholder.contact', 'contact', PERSONAL),
		...village('stakeholder', { required: false }),
		...place('stakeholder'),
		day('stakeholder.ended_on', 'ended_on', { words: 'stakeholder_ended_on' }),
	],
	source: (tx, scope) => tx`
		from stakeholder left join area on area.code = stakeholder.village_code
		${personNamed(scope, tx, 'stakeholder.person_id')}
		where stakeholder.org_id = ${scope.orgId} and stakeholder.programme_id = ${scope.programmeId}`,
	order: 'stakeholder.actor_group, lower(stakeholder.name), stakeholder.stakeholder_id',
};

const streams: Kind = {
	id: 'streams',
	columns: [
		key('stream.stream_id', 'stream_id'),
		text('stream.material', 'material', { required: true }),
		enterpriseRef('stream.enterprise_id', 'enterprise_id', 'maker'),
		stakeholderRef('stream.stakeholder_id', 'stakeholder_id', 'source'),
		...village('stream'),
		...amount('stream'),
		choice('stream.used', 'used', 'mapping_stream_used_', uses, { required: true }),
		decimal('stream.price', 'price', rupiah),
		day('stream.noted_on', 'noted_on'),
		text('stream.note', 'note', PERSONAL),
	],
	source: (tx, scope) => tx`
		from by_product_stream stream join area on area.code = stream.village_code
		${named(tx, scope, 'enterprise', ['maker', 'enterprise_id', 'stream.enterprise_id'])}
		${named(tx, scope, 'stakeholder', ['source', 'stakeholder_id', 'stream.stakeholder_id'])}
		where stream.org_id = ${scope.orgId} and stream.programme_id = ${scope.programmeId}`,
	order: 'lower(stream.material), stream.stream_id',
};

const agreements: Kind = {
	id: 'agreements',
	columns: [
		key('agreement.agreement_id', 'agreement_id'),
		text('agreement.material', 'material', { required: true }),
		enterpriseRef('agreement.giver_enterprise_id', 'giver_enterprise_id', 'giver'),
		stakeholderRef('agreement.giver_stakeholder_id', 'giver_stakeholder_id', 'giving'),
		digits('agreement.village_code', 'giver_village_code'),
		enterpriseRef('agreement.taker_enterprise_id', 'taker_enterprise_id', 'taker'),
		stakeholderRef('agreement.taker_stakeholder_id', 'taker_stakeholder_id', 'taking'),
		digits('agreement.taker_village_code', 'taker_village_code'),
		id('agreement.stream_id', 'stream_id', {
			sql: 'stream.stream_id',
			words: 'stream_ref',
			refers: 'streams',
		}),
		...amount('agreement'),
		decimal('agreement.price', 'price', { ...rupiah, words: 'agreed_price' }),
		day('agreement.since', 'since'),
		day('agreement.until', 'until'),
		choice('agreement.delivery', 'delivery', 'mapping_agreement_delivery_', deliveries),
		text('agreement.terms', 'terms', PERSONAL),
	],
	source: (tx, scope) => tx`
		from supply_agreement agreement
		${named(tx, scope, 'enterprise', ['giver', 'enterprise_id', 'agreement.giver_enterprise_id'])}
		${named(tx, scope, 'stakeholder', ['giving', 'stakeholder_id', 'agreement.giver_stakeholder_id'])}
		${named(tx, scope, 'enterprise', ['taker', 'enterprise_id', 'agreement.taker_enterprise_id'])}
		${named(tx, scope, 'stakeholder', ['taking', 'stakeholder_id', 'agreement.taker_stakeholder_id'])}
		${named(tx, scope, 'by_product_stream', ['stream', 'stream_id', 'agreement.stream_id'])}
		where agreement.org_id = ${scope.orgId} and agreement.programme_id = ${scope.programmeId}`,
	order: 'lower(agreement.material), agreement.agreement_id',
};

const findings: Kind = {
	id: 'findings',
	columns: [
		key('finding.finding_id', 'finding_id'),
		choice('finding.kind', 'kind', 'mapping_finding_', findingKinds, {
			words: 'finding_kind',
			required: true,
		}),
		text('finding.what', 'what', { required: true }),
		text('finding.raised_by', 'raised_by', PERSONAL),
		personRef('finding.person_id', 'person_id', { words: 'raised_by_person' }),
		whole('finding.weight', 'weight', scale),
		day('finding.noted_on', 'noted_on'),
		...village('finding'),
		id('finding.stream_id', 'stream_id', { sql: 'stream.stream_id', words: 'stream_ref', refers: 'streams' }),
		enterpriseRef('finding.enterprise_id', 'enterprise_id', 'maker'),
		day('finding.settled_on', 'settled_on'),
		text('finding.settled_how', 'settled_how', PERSONAL),
	],
	source: (tx, scope) => tx`
		from finding join area on area.code = finding.village_code
		${named(tx, scope, 'by_product_stream', ['stream', 'stream_id', 'finding.stream_id'])}
		${named(tx, scope, 'enterprise', ['maker', 'enterprise_id', 'finding.enterprise_id'])}
		${personNamed(scope, tx, 'finding.person_id')}
		where finding.org_id = ${scope.orgId} and finding.programme_id = ${scope.programmeId}`,
	order: 'finding.kind, finding.noted_on, finding.finding_id',
};

const chainPrices: Kind = {
	id: 'chain-prices',
	columns: [
		key('chain_price.chain_price_id', 'chain_price_id'),
		text('chain_price.product', 'product', { words: 'chain_product', required: true }),
		whole('chain_price.step', 'step', { required: true, between: [1, 20] }),
		text('chain_price.actor_name', 'actor_name', { required: true, ...PERSONAL }),
		enterpriseRef('chain_price.enterprise_id', 'enterprise_id', 'maker'),
		stakeholderRef('chain_price.stakeholder_id', 'stakeholder_id', 'actor'),
		decimal('chain_price.buys_at', 'buys_at', rupiah),
		decimal('chain_price.sells_at', 'sells_at', rupiah),
		text('chain_price.unit', 'unit', { words: 'price_unit', required: true }),
		day('chain_price.noted_on', 'noted_on'),
		...village('chain_price'),
	],
	source: (tx, scope) => tx`
		from chain_price join area on area.code = chain_price.village_code
		${named(tx, scope, 'enterprise', ['maker', 'enterprise_id', 'chain_price.enterprise_id'])}
		${named(tx, scope, 'stakeholder', ['actor', 'stakeholder_id', 'chain_price.stakeholder_id'])}
		where chain_price.org_id = ${scope.orgId} and chain_price.programme_id = ${scope.programmeId}`,
	order: 'lower(chain_price.product), chain_price.step, chain_price.chain_price_id',
};

export const mappingKinds: readonly Kind[] = [
	enterprises,
	permits,
	stakeholders,
	streams,
	agreements,
	findings,
	chainPrices,
];

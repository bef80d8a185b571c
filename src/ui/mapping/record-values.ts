/** Records as the fields of their forms: numbers as they are typed in the language of the page. */
import type { Agreement } from '#server/features/agreement/schema.ts';
import type { ChainPrice } from '#server/features/chain-price/schema.ts';
import type { Enterprise } from '#server/features/enterprise/schema.ts';
import type { Finding } from '#server/features/finding/schema.ts';
import type { Permit } from '#server/features/permit/schema.ts';
import type { Stakeholder } from '#server/features/stakeholder/schema.ts';
import type { Stream } from '#server/features/stream/schema.ts';
import { fieldNumber } from '#ui/team/mapping-words.ts';
import type { Values } from './form-values.ts';

const count = (value: number | null): string => (value === null ? '' : String(value));

const party = (enterpriseId: string | null, stakeholderId: string | null): string | null =>
	enterpriseId !== null
		? `enterprise:${enterpriseId}`
		: stakeholderId !== null
			? `stakeholder:${stakeholderId}`
			: null;

export const enterpriseValues = (enterprise: Enterprise): Values => ({
	villageCode: enterprise.villageCode,
	name: enterprise.name,
	kind: enterprise.kind,
	product: enterprise.product,
	ownerName: enterprise.ownerName,
	sinceYear: count(enterprise.sinceYear),
	capacityFrom: fieldNumber(enterprise.capacityFrom),
	capacityTo: fieldNumber(enterprise.capacityTo),
	capacityUnit: enterprise.capacityUnit,
	capacityPeriod: enterprise.capacityPeriod,
	workersWomen: count(enterprise.workersWomen),
	workersMen: count(enterprise.workersMen),
	workersUnrecorded: count(enterprise.workersUnrecorded),
	markets: enterprise.markets.join('\n'),
	contact: enterprise.contact,
	latitude: enterprise.latitude,
	longitude: enterprise.longitude,
	note: enterprise.note,
	endedOn: enterprise.endedOn,
});

export const permitValues = ({ kind, kindName, number, issuedOn, expiresOn, note }: Permit): Values => ({
	kind,
	kindName,
	number,
	issuedOn,
	expiresOn,
	note,
});

export const stakeholderValues = (stakeholder: Stakeholder): Values => ({
	villageCode: stakeholder.villageCode,
	name: stakeholder.name,
	actorGroup: stakeholder.actorGroup,
	kind: stakeholder.kind,
	whatItDoes: stakeholder.whatItDoes,
	concern: stakeholder.concern,
	interest: count(stakeholder.interest),
	influence: count(stakeholder.influence),
	contact: stakeholder.contact,
	latitude: stakeholder.latitude,
	longitude: stakeholder.longitude,
	endedOn: stakeholder.endedOn,
});

export const streamValues = (stream: Stream): Values => ({
	source: party(stream.enterpriseId, stream.stakeholderId),
	villageCode: stream.villageCode,
	material: stream.material,
	used: stream.used,
	quantityFrom: fieldNumber(stream.quantityFrom),
	quantityTo: fieldNumber(stream.quantityTo),
	unit: stream.unit,
	period: stream.period,
	basis: stream.basis,
	price: fieldNumber(stream.price),
	notedOn: stream.notedOn,
	note: stream.note,
});

export const agreementValues = (agreement: Agreement): Values => ({
	giver: party(agreement.giverEnterpriseId, agreement.giverStakeholderId),
	taker: party(agreement.takerEnterpriseId, agreement.takerStakeholderId),
	streamId: agreement.streamId,
	material: agreement.material,
	quantityFrom: fieldNumber(agreement.quantityFrom),
	quantityTo: fieldNumber(agreement.quantityTo),
	unit: agreement.unit,
	period: agreement.period,
	basis: agreement.basis,
	price: fieldNumber(agreement.price),
	since: agreement.since,
	until: agreement.until,
	delivery: agreement.delivery,
	terms: agreement.terms,
});

export const findingValues = (finding: Finding): Values => ({
	villageCode: finding.villageCode,
	kind: finding.kind,
	what: finding.what,
	raisedBy: finding.raisedBy,
	weight: count(finding.weight),
	notedOn: finding.notedOn,
	streamId: finding.streamId,
	enterpriseId: finding.enterpriseId,
	settledOn: finding.settledOn,
	settledHow: finding.settledHow,
});

export const priceValues = (price: ChainPrice): Values => ({
	villageCode: price.villageCode,
	product: price.product,
	step: count(price.step),
	actorName: price.actorName,
	actor: party(price.enterpriseId, price.stakeholderId),
	buysAt: fieldNumber(price.buysAt),
	sellsAt: fieldNumber(price.sellsAt),
	unit: price.unit,
	notedOn: price.notedOn,
});

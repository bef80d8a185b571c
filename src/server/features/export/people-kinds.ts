/** People of a programme, where they belong and what they agreed to. */
import type { TransactionSql } from 'postgres';
import { yearInJakarta } from '../../calendar.ts';
import { identityKeys } from '../../identity/identity-keys.ts';
import { maskedIdentityNumber, openIdentityNumber } from '../../identity/identity-number.ts';
import { purposes, waysOfGiving } from '../consent/schema.ts';
import { groupRoles } from '../group/schema.ts';
import { relations } from '../household/schema.ts';
import { mayBeChild, sexes } from '../person/schema.ts';
import { PERSONAL, choice, day, digits, id, key, personRef, text, village, whole, yesNo } from './column.ts';
import type { Kind, Scope } from './column.ts';

/** Years of birth from here on may be a child's; the same rule as on a person's card. */
const childrenFrom = ({ at }: Scope): number => yearInJakarta(at) - 18;

/** Whom an export may name. Handed out: who agrees to it, and nobody to be careful with. */
const mayBeNamed = (tx: TransactionSql, scope: Scope) => tx`
	person.org_id = ${scope.orgId} and person.removed_at is null ${
		scope.use === 'inside'
			? tx``
			: tx`and not person.marked_sensitive
		and (person.birth_year is null or person.birth_year < ${childrenFrom(scope)})
		and exists (select from consent agreed where agreed.org_id = ${scope.orgId}
			and agreed.person_id = person.person_id and agreed.purpose = 'publish' and agreed.withdrawn_on is null)`
	}`;

/** Joins the person whom a column names, when the export may name her. */
export const personNamed = (scope: Scope, tx: TransactionSql, column: string) => tx`
	left join person on ${mayBeNamed(tx, scope)} and person.person_id = ${tx(column)}`;

/**
 * The people of a programme: who lives in its villages, belongs to one of its groups, owns one of its enterprises, or is
 * named by another of its records.
 */
const ofProgramme = (tx: TransactionSql, { orgId, programmeId, villages }: Scope) => tx`
	(person.village_code = any (${villages as string[]}) or person.person_id in (
		select group_member.person_id from group_member
			join producer_group on producer_group.org_id = ${orgId} and producer_group.group_id = group_member.group_id
			where group_member.org_id = ${orgId} and producer_group.programme_id = ${programmeId}
				and producer_group.removed_at is null
		union select owner_id from enterprise where org_id = ${orgId} and programme_id = ${programmeId}
		union select stakeholder.person_id from stakeholder where org_id = ${orgId} and programme_id = ${programmeId}
		union select finding.person_id from finding where org_id = ${orgId} and programme_id = ${programmeId}
		union select household_member.person_id from household_member
			where org_id = ${orgId} and village_code = any (${villages as string[]})))`;

const people: Kind = {
	id: 'people',
	columns: [
		key('person.person_id', 'person_id'),
		text('person.name', 'name', { words: 'person_name', required: true, ...PERSONAL }),
		choice('person.sex', 'sex', 'people_sex_', sexes),
		whole('person.birth_year', 'birth_year', { unit: 'year', between: [1900, 2100] }),
		digits('person.phone', 'phone', PERSONAL),
		text('person.address', 'address', PERSONAL),
		...village('person'),
		digits('person_identity.sealed', 'identity_number', PERSONAL),
		yesNo('person.marked_sensitive', 'marked_sensitive', { required: true, ...PERSONAL }),
		text('person.note', 'note', PERSONAL),
	],
	source: (tx, scope) => tx`
		from person join area on area.code = person.village_code
		left join person_identity on person_identity.org_id = ${scope.orgId}
			and person_identity.person_id = person.person_id
		where ${mayBeNamed(tx, scope)} and ${ofProgramme(tx, scope)}`,
	order: 'person.person_id',
	adjust(row, scope) {
		const [sealed, personId] = [row['identity_number'], row['person_id'] as string];
		if (typeof sealed === 'string') {
			const bare = openIdentityNumber(identityKeys(), { orgId: scope.orgId, personId }, sealed);
			// A number is there, and its key is not.
			row['identity_number'] = bare === null ? '•'.repeat(16) : maskedIdentityNumber(bare);
		}
		const careful =
			row['marked_sensitive'] === true || mayBeChild(row['birth_year'] as number | null, scope.at);
		if (!careful || !scope.careful) return;
		for (const name of ['phone', 'address', 'note']) row[name] = null;
	},
};

const householdMembers: Kind = {
	id: 'household-members',
	columns: [
		id('household_member.person_id', 'person_id', { key: true, required: true, refers: 'people' }),
		id('household_member.household_id', 'household_id', { required: true, refers: 'households' }),
		choice('household_member.relation', 'relation', 'people_relation_', relations, { required: true }),
	],
	source: (tx, scope) => tx`
		from household_member join household on household.org_id = ${scope.orgId}
			and household.household_id = household_member.household_id
		join person on ${mayBeNamed(tx, scope)} and person.person_id = household_member.person_id
		where household_member.org_id = ${scope.orgId}
			and household_member.village_code = any (${scope.villages as string[]})`,
	order: 'household_member.household_id, household_member.person_id',
};

const households: Kind = {
	id: 'households',
	columns: [
		key('household.household_id', 'household_id'),
		...village('household'),
		whole('', 'members', {
			words: 'household_members',
			sql: 'count(*)::int',
			required: true,
			unit: 'person',
		}),
	],
	source: (tx, scope) => tx`
		from household_member join household on household.org_id = ${scope.orgId}
			and household.household_id = household_member.household_id
		join person on ${mayBeNamed(tx, scope)} and person.person_id = household_member.person_id
		join area on area.code = household.village_code
		where household_member.org_id = ${scope.orgId}
			and household_member.village_code = any (${scope.villages as string[]})
		group by household.household_id, household.village_code, area.name`,
	order: 'household.household_id',
};

/** A member is told of the groups she is or was in. */
const groupSeen = (tx: TransactionSql, { orgId, personId }: Scope) =>
	personId === null
		? tx``
		: tx`and exists (select from group_member mine where mine.org_id = ${orgId}
			and mine.group_id = producer_group.group_id and mine.person_id = ${personId})`;

const groups: Kind = {
	id: 'groups',
	columns: [
		key('producer_group.group_id', 'group_id'),
		text('producer_group.name', 'name', { words: 'group_name', required: true }),
		text('producer_group.main_product', 'main_product'),
		...village('producer_group', { refers: 'villages' }),
		day('producer_group.founded_on', 'founded_on'),
		text('producer_group.note', 'note', PERSONAL),
	],
	source: (tx, scope) => tx`
		from producer_group join area on area.code = producer_group.village_code
		where producer_group.org_id = ${scope.orgId} and producer_group.programme_id = ${scope.programmeId}
			and producer_group.removed_at is null ${groupSeen(tx, scope)}`,
	order: 'producer_group.name, producer_group.group_id',
};

const memberships: Kind = {
	id: 'memberships',
	columns: [
		key('group_member.group_member_id', 'membership_id'),
		id('group_member.group_id', 'group_id', { required: true, refers: 'groups' }),
		personRef('group_member.person_id', 'person_id', { words: 'member_id' }),
		choice('group_member.role', 'role', 'groups_role_', groupRoles, { words: 'group_role', required: true }),
		day('group_member.joined_on', 'joined_on', { required: true }),
		day('group_member.left_on', 'left_on'),
	],
	source: (tx, scope) => tx`
		from group_member join producer_group on producer_group.org_id = ${scope.orgId}
			and producer_group.group_id = group_member.group_id and producer_group.removed_at is null
		${personNamed(scope, tx, 'group_member.person_id')}
		where group_member.org_id = ${scope.orgId} and producer_group.programme_id = ${scope.programmeId}`,
	order: 'group_member.group_id, group_member.joined_on, group_member.group_member_id',
};

const consents: Kind = {
	id: 'consents',
	insideOnly: true,
	columns: [
		key('consent.consent_id', 'consent_id'),
		id('consent.person_id', 'person_id', { required: true, refers: 'people' }),
		choice('consent.purpose', 'purpose', 'people_purpose_', purposes, { required: true }),
		choice('consent.given_how', 'given_how', 'people_how_', waysOfGiving, { required: true }),
		day('consent.given_on', 'given_on', { required: true }),
		text('consent.guardian_name', 'guardian_name'),
		text('consent.note', 'note'),
		day('consent.withdrawn_on', 'withdrawn_on'),
		text('consent.withdrawn_note', 'withdrawn_note'),
	],
	source: (tx, scope) => tx`
		from consent join person on ${mayBeNamed(tx, scope)} and person.person_id = consent.person_id
		where consent.org_id = ${scope.orgId} and ${ofProgramme(tx, scope)}`,
	order: 'consent.person_id, consent.given_on, consent.consent_id',
};

const consentUses: Kind = {
	id: 'consent-uses',
	insideOnly: true,
	columns: [
		key('consent_use.use_id', 'use_id'),
		id('consent_use.person_id', 'person_id', { required: true, refers: 'people' }),
		choice('consent_use.purpose', 'purpose', 'people_purpose_', purposes, { required: true }),
		text('consent_use.title', 'title', { words: 'use_title', required: true }),
		text('consent_use.place', 'place', { words: 'use_place' }),
		day('consent_use.used_on', 'used_on', { required: true }),
		day('consent_use.ended_on', 'ended_on', { words: 'use_ended_on' }),
	],
	source: (tx, scope) => tx`
		from consent_use join person on ${mayBeNamed(tx, scope)} and person.person_id = consent_use.person_id
		where consent_use.org_id = ${scope.orgId} and ${ofProgramme(tx, scope)}`,
	order: 'consent_use.person_id, consent_use.used_on, consent_use.use_id',
};

export const peopleKinds: readonly Kind[] = [
	people,
	households,
	householdMembers,
	groups,
	memberships,
	consents,
	consentUses,
];

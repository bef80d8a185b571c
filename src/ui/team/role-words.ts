/** The words of roles and of kinds of organisation. */
import type { Role } from '#server/access/roles.ts';
import { m } from '#words/messages.js';

const roleNames: Readonly<Record<Role, () => string>> = {
	owner: () => m.house_role_owner(),
	manager: () => m.house_role_manager(),
	facilitator: () => m.house_role_facilitator(),
	treasurer: () => m.house_role_treasurer(),
	member: () => m.house_role_member(),
	auditor: () => m.house_role_auditor(),
	guest: () => m.house_role_guest(),
};

const rolesMay: Readonly<Record<Role, () => string>> = {
	owner: () => m.house_role_owner_may(),
	manager: () => m.house_role_manager_may(),
	facilitator: () => m.house_role_facilitator_may(),
	treasurer: () => m.house_role_treasurer_may(),
	member: () => m.house_role_member_may(),
	auditor: () => m.house_role_auditor_may(),
	guest: () => m.house_role_guest_may(),
};

const kinds: Readonly<Record<string, () => string>> = {
	ngo: () => m.house_kind_ngo(),
	company: () => m.house_kind_company(),
	cooperative: () => m.house_kind_cooperative(),
	'district-office': () => m.house_kind_district_office(),
	village: () => m.house_kind_village(),
	cluster: () => m.house_kind_cluster(),
	university: () => m.house_kind_university(),
	other: () => m.house_kind_other(),
};

const yours: Readonly<Record<Role, () => string>> = {
	owner: () => m.team_pages_you_owner(),
	manager: () => m.team_pages_you_manager(),
	facilitator: () => m.team_pages_you_facilitator(),
	treasurer: () => m.team_pages_you_treasurer(),
	member: () => m.team_pages_you_member(),
	auditor: () => m.team_pages_you_auditor(),
	guest: () => m.team_pages_you_guest(),
};

export const roleWords = (role: Role): string => roleNames[role]();

/** What a role may do, in one sentence. */
export const roleMay = (role: Role): string => rolesMay[role]();

/** Who somebody is in her organisation and what she may do there, said to herself. */
export const roleToYou = (organisation: string, role: Role): string =>
	role === 'member'
		? `${m.team_pages_member_of({ organisation })} ${yours.member()}`
		: `${m.house_home_as({ organisation, role: roleWords(role) })} ${yours[role]()}`;

export const kindWords = (kind: string): string => kinds[kind]?.() ?? kind;

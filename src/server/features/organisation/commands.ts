/** Changing an organisation and who belongs to it. */
import type { TransactionSql } from 'postgres';
import { rolesGivenBy } from '../../access/roles.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { LINK_DAYS } from '../../access/entry-link.ts';
import { command } from '../../db/command.ts';
import { Problem } from '../../problems.ts';
import { accessOfPerson } from './queries.ts';
import {
	invitationWithdraw,
	memberChange,
	memberEnd,
	memberInvite,
	memberPassword,
	organisationChange,
} from './schema.ts';

/** Nobody gives a role that is not hers to give, nor takes one away that she could not give. */
function mayGive(actor: Actor, ...given: readonly Role[]): void {
	const allowed = rolesGivenBy(actor.role);
	if (given.some((role) => !allowed.includes(role))) throw new Problem('not_allowed', { field: 'role' });
}

/** A village that is none would show nothing to anybody, and no page would say why. */
async function checkVillages(tx: TransactionSql, codes: readonly string[]): Promise<void> {
	const known = await tx`select from area where code = any (${codes as string[]})`;
	if (known.length < codes.length) throw new Problem('area_unknown', { field: 'villages' });
}

interface Invited {
	readonly role: Role;
	readonly personId: string | null;
}

/** A member sees her own record alone: it is known whose that is, she is on the list, and nobody else enters as her. */
async function checkPerson(
	tx: TransactionSql,
	{ orgId }: Actor,
	{ role, personId }: Invited,
	at: Date,
): Promise<void> {
	if (personId === null) {
		if (role === 'member') throw new Problem('member_without_person', { field: 'role' });
		return;
	}
	const [person] = await tx`select from person
		where org_id = ${orgId} and person_id = ${personId} and removed_at is null for no key update`;
	if (person === undefined) throw new Problem('not_found', { record: 'person' });
	const { membership, invitation } = await accessOfPerson(tx, orgId, personId, at);
	if (membership !== null || invitation !== null) throw new Problem('already_there', { field: 'personId' });
}

export const changeOrganisation = command('organisation.change', {
	right: 'change-organisation',
	schema: organisationChange,
	async run({ tx, actor, input }) {
		const [before] = await tx`select name, kind from organisation where org_id = ${actor.orgId}`;
		await tx`update organisation set name = ${input.name}, kind = ${input.kind} where org_id = ${actor.orgId}`;
		const traces = [{ kind: 'organisation', id: actor.orgId, before, after: input }];
		return { receipt: null, traces };
	},
});

/** Writes the invitation; the link to it is made outside, where its token may be shown. */
export const inviteMember = command('member.invite', {
	right: 'change-access',
	schema: memberInvite,
	async run({ tx, actor, input, at }) {
		mayGive(actor, input.role);
		await checkVillages(tx, input.villages);
		await checkPerson(tx, actor, input, at);
		const expires = new Date(at.getTime() + LINK_DAYS * 24 * 3600 * 1000);
		await tx`insert into invitation
				(org_id, invitation_id, display_name, role, villages, person_id, created_at, expires_at)
			values (${actor.orgId}, ${input.invitationId}, ${input.displayName}, ${input.role},
				${input.villages}, ${input.personId}, ${at}, ${expires})`;
		const traces = [{ kind: 'invitation', id: input.invitationId, after: input }];
		return { receipt: { invitationId: input.invitationId }, traces };
	},
});

export const withdrawInvitation = command('member.withdraw-invitation', {
	right: 'change-access',
	schema: invitationWithdraw,
	async run({ tx, actor, input, at }) {
		const { count } = await tx`update invitation set withdrawn_at = ${at}
			where org_id = ${actor.orgId} and invitation_id = ${input.invitationId} and accepted_at is null`;
		if (count === 0) throw new Problem('not_found');
		return { receipt: null, traces: [{ kind: 'invitation', id: input.invitationId }] };
	},
});

interface MembershipRow {
	readonly role: Role;
	readonly villages: readonly string[];
	readonly ended_on: string | null;
}

/** The membership, locked; refused when it is the last owner's and would be hers no more. */
async function membershipToChange(
	tx: TransactionSql,
	actor: Actor,
	membershipId: string,
	staysOwner: boolean,
): Promise<{ readonly before: MembershipRow; readonly personId: string | null }> {
	const owners = await tx<{ membership_id: string }[]>`
		select membership_id from membership
		where org_id = ${actor.orgId} and role = 'owner' and ended_on is null for update`;
	const [row] = await tx<(MembershipRow & { readonly person_id: string | null })[]>`
		select role, villages, person_id, ended_on from membership
		where org_id = ${actor.orgId} and membership_id = ${membershipId} for update`;
	if (row === undefined) throw new Problem('not_found');
	const last = owners.length === 1 && owners[0]?.membership_id === membershipId;
	if (last && !staysOwner) throw new Problem('still_in_use', { field: 'role' });
	const { person_id: personId, ...before } = row;
	return { before, personId };
}

export const changeMember = command('member.change', {
	right: 'change-access',
	schema: memberChange,
	async run({ tx, actor, input }) {
		const { before, personId } = await membershipToChange(
			tx,
			actor,
			input.membershipId,
			input.role === 'owner',
		);
		mayGive(actor, before.role, input.role);
		if (input.role === 'member' && personId === null)
			throw new Problem('member_without_person', { field: 'role' });
		await checkVillages(tx, input.villages);
		await tx`update membership set role = ${input.role}, villages = ${input.villages}
			where org_id = ${actor.orgId} and membership_id = ${input.membershipId}`;
		const after = { role: input.role, villages: input.villages };
		return { receipt: null, traces: [{ kind: 'membership', id: input.membershipId, before, after }] };
	},
});

export const endMember = command('member.end', {
	right: 'change-access',
	schema: memberEnd,
	async run({ tx, actor, input }) {
		const { before } = await membershipToChange(tx, actor, input.membershipId, false);
		mayGive(actor, before.role);
		await tx`update membership set ended_on = ${input.endedOn}
			where org_id = ${actor.orgId} and membership_id = ${input.membershipId}`;
		const after = { ended_on: input.endedOn };
		return { receipt: null, traces: [{ kind: 'membership', id: input.membershipId, before, after }] };
	},
});

/**
 * Allows somebody who forgot her password to set another. Gives whose account it is and as what she enters; the link is
 * made outside, where its token may be shown.
 */
export const renewPassword = command('member.renew-password', {
	right: 'change-access',
	schema: memberPassword,
	async run({ tx, actor, input: { membershipId } }) {
		const [member] = await tx<{ role: Role; accountId: string; endedOn: string | null }[]>`
			select role, account_id as "accountId", ended_on as "endedOn" from membership
			where org_id = ${actor.orgId} and membership_id = ${membershipId}`;
		if (member === undefined || member.endedOn !== null) throw new Problem('not_found');
		mayGive(actor, member.role);
		return {
			receipt: { accountId: member.accountId, role: member.role },
			traces: [{ kind: 'membership', id: membershipId, after: { password: 'a link to a new one' } }],
		};
	},
});

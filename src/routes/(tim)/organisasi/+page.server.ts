import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { may, rolesGivenBy } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import {
	changeMember,
	changeOrganisation,
	endMember,
	renewPassword,
	withdrawInvitation,
} from '#server/features/organisation/commands.ts';
import { makePasswordLink } from '#server/features/entry/commands.ts';
import { members, openInvitations, organisation, trail } from '#server/features/organisation/queries.ts';
import { villagesAtWork } from '#server/features/programme/queries.ts';
import { traceRows } from '#server/features/organisation/trace-words.ts';
import { organisationKinds } from '#server/features/organisation/schema.ts';
import { link } from '#ui/locale-link.ts';
import { getLocale } from '#words/runtime.js';
import { inviteAction } from '../invite.server.ts';
import {
	COMMAND_FIELD,
	commandAction,
	commandId,
	readAsTeam,
	refusal,
	teamOf,
	text,
	today,
} from '../team.server.ts';

export const load: PageServerLoad = async (event) => {
	const before = event.url.searchParams.get('sebelum');
	return readAsTeam(event, async (tx, actor) => ({
		organisation: await organisation(tx, actor),
		kinds: organisationKinds,
		members: [...(await members(tx, actor))],
		invitations: may(actor.role, 'change-access') ? [...(await openInvitations(tx, actor, new Date()))] : [],
		trail: may(actor.role, 'see-audit')
			? (await trail(tx, actor, before !== null && /^\d{1,18}$/.test(before) ? before : null)).map(
					(entry) => ({
						number: entry.number,
						at: entry.at,
						verb: entry.verb,
						actorName: entry.actorName,
						actorRole: entry.actorRole,
						rows: traceRows(entry, getLocale()),
						removed: entry.after === null,
					}),
				)
			: null,
		villages: may(actor.role, 'change-access') ? await villagesAtWork(tx, actor) : [],
		gives: rolesGivenBy(actor.role),
		mayChange: may(actor.role, 'change-organisation'),
		ids: { change: commandId(), invite: commandId(), other: commandId(), renew: commandId() },
	}));
};

/** Villages that were ticked, and codes that were typed. */
const villagesFrom = (form: FormData): string[] =>
	form
		.getAll('villages')
		.concat(form.getAll('villageCodes'))
		.flatMap((value) => (typeof value === 'string' ? value.split(/[\s,;]+/) : []))
		.filter(Boolean);

export const actions: Actions = {
	ubah: commandAction(changeOrganisation, (form) => ({
		name: text(form, 'name') ?? '',
		kind: text(form, 'kind') ?? '',
	})),
	undang: inviteAction((form) => ({ role: text(form, 'role') ?? '', villages: villagesFrom(form) })),
	tarik: commandAction(withdrawInvitation, (form) => ({ invitationId: text(form, 'undangan') })),
	ubahAkses: commandAction(changeMember, (form) => ({
		membershipId: text(form, 'anggota'),
		role: text(form, 'role'),
		villages: villagesFrom(form),
	})),
	sandi: async (event) => {
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		try {
			const id = text(form, COMMAND_FIELD) ?? v7();
			const input = { membershipId: text(form, 'anggota') };
			const { accountId } = await perform(sql, renewPassword, { actor, id, input });
			const token = await makePasswordLink(sql, { orgId: actor.orgId, accountId });
			return {
				renewed: { name: text(form, 'siapa') ?? '', link: `${event.url.origin}${link(`/sandi/${token}`)}` },
			};
		} catch (reason) {
			return refusal(reason, renewPassword.verb, form);
		}
	},
	akhiri: commandAction(endMember, (form) => ({ membershipId: text(form, 'anggota'), endedOn: today() })),
};

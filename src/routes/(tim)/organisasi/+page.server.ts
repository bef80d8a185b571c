import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { may, rolesGivenBy } from '#server/access/roles.ts';
import type { Actor } from '#server/access/roles.ts';
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
import { callsOf, namedRecords } from '#server/features/organisation/named-records.ts';
import { traceRows } from '#server/features/organisation/trace-words.ts';
import { organisationKinds } from '#server/features/organisation/schema.ts';
import { link } from '#ui/locale-link.ts';
import { recordPath } from '#ui/team/trail-words.ts';
import { m } from '#words/messages.js';
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

/** Fifty entries of the trail, in words, each with the record that it tells of. */
async function toldTrail(tx: TransactionSql, actor: Actor, before: string | null) {
	const entries = await trail(tx, actor, before !== null && /^\d{1,18}$/.test(before) ? before : null);
	const records = await namedRecords(tx, actor, callsOf(entries));
	const named = new Map(records.map((one) => [one.called, one]));
	const names = new Map(records.map(({ called, title }) => [called, title]));
	return entries.map((entry) => {
		const record = named.get(entry.recordId ?? '');
		return {
			number: entry.number,
			at: entry.at,
			verb: entry.verb,
			actorName: entry.actorName,
			actorRole: entry.actorRole,
			about:
				// Who changed her own access stands there already.
				record === undefined || (record.kind === null && record.title === entry.actorName)
					? null
					: { title: record.title ?? m.forget_nameless(), path: recordPath(record) },
			rows: traceRows(entry, getLocale(), names),
			removed: entry.after === null,
		};
	});
}

export const load: PageServerLoad = async (event) => {
	const before = event.url.searchParams.get('sebelum');
	return readAsTeam(event, async (tx, actor) => ({
		organisation: await organisation(tx, actor),
		kinds: organisationKinds,
		members: [...(await members(tx, actor))],
		invitations: may(actor.role, 'change-access') ? [...(await openInvitations(tx, actor, new Date()))] : [],
		trail: may(actor.role, 'see-audit') ? await toldTrail(tx, actor, before) : null,
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
			const input = { membershipId: text(form, 'anggota'), linkId: v7() };
			const account = await perform(sql, renewPassword, { actor, id, input });
			const token = await makePasswordLink(sql, { orgId: actor.orgId, ...account });
			return {
				renewed: { name: text(form, 'siapa') ?? '', link: `${event.url.origin}${link(`/sandi/${token}`)}` },
			};
		} catch (reason) {
			return refusal(reason, renewPassword.verb, form);
		}
	},
	akhiri: commandAction(endMember, (form) => ({ membershipId: text(form, 'anggota'), endedOn: today() })),
};

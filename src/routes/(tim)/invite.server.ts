/** An invitation as two pages make it: of somebody of the team, and of a person on record. */
import { v7 } from 'uuid';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { makeEntryLink } from '#server/access/entry-link.ts';
import { perform } from '#server/db/command.ts';
import { inviteMember } from '#server/features/organisation/commands.ts';
import { link } from '#ui/locale-link.ts';
import { COMMAND_FIELD, refusal, rememberSent, teamOf, text } from './team.server.ts';
import type { Refusal } from './team.server.ts';

interface Invited {
	/** The link is shown on this page alone: of it only a hash is kept. */
	readonly invited: { readonly name: string; readonly link: string };
}

/** An action that invites whom its form names as what, and answers with the link that lets her in. */
export const inviteAction =
	(inputOf: (form: FormData, event: RequestEvent) => Readonly<Record<string, unknown>>) =>
	async (event: RequestEvent): Promise<Invited | ActionFailure<Refusal>> => {
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		try {
			// Not the form's own id, which others read on the page of invitations: whoever sends it again would be given a link.
			const invitationId = v7();
			const id = text(form, COMMAND_FIELD) ?? v7();
			const name = text(form, 'displayName') ?? '';
			const input = { ...inputOf(form, event), invitationId, displayName: name };
			await perform(sql, inviteMember, { actor, id, input });
			rememberSent(event, id);
			const token = await makeEntryLink(sql, { kind: 'invitation', orgId: actor.orgId, invitationId });
			return { invited: { name, link: `${event.url.origin}${link(`/undangan/${token}`)}` } };
		} catch (reason) {
			return refusal(reason, inviteMember.verb, form);
		}
	};

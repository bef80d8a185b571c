import { error } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { makeEntryLink } from '#server/access/entry-link.ts';
import { may } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { makeGuestLink, revokeGuestLink } from '#server/features/guest/commands.ts';
import { guestLinks } from '#server/features/guest/queries.ts';
import { guestDays } from '#server/features/guest/schema.ts';
import { link } from '#ui/locale-link.ts';
import { COMMAND_FIELD, commandAction, commandId, refusal, teamOf, text } from '../../../team.server.ts';
import { inProgramme, programmeIdOf } from '../../programme.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug }) => {
		if (!may(actor.role, 'change-access')) error(403, 'not_allowed');
		return {
			programme: { name, slug },
			links: [...(await guestLinks(tx, actor, programmeId))],
			days: guestDays,
			now: new Date(),
			ids: { make: commandId(), revoke: commandId() },
		};
	});

export const actions: Actions = {
	buat: async (event) => {
		const { sql, actor } = await teamOf(event);
		const programmeId = await programmeIdOf(event);
		const form = await event.request.formData();
		// The form's own id serves as the link's: a form that is sent twice makes one link.
		const guestLinkId = text(form, COMMAND_FIELD) ?? v7();
		const label = text(form, 'label') ?? '';
		try {
			const input = { guestLinkId, programmeId, label, days: Number(text(form, 'days')) };
			const { expiresAt } = await perform(sql, makeGuestLink, { actor, id: guestLinkId, input });
			const until = new Date(expiresAt);
			const entry = { kind: 'guest', orgId: actor.orgId, guestLinkId } as const;
			const token = await makeEntryLink(sql, entry, new Date(), until);
			return { made: { label, until, link: `${event.url.origin}${link(`/tamu/${token}`)}` } };
		} catch (reason) {
			return refusal(reason, makeGuestLink.verb, form);
		}
	},
	cabut: commandAction(revokeGuestLink, (form) => ({ guestLinkId: text(form, 'tautan') })),
};

import type { PageServerLoad } from './$types';
import { guestProgramme } from '#server/features/guest/queries.ts';
import { asGuest } from '../guest.server.ts';

export const load: PageServerLoad = async (event) => ({
	token: event.params.token,
	programme: await asGuest(event, (tx, guest) => guestProgramme(tx, guest, guest.programmeId)),
});

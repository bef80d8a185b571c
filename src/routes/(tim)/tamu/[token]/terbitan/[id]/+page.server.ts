import type { PageServerLoad } from './$types';
import { guestPublication } from '#server/features/guest/queries.ts';
import { idIn } from '../../../../p/programme.server.ts';
import { asGuest } from '../../../guest.server.ts';

export const load: PageServerLoad = async (event) => {
	const publicationId = idIn(event.params.id);
	const found = await asGuest(event, (tx, guest) =>
		guestPublication(tx, guest, guest.programmeId, publicationId),
	);
	if (found === null) return { token: event.params.token, publication: null, blocks: [] };
	const { results, ...publication } = found;
	return { token: event.params.token, publication, blocks: results[event.locals.locale].blocks };
};

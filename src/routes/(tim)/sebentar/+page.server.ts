/** What the hook of the server answers with while the records cannot be reached; it asks no database. */
import type { PageServerLoad } from './$types';

/** `kirim`: a form was sent, and its sending again is safe. `ke`: the page that was asked for, one of ours. */
export const load: PageServerLoad = ({ url }) => {
	const to = url.searchParams.get('ke') ?? '';
	return {
		sent: url.searchParams.has('kirim'),
		again: /^\/(?![/\\])/.test(to) ? to : '/',
	};
};

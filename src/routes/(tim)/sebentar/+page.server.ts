/** What the hook of the server answers with while the records cannot be reached; it asks no database. */
import type { PageServerLoad } from './$types';
import { ownPath } from '../own-path.ts';

/** `kirim`: a form was sent, and its sending again is safe. `ke`: the page that was asked for, one of ours. */
export const load: PageServerLoad = ({ url }) => ({
	sent: url.searchParams.has('kirim'),
	again: ownPath(url.searchParams.get('ke')) ?? '/',
});

import type { LayoutServerLoad } from './$types';
import { signedIn } from './team.server.ts';

/** Nobody keeps a page of a team: not the browser, not a proxy, not the service worker. */
export const load: LayoutServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	const account = await signedIn(event);
	return { account: account === null ? null : { name: account.name } };
};

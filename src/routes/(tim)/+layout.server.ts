import type { LayoutServerLoad } from './$types';
import { frameOf } from './frame.server.ts';

/** Nobody keeps a page of a team: not the browser, not a proxy, not the service worker. */
export const load: LayoutServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	const frame = await frameOf(event);
	// Before somebody signs in, the instance alone knows that it is a demo.
	return { frame, demo: frame === null && process.env.SENTRA_DEMO === 'yes' };
};

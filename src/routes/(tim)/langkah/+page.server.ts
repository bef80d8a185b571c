import type { PageServerLoad } from './$types';
import { teamOf } from '../team.server.ts';

export const load: PageServerLoad = async (event) => {
	await teamOf(event);
};

import type { PageServerLoad } from './$types';
import { LONGEST_SEARCH, askedBy } from '#server/features/search/asked.ts';
import { MOST_OF_A_KIND, foundByAmount, foundByDay, foundByName } from '#server/features/search/queries.ts';
import type { Found } from '#server/features/search/queries.ts';
import { readAsTeam } from '../team.server.ts';

/** What may stand for several meanings is looked for in each: `20` in a name and as an amount. */
export const load: PageServerLoad = async (event) => {
	const text = (event.url.searchParams.get('q') ?? '').slice(0, LONGEST_SEARCH).trim();
	const { name, days, amount, identityNumber } = askedBy(text, event.locals.locale);
	const found = await readAsTeam(event, async (tx, actor): Promise<Found[]> => [
		...(days === null ? [] : await foundByDay(tx, actor, days)),
		...(amount === null ? [] : await foundByAmount(tx, actor, amount)),
		...(name === '' || days !== null ? [] : await foundByName(tx, actor, name)),
	]);
	// Sixteen figures are somebody's number: they are not even shown again.
	return { text: identityNumber ? '' : text, identityNumber, found, most: MOST_OF_A_KIND };
};

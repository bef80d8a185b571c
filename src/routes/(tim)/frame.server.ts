/** What stands around every page of a team: who is where, the way to the others, what was just sent. */
import type { RequestEvent } from '@sveltejs/kit';
import { barOf } from '#server/access/account-setting.ts';
import { may } from '#server/access/roles.ts';
import { isDemoOrganisation } from '#server/features/demo/demo-organisations.ts';
import type { Frame } from '#ui/team/frame.ts';
import { takeSent, teamIfAny } from './team.server.ts';

/** The programme that somebody looked at last: the steps in the rail are its steps. */
const PROGRAMME_COOKIE = 'sentra_program';

type Programmes = Frame['programmes'];

/** The programme of the address; else the one seen last, else the first. */
function currentOf({ params, cookies, url }: RequestEvent<{ slug?: string }>, programmes: Programmes) {
	const here = programmes.find(({ slug }) => slug === params.slug);
	const before = cookies.get(PROGRAMME_COOKIE);
	if (here !== undefined && here.slug !== before)
		cookies.set(PROGRAMME_COOKIE, here.slug, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: url.protocol === 'https:',
			maxAge: 365 * 24 * 3600,
		});
	return here ?? programmes.find(({ slug }) => slug === before) ?? programmes[0] ?? null;
}

/** The frame for who is signed in and enters an organisation; null for everybody else. */
export async function frameOf(event: RequestEvent): Promise<Frame | null> {
	// A guest's page is the guest's, also when its maker looks at it.
	if (event.route.id?.startsWith('/(tim)/tamu')) return null;
	const team = await teamIfAny(event);
	if (team === null) return null;
	const { account, actor, entrances, organisation, programmes } = team;
	return {
		name: actor.name,
		role: actor.role,
		organisation,
		others: entrances
			.filter(({ orgId }) => orgId !== actor.orgId)
			.map(({ orgId, organisation: name }) => ({ orgId, name })),
		programmes,
		current: currentOf(event, programmes),
		bar: barOf(account.bar, actor.role),
		partial: actor.villages !== null || actor.personId !== null,
		seesPeople: may(actor.role, 'see-people'),
		demo: isDemoOrganisation(actor.orgId),
		sent: takeSent(event),
	};
}

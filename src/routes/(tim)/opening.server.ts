/** The house opens while the server starts, and tells the terminal what it must know. */
import { firstOwnerLink } from '#server/house.ts';
import { closeHouse, house } from './team.server.ts';

/** What `scripts/start.js` listens to: an event of the process, since a built page knows no script. */
const tell = (event: string, detail: unknown): void => {
	process.emit(event as never, detail as never);
};

/** Opens the house, tells the first owner's link when nobody owns it yet, and closes it when the server ends. */
export async function openAndTell(): Promise<void> {
	process.once(
		'sentra:stop' as never,
		((done: () => void) => {
			void closeHouse().then(done, done);
		}) as never,
	);
	try {
		const open = await house();
		tell('sentra:open', { firstOwner: await firstOwnerLink(open), weak: open.weak });
	} catch (reason) {
		tell('sentra:not-open', reason);
	}
}

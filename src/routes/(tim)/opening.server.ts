/** The house opens while the server starts, and tells the terminal what it must know. */
import { join } from 'node:path';
import { firstOwnerLink } from '#server/house.ts';
import type { House } from '#server/house.ts';
import { closeHouse, house, programRoot } from './team.server.ts';

/** What `scripts/start.js` listens to: an event of the process, since a built page knows no script. */
const tell = (event: string, detail: unknown): void => {
	process.emit(event as never, detail as never);
};

/** The links of a demo, when this is one (`sentra demo`). */
async function demoDoors({ sql }: House) {
	if (process.env.SENTRA_DEMO !== 'yes') return null;
	const { openDemo } = await import('#server/features/demo/doors.ts');
	return openDemo(sql, join(programRoot, 'samples'));
}

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
		const demo = await demoDoors(open);
		const firstOwner = demo === null ? await firstOwnerLink(open) : null;
		tell('sentra:open', { demo, firstOwner, weak: open.weak });
	} catch (reason) {
		tell('sentra:not-open', reason);
	}
}

/**
 * `sentra sandi baru`: a link to a new password, for whoever runs the machine. The way out for an account that enters several
 * organisations, where none of them may open the doors of the others, and for an owner who is the only one.
 */
import { m } from '#words/messages.js';
import { makePasswordLinkAtTerminal } from '#server/features/entry/commands.ts';
import { Failure } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { openInstance } from '../instance.ts';
import { USUAL_PORT } from '../usual-port.ts';

/** Wrong words on the command line. */
const USAGE = 2;

/** Where people reach this Sentra, as far as this machine knows. */
const address = (): string =>
	process.env['ORIGIN'] || `http://localhost:${process.env['PORT'] || String(USUAL_PORT)}`;

export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const [username] = call.words;
	if (username === undefined) {
		const todo = m.team_pages_password_name_todo({}, { locale });
		throw new Failure(
			[{ code: 'ACCOUNT_NAME_MISSING' }],
			USAGE,
			todo,
			m.team_pages_password_name({}, { locale }),
		);
	}
	const instance = await openInstance(call);
	try {
		const { name, token, organisations } = await makePasswordLinkAtTerminal(instance.sql, username);
		const link = `${address()}${locale === 'en' ? '/en' : ''}/sandi/${token}`;
		return {
			exit: 0,
			result: { username, name, link, organisations },
			text: `${m.team_pages_password_made({ name }, { locale })}\n\n  ${link}`,
			notes: [m.team_pages_password_once({}, { locale }), m.team_pages_password_address({}, { locale })],
		};
	} catch (error) {
		throw instance.told(error);
	} finally {
		await instance.close();
	}
}

/** What the doctor looks at when this machine keeps the records of teams: server, shape, durability, logs, keys. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { m } from '#words/messages.js';
import { writeNumber } from '#inputs/number-writer.ts';
import { durabilitySettings } from '#server/db/embedded/durability.ts';
import { chainStates, migrationState, serverState } from '#server/db/instance-state.ts';
import { placeOf } from '#server/db/open.ts';
import { sizeText } from './backup-answer.ts';
import { Failure } from './call.ts';
import type { Call } from './call.ts';
import { openInstance } from './instance.ts';
import type { Instance } from './instance.ts';
import { packageRoot } from './package-root.ts';

export interface Check {
	readonly id: string;
	readonly ok: boolean;
	readonly text: string;
}

/** A check by its work: what it answers stands behind its name, what it throws says what is wrong. */
export async function attempt(
	id: string,
	label: string,
	work: () => Promise<string> | string,
): Promise<Check> {
	const tell = (ok: boolean, detail: string): Check => ({
		id,
		ok,
		text: detail ? `${label}: ${detail}` : label,
	});
	try {
		return tell(true, await work());
	} catch (error) {
		if (error instanceof Failure) return tell(false, [error.said, error.advice].filter(Boolean).join(' '));
		return tell(false, error instanceof Error ? error.message : String(error));
	}
}

async function server({ sql, embedded }: Instance, call: Call): Promise<string> {
	const { locale } = call.screen;
	const { version, bytes } = await serverState(sql);
	const where = embedded ? m.cli_doctor_embedded({}, { locale }) : 'DATABASE_URL';
	return `PostgreSQL ${version} (${where}), ${sizeText(bytes, call)}`;
}

async function shape({ sql, migrations }: Instance, call: Call): Promise<string> {
	const { locale } = call.screen;
	const { applied, waiting, unknown, changed } = await migrationState(sql, migrations);
	if (unknown.length > 0)
		throw new Error(m.cli_doctor_migrations_unknown({ names: unknown.join(', ') }, { locale }));
	if (changed.length > 0)
		throw new Error(m.cli_doctor_migrations_changed({ names: changed.join(', ') }, { locale }));
	const said = m.cli_doctor_migrations_applied({ count: applied }, { locale });
	// Not wrong: the next start applies them.
	return waiting.length === 0
		? said
		: `${said}; ${m.cli_doctor_migrations_waiting({ count: waiting.length }, { locale })}`;
}

async function durability({ sql, told }: Instance): Promise<string> {
	const settings = await durabilitySettings(sql).catch((error: unknown) => {
		throw told(error);
	});
	return Object.entries(settings)
		.map(([name, value]) => `${name}=${String(value)}`)
		.join(', ');
}

async function logs({ sql }: Instance, call: Call): Promise<string> {
	const { locale } = call.screen;
	const chains = await chainStates(sql);
	const broken = chains.filter(({ brokenAt }) => brokenAt !== null);
	if (broken.length > 0)
		throw new Error(
			broken
				.map(({ orgId, brokenAt }) =>
					m.cli_backup_broken_trail({ organisation: orgId, number: brokenAt ?? '' }, { locale }),
				)
				.join(' '),
		);
	const entries = chains.reduce((total, one) => total + one.entries, 0);
	return m.cli_doctor_trails_whole(
		{ organisations: chains.length, entries: writeNumber(entries, locale) },
		{ locale },
	);
}

function keys({ folder }: Instance, call: Call): string {
	const file = join(folder, 'keys', 'identity.key');
	if (!existsSync(file) && !process.env['SENTRA_IDENTITY_KEY'])
		throw new Error(m.cli_doctor_keys_missing({ file }, { locale: call.screen.locale }));
	return process.env['SENTRA_IDENTITY_KEY'] ? 'SENTRA_IDENTITY_KEY' : file;
}

/** All of them; one line that says so when there is no instance. */
export async function instanceChecks(call: Call): Promise<Check[]> {
	const { locale } = call.screen;
	const { folder, databaseUrl } = placeOf(packageRoot(), process.env);
	const label = m.cli_doctor_database({}, { locale });
	if (!databaseUrl && !existsSync(join(folder, 'data', 'PG_VERSION')))
		return [
			{ id: 'database', ok: true, text: `${label}: ${m.cli_doctor_no_instance({ folder }, { locale })}` },
		];
	let instance: Instance;
	try {
		instance = await openInstance(call);
	} catch (error) {
		return [await attempt('database', label, () => Promise.reject(error as Error))];
	}
	try {
		return [
			await attempt('database', label, () => server(instance, call)),
			await attempt('migrations', m.cli_doctor_migrations({}, { locale }), () => shape(instance, call)),
			await attempt('durability', m.cli_doctor_durability({}, { locale }), () => durability(instance)),
			await attempt('trails', m.cli_doctor_trails({}, { locale }), () => logs(instance, call)),
			await attempt('keys', m.cli_doctor_keys({}, { locale }), () => keys(instance, call)),
		];
	} finally {
		await instance.close();
	}
}

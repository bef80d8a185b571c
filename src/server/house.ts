/** The house: its database, its accounts, its keys. Opened once by whoever serves pages or runs a command. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { makeEntryLink } from './access/entry-link.ts';
import { sessionSecretIn } from './access/session-secret.ts';
import { isSecure, signInOf } from './access/sign-in.ts';
import type { SignIn } from './access/sign-in.ts';
import { accountOf } from './access/visitor.ts';
import type { Account } from './access/visitor.ts';
import { connect } from './db/connect.ts';
import { durabilitySettings, readDurability, weakSetting } from './db/embedded/durability.ts';
import type { WeakSetting } from './db/embedded/durability.ts';
import { migrate } from './db/migrate.ts';
import { reachServer } from './db/open.ts';
import type { Place } from './db/open.ts';
import { holdIdentityKeys, openIdentityKeys } from './identity/identity-keys.ts';
import { loadAreas } from './features/area/loading.ts';
import { closeForgottenAccounts } from './features/entry/commands.ts';
import { clearOldExports } from './features/export/making.ts';

export interface HouseOptions extends Place {
	/** The public address when a proxy changes it. */
	readonly origin?: string | undefined;
}

export interface House {
	readonly sql: Sql;
	readonly signIn: SignIn;
	/** Whose session a request names, or null. */
	readonly accountOf: (headers: Headers) => Promise<Account | null>;
	readonly folder: string;
	/** What may cost acknowledged rows in a power cut, on a server of one's own; the embedded one is refused with it. */
	readonly weak: WeakSetting | null;
	/** Closes the pools and gives the embedded server back. */
	close(): Promise<void>;
}

/** Opens the house: joins or starts the database, brings it to this program's shape, sets the accounts up. */
export async function openHouse(options: HouseOptions): Promise<House> {
	mkdirSync(options.folder, { recursive: true });
	const { where, embedded, release } = await reachServer(options);
	const sql = connect(where);
	const accounts = connect(where, {
		max: 4,
		connection: { application_name: 'sentra accounts', search_path: 'auth' },
	});
	const close = async (): Promise<void> => {
		await Promise.all([sql.end({ timeout: 5 }), accounts.end({ timeout: 5 })]);
		await release();
	};
	try {
		// Before anything is written.
		const weak = weakSetting(await (embedded ? durabilitySettings(sql) : readDurability(sql)));
		const applied = await migrate(sql, options.migrations);
		holdIdentityKeys(openIdentityKeys(options.folder));
		await closeForgottenAccounts(sql);
		await clearOldExports(options.folder);
		await loadAreas(sql, join(options.migrations, '../dist/areas.tsv.gz'));
		// A kill after the first start must not replay all that it wrote.
		if (embedded && applied.length > 0) await sql`checkpoint`;
		const secret = sessionSecretIn(options.folder);
		const signIn = signInOf({ accounts, sql, secret, origin: options.origin });
		// Now, and not beside the first visitor: it asks for its tables.
		await signIn.$context;
		const keeper = { signIn, sql, secret, secure: isSecure(options.origin) };
		return {
			sql,
			signIn,
			accountOf: (headers) => accountOf(keeper, headers),
			folder: options.folder,
			weak,
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

/** The link that makes the first owner, while nobody owns anything yet; null afterwards. */
export async function firstOwnerLink({ sql }: House): Promise<string | null> {
	const [known] = await sql`select from auth."user" limit 1`;
	if (known !== undefined) return null;
	// One link at a time: the one of an earlier start is void.
	await sql`delete from entry_link where kind = 'first-owner'`;
	return makeEntryLink(sql, { kind: 'first-owner' });
}

/**
 * An export is made whole in the data folder, then written into the trail with its rows and hash, then fetched: what
 * leaves is what the trail says, and a file that broke off half way never leaves.
 */
import { dayInJakarta } from '../../calendar.ts';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Sql, TransactionSql } from 'postgres';
import { may } from '../../access/roles.ts';
import type { Actor } from '../../access/roles.ts';
import { perform, readInput } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { Problem } from '../../problems.ts';
import { exportMake } from './commands.ts';
import { writeForm } from './forms.ts';
import type { Sink, Written } from './forms.ts';
import { kindOf, shownFor } from './kinds.ts';
import { programmeToExport, scopeOf } from './queries.ts';
import { countOf } from './reading.ts';
import { FETCH_MINUTES, exportChoice, placeKinds } from './schema.ts';
import type { ExportChoice, ExportForm, ExportReceipt } from './schema.ts';

/** Where exports are made, and by whom. */
export interface Workshop {
	readonly sql: Sql;
	readonly actor: Actor;
	/** The data folder. */
	readonly folder: string;
}

export interface ExportRequest {
	/** A UUID made where the form was given. */
	readonly exportId: string;
	/** What was chosen; read by `exportChoice`. */
	readonly choice: unknown;
	readonly at?: Date;
}

const folderIn = (folder: string): string => join(folder, 'exports');
const fileIn = (folder: string, exportId: string): string => join(folderIn(folder), exportId);

/** Takes files away that nobody may fetch any more: also those that a server of before left when it died. */
export async function clearOldExports(dataFolder: string): Promise<void> {
	const folder = folderIn(dataFolder);
	const now = Date.now();
	await mkdir(folder, { recursive: true, mode: 0o700 });
	for (const name of await readdir(folder)) {
		const file = join(folder, name);
		const made = await stat(file).catch(() => null);
		if (made !== null && now - made.mtimeMs > FETCH_MINUTES * 60_000) await rm(file, { force: true });
	}
}

/** A file as a sink that knows its hash. What was given is written when it is waited for. */
function fileSink(file: FileHandle): Sink & { readonly measured: () => { bytes: number; sha256: string } } {
	const hash = createHash('sha256');
	let bytes = 0;
	let waiting: Uint8Array[] = [];
	return {
		give(piece) {
			if (piece.length > 0) waiting.push(piece);
		},
		async carried() {
			const all = Buffer.concat(waiting);
			waiting = [];
			hash.update(all);
			bytes += all.length;
			// `write` may write a part; `appendFile` goes on until all is there.
			if (all.length > 0) await file.appendFile(all);
		},
		measured: () => ({ bytes, sha256: hash.digest('hex') }),
	};
}

const endings: Readonly<Record<ExportForm, string>> = {
	xlsx: '.xlsx',
	'csv-excel': '.csv.zip',
	csv: '.csv.zip',
	geojson: '.geojson',
	datapackage: '.datapackage.zip',
};

/** `kalanganyar-2026-11-22.xlsx`; a slug holds small letters, figures and hyphens alone. */
function fileNameOf(slug: string, { kinds, form, use, language }: ExportChoice, at: Date): string {
	const [only, ...others] = kinds;
	const single = form.startsWith('csv') && only !== undefined && others.length === 0;
	const nameless = language === 'id' ? 'tanpa-nama' : 'without-names';
	const parts = [slug, ...(single ? [only] : []), ...(use === 'publish' ? [nameless] : [])];
	return `${parts.join('-')}-${dayInJakarta(at)}${single ? '.csv' : endings[form]}`;
}

/** What cannot be handed out, and what no map shows. */
function checkChoice({ kinds, form, use }: ExportChoice): ExportChoice['kinds'] {
	if (form === 'geojson') {
		if (use === 'publish') throw new Problem('export_points_are_addresses', { field: 'form' });
		if (!kinds.some((kind) => placeKinds.includes(kind)))
			throw new Problem('export_no_places', { field: 'kinds' });
	}
	const shown = kinds.filter((kind) => use === 'inside' || kindOf(kind).insideOnly !== true);
	if (shown.length === 0) throw new Problem('export_nothing_chosen', { field: 'kinds' });
	return shown;
}

interface Making {
	readonly choice: ExportChoice;
	readonly exportId: string;
	readonly at: Date;
	/** Random for every export that is handed out. */
	readonly salt: string;
	readonly sink: Sink;
}

/** Writes an export into a sink, within the actor's transaction. */
export async function writeExport(
	{ choice, exportId, at, salt, sink }: Making,
	tx: TransactionSql,
	actor: Actor,
): Promise<{ slug: string; rows: Written; heldBack: number }> {
	const { programmeId, use, form, language } = choice;
	const programme = await programmeToExport(tx, actor, programmeId);
	const scope = scopeOf(actor, { programmeId, villages: programme.villages, use, at, salt });
	const people = kindOf('people');
	const countPeople = async (of: typeof scope): Promise<number> =>
		(await countOf({ tx, scope: of }, people)).rows;
	const heldBack =
		use === 'publish' ? (await countPeople({ ...scope, use: 'inside' })) - (await countPeople(scope)) : 0;
	const rows = await writeForm(form, {
		reading: { tx, scope },
		kinds: checkChoice(choice).map((kind) => shownFor(kindOf(kind), use)),
		about: {
			exportId,
			programme: programme.name,
			slug: programme.slug,
			organisation: programme.organisation,
			use,
			purpose: choice.purpose,
			at,
			heldBack,
			narrow: actor.villages !== null || actor.personId !== null,
			areas: programme.areas,
		},
		language,
		sink,
	});
	return { slug: programme.slug, rows, heldBack };
}

/** Makes the file, writes the trail, and leaves the file to be fetched by who made it. */
export async function makeExport(
	{ sql, actor, folder }: Workshop,
	{ exportId, choice: given, at = new Date() }: ExportRequest,
): Promise<ExportReceipt> {
	if (!may(actor.role, 'export')) throw new Problem('not_allowed', { verb: exportMake.verb });
	const choice = readInput(exportChoice, given);
	checkChoice(choice);
	await clearOldExports(folder);
	const draft = `${fileIn(folder, exportId)}.${randomBytes(6).toString('hex')}`;
	const file = await open(draft, 'wx', 0o600);
	try {
		const sink = fileSink(file);
		const making = { choice, exportId, at, salt: randomBytes(32).toString('hex'), sink };
		const { slug, rows, heldBack } = await readAsTenant(sql, actor, (tx) => writeExport(making, tx, actor));
		await file.close();
		const made = { exportId, fileName: fileNameOf(slug, choice, at), rows, heldBack, ...sink.measured() };
		const receipt = await perform(sql, exportMake, {
			actor,
			id: exportId,
			input: { ...choice, ...made },
			at,
		});
		// The form came twice: the trail holds the first file, and that one is fetched.
		if (receipt.sha256 !== made.sha256) await rm(draft, { force: true });
		else await rename(draft, fileIn(folder, exportId));
		setTimeout(() => void rm(fileIn(folder, exportId), { force: true }), FETCH_MINUTES * 60_000).unref();
		return receipt;
	} catch (reason) {
		await file.close().catch(() => undefined);
		await rm(draft, { force: true });
		throw reason;
	}
}

/** Takes away what an organisation could still fetch: somebody in it asked to be forgotten. */
export async function dropExports({ sql, actor, folder }: Workshop): Promise<void> {
	const made = await readAsTenant(
		sql,
		actor,
		(tx) => tx<{ exportId: string }[]>`
			select record_id as "exportId" from audit_entry
			where org_id = ${actor.orgId} and verb = ${exportMake.verb}
				and at > now() - make_interval(mins => ${FETCH_MINUTES})`,
	);
	for (const { exportId } of made) await rm(fileIn(folder, exportId), { force: true });
}

/** The file of an export, to be read from its beginning. `export_gone` when it was taken away. */
export async function openExport(
	folder: string,
	{ exportId }: ExportReceipt,
): Promise<ReadableStream<Uint8Array>> {
	const file = await open(fileIn(folder, exportId), 'r').catch(() => null);
	if (file === null) throw new Problem('export_gone');
	return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
}

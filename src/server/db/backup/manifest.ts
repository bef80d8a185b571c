/** What a backup says of itself: the first entry, read before anything else, and the list of all parts, written last. */
import * as v from 'valibot';
import { Problem } from '../../problems.ts';
import { sealSchema } from './seal.ts';

export const FIRST_ENTRY = 'sentra.json';
export const MANIFEST_ENTRY = 'manifest.json';
/** Raised when an older program could not read the file. */
export const FORMAT = 1;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What is put into statements is nothing else. */
const columnName = v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/));
/** With its schema before a point, unless that is `public`. */
const tableName = v.pipe(v.string(), v.regex(/^([a-z_][a-z0-9_]{0,30}\.)?[A-Za-z_][A-Za-z0-9_]{0,62}$/));

const firstSchema = v.object({
	format: v.literal('sentra-backup'),
	version: count,
	program: v.string(),
	createdAt: v.string(),
	seal: v.nullable(sealSchema),
});
export type First = v.InferOutput<typeof firstSchema>;

const tableSchema = v.object({
	name: tableName,
	class: v.picklist(['tenant', 'reference', 'local']),
	columns: v.array(columnName),
	rows: count,
	sum: sha256,
	/** Entries that follow one another, each a gzip of COPY text. */
	parts: count,
});
export type TablePart = v.InferOutput<typeof tableSchema>;

const fileSchema = v.object({
	/** Below the data folder, with '/' between. */
	path: v.pipe(v.string(), v.regex(/^(keys|attachments)(\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/)),
	bytes: count,
	sha256,
	parts: count,
});
export type FilePart = v.InferOutput<typeof fileSchema>;

const chainSchema = v.object({ orgId: v.string(), entries: count, brokenAt: v.nullable(v.string()) });
export type ChainPart = v.InferOutput<typeof chainSchema>;

const manifestSchema = v.object({
	postgres: v.string(),
	migrations: v.array(v.object({ name: v.string(), sha256 })),
	tables: v.array(tableSchema),
	/** The logs of commands, as they were found: a restored log is as whole as it was. */
	chains: v.array(chainSchema),
	files: v.array(fileSchema),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

function parsed<Schema extends v.GenericSchema>(
	schema: Schema,
	name: string,
	body: Buffer,
): v.InferOutput<Schema> {
	let given: unknown;
	try {
		given = JSON.parse(body.toString('utf8'));
	} catch {
		throw new Problem('backup_broken', { what: name });
	}
	const read = v.safeParse(schema, given);
	if (!read.success) throw new Problem('backup_broken', { what: name });
	return read.output;
}

/** The first entry, or `backup_newer` when only a newer program can read what follows. */
export function readFirst(body: Buffer): First {
	const { version, program } = parsed(
		v.object({ format: v.literal('sentra-backup'), version: count, program: v.string() }),
		FIRST_ENTRY,
		body,
	);
	if (version > FORMAT) throw new Problem('backup_newer', { program });
	return parsed(firstSchema, FIRST_ENTRY, body);
}

export const readManifest = (body: Buffer): Manifest => parsed(manifestSchema, MANIFEST_ENTRY, body);

export const entryBody = (content: First | Manifest): Buffer =>
	Buffer.from(`${JSON.stringify(content, null, '\t')}\n`);

export const tableEntry = (table: string, part: number): string =>
	`tables/${table}/${String(part).padStart(6, '0')}.copy.gz`;

/** By number, because a path may be longer than a name in a tar file. */
export const fileEntry = (file: number, part: number): string =>
	`files/${String(file).padStart(6, '0')}/${String(part).padStart(6, '0')}.gz`;

/** The tables of a database with what is needed to carry their rows, asked from the catalog, so that none is forgotten. */
import type { TransactionSql } from 'postgres';
import type { TablePart } from './manifest.ts';

export type TableShape = Pick<TablePart, 'name' | 'class' | 'columns'>;

/** What the program notes about itself; the list in the manifest stands for it. */
const NOT_CARRIED = ['schema_migration'];

/**
 * Every table of the house, of any schema, by name. Generated columns are computed again where the rows arrive. A table
 * that declared no class has none here either, and the manifest does not take it: nothing is left out in silence.
 */
export async function tableShapes(tx: TransactionSql): Promise<TableShape[]> {
	const shapes = await tx<TableShape[]>`
		select case nspname when 'public' then '' else nspname || '.' end || relname as name,
			coalesce(substring(obj_description(relation.oid, 'pg_class') from '^dist:(.*)$'), 'none') as class,
			array(select attname::text from pg_attribute where attrelid = relation.oid and attnum > 0
				and not attisdropped and attgenerated = '' order by attnum) as columns
		from pg_class relation join pg_namespace on pg_namespace.oid = relnamespace
		where nspname !~ '^pg_' and nspname <> 'information_schema'
			and relkind in ('r', 'p') and not relispartition and relname <> all (${NOT_CARRIED})
			and not exists (select from pg_depend where objid = relation.oid and deptype = 'e')`;
	// Here and not by the server, whose alphabet may be another.
	return [...shapes].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A row's text is the same on every server that speaks so. */
export const TEXT_SETTINGS = `
	set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
	set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmlbinary = 'base64';
	set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table as a statement names it. */
export function relationOf(name: string): string {
	const [schema, table] = name.includes('.') ? name.split('.') : ['public', name];
	return `${quoted(schema ?? '')}.${quoted(table ?? '')}`;
}

/** A table's rows as COPY text, in pieces. */
export async function* copyOut(
	tx: TransactionSql,
	{ name, columns }: TableShape,
): AsyncGenerator<Buffer, void> {
	const list = columns.map(quoted).join(', ');
	const from = await tx.unsafe(`copy (select ${list} from ${relationOf(name)}) to stdout`).readable();
	for await (const piece of from) yield piece as Buffer;
	// When the copy ends while its buffer is full, the driver leaves its socket paused and would hear nothing more.
	from._read(0);
}

/** Writes COPY text into a table; what the server finds wrong with it is thrown. */
export async function copyIn(
	tx: TransactionSql,
	{ name, columns }: TableShape,
	pieces: AsyncIterable<Buffer>,
): Promise<void> {
	const query = tx.unsafe(`copy ${relationOf(name)} (${columns.map(quoted).join(', ')}) from stdin`);
	const into = await query.writable();
	// The driver answers the query when the stream opens; what fails after the last byte reaches nobody. It would wait
	// for ever, so the late complaint is caught here.
	const failed = new Promise<never>((_, reject) => {
		into.once('error', reject);
		(query as unknown as { reject: (error: Error) => void }).reject = (error) => into.destroy(error);
	});
	failed.catch(() => undefined);
	const write = async (): Promise<void> => {
		for await (const piece of pieces)
			await new Promise<void>((resolve, reject) =>
				into.write(piece, (error) => (error ? reject(error) : resolve())),
			);
		await new Promise<void>((resolve) => into.end(() => resolve()));
	};
	await Promise.race([write(), failed]);
}

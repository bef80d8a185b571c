/** Rows of a table as records of the house, and back: `village_code` is `villageCode`. */
import type { TransactionSql } from 'postgres';
import { Problem } from '../problems.ts';

const column = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** The name of a field from the name of its column. */
export const asField = (name: string): string =>
	name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export type Row = Readonly<Record<string, unknown>>;

/** A record's fields as columns, for `insert` and `update`. */
export const asColumns = (record: object): Record<string, unknown> =>
	Object.fromEntries(Object.entries(record).map(([name, value]) => [column(name), value]));

/** Names of columns from names of fields, for `select`. */
export const columnNames = (fields: readonly string[]): string[] => fields.map(column);

/** A row as a record. The caller says which; the statement's columns must be its fields. */
export const asRecord = <Found>(row: Row): Found =>
	Object.fromEntries(Object.entries(row).map(([name, value]) => [asField(name), value])) as Found;

/** What the trail keeps of a record: of how to reach a person only that it was noted. What was never written need not be taken out. */
export function traced(row: object): Record<string, unknown> {
	const kept = asRecord<Record<string, unknown>>(row as Row);
	const said = Object.entries(kept).filter(([name]) => name !== 'orgId');
	return Object.fromEntries(
		said.map(([name, value]) => [name, name === 'contact' && value !== null ? 'noted' : value]),
	);
}

/** Which record, and the version that the person saw when she changed it. */
interface Seen {
	readonly table: string;
	readonly key: string;
	readonly id: string;
	readonly version: number;
}

/** The row as it is, held until the end of the command. Not there or not visible is one answer: `not_found`. */
export async function holdSeen(
	tx: TransactionSql,
	orgId: string,
	{ table, key, id, version }: Seen,
): Promise<Row> {
	const [row] = await tx<Row[]>`
		select * from ${tx(table)} where org_id = ${orgId} and ${tx(key)} = ${id} for update`;
	if (row === undefined) throw new Problem('not_found');
	if (row['version'] !== version)
		throw new Problem('changed_meanwhile', { version: row['version'] as number });
	return row;
}

/** Writes what is new of a row that is held, and raises its version. */
export async function writeSeen(
	tx: TransactionSql,
	orgId: string,
	{ table, key, id, version }: Seen,
	details: object,
): Promise<void> {
	await tx`update ${tx(table)} set ${tx({ ...asColumns(details), version: version + 1 })}
		where org_id = ${orgId} and ${tx(key)} = ${id}`;
}

/** Holds the row, writes what is new of it and raises its version. Gives back what it was. */
export async function changeSeen(
	tx: TransactionSql,
	orgId: string,
	seen: Seen,
	details: object,
): Promise<Row> {
	const before = await holdSeen(tx, orgId, seen);
	await writeSeen(tx, orgId, seen, details);
	return before;
}

/** Holds the row and takes it away. Gives back what it was. */
export async function removeSeen(tx: TransactionSql, orgId: string, seen: Seen): Promise<Row> {
	const before = await holdSeen(tx, orgId, seen);
	await tx`delete from ${tx(seen.table)} where org_id = ${orgId} and ${tx(seen.key)} = ${seen.id}`;
	return before;
}

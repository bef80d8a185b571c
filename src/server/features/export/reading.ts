/** The rows of a kind, batch by batch, so that a hundred thousand weigh no more than a thousand. */
import { createHmac } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import type { Column, Kind, Scope } from './column.ts';

/** A transaction that is the actor's, and what she exports. */
export interface Reading {
	readonly tx: TransactionSql;
	readonly scope: Scope;
}

/** The values of a row in the order of the kind's columns, as the driver gives them. */
export type Values = readonly unknown[];

const BATCH = 1000;

/** An id that is the same within one export and says nothing outside it; in the form of a UUID (version 8). */
export function pseudonym(salt: string, id: string): string {
	const hex = createHmac('sha256', salt).update(id).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const expression = ({ sql, published }: Column, { use }: Scope): string =>
	use === 'publish' && typeof published === 'object' ? published.sql : sql;

/** The names of columns and tables are those of the declarations, never of a request. */
const selected = (kind: Kind, scope: Scope): string =>
	kind.columns.map((column) => `${expression(column, scope)} as "${column.name}"`).join(', ');

const keyOf = ({ columns, order }: Kind): string => columns.find(({ key }) => key)?.sql ?? order;

/** What is handed out is mixed, or two exports could be laid side by side. */
const ordered = (tx: TransactionSql, kind: Kind, { use, salt }: Scope) =>
	use === 'inside' ? tx.unsafe(kind.order) : tx`md5(${tx.unsafe(keyOf(kind))}::text || ${salt}::text)`;

/** The rows of a kind. The kind's columns are those that the scope's use shows (`shownFor`). */
export async function* rowsOf({ tx, scope }: Reading, kind: Kind): AsyncGenerator<Values[]> {
	const hidden = scope.use === 'publish' ? kind.columns.filter(({ type }) => type === 'id') : [];
	const batches = tx<Record<string, unknown>[]>`
		select ${tx.unsafe(selected(kind, scope))} ${kind.source(tx, scope)}
		order by ${ordered(tx, kind, scope)}`.cursor(BATCH);
	for await (const batch of batches)
		yield batch.map((row) => {
			kind.adjust?.(row, scope);
			for (const { name } of hidden)
				if (typeof row[name] === 'string') row[name] = pseudonym(scope.salt, row[name]);
			return kind.columns.map(({ name }) => row[name] ?? null);
		});
}

/** How many rows a kind has, and how many of them a point. */
export async function countOf(
	{ tx, scope }: Reading,
	kind: Kind,
): Promise<{ rows: number; located: number }> {
	const latitude = kind.columns.find(({ name }) => name === 'latitude')?.sql ?? 'null';
	const [counted] = await tx<{ rows: number; located: number }[]>`
		select count(*)::int as rows, count(latitude)::int as located
		from (select ${tx.unsafe(latitude)} as latitude ${kind.source(tx, scope)}) counted`;
	return counted ?? { rows: 0, located: 0 };
}

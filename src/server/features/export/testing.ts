/** An export as its bytes, and what is in them, for tests. */
import { unzipSync } from 'fflate';
import type { TransactionSql } from 'postgres';
import type { Actor } from '../../access/roles.ts';
import { writeExport } from './making.ts';
import { exportKinds } from './schema.ts';
import type { ExportChoice } from './schema.ts';

export const EXPORTED_AT = new Date('2026-11-22T03:00:00Z');

/** Everything of a programme, for inside, unless something else is chosen. */
export const chosen = (
	programmeId: string,
	more: Partial<ExportChoice> & Pick<ExportChoice, 'form'>,
): ExportChoice => ({
	programmeId,
	kinds: [...exportKinds],
	use: 'inside',
	purpose: 'Uji coba ekspor',
	language: 'id',
	...more,
});

export interface Exported {
	readonly bytes: Uint8Array;
	readonly rows: Readonly<Record<string, number>>;
	readonly heldBack: number;
}

/** Writes an export in a transaction that is the actor's. */
export async function exported(
	tx: TransactionSql,
	actor: Actor,
	choice: ExportChoice,
	salt = 'garam',
): Promise<Exported> {
	const pieces: Uint8Array[] = [];
	const sink = { give: (piece: Uint8Array) => void pieces.push(piece), carried: async () => undefined };
	const making = { choice, exportId: '0190a000-0000-7000-8000-000000000001', at: EXPORTED_AT, salt, sink };
	const { rows, heldBack } = await writeExport(making, tx, actor);
	return { bytes: new Uint8Array(Buffer.concat(pieces)), rows, heldBack };
}

/** Name -> text of every part; a file that is no zip is one part without a name. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
	const text = (part: Uint8Array): string => Buffer.from(part).toString('utf8');
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new Map([['', text(bytes)]]);
	return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, text(part)]));
}

/** All text of an export. */
export const textOf = (bytes: Uint8Array): string => [...partsOf(bytes).values()].join('\n');

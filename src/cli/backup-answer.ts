/** What the commands of backups tell alike. */
import { m } from '#words/messages.js';
import { writeNumber } from '#inputs/number-writer.ts';
import type { ChainPart, TablePart } from '#server/db/backup/manifest.ts';
import type { Call, Locale } from './call.ts';

/** How many rows all tables have, as it is shown. */
export const rowsIn = (tables: readonly TablePart[], { screen }: Call): string =>
	writeNumber(
		tables.reduce((total, { rows }) => total + rows, 0),
		screen.locale,
	);

const STEP = 1000;

export function sizeText(bytes: number, { screen }: Call): string {
	const units = ['B', 'kB', 'MB', 'GB', 'TB'];
	const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(STEP)));
	const rounded = Math.round((bytes / STEP ** step) * 10) / 10;
	return `${writeNumber(rounded, screen.locale)} ${units[step]}`;
}

/** A sentence for every log that is not whole. */
export const brokenTrails = (chains: readonly ChainPart[], locale: Locale): string[] =>
	chains.flatMap(({ orgId, brokenAt }) =>
		brokenAt === null
			? []
			: [m.cli_backup_broken_trail({ organisation: orgId, number: brokenAt }, { locale })],
	);

/** For `--json`. */
export const tableResult = (tables: readonly TablePart[], chains: readonly ChainPart[]) => ({
	tables: tables.map(({ name, rows, sum }) => ({ name, rows, sum })),
	trails: chains,
});

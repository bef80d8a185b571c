/** What an export may hold and in which form, and what is written down of each one that was made. */
import * as v from 'valibot';
import { recordId } from '../fields/schema.ts';

/** The kinds of records, in the order of sheets and files: what others refer to comes first. */
export const exportKinds = [
	'programme',
	'villages',
	'stage-changes',
	'people',
	'households',
	'household-members',
	'groups',
	'memberships',
	'consents',
	'consent-uses',
	'enterprises',
	'permits',
	'stakeholders',
	'streams',
	'agreements',
	'findings',
	'chain-prices',
	'studies',
] as const;
export type ExportKind = (typeof exportKinds)[number];

/**
 * A workbook; CSV as Excel in Indonesia opens it (`;`, decimal comma, byte order mark, words); CSV by the standard (`,`,
 * codes); points for a map; a package for research.
 */
export const exportForms = ['xlsx', 'csv-excel', 'csv', 'geojson', 'datapackage'] as const;
export type ExportForm = (typeof exportForms)[number];

/** For the work of the organisation, or to be handed out: then without names, and of people who agreed alone. */
export const exportUses = ['inside', 'publish'] as const;
export type ExportUse = (typeof exportUses)[number];

/** Kinds that are places: what a map can show. */
export const placeKinds: readonly ExportKind[] = ['villages', 'groups', 'enterprises', 'stakeholders'];

/** Minutes in which the file may be fetched, by who made it alone. */
export const FETCH_MINUTES = 15;

/** What somebody chooses. */
export const exportChoice = v.strictObject({
	programmeId: recordId,
	kinds: v.pipe(
		v.array(v.picklist(exportKinds)),
		v.minLength(1, 'export_nothing_chosen'),
		v.transform((chosen) => exportKinds.filter((kind) => chosen.includes(kind))),
	),
	form: v.picklist(exportForms),
	use: v.picklist(exportUses),
	/** What it is for; it stands in the trail. */
	purpose: v.pipe(v.string('reason_missing'), v.trim(), v.minLength(3, 'reason_missing'), v.maxLength(300)),
	language: v.optional(v.picklist(['id', 'en']), 'id'),
});
export type ExportChoice = v.InferOutput<typeof exportChoice>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The choice with the file that was made of it. */
export const madeExport = v.strictObject({
	...exportChoice.entries,
	/** The id of its command: one form that is sent twice is one export. */
	exportId: recordId,
	fileName: v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,120}$/)),
	/** Kind -> rows. */
	rows: v.record(v.string(), count),
	/** People that are kept back from what is handed out. */
	heldBack: count,
	bytes: count,
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

export interface ExportReceipt {
	readonly exportId: string;
	/** Who may fetch the file. */
	readonly accountId: string | null;
	readonly programmeId: string;
	readonly fileName: string;
	readonly form: ExportForm;
	readonly rows: Readonly<Record<string, number>>;
	readonly heldBack: number;
	readonly bytes: number;
	readonly sha256: string;
}

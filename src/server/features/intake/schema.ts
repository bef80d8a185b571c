/** What an import is, and what may be sent about one. */
import { intakeKinds } from '#inputs/intake-fields.ts';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import type { IntakeFinding } from '#inputs/intake-finding.ts';
import type { IntakeLayout } from '#inputs/intake-layout.ts';
import * as v from 'valibot';
import { villageCode } from '../area/schema.ts';
import { givenName, recordId, seenVersion } from '../fields/schema.ts';

/** Bytes of the largest list: 50,000 people are about 5 MB as xlsx. */
export const largestList = 8_000_000;

export const receiveIntake = v.strictObject({
	intakeId: recordId,
	programmeId: recordId,
	kind: v.picklist(intakeKinds),
	/** The one village whose rows are taken; null: those that the list names. */
	villageCode: v.optional(v.nullable(villageCode), null),
	name: givenName,
	/** The bytes, so that the command stays plain data. */
	base64: v.pipe(
		v.string(),
		v.minLength(4, 'list_unreadable'),
		v.maxLength(Math.ceil(largestList / 3) * 4, 'too_large'),
		v.check((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), 'list_unreadable'),
	),
});

/** What a person says of the sheet and its columns; without `fields` the columns are read anew. */
export const mapIntake = v.strictObject({
	intakeId: recordId,
	version: seenVersion,
	sheet: v.optional(v.pipe(v.string(), v.maxLength(200))),
	headingRow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_048_576))),
	fields: v.optional(v.record(v.pipe(v.string(), v.regex(/^\d{1,2}$/)), v.pipe(v.string(), v.maxLength(40)))),
});

export const confirmIntake = v.strictObject({
	intakeId: recordId,
	version: seenVersion,
	skipsDoubles: v.boolean(),
});

export const writeIntake = v.strictObject({ intakeId: recordId });

export const undoIntake = v.strictObject({
	intakeId: recordId,
	/** Takes the others back when some cannot be. */
	leavesHeld: v.optional(v.boolean(), false),
});

export const dropIntakeFile = v.strictObject({ intakeId: recordId });

export const intakeStates = ['checked', 'confirmed', 'written', 'undone', 'dropped'] as const;
export type IntakeState = (typeof intakeStates)[number];

/** What was found in a list. Kept, so it holds no name and no number of anybody. */
export interface Judgement {
	/** Why no row was judged: no column is a name, or no row follows the headings. */
	readonly blocked: 'no-name' | 'no-rows' | null;
	/** Records: rows that are no total, title or blank. */
	readonly rows: number;
	/** Rows without a fault. */
	readonly good: number;
	/** Of those, rows that may be there already. */
	readonly doubles: number;
	readonly faulty: number;
	readonly leftOut: number;
	readonly phonesRestored: number;
	/** How many messages of each code. */
	readonly counts: Readonly<Record<string, number>>;
	/** The first messages, faults before warnings, in the order of the rows. */
	readonly findings: readonly IntakeFinding[];
	readonly sheets: readonly { readonly name: string; readonly rows: number }[];
	/** Good rows by village. */
	readonly villages: Readonly<Record<string, number>>;
}

/** Messages that are kept and shown; the list of faulty rows has all of them. */
export const MOST_FINDINGS = 300;

export interface ListedIntake {
	readonly intakeId: string;
	readonly kind: IntakeKind;
	readonly state: IntakeState;
	readonly fileName: string;
	readonly villageName: string | null;
	readonly receivedByName: string;
	readonly receivedAt: Date;
	readonly rowsConfirmed: number | null;
	readonly rowsWritten: number | null;
	readonly rowsRemoved: number | null;
}

export interface IntakeCard extends ListedIntake {
	readonly programmeId: string;
	readonly villageCode: string | null;
	readonly size: number;
	readonly sha256: string;
	readonly hasFile: boolean;
	readonly layout: IntakeLayout;
	readonly judgement: Judgement;
	readonly skipsDoubles: boolean;
	readonly confirmedByName: string | null;
	readonly confirmedAt: Date | null;
	readonly writeCommandId: string | null;
	readonly writtenAt: Date | null;
	readonly undoneByName: string | null;
	readonly undoneAt: Date | null;
	readonly version: number;
}

/** Why a record that an import wrote cannot be taken back with it. */
export type HeldReason =
	| 'changed'
	| 'group'
	| 'household'
	| 'consent'
	| 'enterprise'
	| 'mapping'
	| 'permit'
	| 'stream'
	| 'account';

export interface HeldRecord {
	readonly recordId: string;
	readonly row: number;
	readonly name: string;
	readonly reason: HeldReason;
}

/** Words of the pages of imports: states, kinds, counts, and why a file could not be read. */
import { writeNumber } from '#inputs/number-writer.ts';
import { problemText } from '#reports/problem-text.ts';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import type { HeldReason, IntakeState } from '#server/features/intake/schema.ts';
import { m } from '#words/messages.js';
import { getLocale } from '#words/runtime.js';

/** A count as a person reads it: 50.000. */
export const countWords = (count: number): string => writeNumber(count, getLocale());

export const intakeKindWords = (kind: IntakeKind): string =>
	kind === 'people' ? m.intake_kind_people() : m.intake_kind_enterprises();

interface Standing {
	readonly state: IntakeState;
	readonly rowsWritten: number | null;
	readonly rowsRemoved: number | null;
}

const states: Readonly<Record<IntakeState, (standing: Standing) => string>> = {
	checked: () => m.intake_state_checked(),
	confirmed: () => m.intake_state_confirmed(),
	written: ({ rowsWritten }) => m.intake_state_written({ rows: countWords(rowsWritten ?? 0) }),
	undone: ({ rowsRemoved }) => m.intake_state_undone({ rows: countWords(rowsRemoved ?? 0) }),
	dropped: () => m.intake_state_dropped(),
};

/** How an import stands, in a few words. */
export const intakeStateWords = (standing: Standing): string => states[standing.state](standing);

const held: Readonly<Record<HeldReason, () => string>> = {
	changed: m.intake_held_changed,
	group: m.intake_held_group,
	household: m.intake_held_household,
	consent: m.intake_held_consent,
	enterprise: m.intake_held_enterprise,
	mapping: m.intake_held_mapping,
	permit: m.intake_held_permit,
	stream: m.intake_held_stream,
	account: m.intake_held_account,
};

/** Why a record cannot be taken back. */
export const heldWords = (reason: HeldReason): string => held[reason]();

/** The reader's own sentences about a file that was refused; null when something else was. */
export function fileReasonWords(form: unknown): { readonly what: string; readonly todo: string } | null {
	const refused = form as {
		problem?: { code: string; params: Readonly<Record<string, string | number>> };
	} | null;
	const { code, params } = refused?.problem ?? {};
	const reason = params?.['reason'];
	if (code !== 'list_unreadable' || typeof reason !== 'string' || reason === '') return null;
	const { row, ...rest } = params ?? {};
	const at = typeof row === 'number' ? { at: { row } } : {};
	const { what, todo } = problemText({ code: reason, params: rest, ...at }, getLocale());
	return { what, todo };
}

/** What the database complains of, as a problem a person understands: by the constraint's name, else by its kind. */
import postgres from 'postgres';
import { Problem } from '../problems.ts';
import type { ProblemCode } from '../problems.ts';

const byConstraint: Readonly<Record<string, { readonly code: ProblemCode; readonly field: string }>> = {
	organisation_name_given: { code: 'name_missing', field: 'name' },
	membership_name_given: { code: 'name_missing', field: 'name' },
	membership_once_per_account: { code: 'already_there', field: 'account' },
	membership_ends_after_start: { code: 'date_order', field: 'endedOn' },
	programme_name_given: { code: 'name_missing', field: 'name' },
	programme_slug_once: { code: 'already_there', field: 'slug' },
	programme_ends_after_start: { code: 'date_order', field: 'endedOn' },
	programme_village_village_code_fkey: { code: 'area_unknown', field: 'villages' },
	programme_stage_reason_given: { code: 'reason_missing', field: 'reason' },
	programme_stage_moves: { code: 'already_there', field: 'stage' },
	study_org_id_programme_id_fkey: { code: 'not_found', field: 'programmeId' },
	study_title_given: { code: 'name_missing', field: 'title' },
	study_village_of_programme: { code: 'area_unknown', field: 'villageCode' },
	study_file_name_given: { code: 'name_missing', field: 'name' },
	study_file_once: { code: 'already_there', field: 'file' },
	study_file_not_empty: { code: 'input_not_readable', field: 'file' },
	study_file_size_allowed: { code: 'too_large', field: 'file' },
	study_publication_once: { code: 'already_there', field: 'version' },
	study_publication_withdrawn_for_a_reason: { code: 'reason_missing', field: 'reason' },
};

/** SQLSTATEs that have a meaning whatever the table. */
const byState: Readonly<Record<string, ProblemCode>> = {
	'23505': 'already_there',
	'23503': 'still_in_use',
	// A row outside the actor's organisation, villages or person.
	'42501': 'not_allowed',
	// Citus tells a check that failed at commit only so.
	XX000: 'rejected_at_commit',
};

/** The constraint that a statement broke; null when the error is another. */
export const constraintOf = (error: unknown): string | null =>
	error instanceof postgres.PostgresError ? (error.constraint_name ?? null) : null;

/** The problem behind an error, or null when it is a fault of the program. */
export function problemOf(error: unknown): Problem | null {
	if (error instanceof Problem) return error;
	if (!(error instanceof postgres.PostgresError)) return null;
	const named = byConstraint[error.constraint_name ?? ''];
	if (named !== undefined) return new Problem(named.code, { field: named.field });
	const code = byState[error.code];
	if (code === 'rejected_at_commit' && !error.message.includes('commit transaction')) return null;
	return code === undefined ? null : new Problem(code);
}

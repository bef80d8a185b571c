/** What the database complains of, as a problem a person understands: by the constraint's name, else by its kind. */
import postgres from 'postgres';
import { Problem } from '../problems.ts';
import type { ProblemCode } from '../problems.ts';

const byConstraint: Readonly<Record<string, { readonly code: ProblemCode; readonly field: string }>> = {
	guest_link_label_given: { code: 'name_missing', field: 'label' },
	organisation_name_given: { code: 'name_missing', field: 'name' },
	membership_name_given: { code: 'name_missing', field: 'name' },
	membership_once_per_account: { code: 'already_there', field: 'account' },
	membership_ends_after_start: { code: 'date_order', field: 'endedOn' },
	programme_name_given: { code: 'name_missing', field: 'name' },
	programme_slug_once: { code: 'already_there', field: 'slug' },
	programme_ends_after_start: { code: 'date_order', field: 'endedOn' },
	person_name_given: { code: 'name_missing', field: 'name' },
	person_birth_year_possible: { code: 'year_form', field: 'birthYear' },
	person_phone_form: { code: 'phone_form', field: 'phone' },
	person_village_known: { code: 'area_unknown', field: 'villageCode' },
	person_village_whole: { code: 'area_unknown', field: 'villageCode' },
	person_removed_for_a_reason: { code: 'reason_missing', field: 'reason' },
	person_removal_reason_known: { code: 'reason_missing', field: 'reason' },
	household_village_known: { code: 'area_unknown', field: 'villageCode' },
	household_village_whole: { code: 'area_unknown', field: 'villageCode' },
	household_member_once: { code: 'already_there', field: 'personId' },
	household_one_head: { code: 'already_there', field: 'relation' },
	producer_group_name_given: { code: 'name_missing', field: 'name' },
	producer_group_name_once: { code: 'already_there', field: 'name' },
	producer_group_village_of_programme: { code: 'village_of_programme', field: 'villageCode' },
	producer_group_removed_for_a_reason: { code: 'reason_missing', field: 'reason' },
	producer_group_removal_reason_known: { code: 'reason_missing', field: 'reason' },
	group_member_once: { code: 'already_there', field: 'personId' },
	group_member_leaves_after_joining: { code: 'date_order', field: 'leftOn' },
	consent_once: { code: 'already_there', field: 'purpose' },
	consent_guardian_name_given: { code: 'guardian_missing', field: 'guardianName' },
	consent_withdrawn_after_given: { code: 'date_order', field: 'withdrawnOn' },
	consent_use_title_given: { code: 'name_missing', field: 'title' },
	consent_use_ends_after_start: { code: 'date_order', field: 'endedOn' },
	enterprise_name_given: { code: 'name_missing', field: 'name' },
	enterprise_since_year_possible: { code: 'year_form', field: 'sinceYear' },
	enterprise_capacity_order: { code: 'amount_order', field: 'capacityTo' },
	enterprise_capacity_whole: { code: 'amount_incomplete', field: 'capacityFrom' },
	enterprise_place_whole: { code: 'place_outside', field: 'latitude' },
	enterprise_place_in_indonesia: { code: 'place_outside', field: 'latitude' },
	enterprise_village_known: { code: 'area_unknown', field: 'villageCode' },
	enterprise_of_programme: { code: 'not_found', field: 'programmeId' },
	permit_number_once: { code: 'already_there', field: 'number' },
	permit_other_named: { code: 'name_missing', field: 'kindName' },
	permit_expires_after_issue: { code: 'date_order', field: 'expiresOn' },
	// The enterprise moved to another village while something was written for it.
	permit_in_village: { code: 'changed_meanwhile', field: 'enterpriseId' },
	permit_rule_set_once_a_day: { code: 'already_there', field: 'validFrom' },
	permit_rule_set_verified_whole: { code: 'name_missing', field: 'verifiedWith' },
	stakeholder_name_given: { code: 'name_missing', field: 'name' },
	stakeholder_place_whole: { code: 'place_outside', field: 'latitude' },
	stakeholder_place_in_indonesia: { code: 'place_outside', field: 'latitude' },
	stakeholder_village_known: { code: 'area_unknown', field: 'villageCode' },
	stakeholder_of_programme: { code: 'not_found', field: 'programmeId' },
	stream_material_given: { code: 'name_missing', field: 'material' },
	stream_quantity_order: { code: 'amount_order', field: 'quantityTo' },
	stream_quantity_whole: { code: 'amount_incomplete', field: 'unit' },
	stream_village_known: { code: 'area_unknown', field: 'villageCode' },
	stream_in_village: { code: 'changed_meanwhile', field: 'source' },
	agreement_material_given: { code: 'name_missing', field: 'material' },
	agreement_between_two: { code: 'same_party', field: 'taker' },
	agreement_quantity_order: { code: 'amount_order', field: 'quantityTo' },
	agreement_quantity_whole: { code: 'amount_incomplete', field: 'unit' },
	agreement_until_after_since: { code: 'date_order', field: 'until' },
	agreement_giver_in_village: { code: 'changed_meanwhile', field: 'giver' },
	agreement_taker_in_village: { code: 'changed_meanwhile', field: 'taker' },
	finding_text_given: { code: 'name_missing', field: 'what' },
	finding_settled_after_noted: { code: 'date_order', field: 'settledOn' },
	finding_village_known: { code: 'area_unknown', field: 'villageCode' },
	finding_of_programme: { code: 'not_found', field: 'programmeId' },
	chain_price_product_given: { code: 'name_missing', field: 'product' },
	chain_price_actor_given: { code: 'name_missing', field: 'actorName' },
	chain_price_unit_given: { code: 'name_missing', field: 'unit' },
	chain_price_step_once: { code: 'already_there', field: 'step' },
	chain_price_village_known: { code: 'area_unknown', field: 'villageCode' },
	chain_price_of_programme: { code: 'not_found', field: 'programmeId' },
	programme_village_village_code_fkey: { code: 'area_unknown', field: 'villages' },
	programme_stage_reason_given: { code: 'reason_missing', field: 'reason' },
	programme_stage_moves: { code: 'already_there', field: 'stage' },
	study_org_id_programme_id_fkey: { code: 'not_found', field: 'programmeId' },
	study_title_given: { code: 'name_missing', field: 'title' },
	study_village_of_programme: { code: 'village_of_programme', field: 'villageCode' },
	intake_village_of_programme: { code: 'village_of_programme', field: 'villageCode' },
	intake_file_name_given: { code: 'name_missing', field: 'name' },
	intake_file_size_allowed: { code: 'too_large', field: 'file' },
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
	// The same key complains of a row that names nothing, and of a row taken away that others name.
	if (error.code === '23503' && error.message.startsWith('update or delete'))
		return new Problem('still_in_use');
	const named = byConstraint[error.constraint_name ?? ''];
	if (named !== undefined) return new Problem(named.code, { field: named.field });
	const code = byState[error.code];
	if (code === 'rejected_at_commit' && !error.message.includes('commit transaction')) return null;
	return code === undefined ? null : new Problem(code);
}

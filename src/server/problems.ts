/**
 * What can be wrong with a request that is no fault of the program: one catalogue. A problem is thrown where it is found
 * and becomes a sentence with a way out where it is shown (`house_problem_<code>_what` and `_todo` in the words).
 */

/** Code -> the HTTP status a page answers with. */
const catalogue = {
	not_signed_in: 401,
	not_allowed: 403,
	not_found: 404,
	input_not_readable: 400,
	name_missing: 400,
	already_there: 409,
	still_in_use: 409,
	stream_is_given: 409,
	changed_meanwhile: 409,
	command_reused: 409,
	date_order: 400,
	day_ahead: 400,
	year_form: 400,
	phone_form: 400,
	identity_number_form: 400,
	identity_unreadable: 503,
	guardian_missing: 400,
	reason_missing: 400,
	not_understood: 400,
	uses_stand: 409,
	access_stands: 409,
	too_large: 413,
	sheet_in_file: 400,
	nothing_to_publish: 400,
	area_unknown: 400,
	village_missing: 400,
	village_of_programme: 400,
	member_without_person: 400,
	amount_order: 400,
	amount_incomplete: 400,
	price_decimals: 400,
	place_outside: 400,
	same_party: 400,
	export_nothing_chosen: 400,
	export_no_places: 400,
	export_points_are_addresses: 400,
	export_too_long: 413,
	export_gone: 410,
	link_spent: 410,
	account_elsewhere: 409,
	account_unknown: 404,
	passkey_not_read: 400,
	sign_in_again: 403,
	too_many_tries: 429,
	account_resting: 429,
	list_unreadable: 400,
	list_columns: 400,
	list_empty: 400,
	list_done: 409,
	list_changed: 409,
	list_being_written: 409,
	list_not_written: 409,
	list_records_used: 409,
	rejected_at_commit: 409,
	database_away: 503,
	database_newer: 503,
	database_changed: 503,
	database_role_missing: 503,
	backup_broken: 400,
	backup_newer: 409,
	backup_passphrase: 403,
	backup_needs_folder: 409,
	instance_not_empty: 409,
	instance_in_use: 409,
	instance_missing: 404,
	demo_among_data: 409,
} as const;

export type ProblemCode = keyof typeof catalogue;

export type ProblemParams = Readonly<Record<string, string | number>>;

/** An expected failure. `field` names what a form should point at. */
export class Problem extends Error {
	readonly code: ProblemCode;
	readonly status: number;
	readonly params: ProblemParams;
	readonly field: string | null;

	constructor(code: ProblemCode, { field, ...params }: ProblemParams & { readonly field?: string } = {}) {
		super(`${code}${field === undefined ? '' : ` (${field})`}`);
		this.name = 'Problem';
		this.code = code;
		this.status = catalogue[code];
		this.params = params;
		this.field = field ?? null;
	}
}

/** Whether a text is a code of the catalogue. */
export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(catalogue, text);

/** All codes, for the test that every one has its words. */
export const problemCodes = Object.keys(catalogue) as ProblemCode[];

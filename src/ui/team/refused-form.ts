/** What a page knows of the form it is shown again with. */

export interface RefusedForm {
	/** The verb of the command that refused; null when none did. */
	readonly verb: string | null;
	/** The field that the problem points at. */
	readonly wrong: string | null;
	/** What was typed, by the names of the fields. */
	readonly typed: Readonly<Record<string, string | undefined>>;
}

const nothing: RefusedForm = { verb: null, wrong: null, typed: {} };

/** The refusal of an action; of one command alone when its verb is told, so that two forms do not take each other's. */
export function refusedForm(form: unknown, verb?: string): RefusedForm {
	const refused = form as {
		verb?: string;
		problem?: { field: string | null };
		typed?: Record<string, string>;
	} | null;
	if (!refused?.problem || (verb !== undefined && refused.verb !== verb)) return nothing;
	return { verb: refused.verb ?? null, wrong: refused.problem.field, typed: refused.typed ?? {} };
}

/** What a form of a page shows: what was typed and refused, else what the record says. */

export type Values = Readonly<Record<string, string | null | undefined>>;

interface Refused {
	readonly verb?: string;
	readonly typed?: Record<string, string>;
	readonly problem?: { readonly field: string | null };
}

/** The fields of the form of a command. */
export const valuesOf = (form: unknown, verb: string, record: Values = {}): Values => {
	const refused = form as Refused | null;
	return refused?.verb === verb && refused.typed !== undefined ? refused.typed : record;
};

/** The field that the refusal of a command points at. */
export const wrongField = (form: unknown, verb: string): string | null => {
	const refused = form as Refused | null;
	return refused?.verb === verb ? (refused.problem?.field ?? null) : null;
};

/** Whether the command of a form was refused, so that the form is to be open. */
export const wasRefused = (form: unknown, verb: string): boolean =>
	(form as Refused | null)?.verb === verb && (form as Refused).problem !== undefined;

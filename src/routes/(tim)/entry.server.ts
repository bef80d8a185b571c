/** What the pages behind one-time links have in common. */
import * as v from 'valibot';
import { Problem } from '#server/problems.ts';
import type { ProblemCode, ProblemParams } from '#server/problems.ts';

export interface ShownProblem {
	readonly problem: {
		readonly code: ProblemCode;
		readonly field: string | null;
		readonly params: ProblemParams;
	};
}

/** The problem of a look behind a link, for a page that says it; null when there is none. */
export async function shown(look: Promise<unknown>): Promise<ShownProblem | null> {
	try {
		await look;
		return null;
	} catch (reason) {
		if (!(reason instanceof Problem)) throw reason;
		return { problem: { code: reason.code, field: reason.field, params: reason.params } };
	}
}

/** How the form calls a field of a schema. */
const formNames: Readonly<Record<string, string>> = {
	displayName: 'namaAnda',
	username: 'nama',
	password: 'sandi',
	name: 'organisasi',
	kind: 'jenis',
};

/** What was entered, or the problem that points at the form's field; `whole` is the field of a schema without any. */
export function entered<Schema extends v.GenericSchema>(
	schema: Schema,
	given: unknown,
	whole = '',
): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, given);
	if (parsed.success) return parsed.output;
	const field = v.getDotPath(parsed.issues[0]) ?? whole;
	throw new Problem('input_not_readable', { field: formNames[field] ?? field });
}

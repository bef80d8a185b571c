/** What a person enters who opens a link. */
import * as v from 'valibot';
import { organisationKinds } from '../organisation/schema.ts';

export const newPassword = v.pipe(v.string(), v.minLength(8), v.maxLength(128));

/** What a person who opens a link chooses for herself. */
export const newAccount = v.object({
	displayName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
	username: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9._]{3,30}$/)),
	password: newPassword,
});
export type NewAccount = v.InferOutput<typeof newAccount>;

/** The organisation that the first owner makes. */
export const newOrganisation = v.object({
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
	kind: v.picklist(organisationKinds),
});
export type NewOrganisation = v.InferOutput<typeof newOrganisation>;

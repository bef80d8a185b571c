/** What the pages of people and groups share: the fields of their forms, and addresses within the programme. */
import type { RequestEvent } from '@sveltejs/kit';
import { v7 } from 'uuid';
import { COMMAND_FIELD, text } from '../../../team.server.ts';

const personFieldNames = [
	'name',
	'sex',
	'birthYear',
	'phone',
	'villageCode',
	'address',
	'note',
	'markedSensitive',
] as const;

const groupFieldNames = ['name', 'villageCode', 'foundedOn', 'mainProduct', 'note'] as const;

/** The named fields of a form; one that is empty is absent. */
export const fieldsOf = (form: FormData, names: readonly string[]): Record<string, string | undefined> =>
	Object.fromEntries(names.map((name) => [name, text(form, name)]));

export const personFieldsOf = (form: FormData) => fieldsOf(form, personFieldNames);
export const groupFieldsOf = (form: FormData) => fieldsOf(form, groupFieldNames);

/** The form's own id serves as the record's: a form that is sent twice makes one record. */
export const newIdOf = (form: FormData): string => text(form, COMMAND_FIELD) ?? v7();

/** The address of a page under "petakan" of this programme. */
export const inMap = ({ params }: RequestEvent<{ slug?: string }>, path: string): string =>
	`/p/${params.slug ?? ''}/petakan/${path}`;

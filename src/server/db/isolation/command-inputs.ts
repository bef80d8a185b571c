/** Every command of the features, with an input that its own schema takes and that names the planted rows. */
import { sharingSample } from '#inputs/sharing-samples.ts';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { commands } from '../command.ts';
import type { Command } from '../command.ts';
import type { Planted } from '../testing-rows.ts';

const modules = import.meta.glob('../../features/*/commands.ts');

/** All of them, those of tests left out. */
export async function allCommands(): Promise<Command<v.GenericSchema, unknown>[]> {
	for (const load of Object.values(modules)) await load();
	return [...commands.values()].filter(({ verb }) => !verb.startsWith('test.'));
}

/** What no schema says: a sheet that its tool reads, a stream that need not be named. */
const certain: Readonly<Record<string, object>> = {
	'study.add': { kind: 'sharing', content: sharingSample('serang', 'id') },
	'study.save-version': { content: sharingSample('serang', 'id') },
	'study.upload': { base64: Buffer.from('Nama;Harga\nSerabi;2000\n').toString('base64') },
	'export.make': { fileName: 'ekspor.csv', sha256: 'a'.repeat(64), rows: { people: 1 } },
	'person.forget': { understood: true },
	'agreement.record': { streamId: null },
	'agreement.change': { streamId: null },
	'intake.receive': { base64: Buffer.from('Nama;Desa\nSiti;Kalanganyar\n').toString('base64') },
};

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What could stand in a field, the likeliest first: the planted value of that name, then anything. */
function candidates(planted: Planted, table: string, name: string): unknown[] {
	const rows = [planted.get(table), ...planted.values()];
	// `headPersonId` is a `person_id`.
	const columns = columnOf(name)
		.split('_')
		.map((_, index, parts) => parts.slice(index).join('_'));
	const found = columns
		.flatMap((column) => rows.map((row) => row?.[column]))
		.filter((value) => value !== undefined && value !== null);
	const id = planted.get(table)?.[`${table}_id`] ?? planted.get('programme')?.['programme_id'];
	const texts = [...found.slice(0, 5), id, 'contoh', '2026-02-01', '2026', '12', '3515172008', 'ibu.contoh'];
	return [...texts, 1, 2026, true, null, undefined, new Date('2026-02-01'), [], {}];
}

type Schema = v.GenericSchema & {
	readonly type: string;
	readonly entries?: Readonly<Record<string, Schema>>;
	readonly item?: Schema;
	readonly wrapped?: Schema;
	readonly options?: readonly unknown[];
};

const takes = (schema: Schema, value: unknown): boolean => v.safeParse(schema, value).success;

const MAY_BE_MISSING = ['optional', 'exact_optional', 'undefinedable', 'nullish'];

/** `{ kind: 'enterprise', id }` asks for the id of an enterprise. */
function partName(key: string, made: Readonly<Record<string, unknown>>): string {
	return key === 'id' && typeof made['kind'] === 'string' ? `${made['kind']}Id` : key;
}

/** Leaves what is optional out, so that the database is asked and not the reader of dates and numbers. */
function inputOf(schema: Schema, planted: Planted, table: string, name: string): unknown {
	if (schema.entries !== undefined) {
		const made: Record<string, unknown> = {};
		for (const [key, part] of Object.entries(schema.entries)) {
			if (MAY_BE_MISSING.includes(part.type) && !/Id$|^version$/.test(key)) continue;
			const value = inputOf(part, planted, table, partName(key, made));
			if (value !== undefined) made[key] = value;
		}
		return made;
	}
	if (schema.wrapped !== undefined) {
		const inner = inputOf(schema.wrapped, planted, table, name);
		if (takes(schema, inner)) return inner;
	}
	if (schema.item !== undefined) {
		const list = [inputOf(schema.item, planted, table, name.replace(/s$/, ''))];
		return takes(schema, list) ? list : [];
	}
	const choices = (schema.options ?? []).filter((one) => typeof one !== 'object');
	const nested = (schema.options ?? [])
		.filter((one): one is Schema => typeof one === 'object' && one !== null)
		.map((one) => inputOf(one, planted, table, name));
	return [...candidates(planted, table, name), ...choices, ...nested].find((one) => takes(schema, one));
}

/**
 * Inputs for a command: one that names the planted rows alone, and one under an id of its own, which makes something new
 * below them. `table` is the noun of the verb.
 */
export function inputsFor({ verb, schema }: Command<v.GenericSchema, unknown>, planted: Planted): object[] {
	const noun = (verb.split('.')[0] ?? '').replaceAll('-', '_');
	const names = [...planted.keys()];
	const table = names.find((name) => name === noun) ?? names.find((name) => name.endsWith(noun)) ?? noun;
	const input = { ...(inputOf(schema as Schema, planted, table, noun) as object), ...certain[verb] };
	const own = Object.entries(input).find(([key, value]) => key.endsWith('Id') && typeof value === 'string');
	return own === undefined ? [input] : [input, { ...input, [own[0]]: v7() }];
}

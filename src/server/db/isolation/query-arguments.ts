/**
 * Every function of the features that reads by a transaction, with arguments made from its own types: ids of the planted
 * rows where it asks for ids. A query written tomorrow is called without anybody listing it.
 */
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Actor } from '../../access/roles.ts';
import type { Planted } from '../testing-rows.ts';

const features = fileURLToPath(new URL('../../features', import.meta.url));

/** What a parameter asks for, read from its type. */
export type Wish =
	| { readonly kind: 'transaction' | 'pool' | 'actor' | 'moment' | 'yes' | 'nothing' }
	| { readonly kind: 'text' | 'number' | 'list'; readonly name: string }
	| { readonly kind: 'choice'; readonly value: string | number }
	| { readonly kind: 'record'; readonly parts: Readonly<Record<string, Wish>> }
	| { readonly kind: 'unknown'; readonly type: string };

export interface Query {
	readonly file: string;
	readonly feature: string;
	readonly name: string;
	readonly wishes: readonly Wish[];
}

/** Files that read: commands are walked on their own, and tests are tests. */
function readingFiles(): string[] {
	return readdirSync(features, { recursive: true, encoding: 'utf8' })
		.filter(
			(file) => /\.ts$/.test(file) && !/(^|\/)(commands|schema|testing[^/]*)\.ts$|\.test\.ts$/.test(file),
		)
		.map((file) => join(features, file));
}

const nameOfType = (type: ts.Type): string => (type.aliasSymbol ?? type.getSymbol())?.getName() ?? '';

function wishOf(checker: ts.TypeChecker, type: ts.Type, name: string, at: ts.Node): Wish {
	const known: Readonly<Record<string, Wish>> = {
		TransactionSql: { kind: 'transaction' },
		Sql: { kind: 'pool' },
		Actor: { kind: 'actor' },
		Date: { kind: 'moment' },
	};
	const named = known[nameOfType(type)];
	if (named !== undefined) return named;
	if (type.isUnion()) {
		const kinds = type.types;
		if (kinds.some((one) => known[nameOfType(one)]?.kind === 'transaction')) return { kind: 'transaction' };
		if (kinds.some((one) => one.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)))
			return { kind: 'nothing' };
		const [first] = kinds;
		return first === undefined ? { kind: 'nothing' } : wishOf(checker, first, name, at);
	}
	if (type.isStringLiteral() || type.isNumberLiteral()) return { kind: 'choice', value: type.value };
	if (type.flags & ts.TypeFlags.StringLike) return { kind: 'text', name };
	if (type.flags & ts.TypeFlags.NumberLike) return { kind: 'number', name };
	if (type.flags & ts.TypeFlags.BooleanLike) return { kind: 'yes' };
	if (checker.isArrayType(type) || checker.isTupleType(type)) return { kind: 'list', name };
	if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
		const parts = checker
			.getPropertiesOfType(type)
			.filter((part) => !(part.flags & ts.SymbolFlags.Optional))
			.map((part) => [
				part.getName(),
				wishOf(checker, checker.getTypeOfSymbolAtLocation(part, at), part.getName(), at),
			]);
		return { kind: 'record', parts: Object.fromEntries(parts) as Record<string, Wish> };
	}
	return { kind: 'unknown', type: checker.typeToString(type) };
}

function compilerOptions(): ts.CompilerOptions {
	const file = ts.findConfigFile(dirname(features), ts.sys.fileExists) ?? '';
	const { config } = ts.readConfigFile(file, ts.sys.readFile) as { config: unknown };
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file), { noEmit: true });
	// Nothing here is of a browser: half of the reading is spared.
	return { ...options, skipLibCheck: true, types: ['node'], lib: ['lib.es2023.d.ts'] };
}

/** All of them, by feature and name. */
export function allQueries(): Query[] {
	const files = readingFiles();
	const program = ts.createProgram(files, compilerOptions());
	const checker = program.getTypeChecker();
	const queries: Query[] = [];
	for (const file of files) {
		const source = program.getSourceFile(resolve(file));
		const module = source && checker.getSymbolAtLocation(source);
		if (source === undefined || module === undefined) continue;
		for (const symbol of checker.getExportsOfModule(module)) {
			const [signature] = checker.getTypeOfSymbolAtLocation(symbol, source).getCallSignatures();
			const wishes = (signature?.getParameters() ?? [])
				.filter((one) => !isOptional(one))
				.map((one) => wishOf(checker, checker.getTypeOfSymbolAtLocation(one, source), one.getName(), source));
			// Who takes a pool without saying who asks serves the instance: areas, one-time links.
			const [first, ...rest] = wishes.map(({ kind }) => kind);
			if (first !== 'transaction' && !(first === 'pool' && rest.includes('actor'))) continue;
			const feature = file.slice(features.length + 1).split('/')[0] ?? '';
			queries.push({ file, feature, name: symbol.getName(), wishes });
		}
	}
	return queries;
}

function isOptional(parameter: ts.Symbol): boolean {
	const declared = parameter.valueDeclaration;
	return (
		declared !== undefined &&
		ts.isParameter(declared) &&
		(declared.questionToken !== undefined || declared.initializer !== undefined)
	);
}

/** `enterpriseId` is the planted `enterprise_id`; `slug` the programme's. */
function plantedText(planted: Planted, feature: string, name: string): string | null {
	const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	const own = planted.get(feature.replaceAll('-', '_'))?.[column];
	if (own !== undefined) return own;
	for (const row of planted.values())
		if (row[column] !== undefined && row[column] !== null) return row[column];
	return null;
}

/** `{ kind: 'enterprise', id }` asks for the id of an enterprise. */
function asNamed(name: string, part: Wish, beside: Readonly<Record<string, Wish>>): Wish {
	const { kind } = beside;
	return name === 'id' && kind?.kind === 'choice' ? { kind: 'text', name: `${kind.value}Id` } : part;
}

/** A day after the planted rows, and days that hold them; the planted amount. */
const said: Readonly<Record<string, string>> = {
	...{ on: '2026-02-01', day: '2026-02-01', today: '2026-02-01', from: '2026-01-01', until: '2026-02-01' },
	amount: '1',
};

/** A list as long as a page has, a time as long as a card looks ahead. */
const counts: Readonly<Record<string, number>> = { limit: 50, days: 90 };

export interface Given {
	readonly tx: unknown;
	readonly pool: unknown;
	readonly actor: Actor;
	readonly planted: Planted;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idsOf = (planted: Planted): string[] =>
	[...planted.values()].flatMap((row) =>
		Object.values(row).flatMap((value) => (value !== null && ID.test(value) ? [value] : [])),
	);

/** The arguments of a call: the caller's transaction and actor, and everything else the secret's. */
export function argumentsOf(query: Query, { tx, pool, actor, planted }: Given): unknown[] {
	const give = (wish: Wish): unknown => {
		switch (wish.kind) {
			case 'transaction':
				return tx;
			case 'pool':
				return pool;
			case 'actor':
				return actor;
			case 'moment':
				return new Date('2026-02-01T00:00:00Z');
			case 'yes':
				return true;
			case 'number':
				return counts[wish.name] ?? 1;
			case 'nothing':
				return null;
			case 'list':
				return wish.name === 'ids' ? idsOf(planted) : [];
			case 'choice':
				return wish.value;
			case 'text':
				return (
					said[wish.name] ??
					plantedText(planted, query.feature, wish.name) ??
					plantedText(planted, query.feature, `${query.feature}Id`) ??
					''
				);
			case 'record':
				return Object.fromEntries(
					Object.entries(wish.parts).map(([name, part]) => [name, give(asNamed(name, part, wish.parts))]),
				);
			case 'unknown':
				throw new Error(`${query.feature}.${query.name} asks for a ${wish.type}: teach query-arguments.ts`);
		}
	};
	return query.wishes.map(give);
}

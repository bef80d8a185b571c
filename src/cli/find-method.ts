/** A method by its id. */
import { methods } from '#methods/index.ts';
import type { Method } from '#methods/method.ts';
import { Failure } from './call.ts';
import { nearestWord } from './nearest.ts';

/** Any method; its own input and result types are checked by the method itself when it runs. */
export type AnyMethod = Method<unknown, unknown>;

/** The method, or a usage failure (exit 2) that names the nearest one. */
export function findMethod(typed: string): AnyMethod {
	if (Object.hasOwn(methods, typed)) return methods[typed as keyof typeof methods] as unknown as AnyMethod;
	const near = nearestWord(typed, Object.keys(methods));
	throw new Failure([{ code: 'USAGE_METHOD_UNKNOWN', params: { typed, ...(near ? { near } : {}) } }]);
}

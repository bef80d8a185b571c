/**
 * `sentra metode jalankan ID`: one JSON object on stdin, `{status, result, steps, warnings}` on stdout, so that R,
 * Python and spreadsheets can call any method.
 */
import { methodWords } from '#reports/method-words.ts';
import { reasonText } from '#reports/warning-text.ts';
import type { MethodResult } from '#methods/method.ts';
import { Failure } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { findMethod } from '../find-method.ts';
import { parseJson } from '../json-place.ts';
import { openSource } from '../read-source.ts';
import { writeNote, writeOut } from '../streams.ts';

const MOST_BYTES = 64 * 1024 * 1024;

async function textOf(typed: string): Promise<string> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of await openSource(typed)) {
		length += chunk.length;
		if (length > MOST_BYTES) throw new Failure([{ code: 'FILE_TOO_LARGE', at: { file: nameOf(typed) } }]);
		chunks.push(chunk);
	}
	return new TextDecoder().decode(Buffer.concat(chunks)).replace(/^\ufeff/, '');
}

const nameOf = (typed: string): string => (typed === '-' ? 'stdin' : typed);

function readInput(
	text: string,
	typed: string,
	method: { readonly id: string; readonly example: unknown },
): unknown {
	const parsed = parseJson(text);
	if (!parsed.ok) {
		const { line, column } = parsed;
		throw new Failure(
			[
				{
					code: 'JSON_BROKEN',
					at: { file: nameOf(typed), row: line, column: String(column) },
					...(parsed.content ? { content: parsed.content } : {}),
				},
			],
			2,
		);
	}
	const { value } = parsed;
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
	const sample = JSON.stringify(method.example).slice(0, 60);
	throw new Failure(
		[
			{
				code: 'JSON_NOT_AN_OBJECT',
				at: { file: nameOf(typed) },
				params: { sample: `${sample}...`, method: method.id },
			},
		],
		2,
	);
}

/** Exit 0 when the method answered, 2 for broken JSON or an unknown id, 4 when the input does not allow a result. */
export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const method = findMethod(call.words[0] as string);
	const typed = call.words[1] ?? '-';
	const input = readInput(await textOf(typed), typed, method);
	const answer: MethodResult<unknown> = method.compute(input);
	const { status, result, steps, warnings, reason, at } = answer;
	const shown = { status, ...(reason ? { reason } : {}), ...(at ? { at } : {}), result, steps, warnings };
	await writeOut(`${JSON.stringify(shown, null, '\t')}\n`);
	if (status === 'ok') return { exit: 0, result: null, written: true };
	writeNote(`${method.id}: ${at ? `${at}: ` : ''}${reasonText(reason, at, locale, {}, methodWords)}`);
	return { exit: 4, result: null, written: true };
}

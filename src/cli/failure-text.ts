/** Failures as a person reads them (three lines: what, where, what to do) and as a program reads them. */
import { m } from '#words/messages.js';
import type { Problem } from '#inputs/problem.ts';
import { problemText } from '#reports/problem-text.ts';
import { plainNumberText } from '#inputs/plain-number-text.ts';
import { Failure } from './call.ts';
import type { Call, Locale } from './call.ts';
import { packageVersion } from './package-root.ts';

type Told = Pick<Call, 'screen' | 'json' | 'typed'>;

/** A bug as a failure: exit code 1, its own words, and the way to `sentra dokter`. */
export function unexpected(error: unknown): Failure {
	const known = error as NodeJS.ErrnoException | undefined;
	const message = error instanceof Error ? error.message : String(error);
	const stack = process.env['SENTRA_DEBUG'] && error instanceof Error ? ` ${error.stack ?? ''}` : '';
	return new Failure(
		[{ code: 'UNEXPECTED', params: { message: `${known?.code ?? ''} ${message}${stack}`.trim() } }],
		1,
	);
}

/** At most this many problems are told one by one; a table full of noise would fill the screen otherwise. */
const MOST_TOLD = 10;

/** A number that could not be read in a file can be mended from the command line without touching the file. */
function fixAdvice(problem: Problem, locale: Locale): string | null {
	const proposal = problem.params?.['proposal'];
	if (proposal === undefined || !problem.at) return null;
	const { cell, row, column } = problem.at;
	const place = cell ?? (row !== undefined && column !== undefined ? `${row}:${column}` : null);
	if (place === null) return null;
	const word = locale === 'id' ? '--perbaiki' : '--fix';
	const fix = `${place}=${typeof proposal === 'number' ? plainNumberText(proposal) : proposal}`;
	return `${word} ${/[\s"'()]/.test(fix) ? `'${fix}'` : fix}`;
}

function told(problem: Problem, failure: Failure, call: Told): { what: string; where: string; todo: string } {
	const { locale } = call.screen;
	const words = problemText(problem, locale);
	const fix = fixAdvice(problem, locale);
	const todo = failure.advice ?? (fix ? `${words.todo} ${m.cli_or_fix({ fix }, { locale })}` : words.todo);
	const content = problem.content ? m.cli_content({ content: problem.content }, { locale }) : '';
	const where = [words.where || m.cli_where_command({ typed: call.typed }, { locale }), content];
	return { what: failure.said ?? words.what, where: where.filter(Boolean).join('; '), todo };
}

/** Three lines for each problem. */
export function failureText(failure: Failure, call: Told): string {
	const { locale, colour } = call.screen;
	const red = (text: string): string => (colour ? `\u001b[31m${text}\u001b[0m` : text);
	const lines: string[] = [];
	for (const problem of failure.problems.slice(0, MOST_TOLD)) {
		const { what, where, todo } = told(problem, failure, call);
		lines.push(
			`${red(m.cli_error({}, { locale }))}: ${what}`,
			`  ${m.cli_error_where({}, { locale })}: ${where}`,
			`  ${m.cli_error_todo({}, { locale })}: ${todo}`,
		);
	}
	const more = failure.problems.length - MOST_TOLD;
	if (more > 0) lines.push(m.cli_error_more({ count: more }, { locale }));
	return lines.join('\n');
}

/** The same for `--json`: the first problem under `error`, all of them under `errors`. */
export function failureJson(failure: Failure, call: Told): object {
	const errors = failure.problems.map((problem) => {
		const { what, todo } = told(problem, failure, call);
		const { at } = problem;
		return {
			code: problem.code,
			message: what,
			hint: todo,
			file: at?.file ?? null,
			sheet: at?.sheet ?? null,
			row: at?.row ?? null,
			// A column counted from 1 is a number; a heading is text.
			column: at?.column !== undefined && /^\d+$/.test(at.column) ? Number(at.column) : (at?.column ?? null),
			cell: at?.cell ?? null,
			path: at?.path ?? null,
			content: problem.content ?? null,
		};
	});
	return { version: packageVersion(), command: call.typed, error: errors[0], errors };
}

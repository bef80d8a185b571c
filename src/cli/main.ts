/**
 * `sentra`: reads the words typed, imports the one command they name, and tells its answer.
 * stdout carries data, stderr everything else; nothing heavy is imported before a command needs it.
 */
import { readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { Failure } from './call.ts';
import type { Answer, Call } from './call.ts';
import { screenFor } from './settings.ts';
import { endQuietlyWhenReaderLeaves, writeNote, writeOut } from './streams.ts';

/** Exit code of a run that Ctrl-C ended. */
const INTERRUPTED = 130;
const PATIENCE_MS = 500;

async function tellHelp(args: Arguments, call: Pick<Call, 'screen'>): Promise<number> {
	const { helpText } = await import('./help.ts');
	await writeOut(helpText(args.rule ?? null, args.path, call.screen.locale));
	return 0;
}

async function tellFailure(failure: Failure, call: Pick<Call, 'screen' | 'json' | 'typed'>): Promise<number> {
	const { failureJson, failureText } = await import('./failure-text.ts');
	if (call.json) await writeOut(`${JSON.stringify(failureJson(failure, call))}\n`);
	else writeNote(failureText(failure, call));
	return failure.exit;
}

async function tellAnswer(answer: Answer, call: Call): Promise<number> {
	if (answer.written) {
		for (const note of answer.notes ?? []) writeNote(note);
		return answer.exit;
	}
	if (call.json) {
		const { envelope } = await import('./envelope.ts');
		await writeOut(`${JSON.stringify(envelope(answer, call), null, '\t')}\n`);
	} else {
		for (const note of answer.notes ?? []) writeNote(note);
		if (answer.text) await writeOut(answer.text.endsWith('\n') ? answer.text : `${answer.text}\n`);
	}
	return answer.exit;
}

async function run(argv: readonly string[]): Promise<number> {
	const args = readArguments(argv);
	const screen = screenFor(args.options, process.env, process.stdout);
	const typed = ['sentra', ...argv].join(' ').slice(0, 120);
	const json = args.options.has('json') || (args.problem !== undefined && argv.includes('--json'));
	if (args.problem) return tellFailure(new Failure([args.problem], 2), { screen, json, typed });
	if (args.options.has('version')) {
		const { packageVersion } = await import('./package-root.ts');
		await writeOut(`sentra ${packageVersion()}\n`);
		return 0;
	}
	if (!args.rule || args.options.has('help')) return tellHelp(args, { screen });

	const abort = new AbortController();
	const { stays } = args.rule;
	process.once('SIGINT', () => {
		abort.abort();
		if (stays) return;
		// What stops at a row's end gets a moment for it; what waits for stdin would wait for ever. A second one ends at once.
		setTimeout(() => process.exit(INTERRUPTED), PATIENCE_MS).unref();
		process.once('SIGINT', () => process.exit(INTERRUPTED));
	});
	const call: Call = {
		rule: args.rule,
		typed,
		words: args.words,
		options: args.options,
		screen,
		json,
		jsonl: args.options.has('jsonl'),
		signal: abort.signal,
	};
	try {
		const command = await args.rule.load();
		const answer = await command.run(call);
		const exit = await tellAnswer(answer, call);
		return abort.signal.aborted && !stays ? INTERRUPTED : exit;
	} catch (error) {
		if (abort.signal.aborted) return INTERRUPTED;
		if (error instanceof Failure) return tellFailure(error, call);
		const { unexpected } = await import('./failure-text.ts');
		return tellFailure(unexpected(error), call);
	}
}

endQuietlyWhenReaderLeaves();
process.exitCode = await run(process.argv.slice(2));

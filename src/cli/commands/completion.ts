/** `sentra lengkapi SHELL`: a completion script made from the command tree. */
import { Failure } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { completionScript, shells } from '../completion-script.ts';
import type { Shell } from '../completion-script.ts';
import { nearestWord } from '../nearest.ts';
import { methods } from '#methods/index.ts';
import { listExamples } from '../read-source.ts';

export async function run(call: Call): Promise<Answer> {
	const typed = (call.words[0] as string).toLowerCase();
	const shell = typed === 'pwsh' ? 'powershell' : typed;
	if (!shells.includes(shell as Shell)) {
		const near = nearestWord(typed, shells);
		throw new Failure([{ code: 'USAGE_SHELL_UNKNOWN', params: { typed, ...(near ? { near } : {}) } }]);
	}
	const examples = [...new Set((await listExamples()).map((example) => `contoh:${example.name}`))];
	const text = completionScript(shell as Shell, { methods: Object.keys(methods), examples });
	return { exit: 0, result: { shell, script: text }, text };
}

/** `sentra ekspor FILE --ke NAME`: the worked table in the format its ending names. */
import { m } from '#words/messages.js';
import { Failure, optionOf } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { studyOf } from '../study.ts';
import { formatOf, writeStudy } from '../study-file.ts';
import { answerWarnings, hayamiSource } from './value-added-compute.ts';
import { studyAnswers } from '#reports/value-added-answers.ts';

/** Exit 4, with nothing written, when no product of the study can be computed. */
export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const target = optionOf(call, 'to');
	if (target === undefined) throw new Failure([{ code: 'USAGE_OUTPUT_MISSING' }]);
	formatOf(target);
	const { study, sources, warnings } = await studyOf(call.words[0] as string, call);
	const answers = studyAnswers(study);
	const told = [...warnings, ...answerWarnings(answers, call)];
	await writeStudy(study, target, call);
	return {
		exit: answers.every(({ answer }) => answer.status === 'ok') ? 0 : 4,
		result: { written: target },
		warnings: told,
		sources: [hayamiSource, ...sources],
		notes: [
			...told.map((warning) => `${m.cli_note({}, { locale })}: ${warning.text}`),
			m.cli_written({ file: target }, { locale }),
		],
	};
}

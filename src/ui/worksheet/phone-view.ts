/** What a phone shows of the worksheet: the address decides, so that the back button and a shared link work. */
import { questionCount } from './questions.ts';

export type PhoneView =
	{ readonly name: 'questions'; readonly question: number } | { readonly name: 'check' | 'results' };

/** `#soal-3` is question 3, `#jawaban` the answers; anywhere else the results once there are any, else question 1. */
export function phoneView(hash: string, complete: boolean): PhoneView {
	const asked = /^#soal-(\d{1,2})$/.exec(hash);
	if (asked) {
		const question = Math.min(questionCount, Math.max(1, Number(asked[1])));
		return { name: 'questions', question };
	}
	if (hash === '#jawaban') return { name: 'check' };
	return complete || hash !== '' ? { name: 'results' } : { name: 'questions', question: 1 };
}

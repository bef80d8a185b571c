/** Saaty's scale in words, from one of two sides. */
import { turnedJudgement } from '#inputs/decision-weight-edits.ts';
import { m } from '#words/messages.js';

/** The steps asked first, and those behind "ragu di antara". */
export const plainSteps = ['3', '5', '7', '9'] as const;
export const betweenSteps = ['2', '4', '6', '8'] as const;

/** `jelas lebih penting`. */
export function strengthWords(step: string): string {
	const words: Readonly<Record<string, () => string>> = {
		'2': m.decision_scale_2,
		'3': m.decision_scale_3,
		'4': m.decision_scale_4,
		'5': m.decision_scale_5,
		'6': m.decision_scale_6,
		'7': m.decision_scale_7,
		'8': m.decision_scale_8,
		'9': m.decision_scale_9,
	};
	return words[step]?.() ?? m.decision_scale_other({ times: step });
}

export type Side = 'one' | 'same' | 'other' | null;

/** Which side an answer is on, and how strongly: `1/3` is the other side with `3`. */
export function sideOf(text: string): { readonly side: Side; readonly step: string } {
	if (text.trim() === '') return { side: null, step: '' };
	if (text.trim() === '1') return { side: 'same', step: '' };
	return /^\s*1\s*\//.test(text)
		? { side: 'other', step: turnedJudgement(text) }
		: { side: 'one', step: text.trim() };
}

/** An answer as a sentence: `Keuntungan jelas lebih penting daripada Biaya`. */
export function judgementSentence(text: string, one: string, other: string): string {
	const { side, step } = sideOf(text);
	if (side === 'same') return m.decision_said_same({ one, other });
	const [more, less] = side === 'other' ? [other, one] : [one, other];
	return m.decision_said_more({ more, less, strength: strengthWords(step) });
}

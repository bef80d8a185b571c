/** Questionnaires and answers on their way: links whose whole content stands behind `#` and reaches no server. */
import type { DecisionContent } from '#inputs/decision-content.ts';
import { questionnaireOf, withAnswers, type MergeOutcome } from '#inputs/decision-questionnaire.ts';
import { link } from '#ui/locale-link.ts';
import { longestAddress } from '#ui/packed-text.ts';
import { packContent, unpackContent } from '#ui/tool/packed-content.ts';
import { decisionTool } from './decision-tool.ts';

/** Letters that name a sheet or a person on no other device. */
export function newCode(): string {
	return [...crypto.getRandomValues(new Uint8Array(9))]
		.map((byte) => byte.toString(36).padStart(2, '0'))
		.join('');
}

const address = (content: DecisionContent) =>
	`${location.origin}${link(decisionTool.path)}#t=${packContent(decisionTool, content)}`;

/** The address of the empty questionnaire; null when it is longer than messengers carry. */
export function questionnaireAddress(content: DecisionContent): string | null {
	const whole = address(questionnaireOf(content));
	return whole.length > longestAddress ? null : whole;
}

/** The address that carries a person's answers back. */
export const answersAddress = (content: DecisionContent): string => address(content);

export interface MergeReport {
	readonly content: DecisionContent;
	readonly outcomes: readonly { readonly outcome: MergeOutcome | 'broken'; readonly name: string }[];
}

/** Puts every answer found in a text (one message or many, as links or bare codes) into the sheet. */
export function mergedText(content: DecisionContent, text: string): MergeReport {
	const links = [...text.matchAll(/#t=([\w-]+)/g)].map(([, packed]) => packed ?? '');
	const packed = links.length > 0 ? links : (text.match(/[\w-]{40,}/g) ?? []);
	let next = content;
	const outcomes = packed.map((one) => {
		const received = unpackContent(decisionTool, one);
		if (!received) return { outcome: 'broken' as const, name: '' };
		const merged = withAnswers(next, received);
		next = merged.content;
		return { outcome: merged.outcome, name: merged.name };
	});
	return { content: next, outcomes };
}

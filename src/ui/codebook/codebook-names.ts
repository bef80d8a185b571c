/** What interviews, codes and coders are called while they have no name. */
import type { CodebookContent } from '#inputs/codebook-content.ts';
import { m } from '#words/messages.js';

/** The name of the interview at this place. */
export function interviewLabel({ interviews }: CodebookContent, place: number): string {
	return interviews[place]?.name.trim() || m.codebook_interview_number({ number: place + 1 });
}

/** The name of a coder. */
export function coderLabel({ coders }: CodebookContent, id: string): string {
	const place = coders.findIndex((one) => one.id === id);
	return coders[place]?.name.trim() || m.codebook_coder({ number: place + 1 });
}

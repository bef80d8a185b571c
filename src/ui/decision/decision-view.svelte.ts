/** What is looked at, and by whom: the respondent whose answers are open, and whether the phone was handed over. */
import type { DecisionContent, DecisionRespondent } from '#inputs/decision-content.ts';
import type { ToolWork } from '#ui/tool/tool-work.svelte.ts';
import { m } from '#words/messages.js';

export class DecisionView {
	readonly work: ToolWork<DecisionContent>;
	#respondent = $state('');
	/** While the phone is in another person's hands only their own answers are shown. */
	handedOver = $state(false);

	constructor(work: ToolWork<DecisionContent>) {
		this.work = work;
	}

	readonly respondent: DecisionRespondent = $derived.by(() => {
		const { respondents } = this.work.content;
		return respondents.find(({ id }) => id === this.#respondent) ?? (respondents[0] as DecisionRespondent);
	});

	/** True in the sheet of a person who was sent the questionnaire. */
	readonly answering = $derived.by(() => this.work.content.answering !== '');

	/** Opens another respondent's answers. */
	open(id: string): void {
		this.#respondent = id;
	}

	/** How a respondent is called. */
	nameOf(respondent: DecisionRespondent): string {
		const number = this.work.content.respondents.indexOf(respondent) + 1;
		return respondent.name.trim() || m.decision_person({ number });
	}
}

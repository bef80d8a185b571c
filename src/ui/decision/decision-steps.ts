/** The seven questions of a decision, in order. Their ids stand behind `#` in the address, so back and forward work. */
import { m } from '#words/messages.js';

export const stepIds = ['pilihan', 'kriteria', 'data', 'bobot', 'penilai', 'hasil', 'keputusan'] as const;
export type StepId = (typeof stepIds)[number];

/** The question a step asks. */
export function stepName(id: StepId): string {
	return {
		pilihan: m.decision_step_choices,
		kriteria: m.decision_step_criteria,
		data: m.decision_step_data,
		bobot: m.decision_step_weights,
		penilai: m.decision_step_people,
		hasil: m.decision_step_results,
		keputusan: m.decision_step_decision,
	}[id]();
}

/** The step named behind `#`; null for anything else. */
export function stepOf(hash: string): StepId | null {
	return stepIds.find((id) => `#${id}` === hash) ?? null;
}

/** The words of stages, steps and their states. */
import type { Stage } from '#server/features/programme/schema.ts';
import type { Step, StepState } from '#server/features/programme/step.ts';
import { m } from '#words/messages.js';

const stages: Readonly<Record<Stage, () => string>> = {
	'social-mapping': () => m.programme_stage_social_mapping(),
	planning: () => m.programme_stage_planning(),
	starting: () => m.programme_stage_starting(),
	growing: () => m.programme_stage_growing(),
	independent: () => m.programme_stage_independent(),
	exit: () => m.programme_stage_exit(),
	ended: () => m.programme_stage_ended(),
};

const steps: Readonly<Record<Step, readonly [name: () => string, about: () => string]>> = {
	map: [() => m.programme_step_map(), () => m.programme_step_map_about()],
	choose: [() => m.programme_step_choose(), () => m.programme_step_choose_about()],
	run: [() => m.programme_step_run(), () => m.programme_step_run_about()],
	share: [() => m.programme_step_share(), () => m.programme_step_share_about()],
	measure: [() => m.programme_step_measure(), () => m.programme_step_measure_about()],
	report: [() => m.programme_step_report(), () => m.programme_step_report_about()],
};

/** The mark stands beside the word, never alone. */
const states: Readonly<Record<StepState, readonly [mark: string, word: () => string]>> = {
	empty: ['○', () => m.programme_step_empty()],
	running: ['◐', () => m.programme_step_running()],
	enough: ['●', () => m.programme_step_enough()],
	'to-check': ['⚑', () => m.programme_step_to_check()],
};

export const stageWords = (stage: Stage): string => stages[stage]();
export const stepWords = (step: Step): { name: string; about: string } => ({
	name: steps[step][0](),
	about: steps[step][1](),
});
export const stateWords = (state: StepState): { mark: string; word: string } => ({
	mark: states[state][0],
	word: states[state][1](),
});

/** Apart from the list of pages, because every page carries that one. */
import type { ToolStep } from '#ui/site-map.ts';
import { m } from '#words/messages.js';

/** The tools by the question they answer, as the start page and the page of all pages show them. */
export const toolSteps: readonly { readonly step: ToolStep; readonly name: () => string }[] = [
	{ step: 'map', name: () => m.web_step_map() },
	{ step: 'choose', name: () => m.web_step_choose() },
	{ step: 'share', name: () => m.web_step_share() },
	{ step: 'measure', name: () => m.web_step_measure() },
];

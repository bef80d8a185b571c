/** Where each step of a programme has its page, and the tools that answer its question. */
import type { Step } from '#server/features/programme/step.ts';
import { tools } from '#ui/site-map.ts';
import type { ToolPage } from '#ui/site-map.ts';

/** The last part of the address: `/p/kalanganyar/pilih`. */
export const stepPaths: Readonly<Record<Step, string>> = {
	map: 'petakan',
	choose: 'pilih',
	run: 'jalankan',
	share: 'bagi',
	measure: 'ukur',
	report: 'laporkan',
};

/** The page of a step in a programme; the list of programmes while there is none. */
export const stepPage = (slug: string | null, step: Step): string =>
	slug === null ? '/p' : `/p/${slug}/${stepPaths[step]}`;

/** The quick tools of a step; the check of a table serves whoever reports. */
export const toolsOf = (step: Step): readonly ToolPage[] =>
	tools.filter((tool) => (tool.id === 'table-check' ? step === 'report' : tool.step === step));

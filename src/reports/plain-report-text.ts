/** The sentences of a report as plain text, for a message: no tables, no charts. */
import type { Report } from './block.ts';

/** Title in the bold of messengers, then sentences, notes and lists, a line each. */
export function plainReportText(report: Report): string {
	const lines = report.blocks.flatMap((block): string[] => {
		if (block.kind === 'sentence') return [block.text, ...(block.condition ? [block.condition] : [])];
		if (block.kind === 'note' || block.kind === 'paragraph') return [block.text];
		if (block.kind === 'list') return block.items.map((item) => `- ${item}`);
		return [];
	});
	return [`*${report.title}*`, ...lines].join('\n');
}

/**
 * Sends a sheet to the page where a person chooses the programme it belongs to. A form of its own, so that the whole page
 * goes there: teams' pages have no script.
 */
import { leavingContent } from '#inputs/personal-numbers.ts';
import type { ToolId } from '#inputs/tool-content.ts';
import { link } from '#ui/locale-link.ts';
import { m } from '#words/messages.js';

/** Leaves the page; answers with a sentence when there is no signal to leave by. */
export function intoProgramme(tool: ToolId, title: string, content: unknown): string {
	if (!navigator.onLine) return m.tool_into_programme_offline();
	const form = document.createElement('form');
	form.method = 'post';
	form.action = link('/masukkan');
	form.hidden = true;
	for (const [name, value] of Object.entries({
		alat: tool,
		judul: title,
		isi: JSON.stringify(leavingContent(tool, content)),
	})) {
		const field = document.createElement('textarea');
		field.name = name;
		field.value = value;
		form.append(field);
	}
	document.body.append(form);
	form.submit();
	return '';
}

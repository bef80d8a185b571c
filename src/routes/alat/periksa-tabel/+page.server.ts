import { mostCellsOfAnswer } from '#files/grid-limits.ts';
import { readPaste } from '#files/read-paste.ts';
import { readWorkbook } from '#files/read-workbook.ts';
import { limitsOfAnswer } from '#files/zip.ts';
import type { Workbook } from '#inputs/grid.ts';
import type { Problem } from '#inputs/problem.ts';
import type { Choices } from '#inputs/table-check-content.ts';
import { examine, problemsShown } from '#ui/table-check/examine.ts';
import { packCheck, unpackCheck } from '#ui/table-check/shared-check.ts';
import { m } from '#words/messages.js';

/** Refused because this server reads less than a device of one's own would. */
const tooMuchHere = new Set(['ZIP_BOMB', 'SHEET_TOO_LARGE', 'FILE_TOO_LARGE']);
const largestFile = 8 * 1024 * 1024;
const mostLetters = 1_000_000;

const cellsIn = ({ grids }: Workbook): number =>
	grids.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);

/** What a form without script sent: a file, else the text in the box, else the tables of the answer before. */
async function sentTables(form: FormData): Promise<Workbook | readonly Problem[]> {
	const file = form.get('file');
	const text = form.get('text');
	if (file instanceof File && file.size > 0) {
		if (file.size > largestFile) return [{ code: 'FILE_TOO_LARGE', at: { file: file.name } }];
		const outcome = readWorkbook(new Uint8Array(await file.arrayBuffer()), {
			name: file.name,
			mostCells: mostCellsOfAnswer,
			unpacked: limitsOfAnswer,
		});
		return outcome.ok ? outcome.value : outcome.problems;
	}
	const kept = form.get('kept');
	const before = typeof kept === 'string' && kept !== '' ? unpackCheck(kept) : null;
	if (before) return before.workbook;
	if (typeof text === 'string' && text.length > mostLetters) return [{ code: 'FILE_TOO_LARGE' }];
	const outcome = readPaste({ text: typeof text === 'string' ? text : '' });
	return outcome.ok ? outcome.value : outcome.problems;
}

/** The meanings and readings chosen in the form; an unchanged reading is sent as an empty text. */
function sentChoices(form: FormData): Choices {
	const meanings: Record<string, string | null> = {};
	const corrections: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		if (name.startsWith('arti:')) meanings[name.slice('arti:'.length)] = value === '' ? null : value;
		if (name.startsWith('baca:') && value !== '') corrections[name.slice('baca:'.length)] = value;
	}
	return { meanings, corrections };
}

/** What could not be read; of a file that is too much for this server, where it can be read. */
function refused(problems: readonly Problem[], locale: App.Locals['locale']) {
	return problemsShown(problems, locale).map((shown, index) =>
		tooMuchHere.has(problems[index]?.code ?? '')
			? {
					...shown,
					what: m.check_page_too_much_here_what({}, { locale }),
					todo: m.check_page_too_much_here_todo({}, { locale }),
				}
			: shown,
	);
}

/** The check for browsers without script. Nothing of it is stored. */
export const actions = {
	default: async ({ request, locals }: { request: Request; locals: App.Locals }) => {
		const form = await request.formData();
		const typed = form.get('text');
		const text = typeof typed === 'string' ? typed.replaceAll('\r\n', '\n') : '';
		const sent = await sentTables(form);
		// Pages and documents have no room of their own, nor has what comes back packed.
		const tables =
			'grids' in sent && cellsIn(sent) > mostCellsOfAnswer ? [{ code: 'SHEET_TOO_LARGE' }] : sent;
		if (!('grids' in tables)) return { text, problems: refused(tables, locals.locale) };
		const choices = sentChoices(form);
		const result = await examine(tables, choices, locals.locale);
		if ('problems' in result) return { text, problems: result.problems };
		return { text, view: result.view, choices, kept: packCheck(tables, choices) };
	},
};

import { fileProblem } from '#files/codes.ts';
import { readPaste } from '#files/read-paste.ts';
import { readWorkbook } from '#files/read-workbook.ts';
import type { Workbook } from '#inputs/grid.ts';
import type { Problem } from '#inputs/problem.ts';
import type { Choices } from '#inputs/table-check-content.ts';
import { examine, problemsShown } from '#ui/table-check/examine.ts';
import { packCheck, unpackCheck } from '#ui/table-check/shared-check.ts';

/**
 * What the server takes in from anybody, who need not sign in: while it reads, nobody else is answered. A browser with
 * script reads larger files by itself.
 */
const room = { mostBytes: 8 * 1024 * 1024, mostUnpacked: 16 * 1024 * 1024, mostCells: 50_000 };
const mostLetters = 1_000_000;

const cellsIn = ({ grids }: Workbook): number =>
	grids.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0);

/** What a form without script sent, as far as there is room for it. */
async function tablesOf(form: FormData): Promise<Workbook | readonly Problem[]> {
	const tables = await sentTables(form);
	if (!('grids' in tables) || cellsIn(tables) <= room.mostCells) return tables;
	return [fileProblem('SHEET_TOO_LARGE', undefined, { limit: room.mostCells })];
}

/** What a form without script sent: a file, else the text in the box, else the tables of the answer before. */
async function sentTables(form: FormData): Promise<Workbook | readonly Problem[]> {
	const file = form.get('file');
	const text = form.get('text');
	if (file instanceof File && file.size > 0) {
		const outcome = readWorkbook(new Uint8Array(await file.arrayBuffer()), { name: file.name, ...room });
		return outcome.ok ? outcome.value : outcome.problems;
	}
	const kept = form.get('kept');
	const before = typeof kept === 'string' && kept !== '' ? unpackCheck(kept) : null;
	if (before) return before.workbook;
	if (typeof text === 'string' && text.length > mostLetters)
		return [fileProblem('FILE_TOO_LARGE', undefined, { bytes: text.length, limit: mostLetters })];
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

/** The check for browsers without script. Nothing of it is stored. */
export const actions = {
	default: async ({ request, locals }: { request: Request; locals: App.Locals }) => {
		const form = await request.formData();
		const typed = form.get('text');
		const text = typeof typed === 'string' ? typed.replaceAll('\r\n', '\n') : '';
		const tables = await tablesOf(form);
		if (!('grids' in tables)) return { text, problems: problemsShown(tables, locals.locale) };
		const choices = sentChoices(form);
		const result = await examine(tables, choices, locals.locale);
		if ('problems' in result) return { text, problems: result.problems };
		return { text, view: result.view, choices, kept: packCheck(tables, choices) };
	},
};

/**
 * From a workbook to everything the page shows. The server calls it for forms without script; the page fetches it
 * when there is something to read, so that a first visit does not carry the whole check.
 */
import type { Workbook } from '#inputs/grid.ts';
import type { ReadTables } from '#inputs/printed-tables.ts';
import type { Problem } from '#inputs/problem.ts';
import type { Choices } from '#inputs/table-check-content.ts';
import type { ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { isHayamiKey } from '#reports/row-label.ts';
import { problemText } from '#reports/problem-text.ts';
import { checkReport, checkSentence, reviewNote } from '#reports/table-check.ts';
import { verdictWord } from '#reports/finding-text.ts';
import type { Report } from '#reports/block.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';
import { checkJson } from './check-json.ts';
import type { CheckView, CountShown, ProblemShown } from './check-view.ts';
import { correctedSheet } from './corrected-sheet.ts';
import { findingCards } from './finding-cards.ts';
import { markedTables } from './marked-table.ts';
import { otherTables, readingView } from './reading-view.ts';

interface Examined {
	readonly read: ReadTables;
	readonly check: TableCheck;
}

function chosenMeanings(choices: Choices): Record<string, HayamiKey | null> {
	return Object.fromEntries(
		Object.entries(choices.meanings).flatMap(([id, key]): [string, HayamiKey | null][] =>
			key === null || key === '' ? [[id, null]] : isHayamiKey(key) ? [[id, key]] : [],
		),
	);
}

/** Readers and judges are parts of their own: together with the words they would be one part too large to fetch. */
async function examineTables(workbook: Workbook, choices: Choices): Promise<Examined | readonly Problem[]> {
	const [{ readPrintedTables }, { checkTables }] = await Promise.all([
		import('#inputs/printed-tables.ts'),
		import('#methods/table-check/check-tables.ts'),
	]);
	const outcome = readPrintedTables(workbook, {
		meanings: chosenMeanings(choices),
		corrections: choices.corrections,
	});
	if (!outcome.ok) return outcome.problems;
	return { read: outcome.value, check: checkTables(outcome.value.tables) };
}

function countsShown(check: TableCheck, locale: Locale): CountShown[] {
	const { counts } = check;
	const shown = (
		verdict: 'match' | 'rounding' | 'differs' | 'uncheckable' | 'odd',
		mark: string,
	): CountShown => ({
		count: counts[verdict],
		mark,
		word: verdictWord(verdict, locale),
		verdict,
	});
	return [
		{ ...shown('match', '✓'), count: counts.match - check.following },
		...(counts.rounding > 0 ? [shown('rounding', '≈')] : []),
		shown('differs', '≠'),
		...(check.following > 0
			? [
					{
						count: check.following,
						mark: '',
						word: m.check_page_follows({}, { locale }),
						verdict: 'following' as const,
					},
				]
			: []),
		shown('odd', '⚑'),
		shown('uncheckable', '?'),
	];
}

/** What could not be read, in words. */
export function problemsShown(problems: readonly Problem[], locale: Locale): ProblemShown[] {
	return problems.map((problem) => problemText(problem, locale));
}

/** The name of what was checked, for documents: the first table's own, because pasted text has no name. */
function titleOf({ read }: Examined, locale: Locale): string {
	const [first] = [...read.tables.hayami, ...otherTables(read)];
	const title = read.tables.title === 'paste' ? first?.name : read.tables.title;
	return title || m.check_page_pasted({}, { locale });
}

/** Everything the page shows of a workbook, or why there is nothing to show. */
export async function examine(
	workbook: Workbook,
	choices: Choices,
	locale: Locale,
): Promise<{ readonly view: CheckView } | { readonly problems: readonly ProblemShown[] }> {
	const examined = await examineTables(workbook, choices);
	if (!('check' in examined)) return { problems: problemsShown(examined, locale) };
	const { read, check } = examined;
	const findings = findingCards(check, locale);
	const report = checkReport(check, { locale });
	const figures = report.blocks.find((block) => block.kind === 'table');
	const names = [...read.tables.hayami, ...otherTables(read)];
	return {
		view: {
			title: names.length === 1 ? (names[0]?.name ?? '') : '',
			reading: readingView(workbook, read, locale),
			sentence: checkSentence(check, locale),
			counts: countsShown(check, locale),
			findings,
			hypotheses: findings.some((card) => card.wouldMatchIf.length > 0),
			tables: markedTables(read.tables.hayami, check, locale),
			figures: {
				caption: figures?.caption ?? '',
				columns: figures?.columns.map((column) => column.label) ?? [],
				rows:
					figures?.rows
						.filter((row) => row.cells[0]?.mark !== 'odd')
						.map((row) => row.cells.map((cell) => cell.text)) ?? [],
			},
			note: reviewNote(check, locale),
			hasSheet: read.tables.hayami.length > 0,
		},
	};
}

/** The report of a check, for downloads; null when nothing can be read. */
export async function examinedReport(
	workbook: Workbook,
	choices: Choices,
	locale: Locale,
): Promise<Report | null> {
	const examined = await examineTables(workbook, choices);
	return 'check' in examined
		? checkReport(examined.check, { locale, title: titleOf(examined, locale) })
		: null;
}

/** The findings as JSON text; null when nothing can be read. */
export async function examinedJson(
	workbook: Workbook,
	choices: Choices,
	locale: Locale,
): Promise<string | null> {
	const examined = await examineTables(workbook, choices);
	return 'check' in examined ? checkJson(examined.check, titleOf(examined, locale), locale) : null;
}

/** The corrected inputs as a worksheet; null when there is no Hayami table. */
export async function examinedSheet(workbook: Workbook, choices: Choices): Promise<ValueAddedSheet | null> {
	const examined = await examineTables(workbook, choices);
	return 'check' in examined ? correctedSheet(examined.read, examined.check) : null;
}

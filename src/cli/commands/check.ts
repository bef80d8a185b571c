/** `sentra periksa FILE...`: judges every figure of printed tables; the findings go to stdout, most telling first. */
import { m } from '#words/messages.js';
import { checkTables } from '#methods/table-check/check-tables.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import type { Finding } from '#methods/table-check/finding.ts';
import { readPrintedTables } from '#inputs/printed-tables.ts';
import { findingText } from '#reports/finding-text.ts';
import { checkSentence, groupedFindings } from '#reports/table-check.ts';
import { Failure, optionOf } from '../call.ts';
import type { Answer, Call, Source, Spoken } from '../call.ts';
import { failureText } from '../failure-text.ts';
import { markText } from '../table-text.ts';
import { doubtWarnings, workbookOf } from '../workbook.ts';

const methodSource: Source = {
	kind: 'method',
	id: 'table-check',
	version: 1,
	source:
		'Hayami, Kawagoe, Morooka and Siregar (1987), Agricultural Marketing and Processing in Upland Java.',
};

interface Checked {
	readonly file: string;
	readonly check: TableCheck;
	readonly sources: readonly Source[];
	readonly warnings: readonly Spoken[];
}

async function checkOne(typed: string, call: Call): Promise<Checked> {
	const { locale } = call.screen;
	const opened = await workbookOf(typed, call);
	const outcome = readPrintedTables(opened.workbook, { corrections: opened.corrections });
	if (!outcome.ok) {
		throw new Failure(
			outcome.problems.map((problem) => ({ ...problem, at: { file: opened.source.id, ...problem.at } })),
		);
	}
	const { tables, doubts, unknown } = outcome.value;
	const unread = unknown.map((row) => ({
		code: 'ROW_NOT_RECOGNISED',
		text: m.cli_row_unknown({ label: row.label, cell: row.cell }, { locale }),
		table: row.table,
		cell: row.cell,
	}));
	return {
		file: typed,
		check: checkTables(tables),
		sources: [opened.source],
		warnings: [...opened.warnings, ...doubtWarnings(doubts, call), ...unread],
	};
}

/** A finding under the keys of `--json`; everything the check knows of it stays available under further keys. */
export function findingJson(finding: Finding, locale: 'id' | 'en', file: string): object {
	const text = findingText(finding, locale);
	return {
		row: finding.row,
		column: finding.column,
		label: finding.label,
		printed: finding.printed,
		expected: finding.expected,
		verdict: finding.verdict,
		formula: text.formula || finding.formula,
		wouldMatchIf: finding.wouldMatchIf.map((one, index) => ({
			kind: one.kind,
			text: text.wouldMatchIf[index] ?? '',
			value: one.value,
			at: one.at,
		})),
		code: finding.code,
		text: text.title,
		note: text.note,
		file,
		table: finding.table ?? null,
		cell: finding.cell ?? null,
		printedText: finding.printedText ?? null,
		rounding: finding.rounding ?? null,
		formulaKeys: finding.formula,
		operands: finding.operands,
		follows: finding.follows ?? [],
		params: finding.params ?? {},
	};
}

function findingLines(finding: Finding, call: Call): string[] {
	const { screen } = call;
	const text = findingText(finding, screen.locale);
	const plain = (line: string) =>
		screen.unicode
			? line
			: line
					.replace(/[\u2212\u2013]/g, '-')
					.replace(/\u00d7/g, 'x')
					.replace(/\u00f7/g, '/')
					.replace(/\u00a0/g, ' ');
	const cell = finding.cell ? ` [${finding.cell}]` : '';
	const indent = '    ';
	return [
		`${markText(finding.verdict, screen)} ${text.title}${cell}`,
		...(text.formula ? [`${indent}${text.formula}`] : []),
		...text.wouldMatchIf.map((line) => `${indent}${m.cli_would_match({ if: line }, screen)}`),
		...(text.follows ? [`${indent}${text.follows}`] : []),
		...(text.note ? [`${indent}${text.note}`] : []),
	].map(plain);
}

function textOf(checked: Checked, several: boolean, call: Call): string {
	const findings = groupedFindings(checked.check).flat();
	return [
		...(several ? [`# ${checked.file}`] : []),
		...findings.flatMap((finding) => findingLines(finding, call)),
		checkSentence(checked.check, call.screen.locale),
		'',
	].join('\n');
}

/** From the mildest to the gravest; `--gagal-bila` fails from its level on. */
const levels = ['match', 'uncheckable', 'rounding', 'odd', 'differs'] as const;

function reaches(findings: readonly Finding[], threshold: string | undefined): boolean {
	if (threshold === undefined) return false;
	const least = levels.indexOf(threshold as (typeof levels)[number]);
	return findings.some((finding) => levels.indexOf(finding.verdict) >= least);
}

async function checkAll(call: Call): Promise<{ checked: Checked[]; failures: Failure[] }> {
	const checked: Checked[] = [];
	const failures: Failure[] = [];
	for (const typed of call.words) {
		if (call.signal.aborted) break;
		try {
			checked.push(await checkOne(typed, call));
		} catch (error) {
			// One unreadable thesis must not end a batch of fifty; alone it is the answer.
			if (!(error instanceof Failure) || call.words.length === 1) throw error;
			failures.push(error);
		}
	}
	if (checked.length === 0 && failures[0])
		throw new Failure(
			failures.flatMap((one) => one.problems),
			failures[0].exit,
		);
	return { checked, failures };
}

export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	if (call.words.filter((word) => word === '-').length > 1)
		throw new Failure([{ code: 'USAGE_STDIN_TWICE' }]);
	const { checked, failures } = await checkAll(call);
	const findings = checked.flatMap((one) =>
		one.check.findings.map((finding) => findingJson(finding, locale, one.file)),
	);
	const all = checked.flatMap((one) => one.check.findings);
	const found = reaches(all, optionOf(call, 'fail-on')) ? 5 : 0;
	const exit = failures[0]?.exit ?? found;
	const warnings = [
		...checked.flatMap((one) => one.warnings),
		...failures.flatMap((failure) =>
			failure.problems.map((problem) => ({
				code: problem.code,
				text: failureText(new Failure([problem]), {
					...call,
					screen: { ...call.screen, colour: false },
				}).replace(/\n\s*/g, '; '),
				file: problem.at?.file ?? null,
			})),
		),
	];
	const summary = checked.map((one) => ({
		file: one.file,
		title: one.check.title,
		judged: one.check.judged,
		following: one.check.following,
		counts: one.check.counts,
		conclusions: one.check.conclusions,
		summary: checkSentence(one.check, locale),
	}));
	const result = summary.length === 1 ? summary[0] : { files: summary };
	const sources = [methodSource, ...checked.flatMap((one) => one.sources)];
	const notes = warnings.map((warning) => `${m.cli_note({}, { locale })}: ${warning.text}`);
	const target = optionOf(call, 'to');
	if (target !== undefined) {
		const { writeCheck } = await import('../check-file.ts');
		await writeCheck(
			checked.map((one) => ({ file: one.file, check: one.check })),
			findings,
			target,
			call,
		);
		notes.push(m.cli_written({ file: target }, { locale }));
	}
	const text = call.jsonl
		? findings.map((finding) => JSON.stringify(finding)).join('\n')
		: checked.map((one) => textOf(one, call.words.length > 1, call)).join('\n');
	return { exit, result, findings, warnings, sources, text, notes };
}

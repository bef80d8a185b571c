/**
 * From what a study holds to what it says: the same readers and reports as the tools themselves, so that a study in a
 * programme and its sheet on a phone cannot differ.
 */
import { codebookContent } from '#inputs/codebook-content.ts';
import { decisionContent } from '#inputs/decision-content.ts';
import { eligibilityContent } from '#inputs/eligibility-content.ts';
import { flowContent } from '#inputs/flow-content.ts';
import { livelihoodContent } from '#inputs/livelihood-content.ts';
import { keptContent } from '#inputs/kept-content.ts';
import { readPrintedTables } from '#inputs/printed-tables.ts';
import { regionContent } from '#inputs/region-content.ts';
import { sharingContent } from '#inputs/sharing-content.ts';
import { checkData, unpackedCheck } from '#inputs/table-check-content.ts';
import type { Choices } from '#inputs/table-check-content.ts';
import { recordFrom, textFrom } from '#inputs/tool-content.ts';
import type { ToolContent, ToolId } from '#inputs/tool-content.ts';
import { treeContent } from '#inputs/tree-content.ts';
import { valueAddedContent } from '#inputs/value-added-content.ts';
import { typedRanges } from '#inputs/value-added-ranges.ts';
import { sheetToStudy } from '#inputs/value-added-sheet.ts';
import type { ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import { checkTables } from '#methods/table-check/check-tables.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import type { Report } from '#reports/block.ts';
import { codebookReport } from '#reports/codebook.ts';
import { decisionReport } from '#reports/decision.ts';
import { eligibilityReport } from '#reports/eligibility.ts';
import { flowReport } from '#reports/flow.ts';
import { livelihoodReport } from '#reports/livelihood.ts';
import { regionReport } from '#reports/region.ts';
import { isHayamiKey } from '#reports/row-label.ts';
import type { Locale } from '#reports/row-label.ts';
import { sharingReport } from '#reports/sharing.ts';
import { checkReport } from '#reports/table-check.ts';
import { treeReport } from '#reports/tree.ts';
import { valueAddedReport } from '#reports/value-added.ts';

interface ReportOptions {
	readonly locale: Locale;
	/** ISO date for the foot of charts. */
	readonly date?: string;
}

/** A tool as the server uses it. `content` is what its own `read` gave. */
interface Engine {
	readonly read: (value: unknown) => unknown;
	readonly title: (content: unknown) => string;
	readonly blank: (content: unknown) => boolean;
	readonly report: (content: unknown, options: ReportOptions) => Report | null;
}

/** One tool's reader and report, which know their content's shape; outside it is only "what was read". */
const engine = <Content>(
	{ read, title, blank }: ToolContent<Content>,
	report: (content: Content, options: ReportOptions) => Report | null,
): Engine => ({
	read,
	title: (content) => title(content as Content),
	blank: (content) => blank(content as Content),
	report: (content, options) => report(content as Content, options),
});

const sheetReport = (sheet: ValueAddedSheet, options: ReportOptions): Report | null => {
	const { study } = sheetToStudy(sheet);
	if (study.products.length === 0) return null;
	return valueAddedReport(study, { ...options, ranges: sheet.products.map(typedRanges) });
};

/** A check as its sheet holds it: what was pasted, and the tables once they were read. */
interface CheckContent {
	readonly text: string;
	readonly check: ReturnType<typeof checkData> | null;
}

const longestPaste = 2_000_000;

function readCheck(value: unknown): CheckContent | null {
	const { text, check } = recordFrom(value);
	const known = check === null || check === undefined ? null : unpackedCheck(check);
	if (typeof text !== 'string' && known === null) return null;
	return {
		text: textFrom(text, longestPaste),
		check: known === null ? null : checkData(known.workbook, known.choices),
	};
}

const chosenMeanings = ({ meanings }: Choices): Record<string, HayamiKey | null> =>
	Object.fromEntries(
		Object.entries(meanings).flatMap(([id, key]): [string, HayamiKey | null][] =>
			key === null || key === '' ? [[id, null]] : isHayamiKey(key) ? [[id, key]] : [],
		),
	);

function reportOfCheck({ check }: CheckContent, { locale }: ReportOptions): Report | null {
	const known = check === null ? null : unpackedCheck(check);
	if (known === null) return null;
	const { corrections } = known.choices;
	const outcome = readPrintedTables(known.workbook, { meanings: chosenMeanings(known.choices), corrections });
	return outcome.ok ? checkReport(checkTables(outcome.value.tables), { locale }) : null;
}

const engines: Readonly<Record<ToolId, Engine>> = {
	'value-added': engine(valueAddedContent, sheetReport),
	'table-check': {
		read: readCheck,
		title: () => '',
		blank: (content) =>
			(content as CheckContent).check === null && (content as CheckContent).text.trim() === '',
		report: (content, options) => reportOfCheck(content as CheckContent, options),
	},
	decision: engine(decisionContent, decisionReport),
	livelihood: engine(livelihoodContent, livelihoodReport),
	region: engine(regionContent, regionReport),
	sharing: engine(sharingContent, sharingReport),
	flow: engine(flowContent, flowReport),
	tree: engine(treeContent, treeReport),
	eligibility: engine(eligibilityContent, eligibilityReport),
	codebook: engine(codebookContent, codebookReport),
};

/** What was received as a sheet of a tool, as its file would hold it: identity numbers of people masked. Null when it is none. */
export function studyContent(kind: ToolId, value: unknown): { content: unknown; title: string } | null {
	const read = keptContent(kind, value, engines[kind].read);
	if (read === null || engines[kind].blank(read)) return null;
	return { content: read, title: engines[kind].title(read) };
}

/** Everything a study says, worked out now; null while too little is typed. */
export function studyReport(kind: ToolId, content: unknown, options: ReportOptions): Report | null {
	const read = engines[kind].read(content);
	return read === null ? null : engines[kind].report(read, options);
}

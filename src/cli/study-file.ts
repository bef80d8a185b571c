/** A worked study as a file, by the ending of its name. */
import type { Block, ChartBlock } from '#reports/block.ts';
import { standaloneSvg } from '#charts/standalone.ts';
import { studyAnswers } from '#reports/value-added-answers.ts';
import { valueAddedReport } from '#reports/value-added.ts';
import type { ValueAddedReportOptions } from '#reports/value-added.ts';
import type { ValueAddedStudy } from '#inputs/value-added-study.ts';
import { Failure, optionOf } from './call.ts';
import type { Call } from './call.ts';
import { packageVersion } from './package-root.ts';
import { writeWhole } from './write-file.ts';

export const studyFormats = [
	'.xlsx',
	'.docx',
	'.pdf',
	'.tex',
	'.svg',
	'.png',
	'.csv',
	'.html',
	'.json',
] as const;
export type StudyFormat = (typeof studyFormats)[number];

/** The format an output name asks for, or a usage failure that names those there are. */
export function formatOf(target: string): StudyFormat {
	const found = studyFormats.find((ending) => target.toLowerCase().endsWith(ending));
	if (found) return found;
	const typed = /\.[^./\\]*$/.exec(target)?.[0] ?? target;
	throw new Failure([{ code: 'USAGE_FORMAT', params: { typed, names: studyFormats.join(', ') } }]);
}

/** The date to print; only one that was given, so that the same input gives the same bytes. */
function dateOf(call: Call): string | undefined {
	const typed = optionOf(call, 'date');
	if (typed === undefined) return undefined;
	const parsed = new Date(`${typed}T00:00:00Z`);
	const valid = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(parsed.getTime());
	if (!valid || parsed.toISOString().slice(0, 10) !== typed) {
		throw new Failure([{ code: 'USAGE_DATE', params: { typed } }]);
	}
	return typed;
}

const isChart = (block: Block): block is ChartBlock => block.kind === 'chart';

type Extra = Pick<ValueAddedReportOptions, 'ranges' | 'measure'>;

async function contentOf(
	study: ValueAddedStudy,
	format: StudyFormat,
	call: Call,
	extra: Extra,
): Promise<string | Uint8Array> {
	const { locale } = call.screen;
	const date = dateOf(call);
	const report = valueAddedReport(study, { locale, ...(date ? { date } : {}), ...extra });
	switch (format) {
		case '.xlsx': {
			const { writeXlsx } = await import('#files/xlsx-writer.ts');
			const { valueAddedWorkbook } = await import('#reports/value-added-workbook.ts');
			return writeXlsx(valueAddedWorkbook(study, locale));
		}
		case '.docx': {
			const { renderDocx } = await import('#reports/render-docx.ts');
			const { svgToPng } = await import('#reports/render-png.ts');
			return renderDocx(report, svgToPng);
		}
		case '.pdf': {
			const { renderPdf } = await import('#reports/render-pdf.ts');
			return renderPdf(report);
		}
		case '.tex': {
			const { renderTex } = await import('#reports/render-tex.ts');
			return renderTex(report);
		}
		case '.html': {
			const { renderHtml } = await import('#reports/render-html.ts');
			return renderHtml(report);
		}
		case '.csv': {
			const { renderCsv } = await import('#reports/render-csv.ts');
			// Excel takes a file without this mark for Windows-1252.
			return `\ufeff${renderCsv(report, { style: locale })}`;
		}
		case '.json':
			return `${JSON.stringify({ version: packageVersion(), study, answers: studyAnswers(study).map(({ answer }) => answer) }, null, '\t')}\n`;
		case '.svg':
		case '.png': {
			const chart = report.blocks.find(isChart);
			if (!chart) throw new Failure([{ code: 'MISSING_INPUT' }]);
			const svg = standaloneSvg(chart.wide, {
				title: chart.title,
				subtitle: chart.subtitle,
				foot: chart.foot,
			});
			if (format === '.svg') return svg;
			const { svgToPng } = await import('#reports/render-png.ts');
			return svgToPng(svg);
		}
	}
}

/** Writes the study, or nothing. Fails with exit 2 for an unknown ending and 6 when the file may not be written. */
export async function writeStudy(
	study: ValueAddedStudy,
	target: string,
	call: Call,
	extra: Extra = {},
): Promise<void> {
	await writeWhole(target, await contentOf(study, formatOf(target), call, extra), call);
}

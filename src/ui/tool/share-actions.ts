/** What a sheet becomes when it leaves the page. Each format is fetched only when it is asked for. */
import type { Block, ChartBlock, Report } from '#reports/block.ts';
import { plainReportText } from '#reports/plain-report-text.ts';
import { link } from '#ui/locale-link.ts';
import { today } from '#ui/right-now.ts';
import { fileNameFrom, saveFile } from '#ui/save-file.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';
import type { ToolWork } from './tool-work.svelte.ts';

const byteOrderMark = '\ufeff';

async function reportOf<Content>(work: ToolWork<Content>, locale: Locale): Promise<Report> {
	const report = (await work.bringReport())(work.content, { locale, date: today() });
	if (!report) throw new Error('There is nothing to report yet');
	return report;
}

const nameOf = <Content>(work: ToolWork<Content>) => fileNameFrom(work.title || work.tool.name());

const isChart = (block: Block): block is ChartBlock => block.kind === 'chart';

/** Hands the sentences to the phone's share sheet. */
export async function shareText<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const report = await reportOf(work, locale);
	await navigator.share({ title: report.title, text: plainReportText(report) });
	return '';
}

async function firstPicture(report: Report): Promise<{ name: string; png: Blob }> {
	const { pngOf } = await import('#ui/save-picture.ts');
	const chart = report.blocks.find(isChart);
	const png = chart ? await pngOf(chart) : null;
	if (!chart || !png) throw new Error('There is no chart to draw');
	return { name: `${fileNameFrom(chart.title)}.png`, png };
}

/** Hands the first chart to the phone's share sheet, with the sentences. */
export async function sharePicture<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const report = await reportOf(work, locale);
	const { name, png } = await firstPicture(report);
	const files = [new File([png], name, { type: 'image/png' })];
	if (!navigator.canShare({ files })) return savePng(work, locale);
	await navigator.share({ files, title: report.title, text: plainReportText(report) });
	return '';
}

/** The sentences on the clipboard. */
export async function copyText<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const clipboard = await import('#ui/copy-text.ts');
	const copied = await clipboard.copyText(plainReportText(await reportOf(work, locale)));
	if (!copied) throw new Error('The browser refused the clipboard');
	return m.tool_copied();
}

/** Every table on the clipboard, as Word takes it. */
export async function copyTables<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const report = await reportOf(work, locale);
	const { copyForWord } = await import('#reports/copy-for-word.ts');
	const tables = report.blocks.flatMap((block) =>
		block.kind === 'table' ? [block] : isChart(block) ? [block.table] : [],
	);
	const copies = tables.map((table) => copyForWord(table, { locale }));
	const [html, text] = [
		copies.map((copy) => copy.html).join('<br>'),
		copies.map((copy) => copy.text).join('\n\n'),
	];
	if (typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(text);
	else
		await navigator.clipboard.write([
			new ClipboardItem({
				'text/html': new Blob([html], { type: 'text/html' }),
				'text/plain': new Blob([text], { type: 'text/plain' }),
			}),
		]);
	return m.tool_copied();
}

/** A link that carries the sheet behind `#`: nothing is sent to a server. */
export async function copyLink<Content>(work: ToolWork<Content>): Promise<string> {
	const [{ longestAddress }, { packContent }, { leavingContent }, clipboard] = await Promise.all([
		import('#ui/packed-text.ts'),
		import('./packed-content.ts'),
		import('#inputs/personal-numbers.ts'),
		import('#ui/copy-text.ts'),
	]);
	const content = leavingContent(work.tool.tool, work.content) as Content;
	const address = `${location.origin}${link(work.tool.path)}#t=${packContent(work.tool, content)}`;
	if (address.length > longestAddress) return m.tool_link_too_long();
	if (!(await clipboard.copyText(address))) throw new Error('The browser refused the clipboard');
	return m.tool_link_copied();
}

/** The report as a Word document, charts as pictures. */
export async function saveDocx<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const [report, { renderDocx }, { pngFrom }] = await Promise.all([
		reportOf(work, locale),
		import('#reports/render-docx.ts'),
		import('#ui/save-picture.ts'),
	]);
	const bytes = await renderDocx(report, async (svg) => {
		const png = await pngFrom(svg);
		if (!png) throw new Error('The browser gave no canvas');
		return new Uint8Array(await png.arrayBuffer());
	});
	saveFile(
		`${nameOf(work)}.docx`,
		bytes as Uint8Array<ArrayBuffer>,
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	);
	return m.tool_saved_file({ name: `${nameOf(work)}.docx` });
}

/** The report as a PDF. */
export async function savePdf<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const [report, { renderPlainPdf }, { jpegFrom }] = await Promise.all([
		reportOf(work, locale),
		import('#reports/render-plain-pdf.ts'),
		import('#ui/save-picture.ts'),
	]);
	const bytes = await renderPlainPdf(report, jpegFrom);
	saveFile(`${nameOf(work)}.pdf`, bytes as Uint8Array<ArrayBuffer>, 'application/pdf');
	return m.tool_saved_file({ name: `${nameOf(work)}.pdf` });
}

/** The first chart as a picture. */
export async function savePng<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const { name, png } = await firstPicture(await reportOf(work, locale));
	saveFile(name, png, 'image/png');
	return m.tool_saved_file({ name });
}

/** Every table on a sheet of its own, behind the tool's sheets with live formulas. */
export async function saveXlsx<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const [report, { renderXlsx }, formulas] = await Promise.all([
		reportOf(work, locale),
		import('#reports/render-xlsx.ts'),
		work.tool.formulaSheets?.(work.content, locale) ?? [],
	]);
	saveFile(
		`${nameOf(work)}.xlsx`,
		renderXlsx(report, formulas) as Uint8Array<ArrayBuffer>,
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	);
	return m.tool_saved_file({ name: `${nameOf(work)}.xlsx` });
}

/** Every table as CSV, in the decimal style of the page's language. Excel needs the byte order mark. */
export async function saveCsv<Content>(work: ToolWork<Content>, locale: Locale): Promise<string> {
	const [report, { renderCsv }] = await Promise.all([
		reportOf(work, locale),
		import('#reports/render-csv.ts'),
	]);
	saveFile(
		`${nameOf(work)}.csv`,
		byteOrderMark + renderCsv(report, { style: locale }),
		'text/csv;charset=utf-8',
	);
	return m.tool_saved_file({ name: `${nameOf(work)}.csv` });
}

/** The sheet itself, to be opened again anywhere. */
export async function saveSheetFile<Content>(work: ToolWork<Content>): Promise<string> {
	const { writeWorkFile } = await import('#inputs/work-file.ts');
	const name = `${nameOf(work)}.sentra.json`;
	const sheet = { tool: work.tool.tool, title: work.title, content: work.content };
	saveFile(name, writeWorkFile([sheet]), 'application/json');
	return m.tool_saved_file({ name });
}

/** The sheet on its way into a programme of a team. */
export async function putIntoProgramme<Content>(work: ToolWork<Content>): Promise<string> {
	const { intoProgramme } = await import('#ui/into-programme.ts');
	return intoProgramme(work.tool.tool, work.title, work.content);
}

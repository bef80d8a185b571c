/** The sheet as files to take along. Each format is loaded only when it is asked for. */
import type { Report } from '#reports/block.ts';
import type { Locale } from '#reports/row-label.ts';
import { link } from '#ui/locale-link.ts';
import { today } from '#ui/right-now.ts';
import { fileNameFrom, saveFile } from '#ui/save-file.ts';
import { m } from '#words/messages.js';
import type { ComputedSheet } from './computed-sheet.ts';
import { typedRanges } from '#inputs/value-added-ranges.ts';

const byteOrderMark = '\ufeff';

async function reportOf(computed: ComputedSheet, locale: Locale): Promise<Report> {
	const { valueAddedReport } = await import('#reports/value-added.ts');
	return valueAddedReport(computed.reading.study, {
		locale,
		date: today(),
		ranges: computed.sheet.products.map(typedRanges),
	});
}

const nameOf = (computed: ComputedSheet) =>
	fileNameFrom(computed.sheet.title || computed.sheet.products[0]?.name || 'nilai-tambah');

/** Every table as CSV: `id` is `;` with a decimal comma, `en` is `,` with a point. Excel needs the byte order mark. */
export async function saveCsv(computed: ComputedSheet, locale: Locale, style: 'id' | 'en'): Promise<void> {
	const [report, { renderCsv }] = await Promise.all([
		reportOf(computed, locale),
		import('#reports/render-csv.ts'),
	]);
	saveFile(`${nameOf(computed)}.csv`, byteOrderMark + renderCsv(report, { style }), 'text/csv;charset=utf-8');
}

/** The workbook with live formulas and their cached results. */
export async function saveXlsx(computed: ComputedSheet, locale: Locale): Promise<void> {
	const [{ valueAddedWorkbook }, { writeXlsx }] = await Promise.all([
		import('#reports/value-added-workbook.ts'),
		import('#files/xlsx-writer.ts'),
	]);
	saveFile(
		`${nameOf(computed)}.xlsx`,
		writeXlsx(valueAddedWorkbook(computed.reading.study, locale)) as Uint8Array<ArrayBuffer>,
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	);
}

/** The report as a Word document, charts as pictures. */
export async function saveDocx(computed: ComputedSheet, locale: Locale): Promise<void> {
	const [report, { renderDocx }, { pngFrom }] = await Promise.all([
		reportOf(computed, locale),
		import('#reports/render-docx.ts'),
		import('#ui/save-picture.ts'),
	]);
	const bytes = await renderDocx(report, async (svg) => {
		const png = await pngFrom(svg);
		if (!png) throw new Error('The browser gave no canvas');
		return new Uint8Array(await png.arrayBuffer());
	});
	saveFile(
		`${nameOf(computed)}.docx`,
		bytes as Uint8Array<ArrayBuffer>,
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	);
}

/** The report as a PDF, made on this device. */
export async function savePdf(computed: ComputedSheet, locale: Locale): Promise<void> {
	const [report, { renderPlainPdf }, { jpegFrom }] = await Promise.all([
		reportOf(computed, locale),
		import('#reports/render-plain-pdf.ts'),
		import('#ui/save-picture.ts'),
	]);
	const bytes = await renderPlainPdf(report, jpegFrom);
	saveFile(`${nameOf(computed)}.pdf`, bytes as Uint8Array<ArrayBuffer>, 'application/pdf');
}

/** A link that carries the sheet behind `#`: nothing is sent to a server. Says what happened, in words. */
export async function copyLink(computed: ComputedSheet): Promise<string> {
	const [{ longestAddress }, { packContent }, { valueAddedContent }, { copyText }] = await Promise.all([
		import('#ui/packed-text.ts'),
		import('#ui/tool/packed-content.ts'),
		import('#inputs/value-added-content.ts'),
		import('#ui/copy-text.ts'),
	]);
	const packed = packContent(valueAddedContent, computed.sheet);
	const address = `${location.origin}${link('/alat/nilai-tambah')}#t=${packed}`;
	if (address.length > longestAddress) return m.tool_link_too_long();
	if (!(await copyText(address))) throw new Error('The browser refused the clipboard');
	return m.tool_link_copied();
}

/** The texts as typed, what they were read as, and every figure: enough to open the sheet again anywhere. */
export function saveJson(computed: ComputedSheet): void {
	const content = {
		version: 1,
		kind: 'value-added-sheet',
		sheet: computed.sheet,
		study: computed.reading.study,
		results: computed.results.map(({ status, result, warnings }) => ({ status, result, warnings })),
	};
	saveFile(`${nameOf(computed)}.json`, `${JSON.stringify(content, null, '\t')}\n`, 'application/json');
}

/** The sheet on its way into a programme of a team. */
export async function putIntoProgramme({ sheet }: ComputedSheet): Promise<string> {
	const { intoProgramme } = await import('#ui/into-programme.ts');
	return intoProgramme('value-added', sheet.title || (sheet.products[0]?.name ?? ''), sheet);
}

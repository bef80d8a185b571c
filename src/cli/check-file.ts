/** The review note of a check as a file, by the ending of its name. */
import { writeCsv } from '#files/csv-writer.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import type { Block, Report } from '#reports/block.ts';
import { checkReport, reviewNote } from '#reports/table-check.ts';
import { Failure } from './call.ts';
import type { Call } from './call.ts';
import { packageVersion } from './package-root.ts';
import { writeWhole } from './write-file.ts';

export interface CheckedFile {
	readonly file: string;
	readonly check: TableCheck;
}

const endings = ['.docx', '.html', '.pdf', '.xlsx', '.txt', '.csv', '.json'] as const;

/** The ending, or a usage failure that names those there are. */
function endingOf(target: string): (typeof endings)[number] {
	const found = endings.find((ending) => target.toLowerCase().endsWith(ending));
	if (found) return found;
	const typed = /\.[^./\\]*$/.exec(target)?.[0] ?? target;
	throw new Failure([{ code: 'USAGE_FORMAT', params: { typed, names: endings.join(', ') } }]);
}

/** Several checks in one document, each under its own heading. */
function reportOf(checked: readonly CheckedFile[], call: Call): Report {
	const { locale } = call.screen;
	const reports = checked.map(({ check }) => checkReport(check, { locale }));
	const [first] = reports as [Report, ...Report[]];
	if (reports.length === 1) return first;
	const blocks = reports.flatMap((report): Block[] => [
		{ kind: 'heading', level: 1, text: report.title },
		...report.blocks,
	]);
	return { ...first, title: first.title, blocks };
}

async function contentOf(
	checked: readonly CheckedFile[],
	findings: readonly object[],
	ending: (typeof endings)[number],
	call: Call,
): Promise<string | Uint8Array> {
	const { locale } = call.screen;
	switch (ending) {
		case '.txt':
			return checked
				.map(({ file, check }) => `${checked.length > 1 ? `${file}\n` : ''}${reviewNote(check, locale)}\n`)
				.join('\n');
		case '.json':
			return `${JSON.stringify({ version: packageVersion(), command: 'periksa', findings }, null, '\t')}\n`;
		case '.csv': {
			const keys = [
				'file',
				'table',
				'cell',
				'row',
				'column',
				'label',
				'verdict',
				'printed',
				'expected',
				'formula',
			];
			const rows = findings.map((finding) =>
				keys.map((key) => (finding as Record<string, string | number | null>)[key] ?? null),
			);
			return `\ufeff${writeCsv([keys, ...rows], { style: locale })}`;
		}
		case '.html': {
			const { renderHtml } = await import('#reports/render-html.ts');
			return renderHtml(reportOf(checked, call));
		}
		case '.pdf': {
			const { renderPdf } = await import('#reports/render-pdf.ts');
			return renderPdf(reportOf(checked, call));
		}
		case '.xlsx': {
			const { renderXlsx } = await import('#reports/render-xlsx.ts');
			return renderXlsx(reportOf(checked, call));
		}
		case '.docx': {
			const { renderDocx } = await import('#reports/render-docx.ts');
			const { svgToPng } = await import('#reports/render-png.ts');
			return renderDocx(reportOf(checked, call), svgToPng);
		}
	}
}

/** Writes the note, or nothing. */
export async function writeCheck(
	checked: readonly CheckedFile[],
	findings: readonly object[],
	target: string,
	call: Call,
): Promise<void> {
	await writeWhole(target, await contentOf(checked, findings, endingOf(target), call), call);
}

/** A report as PDF through Typst: A4, heads repeat, page x of y, the shipped font. Node only. */
import { standaloneSvg } from '#charts/standalone.ts';
import { m } from '#words/messages.js';
import type { Block, Report, TableBlock } from './block.ts';
import { documentSpelling } from './eyd-spelling.ts';
import { documentFont, fontBlobs } from './node-fonts.ts';
import { pdfTemplate } from './pdf-template.ts';
import { svgWithOutlines } from './render-png.ts';
import type { Locale } from './row-label.ts';
import { headColumn } from './table-head.ts';

/** More columns than an upright page holds. */
const isWide = (table: TableBlock) => table.columns.length > 9;

function tableData(table: TableBlock, locale: Locale, heading = ''): object {
	const spell = (text: string) => documentSpelling(text, locale);
	return {
		caption: spell(table.caption),
		source: spell(table.source ?? ''),
		head: headColumn(table),
		wide: isWide(table),
		heading,
		columns: table.columns.map(({ label, align }) => ({ label: spell(label), align })),
		rows: table.rows.map((row) => ({
			role: row.role ?? '',
			cells: row.cells.map((cell) => ({
				text: spell(cell.text),
				strong: cell.strong ?? false,
				heat: cell.heat ?? null,
			})),
		})),
	};
}

function blockData(block: Block, locale: Locale, heading: string): object {
	const spell = (text: string) => documentSpelling(text, locale);
	switch (block.kind) {
		case 'heading':
			return { kind: block.kind, level: Math.max(2, block.level), text: spell(block.text) };
		case 'sentence':
			return { kind: block.kind, text: spell(block.text), condition: spell(block.condition ?? '') };
		case 'paragraph':
		case 'note':
			return { kind: block.kind, text: spell(block.text) };
		case 'list':
			return { kind: block.kind, ordered: block.ordered, items: block.items.map(spell) };
		case 'table':
			return { kind: block.kind, ...tableData(block, locale, heading) };
		case 'chart':
			return {
				kind: block.kind,
				title: spell(block.title),
				subtitle: spell(block.subtitle),
				foot: spell(block.foot),
				alt: spell(block.alt),
				svg: standaloneSvg(block.wide, {
					title: '',
					subtitle: '',
					foot: '',
					font: { family: documentFont, stretch: 'semi-condensed' },
				}),
				table: tableData(block.table, locale),
			};
	}
}

/** A heading just before a wide table goes with it onto the turned page. */
function blocksData(blocks: readonly Block[], locale: Locale): object[] {
	const turns = (block: Block | undefined) => block?.kind === 'table' && isWide(block);
	return blocks.flatMap((block, index) => {
		if (block.kind === 'heading' && turns(blocks[index + 1])) return [];
		const before = blocks[index - 1];
		const heading = before?.kind === 'heading' && turns(block) ? documentSpelling(before.text, locale) : '';
		return blockData(block, locale, heading);
	});
}

/** The words around the page numbers: before, between, after. */
function pageWords(locale: Locale): string[] {
	return m.reports_page({ page: '|', count: '|' }, { locale }).split('|');
}

interface ReportData {
	readonly title: string;
	readonly locale: string;
	readonly font: string;
	readonly page: readonly string[];
	readonly blocks: readonly (object & { readonly svg?: string })[];
}

/** The JSON that the template reads, its charts' letters turned into outlines. */
async function withOutlines(data: ReportData): Promise<string> {
	const blocks = await Promise.all(
		data.blocks.map(async (block) =>
			block.svg ? { ...block, svg: await svgWithOutlines(block.svg) } : block,
		),
	);
	return JSON.stringify({ ...data, blocks });
}

/** The report as the data that the template reads. */
function reportData(report: Report): ReportData {
	const { locale } = report;
	const sources = report.sources.map(({ id, version, source }) =>
		m.reports_methods_version({ id, version, source }, { locale }),
	);
	const foot: Block[] =
		sources.length === 0
			? []
			: [
					{ kind: 'heading', level: 2, text: m.reports_heading_sources({}, { locale }) },
					{ kind: 'list', ordered: false, items: sources },
				];
	return {
		title: report.title,
		locale,
		font: documentFont,
		page: pageWords(locale),
		blocks: blocksData([...report.blocks, ...foot], locale),
	};
}

/**
 * The report's PDF. Compiling is synchronous and takes about a second: a server calls it in a worker thread.
 * Same report, same bytes: the creation time is fixed. Throws with Typst's own words when the page cannot be set.
 */
export async function renderPdf(report: Report): Promise<Uint8Array> {
	const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
	const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontBlobs() }] });
	const compiled = compiler.compile({
		mainFileContent: pdfTemplate,
		inputs: { report: await withOutlines(reportData(report)) },
	});
	const document = compiled.result;
	if (document === null) {
		const error = compiled.takeDiagnostics();
		const said = error === null ? '' : JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 2000);
		throw new Error(`renderPdf: ${said}`);
	}
	return new Uint8Array(compiler.pdf(document, { creationTimestamp: 0 }));
}

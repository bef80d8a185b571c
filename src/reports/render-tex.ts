/** A report as LaTeX: booktabs tables with siunitx columns, captions, labels, and the sources as BibTeX comments. */
import { m } from '#words/messages.js';
import type { Block, Report, TableBlock, TableCell } from './block.ts';
import { documentSpelling } from './eyd-spelling.ts';
import type { Locale } from './row-label.ts';

const special: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\{',
	'}': '\\}',
	$: '\\$',
	'&': '\\&',
	'%': '\\%',
	'#': '\\#',
	_: '\\_',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'"': "''",
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'÷': '$\\div$',
	'×': '$\\times$',
	'−': '$-$',
	'±': '$\\pm$',
	'≥': '$\\geq$',
	'≤': '$\\leq$',
	ℓ: '$\\ell$',
	'→': '$\\rightarrow$',
	'²': '\\textsuperscript{2}',
	'³': '\\textsuperscript{3}',
	'½': '$\\frac{1}{2}$',
	'…': '\\ldots{}',
	'\u00a0': '~',
	'\u202f': '\\,',
};

/** A text that LaTeX sets as it stands; control characters go, line breaks become spaces. */
export function escapeTex(text: string): string {
	return (
		text
			.replaceAll(/\s*[\r\n]+\s*/g, ' ')
			// eslint-disable-next-line no-control-regex -- control characters have no place on a page
			.replaceAll(/[\u0000-\u001f\u007f]/g, '')
			.replaceAll(/[\\{}$&%#_~^"<>÷×−±≥≤ℓ→²³½…\u00a0\u202f]/g, (sign) => special[sign] ?? sign)
	);
}

/** Letters, digits and hyphens: what a label may hold. */
function labelOf(text: string): string {
	return text
		.normalize('NFKD')
		.replaceAll(/[^A-Za-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '')
		.toLowerCase();
}

const spellAndEscape = (text: string, locale: Locale) => escapeTex(documentSpelling(text, locale));

/** Whether siunitx can align a cell: its text is the number alone. */
function isPlainNumber(cell: TableCell): boolean {
	return typeof cell.value === 'number' && /^[−-]?[\d.,]+$/.test(cell.text);
}

/** As many digits as the column's widest figure has before and after its mark. */
function numberColumn(cells: readonly TableCell[], locale: Locale): string {
	let [whole, decimals] = [1, 0];
	for (const cell of cells.filter(isPlainNumber)) {
		const [before = '', after = ''] = pointNumber(cell.text, locale).replace('-', '').split('.');
		whole = Math.max(whole, before.length);
		decimals = Math.max(decimals, after.length);
	}
	return `S[table-format=-${whole}.${decimals}]`;
}

/** The number as shown, with a decimal point and no groups: rounding was done once, by the number writer. */
function pointNumber(text: string, locale: Locale): string {
	const plain = text.replace('−', '-');
	return locale === 'id' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
}

function cellTex(cell: TableCell, aligned: boolean, bold: boolean, locale: Locale): string {
	const weight = bold ? '\\bfseries ' : '';
	if (!aligned) return `${weight}${spellAndEscape(cell.text, locale)}`;
	// siunitx takes numbers with a point; it sets them by the document's locale. Braces keep words out of its way.
	if (isPlainNumber(cell)) return `${weight}${pointNumber(cell.text, locale)}`;
	return cell.text === '' ? '' : `{${weight}${spellAndEscape(cell.text, locale)}}`;
}

function tableTex(table: TableBlock, label: string, locale: Locale): string {
	const right = table.columns.map(({ align }) => align === 'right');
	const bodies = table.rows.filter((row) => row.role !== 'section');
	const columns = table.columns.map((_, index) =>
		right[index]
			? numberColumn(
					bodies.flatMap((row) => row.cells[index] ?? []),
					locale,
				)
			: 'l',
	);
	const heads = table.columns.map(({ label: name }) => `{${spellAndEscape(name, locale)}}`);
	const rows = table.rows.map((row) => {
		if (row.role === 'section') {
			const text = spellAndEscape(row.cells[0]?.text ?? '', locale);
			return `\\midrule\n\\multicolumn{${columns.length}}{l}{\\bfseries ${text}} \\\\`;
		}
		const bold = row.role === 'total';
		const cells = row.cells.map((cell, index) =>
			cellTex(cell, right[index] ?? false, bold || (cell.strong ?? false), locale),
		);
		return `${cells.join(' & ')} \\\\`;
	});
	const first = table.rows[0]?.role === 'section' ? '' : '\\midrule\n';
	return [
		'\\begin{table}[htbp]',
		'\\centering',
		`\\caption{${spellAndEscape(table.caption, locale)}}`,
		`\\label{${label}}`,
		'\\begin{adjustbox}{max width=\\linewidth}',
		`\\begin{tabular}{${columns.join('')}}`,
		'\\toprule',
		`${heads.join(' & ')} \\\\`,
		`${first}${rows.join('\n')}`,
		'\\bottomrule',
		'\\end{tabular}',
		'\\end{adjustbox}',
		...(table.source ? [`\\\\[2pt]\\footnotesize ${spellAndEscape(table.source, locale)}`] : []),
		'\\end{table}',
	].join('\n');
}

const levels = { 1: 'section', 2: 'section', 3: 'subsection' } as const;

function blockTex(block: Block, label: (id: string) => string, locale: Locale): string {
	const say = (text: string) => spellAndEscape(text, locale);
	switch (block.kind) {
		case 'heading':
			return `\\${levels[block.level]}{${say(block.text)}}`;
		case 'sentence':
			return block.condition ? `${say(block.text)}\n\n{\\small ${say(block.condition)}}` : say(block.text);
		case 'paragraph':
			return say(block.text);
		case 'note':
			return `{\\small ${say(block.text)}}`;
		case 'list': {
			const name = block.ordered ? 'enumerate' : 'itemize';
			return `\\begin{${name}}\n${block.items.map((item) => `\\item ${say(item)}`).join('\n')}\n\\end{${name}}`;
		}
		case 'table':
			return tableTex(block, label(block.id), locale);
		case 'chart':
			// The picture is its own file; here its finding and its numbers stand.
			return `${say(block.title)} (${say(block.subtitle)}). ${say(block.foot)}\n\n${tableTex(block.table, label(block.table.id), locale)}`;
	}
}

/** Lines that a person may copy into a .bib file; in the source as comments, so that the file compiles without one. */
function bibEntries(report: Report): string[] {
	const flat = (text: string) => text.replaceAll(/[\r\n%{}]+/g, ' ');
	return report.sources.flatMap(({ id, version, source }) => [
		`% @misc{sentra-${labelOf(id)},`,
		`%   note = {${flat(source)}},`,
		`%   howpublished = {Sentra, ${flat(id)} v${version}}`,
		'% }',
	]);
}

/**
 * A whole document for pdfLaTeX, XeLaTeX and LuaLaTeX. Decimal comma and dot groups for Indonesian. Every text is
 * escaped: no figure or name can run as a command.
 */
export function renderTex(report: Report): string {
	const { locale } = report;
	const marks =
		locale === 'id'
			? 'output-decimal-marker={,}, group-separator={.}'
			: 'output-decimal-marker={.}, group-separator={,}';
	const seen = new Map<string, number>();
	const label = (id: string): string => {
		const times = (seen.get(id) ?? 0) + 1;
		seen.set(id, times);
		return `tab:${labelOf(report.title)}-${labelOf(id)}${times === 1 ? '' : `-${times}`}`;
	};
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
	const language = locale === 'id' ? 'indonesian' : 'english';
	return [
		'\\documentclass[11pt,a4paper]{article}',
		'\\usepackage[utf8]{inputenc}',
		'\\usepackage[T1]{fontenc}',
		`\\usepackage[${language}]{babel}`,
		'\\usepackage{textcomp}',
		'\\usepackage{booktabs}',
		'\\usepackage{adjustbox}',
		'\\usepackage{siunitx}',
		`\\sisetup{${marks}, group-minimum-digits=4, group-digits=integer, detect-weight=true, mode=text}`,
		...bibEntries(report),
		`\\title{${spellAndEscape(report.title, locale)}}`,
		'\\author{}',
		'\\date{}',
		'\\begin{document}',
		'\\maketitle',
		'',
		[...report.blocks, ...foot].map((block) => blockTex(block, label, locale)).join('\n\n'),
		'',
		'\\end{document}',
		'',
	].join('\n');
}

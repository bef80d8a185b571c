/**
 * Blocks as HTML. Class names are those of the style sheet, so that the same markup stands in a page; `renderHtml` adds
 * the few rules it needs and is a file that opens anywhere, without script and without network.
 */
import { escapeXml } from '#charts/svg.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock, Report, TableBlock, TableCell } from './block.ts';
import type { Locale } from './row-label.ts';
import { headColumn } from './table-head.ts';

const escape = escapeXml;

function cellClass(cell: TableCell, right: boolean): string {
	const classes = [
		right ? 'n' : '',
		cell.strong ? 'tebal' : '',
		cell.heat === undefined ? '' : cell.heat === 'loss' ? 'rugi' : `q${cell.heat}`,
		cell.mark ?? '',
	].filter((name) => name !== '');
	return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}

function tableRow(table: TableBlock, row: TableBlock['rows'][number], head: number): string {
	if (row.role === 'section') {
		const text = escape(row.cells[0]?.text ?? '');
		return `<tr class="kel"><th colspan="${table.columns.length}" scope="colgroup">${text}</th></tr>`;
	}
	const cells = row.cells.map((cell, index) => {
		const right = table.columns[index]?.align === 'right';
		const tag = index === head ? 'th scope="row"' : 'td';
		return `<${tag}${cellClass(cell, right)}>${escape(cell.text)}</${index === head ? 'th' : 'td'}>`;
	});
	const role = row.role === 'total' ? ' class="jumlah"' : row.role === 'detail' ? ' class="rinci"' : '';
	return `<tr${role}>${cells.join('')}</tr>`;
}

/** One table with caption, column heads and row heads, in a region that can be scrolled by keyboard. */
export function renderTableHtml(table: TableBlock): string {
	const head = headColumn(table);
	const heat = table.rows.some((row) => row.cells.some((cell) => cell.heat !== undefined));
	const heads = table.columns
		.map(
			({ label, align }) => `<th scope="col"${align === 'right' ? ' class="n"' : ''}>${escape(label)}</th>`,
		)
		.join('');
	const rows = table.rows.map((row) => tableRow(table, row, head)).join('\n');
	const source = table.source ? `<p class="kaki">${escape(table.source)}</p>` : '';
	return (
		`<div class="gulir" role="region" aria-label="${escape(table.caption)}" tabindex="0">` +
		`<table id="${escape(table.id)}"${heat ? ' class="panas nol-bawah"' : ''}>` +
		`<caption>${escape(table.caption)}</caption>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows}\n</tbody></table></div>${source}`
	);
}

function chartHtml(chart: ChartBlock, locale: Locale): string {
	return (
		`<div class="fig"><h3>${escape(chart.title)}</h3>\n<p class="sub">${escape(chart.subtitle)}</p>\n` +
		`<figure>${chart.wide}\n${chart.narrow}</figure>\n<p class="kaki">${escape(chart.foot)}</p>\n` +
		`<details><summary>${escape(m.reports_show_table({}, { locale }))}</summary>${renderTableHtml(chart.table)}</details></div>`
	);
}

function blockHtml(block: Block, locale: Locale): string {
	switch (block.kind) {
		case 'heading':
			// The page's own title is level 1.
			return `<h${block.level + (block.level === 1 ? 1 : 0)}>${escape(block.text)}</h${block.level + (block.level === 1 ? 1 : 0)}>`;
		case 'sentence': {
			const condition = block.condition ? `<p>${escape(block.condition)}</p>` : '';
			return `<div class="kalimat"><p>${escape(block.text)}</p>${condition}</div>`;
		}
		case 'paragraph':
			return `<p>${escape(block.text)}</p>`;
		case 'note':
			return `<p class="sisip">${escape(block.text)}</p>`;
		case 'list': {
			const tag = block.ordered ? 'ol' : 'ul';
			return `<${tag} class="daftar">${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</${tag}>`;
		}
		case 'table':
			return renderTableHtml(block);
		case 'chart':
			return chartHtml(block, locale);
	}
}

/** The blocks as a piece of a page that has the style sheet. */
export function renderBlocksHtml(blocks: readonly Block[], locale: Locale): string {
	// One page may hold a table of one kind per product: ids must not repeat.
	const seen = new Map<string, number>();
	const unique = <Item extends { readonly id: string }>(item: Item): Item => {
		const times = (seen.get(item.id) ?? 0) + 1;
		seen.set(item.id, times);
		return times === 1 ? item : { ...item, id: `${item.id}-${times}` };
	};
	return blocks
		.map((block) => {
			if (block.kind === 'table') return blockHtml(unique(block), locale);
			if (block.kind === 'chart') return blockHtml({ ...block, table: unique(block.table) }, locale);
			return blockHtml(block, locale);
		})
		.join('\n');
}

const style = `:root{color-scheme:light dark;--tinta:#1b2430;--abu:#5b6673;--garis:#c9d1d9;--garis-kuat:#8b95a1;--krem:#f7f5f0;--krem-tua:#ece7db;--kertas:#fff;--biru:#0b5cad;--jingga-tua:#b34700;--c-bahan:#c9d1d9;--c-input:#e69f00;--c-kerja:#56b4e9;--c-untung:#0072b2;--c-rugi:#d55e00;--c-tinta:#1b2430;--di-untung:#fff;--di-terang:#1b2430}
@media(prefers-color-scheme:dark){:root{--tinta:#e8ebef;--abu:#a9b3be;--garis:#3a4552;--garis-kuat:#76828f;--krem:#12171d;--krem-tua:#222a33;--kertas:#1a2027;--biru:#7db8f0;--jingga-tua:#ffab6b;--c-bahan:#667280;--c-untung:#3d97d3;--c-rugi:#e8793a;--c-tinta:#e8ebef;--di-untung:#0d1722}}
*{box-sizing:border-box}body{margin:0;background:var(--krem);color:var(--tinta);font:400 16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums lining-nums}
main{max-width:960px;margin:0 auto;background:var(--kertas);padding:24px 16px 48px}
h1{font-size:26px;line-height:1.25;margin:0 0 16px}h2{font-size:20px;margin:40px 0 8px;padding-top:16px;border-top:1px solid var(--garis)}h3{font-size:17px;margin:28px 0 4px}p{max-width:66ch;margin:8px 0}
.kalimat{border-left:4px solid var(--biru);padding:4px 0 4px 16px;margin:16px 0}.kalimat p{margin:0}.kalimat p:first-child{font-size:20px;line-height:1.4}.kalimat p+p{margin-top:8px;color:var(--abu);font-size:15px}
.sisip{border-left:4px solid var(--jingga-tua);padding:2px 0 2px 16px;font-size:15px}.daftar{padding-left:20px}.daftar li{max-width:66ch;margin:6px 0}
.gulir{overflow-x:auto;margin:16px 0 0}table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.4}caption{text-align:left;padding-bottom:8px;font-size:14px;color:var(--abu)}
th{text-align:left;font-weight:600;vertical-align:bottom}thead th{border-bottom:2px solid var(--tinta);padding:6px 12px 6px 0}tbody th{font-weight:400;vertical-align:top}tbody td,tbody th{border-bottom:1px solid var(--garis);padding:7px 12px 7px 0;vertical-align:top}th:last-child,td:last-child{padding-right:0}
.n{text-align:right;white-space:nowrap}thead th.n{white-space:normal}.tebal,tr.jumlah td,tr.jumlah th{font-weight:650}tr.kel th{background:var(--krem-tua);font-weight:650;padding:6px 8px;border-bottom:0}tr.rinci td,tr.rinci th{border-bottom-style:dotted}
.panas td{text-align:center;padding:9px 6px;border:2px solid var(--kertas)}.panas thead th{text-align:center;border-bottom:0}.panas thead th:first-child,.panas tbody th{text-align:left}
.q1{background:#f1f7fb;color:#1b2430}.q2{background:#c6dff0;color:#1b2430}.q3{background:#8dbfe0;color:#1b2430}.q4{background:#4c97c9;color:#1b2430}.q5{background:#1d6fa8;color:#fff}.q6{background:#0a4a7a;color:#fff}td.rugi{color:var(--jingga-tua);box-shadow:inset 0 0 0 1px var(--jingga-tua)}
.fig{margin:32px 0}.fig h3{margin:0}.fig .sub{color:var(--abu);font-size:15px;margin:2px 0 0}figure{margin:16px 0 0;max-width:560px}.kaki{font-size:14px;color:var(--abu);margin:10px 0 0}summary{cursor:pointer;min-height:32px;color:var(--biru)}
svg.g{width:100%;height:auto;overflow:visible}.g text{font-size:14px;fill:var(--tinta)}.g .b{font-weight:650}.g .k{font-size:13px;fill:var(--abu)}.g .kt{font-size:13px}.g .di{fill:var(--di-untung)}.g .dt{fill:var(--di-terang)}.g .ax0{stroke:var(--tinta);stroke-width:1}.g .ax{stroke:var(--garis)}.g .sambung{stroke:var(--garis-kuat);stroke-width:1}.g .halo{paint-order:stroke;stroke:var(--kertas);stroke-width:4px;stroke-linejoin:round}
.f-bahan{fill:var(--c-bahan)}.f-input{fill:var(--c-input)}.f-kerja{fill:var(--c-kerja)}.f-untung{fill:var(--c-untung)}.f-rugi{fill:var(--c-rugi)}.f-tinta{fill:var(--c-tinta)}.f-abu{fill:var(--garis-kuat)}.f-kosong{fill:var(--kertas)}.tepi{stroke:var(--c-tinta);stroke-width:1}.tepi-abu{stroke:var(--garis-kuat);stroke-width:1}
.w{display:none}.h{display:block;max-width:360px}@media(min-width:600px),print{.w{display:block}.h{display:none}}
@media(max-width:599px){#hayami tr:not(.kel)>:nth-child(3),#hayami tr:not(.kel)>:nth-child(4){display:none}.panas td{padding:9px 2px}}
@media print{@page{size:A4;margin:20mm 18mm}body{background:#fff}main{padding:0}details{display:none}tr,.fig{break-inside:avoid}thead{display:table-header-group}}`;

/** A whole page that stands alone: inline style, charts inline, no script. Same report, same bytes. */
export function renderHtml(report: Report): string {
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
	return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(report.title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${escape(report.title)}</h1>
${renderBlocksHtml([...report.blocks, ...foot], locale)}
</main>
</body>
</html>
`;
}

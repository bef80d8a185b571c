/**
 * Where a material goes. Wide: bands whose width is the amount, sure in blue, a range as a light outline, unused
 * hatched, unweighed a dashed line. Narrow: the same as an indented list with bars.
 */
import {
	layoutSankey,
	nodeWidth,
	type PlacedLink,
	type SankeyLink,
	type SankeyNode,
} from './sankey-layout.ts';
import {
	bodySize,
	coordinate,
	emptyDrawing,
	hatch,
	narrowWidth,
	rect,
	relativeSizes,
	svgRoot,
	text,
	type Drawing,
} from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface SankeyListRow {
	/** 0 outermost. */
	readonly level: number;
	readonly label: string;
	readonly valueText: string;
	readonly note?: string;
	/** As the widths of the bands; null when nobody weighed it. */
	readonly amount: readonly [low: number, high: number] | null;
	readonly unused?: boolean;
}

export interface SankeyInput {
	readonly nodes: readonly SankeyNode[];
	readonly links: readonly SankeyLink[];
	readonly list: readonly SankeyListRow[];
	readonly alt: string;
	readonly noData: string;
}

interface Edge {
	readonly x: number;
	readonly y: number;
	readonly thickness: number;
}

function band(from: Edge, to: Edge, className: string): string {
	const middle = coordinate((from.x + to.x) / 2);
	const [x0, x1] = [coordinate(from.x), coordinate(to.x)];
	const [top0, top1] = [coordinate(from.y), coordinate(to.y)];
	const [end0, end1] = [coordinate(from.y + from.thickness), coordinate(to.y + to.thickness)];
	return `<path d="M${x0} ${top0}C${middle} ${top0} ${middle} ${top1} ${x1} ${top1}V${end1}C${middle} ${end1} ${middle} ${end0} ${x0} ${end0}Z" class="${className}"/>`;
}

/** A point of the curve that a band's edge follows. */
function onCurve(from: { x: number; y: number }, to: { x: number; y: number }, t: number): string {
	const middle = (from.x + to.x) / 2;
	const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
	return `${coordinate(a * from.x + (b + c) * middle + d * to.x)} ${coordinate((a + b) * from.y + (c + d) * to.y)}`;
}

/** Strokes across a band, each from its upper to its lower edge. */
function strokes(from: Edge, to: Edge): string {
	const low = (edge: Edge) => ({ x: edge.x, y: edge.y + edge.thickness });
	const count = Math.max(4, Math.round((to.x - from.x) / 9));
	const parts = Array.from({ length: count - 1 }, (_, k) => {
		const [up, down] = [(k + 1) / count, Math.max(0, (k + 0.2) / count)];
		return `M${onCurve(from, to, up)}L${onCurve(low(from), low(to), down)}`;
	});
	return `<path d="${parts.join('')}" class="sambung" fill="none"/>`;
}

function drawLink({ link, from, to }: PlacedLink): string[] {
	if (link.leaves === null || link.arrives === null) {
		const middle = coordinate((from.x + to.x) / 2);
		const path = `M${coordinate(from.x)} ${coordinate(from.y)}C${middle} ${coordinate(from.y)} ${middle} ${coordinate(to.y)} ${coordinate(to.x)} ${coordinate(to.y)}`;
		return [`<path d="${path}" class="ax0" fill="none" stroke-dasharray="5 4"/>`];
	}
	const whole = [
		{ x: from.x, y: from.y, thickness: from.full },
		{ x: to.x, y: to.y, thickness: to.full },
	] as const;
	if (link.unused) return [band(...whole, 'f-kosong tepi-abu'), strokes(...whole)];
	const sure = [
		{ ...whole[0], thickness: from.sure },
		{ ...whole[1], thickness: to.sure },
	] as const;
	const varies = from.full - from.sure > 0.5 || to.full - to.sure > 0.5;
	return [
		...(varies ? [band(...whole, 'f-aliran-muda')] : []),
		...(from.sure > 0 || to.sure > 0 ? [band(...sure, 'f-aliran')] : []),
	];
}

function drawWide({ nodes, links, alt }: SankeyInput): { svg: string; raised: boolean } {
	const layout = layoutSankey(nodes, links);
	const parts = layout.links.flatMap(drawLink);
	layout.nodes.forEach((placed, k) => {
		const node = nodes[k] as SankeyNode;
		const { x, y, height, sure, side } = placed;
		if (node.tone !== 'known') parts.push(rect(x, y, nodeWidth, height, 'f-kosong tepi'));
		else {
			parts.push(rect(x, y, nodeWidth, height, 'f-kosong tepi'));
			if (sure > 0) parts.push(rect(x, y, nodeWidth, sure, 'f-tinta'));
		}
		const lines = [
			{ said: node.label, className: 'b halo' },
			...(node.valueText ? [{ said: node.valueText, className: 'halo' }] : []),
			...(node.note ? [{ said: node.note, className: 'k halo' }] : []),
		];
		const above = side === 'above';
		const anchor = side === 'left' ? 'end' : above ? 'middle' : 'start';
		const at = side === 'left' ? x - 8 : above ? x + nodeWidth / 2 : x + nodeWidth + 8;
		const shown = above ? lines.slice(0, 2) : lines;
		const first = above
			? y - 8 - (shown.length - 1) * 17
			: y + height / 2 + 5 - ((shown.length - 1) * 17) / 2;
		const maxWidth = side === 'left' ? x - 8 : side === 'right' ? layout.width - at : 200;
		shown.forEach(({ said, className }, index) =>
			parts.push(text(at, first + index * 17, said, { anchor, className, maxWidth })),
		);
	});
	return { svg: svgRoot('w', layout.width, layout.height, alt, parts), raised: layout.raised };
}

function drawNarrow({ list, alt }: SankeyInput): string {
	const sizes = relativeSizes(list.map(({ amount }) => amount?.[1] ?? 0));
	const lows = relativeSizes([
		...list.map(({ amount }) => amount?.[0] ?? 0),
		...list.map(({ amount }) => amount?.[1] ?? 0),
	]);
	const parts: string[] = [];
	let y = 0;
	list.forEach((row, index) => {
		const left = row.level * 14;
		const valueWidth = textWidth(row.valueText, bodySize, true);
		const lines = wrapText(row.label, Math.max(90, narrowWidth - left - valueWidth - 10), bodySize, {
			lines: 3,
			bold: row.level === 0,
		});
		if (row.level === 0 && index > 0) {
			y += 6;
			parts.push(`<path d="M0 ${coordinate(y)}H${narrowWidth}" class="ax" fill="none"/>`);
			y += 6;
		}
		lines.forEach((said, k) =>
			parts.push(
				text(left, y + 15 + k * 17, said, {
					...(row.level === 0 ? { className: 'b' } : {}),
					...(lines.join(' ') === row.label ? {} : { full: row.label }),
				}),
			),
		);
		parts.push(text(narrowWidth, y + 15, row.valueText, { anchor: 'end', className: 'b' }));
		y += 20 + (lines.length - 1) * 17;
		const room = narrowWidth - left - 1;
		if (row.amount === null)
			parts.push(
				`<rect x="${coordinate(left + 0.5)}" y="${coordinate(y)}" width="48" height="12" class="f-aliran-muda"/>`,
			);
		else {
			const full = row.amount[1] > 0 ? Math.max(2, (sizes[index] ?? 0) * room) : 0;
			const sure = Math.min(full, Math.max(0, (lows[index] ?? 0) * room));
			if (row.unused) {
				parts.push(rect(left + 0.5, y, full, 12, 'f-abu tepi'), hatch(left + 0.5, y, full, 12));
			} else {
				if (full - sure > 0.5) parts.push(rect(left + 0.5, y, full, 12, 'f-aliran-muda'));
				if (sure > 0) parts.push(rect(left + 0.5, y, sure, 12, 'f-aliran tepi'));
			}
		}
		y += 16;
		for (const said of row.note ? wrapText(row.note, narrowWidth - left, 13, { lines: 3 }) : []) {
			parts.push(text(left, y + 12, said, { className: 'k' }));
			y += 16;
		}
		y += 8;
	});
	return svgRoot('h', narrowWidth, y, alt, parts);
}

/** Draws the flow; `raised` tells that a band was too thin and was drawn with 2 px. */
export function sankey(input: SankeyInput): Drawing & { readonly raised: boolean } {
	if (input.nodes.length === 0 || input.links.length === 0)
		return { ...emptyDrawing(input.noData, input.alt), raised: false };
	const { svg, raised } = drawWide(input);
	// The diagram needs a laptop: below 1100 px the list stands in its place.
	return {
		wide: svg.replace('class="g w"', 'class="g w besar"'),
		narrow: drawNarrow(input).replace('class="g h"', 'class="g h besar"'),
		raised,
	};
}

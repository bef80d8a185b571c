/**
 * Where the bands of a flow lie: nodes in layers by the longest way to them, the largest on top, bands stacked at
 * their nodes in the order of their other ends. Bands thinner than 2 px are drawn with 2 px, and that is told.
 */
import { bodySize } from './svg.ts';
import { textWidth } from './text-width.ts';

type Pair = readonly [low: number, high: number];

export interface SankeyNode {
	readonly label: string;
	readonly valueText: string;
	/** A question or remark below the value. */
	readonly note?: string;
	/** `unused` is hatched, `unknown` has no figure. */
	readonly tone: 'known' | 'unused' | 'unknown';
}

export interface SankeyLink {
	readonly from: number;
	readonly to: number;
	/** Width where it leaves and where it arrives, in one scale for the whole drawing; null when nobody weighed it. */
	readonly leaves: Pair | null;
	readonly arrives: Pair | null;
	readonly unused?: boolean;
}

export interface PlacedNode {
	readonly x: number;
	readonly y: number;
	readonly height: number;
	/** How much of the height is sure. */
	readonly sure: number;
	readonly side: 'left' | 'above' | 'right';
}

export interface PlacedLink {
	readonly link: SankeyLink;
	readonly from: { readonly x: number; readonly y: number; readonly sure: number; readonly full: number };
	readonly to: { readonly x: number; readonly y: number; readonly sure: number; readonly full: number };
}

export interface SankeyLayout {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly PlacedNode[];
	readonly links: readonly PlacedLink[];
	/** Some band was thinner than 2 px. */
	readonly raised: boolean;
}

export const nodeWidth = 10;
const thinnest = 2;
const tallest = 220;
const unknownHeight = 16;
const labelRoom = { left: 240, right: 230, above: 42, beside: 54, gap: 14 };
const fullWidth = 880;

/** The longest way to each node; ends go to the last layer. A circle stops after as many rounds as there are nodes. */
function layersOf(count: number, links: readonly SankeyLink[]): number[] {
	const layer = Array.from({ length: count }, () => 0);
	for (let round = 0; round < count; round += 1)
		for (const { from, to } of links)
			layer[to] = Math.min(count - 1, Math.max(layer[to] ?? 0, (layer[from] ?? 0) + 1));
	const last = Math.max(0, ...layer);
	return layer.map((own, node) => (own > 0 && !links.some(({ from }) => from === node) ? last : own));
}

const high = (pair: Pair | null) => pair?.[1] ?? 0;

/** Places nodes and links. Widths of links are relative; the tallest layer is 220 px of bands. */
export function layoutSankey(nodes: readonly SankeyNode[], links: readonly SankeyLink[]): SankeyLayout {
	const layer = layersOf(nodes.length, links);
	const last = Math.max(0, ...layer);
	const arriving = nodes.map((_, k) => links.filter(({ to }) => to === k));
	const leaving = nodes.map((_, k) => links.filter(({ from }) => from === k));
	const sum = (list: readonly SankeyLink[], end: 'leaves' | 'arrives', at: 0 | 1) =>
		list.reduce((total, link) => total + (link[end]?.[at] ?? 0), 0);
	const size = (k: number, at: 0 | 1) =>
		Math.max(sum(arriving[k] ?? [], 'arrives', at), sum(leaving[k] ?? [], 'leaves', at));
	const inLayer = Array.from({ length: last + 1 }, (_, l) =>
		nodes
			.map((_, k) => k)
			.filter((k) => layer[k] === l)
			// The largest on top; what is unused and what is unknown at the end.
			.sort((a, b) => {
				const order = { known: 0, unused: 1, unknown: 2 };
				const tones = order[nodes[a]?.tone ?? 'known'] - order[nodes[b]?.tone ?? 'known'];
				return tones || size(b, 1) - size(a, 1) || a - b;
			}),
	);
	const most = Math.max(0, ...inLayer.map((list) => list.reduce((total, k) => total + size(k, 1), 0)));
	// Widths are shares of the largest: what is smaller than this is no width.
	const scale = most > 1e-9 ? tallest / most : 0;
	let raised = false;
	const pixels = (pair: Pair | null): { sure: number; full: number } => {
		if (pair === null) return { sure: 0, full: 0 };
		const full = high(pair) * scale;
		if (full > 0 && full < thinnest) raised = true;
		const shown = full > 0 ? Math.max(thinnest, full) : 0;
		return { sure: Math.min(shown, Math.max(0, pair[0] * scale)), full: shown };
	};
	const stack = (list: readonly SankeyLink[], end: 'leaves' | 'arrives') =>
		list.reduce((total, link) => total + pixels(link[end]).full, 0);
	const heights = nodes.map((_, k) =>
		Math.max(unknownHeight, stack(arriving[k] ?? [], 'arrives'), stack(leaving[k] ?? [], 'leaves')),
	);
	const sides = layer.map((l): PlacedNode['side'] => (l === 0 ? 'left' : l === last ? 'right' : 'above'));
	const slot = (k: number) =>
		sides[k] === 'above' ? labelRoom.above + (heights[k] ?? 0) : Math.max(labelRoom.beside, heights[k] ?? 0);
	const tall = inLayer.map((list) => list.reduce((total, k) => total + slot(k) + labelRoom.gap, 0));
	const height = Math.max(...tall) + 4;
	const leftRoom = Math.min(
		labelRoom.left,
		24 +
			1.06 *
				Math.max(0, ...(inLayer[0] ?? []).map((k) => textWidth(nodes[k]?.label ?? '', bodySize, true) + 4)),
	);
	const room = Math.max(120, leftRoom);
	const step = last === 0 ? 0 : (fullWidth - room - labelRoom.right - nodeWidth) / last;
	const placed: PlacedNode[] = [];
	inLayer.forEach((list, l) => {
		let y = (height - (tall[l] ?? 0)) / 2 + labelRoom.gap / 2;
		for (const k of list) {
			const own = heights[k] ?? 0;
			const top = sides[k] === 'above' ? y + labelRoom.above : y + (slot(k) - own) / 2;
			placed[k] = {
				x: room + l * step,
				y: top,
				height: own,
				sure: Math.min(own, size(k, 0) * scale),
				side: sides[k] ?? 'right',
			};
			y += slot(k) + labelRoom.gap;
		}
	});
	const at = (k: number) => placed[k] as PlacedNode;
	const offsets = (list: readonly SankeyLink[], end: 'leaves' | 'arrives') => {
		const other = end === 'leaves' ? 'to' : 'from';
		const rank = { known: 0, unused: 1, unknown: 2 };
		const sorted = [...list].sort((a, b) => {
			const tones = rank[nodes[a[other]]?.tone ?? 'known'] - rank[nodes[b[other]]?.tone ?? 'known'];
			return tones || at(a[other]).y - at(b[other]).y;
		});
		const found = new Map<SankeyLink, number>();
		let from = 0;
		for (const link of sorted) {
			found.set(link, from);
			from += pixels(link[end]).full;
		}
		return found;
	};
	const outOffsets = nodes.map((_, k) => offsets(leaving[k] ?? [], 'leaves'));
	const inOffsets = nodes.map((_, k) => offsets(arriving[k] ?? [], 'arrives'));
	const placedLinks = links.map((link): PlacedLink => {
		const [source, target] = [at(link.from), at(link.to)];
		// A line without a figure leaves and arrives beside the bands, not on them.
		const start = link.leaves === null ? source.height - 3 : (outOffsets[link.from]?.get(link) ?? 0);
		const end = link.arrives === null ? target.height / 2 : (inOffsets[link.to]?.get(link) ?? 0);
		return {
			link,
			from: { x: source.x + nodeWidth, y: source.y + start, ...pixels(link.leaves) },
			to: { x: target.x, y: target.y + end, ...pixels(link.arrives) },
		};
	});
	return { width: fullWidth, height, nodes: placed, links: placedLinks, raised };
}

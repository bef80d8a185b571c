/**
 * Actors and what passes between them. Wide: a ring with names outside, arrows across it. Narrow: one column of names
 * with arcs beside it, so that every name can be read on a phone. Actors of a group stand together under its name.
 */
import {
	bodySize,
	coordinate,
	dot,
	emptyDrawing,
	narrowWidth,
	smallSize,
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { wrapText } from './text-width.ts';

export interface NetworkGroup {
	readonly label: string;
	readonly colour: 'tinta' | 'input' | 'kerja' | 'untung' | 'abu' | 'bahan';
	readonly actors: readonly { readonly id: string; readonly label: string }[];
}

/** From who gives to who takes. */
export interface NetworkLine {
	readonly from: string;
	readonly to: string;
	readonly dashed?: boolean;
}

export interface ActorNetworkInput {
	/** A group without actors is not drawn. */
	readonly groups: readonly NetworkGroup[];
	readonly lines: readonly NetworkLine[];
	readonly alt: string;
	readonly noData: string;
}

interface Row {
	/** Null for the name of a group. */
	readonly id: string | null;
	readonly lines: readonly string[];
	readonly full: string;
	readonly colour: NetworkGroup['colour'];
	/** The middle of the row, from the top of its column. */
	readonly middle: number;
}

interface Dot {
	readonly x: number;
	readonly y: number;
}

const lineHeight = 16;
const radius = 6;

/** Names under the names of their groups, with the height of it all. */
function rowsOf(groups: readonly NetworkGroup[], room: number): { rows: Row[]; height: number } {
	const rows: Row[] = [];
	let top = 0;
	const add = (row: Omit<Row, 'middle'>, height: number) => {
		rows.push({ ...row, middle: top + height / 2 });
		top += height;
	};
	for (const { label, colour, actors } of groups) {
		if (top > 0) top += 10;
		add({ id: null, lines: wrapText(label, room, smallSize), full: label, colour }, 24);
		for (const actor of actors) {
			const lines = wrapText(actor.label, room, bodySize);
			add({ id: actor.id, lines, full: actor.label, colour }, 10 + lines.length * lineHeight);
		}
	}
	return { rows, height: top };
}

/** A row's text beside its dot, its lines around the middle. */
function drawName(row: Row, x: number, y: number, anchor: 'start' | 'end'): string[] {
	const whole = row.lines.join(' ') === row.full;
	const first = y + 5 - ((row.lines.length - 1) * lineHeight) / 2;
	const className = row.id === null ? 'b k' : 'halo';
	return row.lines.map((part, index) =>
		text(x, first + index * lineHeight, part, { anchor, className, ...(whole ? {} : { full: row.full }) }),
	);
}

/** A point on the way from a dot to the next, so that an arrow ends at the edge of the dot and not in it. */
function before({ x, y }: Dot, from: Dot, distance: number): Dot {
	const length = Math.hypot(from.x - x, from.y - y) || 1;
	return { x: x + ((from.x - x) / length) * distance, y: y + ((from.y - y) / length) * distance };
}

/** A curve over two control points with its head at the end. */
function arrow(from: Dot, bend: readonly [Dot, Dot], to: Dot, dashed: boolean): string[] {
	const start = before(from, bend[0], radius);
	const tip = before(to, bend[1], radius + 1);
	const neck = before(to, bend[1], radius + 9);
	const [across, along] = [(tip.y - neck.y) / 2, (tip.x - neck.x) / 2];
	const at = ({ x, y }: Dot) => `${coordinate(x)} ${coordinate(y)}`;
	const head = `M${at(tip)}L${at({ x: neck.x - across, y: neck.y + along })}L${at({ x: neck.x + across, y: neck.y - along })}Z`;
	const dashes = dashed ? ' stroke-dasharray="5 4"' : '';
	return [
		`<path d="M${at(start)}C${at(bend[0])} ${at(bend[1])} ${at(neck)}" class="ax0" fill="none"${dashes}/>`,
		`<path d="${head}" class="f-tinta"/>`,
	];
}

/** Each pair once a direction: three materials from one to another are one arrow; the table has them all. */
function drawable(lines: readonly NetworkLine[], dots: ReadonlyMap<string, Dot>): NetworkLine[] {
	const once = new Map<string, NetworkLine>();
	for (const line of lines) {
		if (line.from === line.to || !dots.has(line.from) || !dots.has(line.to)) continue;
		const key = `${line.from} ${line.to}`;
		const known = once.get(key);
		// Dashed only when all of them are.
		once.set(key, known === undefined || known.dashed ? line : known);
	}
	return [...once.values()];
}

/** Where to cut the groups into a left and a right column of like height, their order kept. */
function halves(groups: readonly NetworkGroup[], room: number): readonly [NetworkGroup[], NetworkGroup[]] {
	const heights = groups.map((group) => rowsOf([group], room).height);
	const whole = heights.reduce((sum, one) => sum + one, 0);
	let [left, cut, least] = [0, groups.length, Infinity];
	heights.forEach((height, index) => {
		left += height;
		const apart = Math.abs(2 * left - whole);
		if (apart < least) [cut, least] = [index + 1, apart];
	});
	return [groups.slice(0, cut), groups.slice(cut)];
}

function drawWide(input: ActorNetworkInput, groups: readonly NetworkGroup[]): string {
	const room = 140;
	const [left, right] = halves(groups, room).map((half) => rowsOf(half, room)) as [
		ReturnType<typeof rowsOf>,
		ReturnType<typeof rowsOf>,
	];
	const height = Math.max(left.height, right.height);
	const middle = wideWidth / 2;
	const parts: string[] = [];
	const dots = new Map<string, Dot>();
	const names: string[] = [];
	const column = ({ rows, height: own }: typeof left, side: -1 | 1) => {
		for (const row of rows) {
			const y = (height - own) / 2 + row.middle;
			// A ring that is bent a little: at its ends the dots come nearer, and the names have the more room.
			const from = (2 * y) / (height || 1) - 1;
			const x = middle + side * (66 + 18 * Math.sqrt(Math.max(0, 1 - from * from)));
			names.push(...drawName(row, x + side * 12, y, side < 0 ? 'end' : 'start'));
			if (row.id === null) continue;
			dots.set(row.id, { x, y });
			names.push(dot(x, y, radius, `f-${row.colour} tepi`));
		}
	};
	column(left, -1);
	column(right, 1);
	for (const { from, to, dashed } of drawable(input.lines, dots)) {
		const [one, other] = [dots.get(from) as Dot, dots.get(to) as Dot];
		// Back and forth between two are two curves: each bends to its own side.
		const lean = from < to ? 7 : -7;
		const pull = (place: Dot): Dot => ({ x: middle + (place.x - middle) * 0.35, y: place.y + lean });
		parts.push(...arrow(one, [pull(one), pull(other)], other, dashed === true));
	}
	return svgRoot('w', wideWidth, height + 4, input.alt, [...parts, ...names]);
}

function drawNarrow(input: ActorNetworkInput, groups: readonly NetworkGroup[]): string {
	const room = 196;
	const { rows, height } = rowsOf(groups, room);
	const x = room + 14;
	const dots = new Map<string, Dot>();
	const names: string[] = [];
	for (const row of rows) {
		names.push(...drawName(row, 0, row.middle, 'start'));
		if (row.id === null) continue;
		dots.set(row.id, { x, y: row.middle });
		names.push(dot(x, row.middle, radius, `f-${row.colour} tepi`));
	}
	const parts = drawable(input.lines, dots).flatMap(({ from, to, dashed }) => {
		const [one, other] = [dots.get(from) as Dot, dots.get(to) as Dot];
		// Down on the inside, up on the outside: an answer does not lie on its question. The curve reaches 3/4 as far.
		const reach = Math.min(
			narrowWidth - x - 10,
			22 + Math.abs(other.y - one.y) / 3 + (other.y < one.y ? 12 : 0),
		);
		const out = x + reach / 0.75;
		return arrow(
			one,
			[
				{ x: out, y: one.y },
				{ x: out, y: other.y },
			],
			other,
			dashed === true,
		);
	});
	return svgRoot('h', narrowWidth, height + 4, input.alt, [...parts, ...names]);
}

/** Draws the network. Without actors it draws the given words for "no data". */
export function actorNetworkChart(input: ActorNetworkInput): Drawing {
	const groups = input.groups.filter(({ actors }) => actors.length > 0);
	if (groups.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: drawWide(input, groups), narrow: drawNarrow(input, groups) };
}

/**
 * Where things are, on a plain frame with a scale and north up: no tiles, no signal, no outline of land. Each mark has a
 * number that the list beside it explains; places too near to one another share a mark, which says so.
 */
import {
	coordinate,
	emptyDrawing,
	line,
	narrowWidth,
	smallSize,
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { textWidth } from './text-width.ts';

export interface MapPlace {
	/** Degrees; north and east positive. */
	readonly latitude: number;
	readonly longitude: number;
	/** Its number in the list. */
	readonly mark: string;
	/** Said when the mark is pointed at. */
	readonly label: string;
	readonly colour: 'untung' | 'input' | 'kerja' | 'tinta' | 'abu';
}

export interface PlaceMapInput {
	readonly places: readonly MapPlace[];
	/** The words of a length: `500 m`, `2 km`. */
	readonly lengthText: (metres: number) => string;
	/** One letter for north. */
	readonly northText: string;
	readonly alt: string;
	readonly noData: string;
}

const metresPerDegree = 111_320;
const border = 30;
const markHeight = 24;

interface Frame {
	readonly width: number;
	readonly height: number;
	readonly metresPerPixel: number;
	readonly x: (place: MapPlace) => number;
	readonly y: (place: MapPlace) => number;
}

/** True to size in both directions; never less than 200 metres across, so that one place stands in some land. */
function frameOf(places: readonly MapPlace[], width: number): Frame {
	const range = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
	const [south, north] = range(places.map(({ latitude }) => latitude));
	const [west, east] = range(places.map(({ longitude }) => longitude));
	const [midLatitude, midLongitude] = [(south + north) / 2, (west + east) / 2];
	const perLongitude = metresPerDegree * Math.cos((midLatitude * Math.PI) / 180);
	const [across, up] = [(east - west) * perLongitude, (north - south) * metresPerDegree];
	const inner = width - 2 * border;
	const tallest = width * 0.9;
	const metresPerPixel = Math.max(200 / inner, across / inner, up / (tallest - 2 * border));
	const height = Math.max(180, Math.min(tallest, up / metresPerPixel + 2 * border));
	return {
		width,
		height,
		metresPerPixel,
		x: ({ longitude }) => width / 2 + ((longitude - midLongitude) * perLongitude) / metresPerPixel,
		y: ({ latitude }) => height / 2 - ((latitude - midLatitude) * metresPerDegree) / metresPerPixel,
	};
}

/** The largest of 1, 2, 5, 10 ... metres that is at most a third of the frame. */
function scaleLength(metres: number): number {
	const power = 10 ** Math.floor(Math.log10(metres));
	return power * ([5, 2, 1].find((step) => step * power <= metres) ?? 1);
}

interface Mark {
	readonly x: number;
	readonly y: number;
	readonly places: MapPlace[];
}

const markText = ({ places }: Mark): string =>
	places.length === 1 ? (places[0]?.mark ?? '') : `${places[0]?.mark} +${places.length - 1}`;

const markWidth = (mark: Mark): number =>
	Math.max(markHeight, textWidth(markText(mark), smallSize, true) + 14);

/** Marks that would lie on one another become one, at the place of the first. */
function marksOf(places: readonly MapPlace[], { x, y }: Frame): Mark[] {
	const marks: Mark[] = [];
	for (const place of places) {
		const own: Mark = { x: x(place), y: y(place), places: [place] };
		const near = marks.find(
			(mark) =>
				Math.abs(mark.y - own.y) < markHeight &&
				// The further places make a mark wider than it is now.
				Math.abs(mark.x - own.x) < (markWidth(mark) + markWidth(own)) / 2 + 6,
		);
		if (near === undefined) marks.push(own);
		else near.places.push(place);
	}
	return marks;
}

function drawMark(mark: Mark): string {
	const width = markWidth(mark);
	const [left, top] = [mark.x - width / 2, mark.y - markHeight / 2];
	const box = `x="${coordinate(left)}" y="${coordinate(top)}" width="${coordinate(width)}" height="${markHeight}" rx="12"`;
	const names = mark.places.map(({ mark: number, label }) => `${number}. ${label}`).join('\n');
	// The colour is the edge: the number stands on paper and can be read on every theme.
	const colour = mark.places[0]?.colour ?? 'abu';
	const inside = `<rect ${box} class="f-${colour} tepi"/><rect x="${coordinate(left + 3)}" y="${coordinate(top + 3)}" width="${coordinate(width - 6)}" height="${markHeight - 6}" rx="9" class="f-kosong"/>`;
	const label = text(mark.x, mark.y + 5, markText(mark), {
		anchor: 'middle',
		className: 'b kt',
		full: names,
	});
	return `<g>${inside}${label}</g>`;
}

function draw(input: PlaceMapInput, form: 'w' | 'h', width: number): string {
	const frame = frameOf(input.places, width);
	const { height, metresPerPixel } = frame;
	const metres = scaleLength((width / 3) * metresPerPixel);
	const length = metres / metresPerPixel;
	const bottom = height + 18;
	return svgRoot(form, width, height + 26, input.alt, [
		`<rect x="0.5" y="0.5" width="${coordinate(width - 1)}" height="${coordinate(height - 1)}" class="f-kosong tepi-abu"/>`,
		...marksOf(input.places, frame).map(drawMark),
		`<path d="M${width - 16} 8L${width - 21} 20H${width - 11}Z" class="f-tinta"/>`,
		text(width - 16, 34, input.northText, { anchor: 'middle', className: 'b kt halo' }),
		line(1, bottom, 1 + length, bottom, 'ax0'),
		line(1, bottom - 4, 1, bottom + 4, 'ax0'),
		line(1 + length, bottom - 4, 1 + length, bottom + 4, 'ax0'),
		text(length + 10, bottom + 5, input.lengthText(metres), { className: 'k' }),
	]);
}

/** Draws the places. Without any it draws the given words for "no data"; a place that is not a number is left out. */
export function placeMap(input: PlaceMapInput): Drawing {
	const places = input.places.filter(
		({ latitude, longitude }) => Number.isFinite(latitude) && Number.isFinite(longitude),
	);
	if (places.length === 0) return emptyDrawing(input.noData, input.alt);
	return {
		wide: draw({ ...input, places }, 'w', wideWidth),
		narrow: draw({ ...input, places }, 'h', narrowWidth),
	};
}

/** The forms of an export. Each reads row by row and gives bytes away as they are made. */
import { csvLine } from '#files/csv-lines.ts';
import type { CsvField } from '#files/csv-lines.ts';
import { mostRows, xlsxStream } from '#files/xlsx-stream.ts';
import type { XlsxStream } from '#files/xlsx-stream.ts';
import { zipStream } from '#files/zip-stream.ts';
import { Problem } from '../../problems.ts';
import { aboutLines } from './about.ts';
import type { About } from './about.ts';
import { jsonValue, plainField, readableField, sheetCell } from './cells.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import type { Kind } from './column.ts';
import { headings, kindTitle, said } from './export-words.ts';
import type { Language } from './export-words.ts';
import { writePackage } from './package-form.ts';
import { rowsOf } from './reading.ts';
import type { Reading, Values } from './reading.ts';
import { placeKinds } from './schema.ts';
import type { ExportForm } from './schema.ts';

/** Where bytes go: taken at once, carried away when it is waited for. */
export interface Sink {
	give(bytes: Uint8Array): void;
	carried(): Promise<void>;
}

export interface Writing {
	readonly reading: Reading;
	/** With the columns that the use shows. */
	readonly kinds: readonly Kind[];
	readonly about: About;
	readonly language: Language;
	readonly sink: Sink;
}

/** Kind -> rows written. */
export type Written = Record<string, number>;

const BYTE_ORDER_MARK = '\uFEFF';
const encoder = new TextEncoder();

/** Writes the rows of a kind one by one and counts them. */
async function eachRow(
	{ reading, sink }: Writing,
	kind: Kind,
	write: (row: Values) => void,
): Promise<number> {
	let rows = 0;
	for await (const batch of rowsOf(reading, kind)) {
		for (const row of batch) write(row);
		rows += batch.length;
		await sink.carried();
	}
	return rows;
}

const DAY_WIDTH = 12;
const widthOf = (title: string): number => Math.min(Math.max(title.length + 2, DAY_WIDTH), 40);

function aboutSheet(book: XlsxStream, { about, language }: Writing): void {
	book.openSheet([28, 100]);
	book.row([{ text: about.programme, look: 'title' }]);
	for (const [label, line] of aboutLines(about, language))
		book.row([{ text: label, look: 'header' }, { text: line }]);
	book.closeSheet();
}

async function writeWorkbook(writing: Writing): Promise<Written> {
	const { kinds, about, language, sink } = writing;
	const zip = zipStream((bytes) => sink.give(bytes));
	const titles = kinds.map(({ id }) => kindTitle(id, language));
	const names = [said('export_about', language), ...titles, said('export_codebook', language)];
	const book = xlsxStream(zip, about.programme, names);
	const written: Written = {};
	aboutSheet(book, writing);
	for (const kind of kinds) {
		const titles = headings(kind, language);
		let rows = 1;
		book.openSheet(titles.map(widthOf));
		book.row(titles.map((text) => ({ text, look: 'header' })));
		written[kind.id] = await eachRow(writing, kind, (row) => {
			rows += 1;
			if (rows > mostRows) throw new Problem('export_too_long', { kind: kindTitle(kind.id, language) });
			book.row(kind.columns.map((column, index) => sheetCell(column, row[index], language)));
		});
		book.closeSheet();
	}
	book.openSheet([16, 24, 18, 22, 22, 50, 50, 20, 18, 18, 40, 40, 12, 16]);
	book.row(
		codebookColumns.map((name) => ({ text: said(`export_codebook_${name}`, language), look: 'header' })),
	);
	for (const row of codebookRows(kinds)) book.row(row.map((text) => ({ text })));
	book.closeSheet();
	book.end();
	zip.end();
	await sink.carried();
	return written;
}

interface CsvStyle {
	readonly delimiter: ',' | ';';
	readonly mark: string;
	readonly head: (kind: Kind) => readonly string[];
	readonly field: (kind: Kind, row: Values) => CsvField[];
}

const csvStyle = (form: ExportForm, language: Language): CsvStyle =>
	form === 'csv'
		? {
				delimiter: ',',
				mark: '',
				head: ({ columns }) => columns.map(({ name }) => name),
				field: ({ columns }, row) => columns.map((column, index) => plainField(column, row[index])),
			}
		: {
				delimiter: ';',
				mark: BYTE_ORDER_MARK,
				head: (kind) => headings(kind, language),
				field: ({ columns }, row) =>
					columns.map((column, index) => readableField(column, row[index], language)),
			};

/** The lines of a kind. `say` takes text; several lines travel together. */
async function csvLines(
	writing: Writing,
	kind: Kind,
	{ delimiter, mark, head, field }: CsvStyle,
	say: (text: string) => void,
): Promise<number> {
	say(mark + csvLine(head(kind), delimiter));
	return eachRow(writing, kind, (row) => say(csvLine(field(kind, row), delimiter)));
}

/** One kind is one file; several are a zip with the codebook beside them. */
async function writeCsvFiles(writing: Writing, form: ExportForm): Promise<Written> {
	const { kinds, about, language, sink } = writing;
	const style = csvStyle(form, language);
	const [only, ...others] = kinds;
	if (only !== undefined && others.length === 0) {
		const rows = await csvLines(writing, only, style, (text) => sink.give(encoder.encode(text)));
		await sink.carried();
		return { [only.id]: rows };
	}
	const zip = zipStream((bytes) => sink.give(bytes));
	const file = (name: string, text: string): void => {
		zip.open(name);
		zip.add(encoder.encode(text));
		zip.close();
	};
	const written: Written = {};
	for (const kind of kinds) {
		zip.open(`${kind.id}.csv`);
		written[kind.id] = await csvLines(writing, kind, style, (text) => zip.add(encoder.encode(text)));
		zip.close();
	}
	const codebook = [[...codebookColumns], ...codebookRows(kinds)];
	file('codebook.csv', style.mark + codebook.map((row) => csvLine(row, style.delimiter)).join(''));
	const lines = aboutLines(about, language).map(([label, text]) => `${label}: ${text}\r\n`);
	file(language === 'id' ? 'baca-dulu.txt' : 'read-first.txt', style.mark + lines.join(''));
	zip.end();
	await sink.carried();
	return written;
}

function feature({ id, columns }: Kind, row: Values): string {
	const valueOf = (name: string): unknown => row[columns.findIndex((column) => column.name === name)] ?? null;
	const [longitude, latitude] = [valueOf('longitude'), valueOf('latitude')];
	const shown = columns.map((column, index) => [column, row[index]] as const);
	const properties = Object.fromEntries(
		shown
			.filter(([{ name }]) => name !== 'latitude' && name !== 'longitude')
			.map(([column, value]) => [column.name, jsonValue(column, value)]),
	);
	const placed = longitude !== null && latitude !== null;
	return JSON.stringify({
		type: 'Feature',
		id: columns.map((column, index) => (column.key ? String(row[index]) : '')).join(''),
		// Longitude first: RFC 7946, 3.1.1. A place that nobody measured has no geometry: 3.2.
		geometry: placed ? { type: 'Point', coordinates: [Number(longitude), Number(latitude)] } : null,
		properties: { kind: id, ...properties },
	});
}

/** RFC 7946. Kinds that are no places are not in it. */
async function writeMap(writing: Writing): Promise<Written> {
	const { kinds, sink } = writing;
	const written: Written = {};
	const say = (text: string): void => sink.give(encoder.encode(text));
	let before = '\n';
	say('{"type":"FeatureCollection","features":[');
	for (const kind of kinds.filter(({ id }) => placeKinds.includes(id)))
		written[kind.id] = await eachRow(writing, kind, (row) => {
			say(before + feature(kind, row));
			before = ',\n';
		});
	say('\n]}\n');
	await sink.carried();
	return written;
}

/** Writes the export and says how many rows of each kind are in it. */
export function writeForm(form: ExportForm, writing: Writing): Promise<Written> {
	if (form === 'xlsx') return writeWorkbook(writing);
	if (form === 'geojson') return writeMap(writing);
	if (form === 'datapackage')
		return writePackage(writing, (kind, say) => csvLines(writing, kind, csvStyle('csv', 'en'), say));
	return writeCsvFiles(writing, form);
}

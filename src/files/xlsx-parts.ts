/**
 * The parts of an xlsx that its sheets refer to: relationships, the list of sheets, shared strings, number formats.
 * Source: ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles); part 2, 9 (relationships).
 */
import { done, type Outcome } from '#inputs/problem.ts';
import { builtInFormat } from './number-format.ts';
import { attribute, readXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** Relationships and sheets of a workbook; Excel itself writes no tenth of these. */
const mostOfAList = 20_000;
/** Styles of cells: Excel has at most 65,490, each with a few elements below it. */
const mostOfStyles = 1_000_000;

export interface Relationship {
	readonly target: string;
	/** The last step of the relationship's type: `worksheet`, `sharedStrings`, `officeDocument`. */
	readonly type: string;
}

/** Joins a part's folder and a target: `xl/` + `../docProps/app.xml`. */
function resolvePart(base: string, target: string): string {
	const steps = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
	for (const step of target.split('/')) {
		if (step === '..') steps.pop();
		else if (step !== '' && step !== '.') steps.push(step);
	}
	return steps.join('/');
}

/** The relationships of a part (`''` for the package), by id; none when the part has no such file. */
export function readRelationships(zip: ZipArchive, part: string): Outcome<Map<string, Relationship>> {
	const slash = part.lastIndexOf('/') + 1;
	const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
	const found = new Map<string, Relationship>();
	if (!zip.names.includes(path)) return done(found);
	const bytes = zip.read(path);
	if (!bytes.ok) return bytes;
	const outcome = readXml(
		bytes.value,
		path,
		{
			open(name, attributes) {
				if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
				found.set(attributes['Id'] ?? '', {
					target: resolvePart(part, attributes['Target'] ?? ''),
					type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
				});
			},
		},
		mostOfAList,
	);
	return outcome.ok ? done(found) : outcome;
}

interface SheetEntry {
	readonly name: string;
	readonly relationship: string;
	readonly hidden: boolean;
}

/** The sheets in their order, and whether day 0 lies in 1904. */
export function readSheetList(
	bytes: Uint8Array,
	part: string,
): Outcome<{ sheets: SheetEntry[]; date1904: boolean }> {
	const sheets: SheetEntry[] = [];
	let date1904 = false;
	const outcome = readXml(
		bytes,
		part,
		{
			open(name, attributes) {
				if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
				if (name !== 'sheet') return;
				sheets.push({
					name: attributes['name'] ?? '',
					relationship: attribute(attributes, 'id') ?? '',
					hidden: /hidden/i.test(attributes['state'] ?? ''),
				});
			},
		},
		mostOfAList,
	);
	return outcome.ok ? done({ sheets, date1904 }) : outcome;
}

/** `_x000D_` in a stored string stands for the character with that number. */
export function unescapeStored(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Shared strings in order: runs of rich text joined, phonetic guides left out. */
export function readSharedStrings(bytes: Uint8Array, part: string): Outcome<string[]> {
	const strings: string[] = [];
	let runs = '';
	let phonetic = 0;
	let inText = false;
	const outcome = readXml(bytes, part, {
		open(name) {
			if (name === 'si') runs = '';
			else if (name === 'rPh') phonetic += 1;
			else if (name === 't') inText = phonetic === 0;
		},
		close(name) {
			if (name === 'si') strings.push(unescapeStored(runs));
			else if (name === 'rPh') phonetic -= 1;
			else if (name === 't') inText = false;
		},
		text(data) {
			if (inText) runs += data;
		},
	});
	return outcome.ok ? done(strings) : outcome;
}

/** The number format code of each cell style, by the style's number. */
export function readFormats(bytes: Uint8Array, part: string): Outcome<string[]> {
	const own = new Map<number, string>();
	const formats: string[] = [];
	let inCellFormats = false;
	const outcome = readXml(
		bytes,
		part,
		{
			open(name, attributes) {
				if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
				else if (name === 'cellXfs') inCellFormats = true;
				else if (name === 'xf' && inCellFormats) {
					const id = Number(attributes['numFmtId'] ?? 0);
					formats.push(own.get(id) ?? builtInFormat(id));
				}
			},
			close(name) {
				if (name === 'cellXfs') inCellFormats = false;
			},
		},
		mostOfStyles,
	);
	return outcome.ok ? done(formats) : outcome;
}

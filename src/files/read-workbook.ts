/**
 * Any file as a workbook, decided by what is in it.
 */
import type { Workbook } from '#inputs/grid.ts';
import { done, failed, type Outcome, type Problem } from '#inputs/problem.ts';
import { fileProblem, type FileNote, type FileProblemCode } from './codes.ts';
import { readCsv } from './csv-reader.ts';
import { detectDelimiter, declaredDelimiter } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './docx-reader.ts';
import { fileKind } from './file-kind.ts';
import { readHtml } from './html-reader.ts';
import { readText } from './text-reader.ts';
import { readXlsx } from './xlsx-reader.ts';
import { readRelationships } from './xlsx-parts.ts';
import { openZip, type ZipArchive, type ZipLimits } from './zip.ts';

/** Above this a table is no table somebody typed; long CSV files go through csv-stream.ts. */
const largestFile = 64 * 1024 * 1024;

const endings: Readonly<Record<Workbook['format'], RegExp>> = {
	xlsx: /\.xls[xmb]?$/i,
	docx: /\.doc[xm]?$/i,
	csv: /\.(csv|tsv|tab|txt)$/i,
	html: /\.(html?|xls|doc|mht)$/i,
	text: /\.(txt|md|text|csv|tsv)$/i,
};

interface ReadOptions {
	readonly name: string;
	/** Cells that one sheet of a workbook or CSV may have, when the caller has room for more (grid-limits.ts). */
	readonly mostCells?: number;
	/** What a packed file may unpack to, where a server reads it. */
	readonly unpacked?: ZipLimits;
}

/**
 * Reads a file: xlsx, docx, CSV, HTML or text. Never throws; every problem carries the file's name.
 * Note `FORMAT_DIFFERS_FROM_NAME` {ending, format} when the ending says something else. Problems: see codes.ts.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions): Outcome<Workbook> {
	const { name } = options;
	const outcome =
		bytes.length > largestFile
			? failed<Workbook>(
					fileProblem('FILE_TOO_LARGE', undefined, { bytes: bytes.length, limit: largestFile }),
				)
			: readByKind(bytes, options);
	if (!outcome.ok) return failed(...outcome.problems.map((problem) => inFile(problem, name)));
	const { format } = outcome.value;
	const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
	if (ending === '' || endings[format].test(ending)) return outcome;
	const note: FileNote = { code: 'FORMAT_DIFFERS_FROM_NAME', params: { ending, format } };
	return done({ ...outcome.value, notes: [note, ...outcome.value.notes] });
}

function inFile(problem: Problem, file: string): Problem {
	return { ...problem, at: { ...problem.at, file } };
}

const refusals: Readonly<Record<string, FileProblemCode>> = {
	empty: 'FILE_EMPTY',
	'old-xls': 'FILE_IS_OLD_XLS',
	'old-doc': 'FILE_IS_OLD_DOC',
	encrypted: 'FILE_IS_ENCRYPTED',
	pdf: 'FILE_IS_PDF',
	json: 'FILE_IS_JSON',
	image: 'FILE_IS_IMAGE',
	archive: 'FILE_IS_ARCHIVE',
};

function readByKind(bytes: Uint8Array, options: ReadOptions): Outcome<Workbook> {
	const kind = fileKind(bytes);
	if (kind === 'zip') return readZip(bytes, options);
	if (kind === 'html' || kind === 'text') return readTextFile(bytes, options, kind);
	const [family = '', detail = kind] = kind.split(':');
	const code = refusals[family];
	return failed(fileProblem(code ?? 'FILE_NOT_A_TABLE', undefined, { kind: detail }));
}

function readZip(bytes: Uint8Array, { name, mostCells, unpacked }: ReadOptions): Outcome<Workbook> {
	const zip = openZip(bytes, unpacked);
	if (!zip.ok) return zip;
	const main = mainPart(zip.value);
	if (!main.ok) return main;
	const { part } = main.value;
	if (part === null) return failed(refusedZip(zip.value));
	if (/\.bin$/i.test(part)) return failed(fileProblem('FILE_IS_XLSB'));
	if (/^word\//i.test(part)) return readDocx(zip.value, part, name);
	if (/^xl\//i.test(part)) return readXlsx(zip.value, part, name, mostCells);
	return failed(
		fileProblem('FILE_NOT_A_TABLE', undefined, { kind: part.startsWith('ppt/') ? 'pptx' : 'zip' }),
	);
}

/** The part a package calls its document; where the package does not say, the usual place. */
function mainPart(zip: ZipArchive): Outcome<{ part: string | null }> {
	const relationships = readRelationships(zip, '');
	if (!relationships.ok) return relationships;
	const named = [...relationships.value.values()].find(
		(relationship) => relationship.type === 'officeDocument' && zip.names.includes(relationship.target),
	);
	const usual = ['xl/workbook.xml', 'xl/workbook.bin', 'word/document.xml', 'ppt/presentation.xml'];
	return done({ part: named?.target ?? usual.find((part) => zip.names.includes(part)) ?? null });
}

function refusedZip(zip: ZipArchive): Problem {
	// A library workbook may lack what makes it one because the file was cut: say so rather than "an archive".
	if (zip.names.includes('[Content_Types].xml'))
		return fileProblem('FILE_DAMAGED', undefined, { part: '_rels/.rels' });
	if (zip.names.includes('META-INF/manifest.xml') && zip.names.includes('content.xml')) {
		return fileProblem('FILE_IS_OPENDOCUMENT');
	}
	return fileProblem('FILE_IS_ARCHIVE', undefined, { kind: 'zip' });
}

function readTextFile(bytes: Uint8Array, options: ReadOptions, kind: 'html' | 'text'): Outcome<Workbook> {
	const { text, notes } = decodeText(bytes);
	const outcome = kind === 'html' ? readHtml(text, options.name) : readPlain(text, options);
	return outcome.ok ? done({ ...outcome.value, notes: [...notes, ...outcome.value.notes] }) : outcome;
}

/** Plain text is CSV when its name says so or its delimiters fall into columns; otherwise a table in prose. */
function readPlain(text: string, { name, mostCells }: ReadOptions): Outcome<Workbook> {
	const csv = { source: name, ...(mostCells === undefined ? {} : { mostCells }) };
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	const named = /\.(csv|tsv|tab)$/i.test(name);
	if (named || declaredDelimiter(body)) return readCsv(body, csv);
	const guess = detectDelimiter(body);
	const lines = body.slice(0, 65_536).split('\n').length;
	// Pipes are Markdown as often as CSV: the text reader knows both.
	const columns =
		guess.share >= 0.8 && lines > 2 && guess.delimiter !== '|' && !/^\s*(tabel|table)\s+\d/i.test(body);
	return columns ? readCsv(body, csv) : readText(body, name);
}

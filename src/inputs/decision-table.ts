/**
 * Reads a whole printed decision table: alternatives in rows or in columns, criteria under aspects or not, with a row
 * (or column) of weights, of directions and of units where one is printed. Texts stay as they stand; totals, ranks and
 * numbering are left out and told.
 */
import type { Grid, GridCell, Workbook } from './grid.ts';
import { plainNumberText } from './plain-number-text.ts';
import { endOfSection, holdsNumber, holdsWords, textOf, turnedRows } from './table-section.ts';

export interface TableCriterion {
	readonly name: string;
	/** The aspect printed above; empty for none. */
	readonly group: string;
	readonly unit: string;
	/** Null where the table says nothing. */
	readonly direction: 'benefit' | 'cost' | null;
	/** As printed; empty for none. */
	readonly weight: string;
}

export interface DecisionTable {
	readonly criteria: readonly TableCriterion[];
	readonly alternatives: readonly { readonly name: string; readonly cells: readonly string[] }[];
	/** Caption or headings name the comparative performance index: the figures are indices already. */
	readonly isIndex: boolean;
	/** Alternatives stood in columns. */
	readonly turned: boolean;
	/** Headings of columns and labels of rows that were left out: totals, ranks, minima. */
	readonly left: readonly string[];
}

/** Names the sheet already has: they settle which side of a bare table holds the alternatives. */
export interface KnownNames {
	readonly alternatives: readonly string[];
	readonly criteria: readonly string[];
}

const most = 60;
const weightWords = /^\W*(nilai\s+)?(bobot|weights?)\b/i;
const directionWords = /^\W*(arah|jenis|atribut|attribute|tren|trend|sifat|tipe|type|direction)\b/i;
const unitWords = /^\W*(satuan|units?)\b/i;
const numberingWords = /^\W*(no|nomor|number|#)\W*$/i;
const alternativeWords = /^\W*(nama\s+)?(alternatif|alternatives?|pilihan|options?|produk|products?)\b/i;
const criterionWords = /^\W*(sub\W*)?(kriteria|criteria|criterion|aspek|aspects?|indikator|indicators?)\b/i;
const rankWords = /^\W*(peringkat|ranking|rangking|rank)\b/i;
const totalWords =
	/^\W*((nilai|skor|score|hasil|indeks|index)\s+)?(total|jumlah|akhir|gabungan|komposit|composite|preferensi|preference|skor|score|nilai|value|sum)\s*(nilai|skor|score|cpi|saw)?\W*$/i;
const remarkWords =
	/^\W*(min|max|maks|minimum|maksimum|maximum|jumlah|total|sum|rata|mean|average|keterangan|ket|note)\b/i;
const indexWords = /\bcpi\b|indeks kinerja|performance index/i;
const costWords = /\b(cost|biaya|negatif|negative|min|minimum|turun|kecil)\b|^\W*[-−–↓]\W*$/i;
const benefitWords =
	/\b(benefit|keuntungan|manfaat|positif|positive|maks|max|maximum|naik|besar)\b|^\W*[+↑]\W*$/i;

function directionOf(text: string): 'benefit' | 'cost' | null {
	if (benefitWords.test(text)) return 'benefit';
	return costWords.test(text) ? 'cost' : null;
}

/** A heading with its unit and direction taken out of brackets: `Biaya (Rp/kg)`, `Laba (+)`, `Waktu [min]`. */
function headingParts(text: string): Pick<TableCriterion, 'name' | 'unit' | 'direction'> {
	let direction: TableCriterion['direction'] = null;
	let unit = '';
	const name = text
		.replace(/[([]([^()[\]]*)[)\]]/g, (whole, inside: string) => {
			const found = /^\s*([-+−–↑↓]|benefit|cost|max|min|maks|positif|negatif)\s*$/i.test(inside)
				? directionOf(inside)
				: null;
			if (found) direction ??= found;
			else if (unit === '' && inside.trim().length <= 20) unit = inside.trim();
			else return whole;
			return '';
		})
		.replace(/\s+/g, ' ')
		.trim();
	return name === '' ? { name: text, unit: '', direction } : { name, unit, direction };
}

/** A cell as it is typed: a stored number without the marks of the file's language. */
function typed(cell: GridCell | undefined): string {
	return cell?.number === undefined ? textOf(cell) : plainNumberText(cell.number);
}

const isSpecial = (label: string) =>
	weightWords.test(label) || directionWords.test(label) || unitWords.test(label);

/** The aspect above each column: a text reaches to the next one, or as far as its merged cell does. */
function aspectsOf(row: readonly GridCell[], width: number): readonly string[] {
	let current = '';
	let until = Infinity;
	return Array.from({ length: width }, (_, column) => {
		const cell = row[column];
		const text = textOf(cell);
		if (text !== '') {
			current = text;
			const span = cell?.span?.columns ?? 1;
			until = span > 1 ? column + span : Infinity;
		}
		return column < until ? current : '';
	});
}

interface Block {
	readonly headings: Grid['rows'];
	readonly body: Grid['rows'];
	readonly about: string;
}

/** The first table of a grid: heading rows without numbers, and below them labelled rows with figures. */
function blockOf(grid: Grid): Block | null {
	const isBody = (row: readonly GridCell[]) =>
		row.slice(0, 3).some((cell) => holdsWords(cell) && !holdsNumber(cell)) && row.some(holdsNumber);
	// A caption ("Tabel 1 Indeks") has words and a digit in one cell; a row of a table fills more than one.
	const filled = (row: readonly GridCell[]) => row.filter((cell) => textOf(cell) !== '').length;
	const first = grid.rows.findIndex((row) => filled(row) >= 2 && isBody(row));
	if (first < 0) return null;
	const above: (readonly GridCell[])[] = [];
	for (let index = first - 1; index >= 0 && above.length < 2; index -= 1) {
		const row = grid.rows[index] as readonly GridCell[];
		// Such a row is labelled at its beginning; a heading may name a column of weights.
		const special = isSpecial(row.map(textOf).find((text) => text !== '') ?? '');
		if (special) continue;
		if (row.filter(holdsWords).length < (above.length === 0 ? 2 : 1)) break;
		if (filled(row) < 2 && (row[0]?.span?.columns ?? 1) < 2 && above.length > 0) break;
		above.unshift(row);
	}
	if (above.length === 0) return null;
	const start = grid.rows.indexOf(above.at(-1) as readonly GridCell[]) + 1;
	const end = endOfSection(grid.rows, start, (_, at) => at - start > most + 10);
	const about = [grid.caption ?? '', grid.name, ...grid.rows.slice(0, start).flat().map(textOf)].join(' ');
	return { headings: above, body: grid.rows.slice(start, end), about };
}

/** Whether criteria stand in the rows: the headings say so, or the names the sheet already has. */
function criteriaInRows({ headings, body }: Block, known: KnownNames): boolean {
	const texts = headings.flat().map(textOf);
	const labels = headings.flatMap((row) => row.slice(0, 3).map(textOf));
	if (labels.some((text) => alternativeWords.test(text))) return false;
	if (labels.some((text) => criterionWords.test(text))) return true;
	if (texts.some((text) => weightWords.test(text) || directionWords.test(text))) return true;
	const names = (list: readonly string[]) => new Set(list.map((name) => name.trim().toLowerCase()));
	const inBody = body.flatMap((row) => row.slice(0, 2).map((cell) => textOf(cell).toLowerCase()));
	const [criteria, alternatives] = [names(known.criteria), names(known.alternatives)];
	return (
		inBody.filter((text) => criteria.has(text)).length >
		inBody.filter((text) => alternatives.has(text)).length
	);
}

/** The label columns of a table: those before the first column of figures, without the numbering. */
function labelColumns({ headings, body }: Block): readonly number[] {
	const figures = (column: number) =>
		body.filter((row) => holdsNumber(row[column]) && !/[a-z]{2}/i.test(textOf(row[column]))).length;
	const numbering = (column: number) =>
		headings.some((row) => numberingWords.test(textOf(row[column]))) ||
		(column === 0 && body.every((row, index) => ['', String(index + 1)].includes(textOf(row[0]))));
	const width = Math.max(...body.map((row) => row.length));
	const columns: number[] = [];
	for (let column = 0; column < Math.min(width, 4); column += 1) {
		if (numbering(column)) continue;
		if (figures(column) > body.length / 3) break;
		if (body.some((row) => holdsWords(row[column]))) columns.push(column);
	}
	return columns;
}

function readUpright(block: Block, turned: boolean, about: string): DecisionTable | null {
	const labels = labelColumns(block);
	const label = labels.at(-1);
	if (label === undefined) return null;
	const nameOf = (row: readonly GridCell[]) => textOf(row[label]) || textOf(row[labels[0] ?? label]);
	const lower = block.headings.at(-1) as readonly GridCell[];
	const upper = block.headings.length > 1 ? (block.headings[0] as readonly GridCell[]) : null;
	const rows = block.body.filter((row) => nameOf(row) !== '');
	const weights = rows.find((row) => weightWords.test(nameOf(row)));
	const directions = rows.find((row) => directionWords.test(nameOf(row)));
	const units = rows.find((row) => unitWords.test(nameOf(row)));
	const width = Math.min(most, Math.max(...block.body.map((row) => row.length)));
	const aspects = upper ? aspectsOf(upper, Math.max(width, upper.length)) : [];
	const left: string[] = [];
	const headingAt = (column: number) => textOf(lower[column]) || textOf(upper?.[column]);
	const columns = Array.from({ length: width }, (_, column) => column).filter((column) => {
		if (column <= label || headingAt(column) === '') return false;
		const heading = headingAt(column);
		const bare = rows.every((row) => textOf(row[column]) === '');
		if (bare || isSpecial(heading) || numberingWords.test(heading)) return false;
		if (!rankWords.test(heading) && !totalWords.test(heading)) return true;
		left.push(heading);
		return false;
	});
	const criteria = columns.map((column): TableCriterion => {
		const parts = headingParts(headingAt(column));
		const aspect = aspects[column] ?? '';
		const group = aspect === headingAt(column) || criterionWords.test(aspect) ? '' : aspect;
		return {
			...parts,
			group,
			unit: textOf(units?.[column]) || parts.unit,
			direction: directionOf(textOf(directions?.[column])) ?? parts.direction,
			weight: holdsNumber(weights?.[column]) ? typed(weights?.[column]) : '',
		};
	});
	const alternatives = rows.flatMap((row) => {
		const name = nameOf(row);
		if (isSpecial(name) || numberingWords.test(name)) return [];
		if (remarkWords.test(name) || rankWords.test(name) || totalWords.test(name)) {
			left.push(name);
			return [];
		}
		const cells = columns.map((column) => typed(row[column]));
		return cells.some((text) => /\d/.test(text)) ? [{ name, cells }] : [];
	});
	if (criteria.length === 0 || alternatives.length === 0) return null;
	return { criteria, alternatives, isIndex: indexWords.test(about), turned, left: [...new Set(left)] };
}

/** The table with rows and columns exchanged: its label columns become heading rows, its heading the labels. */
function turnedBlock(block: Block): Block | null {
	const labels = labelColumns(block);
	if (labels.length === 0) return null;
	const last = labels.at(-1) as number;
	const lower = block.headings.at(-1) as readonly GridCell[];
	// A heading that spans both rows stands in the upper one.
	const heading = lower.map((cell, column) =>
		textOf(cell) === '' ? (block.headings[0]?.[column] ?? cell) : cell,
	);
	const turned = turnedRows([heading, ...block.body]);
	return {
		headings: labels.slice(-2).map((column) => turned[column] as readonly GridCell[]),
		body: turned.slice(last + 1),
		about: block.about,
	};
}

function readGrid(grid: Grid, known: KnownNames): DecisionTable | null {
	const block = blockOf(grid);
	if (!block) return null;
	// The last lines of a grid may name the method: "Nilai CPI".
	const about = [block.about, ...block.body.slice(-3).flat().map(textOf)].join(' ');
	if (!criteriaInRows(block, known)) return readUpright(block, false, about);
	const turned = turnedBlock(block);
	return turned ? readUpright(turned, true, about) : null;
}

/** The fullest decision table of what was pasted; null when there is none. */
export function readDecisionTable(
	workbook: Workbook,
	known: KnownNames = { alternatives: [], criteria: [] },
): DecisionTable | null {
	const tables = workbook.grids.flatMap((grid) => readGrid(grid, known) ?? []);
	const size = ({ criteria, alternatives }: DecisionTable) => criteria.length * alternatives.length;
	return tables.sort((one, other) => size(other) - size(one))[0] ?? null;
}

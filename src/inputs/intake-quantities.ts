/** How much an enterprise makes and how many work in it, as lists write it: `50-60 kg/hari`, `1.700,50`, `5 orang`. */
import { readColumn, readNumber } from './number-reader.ts';
import type { NumberReading, NumberStyle } from './number-reading.ts';
import { isUnitText } from './number-units.ts';
import { writeNumber } from './number-writer.ts';
import type { Grid } from './grid.ts';
import { cellText, textOrNothing } from './intake-cells.ts';
import type { IntakeField } from './intake-fields.ts';
import type { IntakeFinding } from './intake-finding.ts';
import type { IntakeLayout } from './intake-layout.ts';
import type { IntakeRow } from './intake-rows.ts';

export interface Capacity {
	/** Exact decimal text. */
	readonly capacityFrom: string | null;
	readonly capacityTo: string | null;
	readonly capacityUnit: string | null;
	readonly capacityPeriod: 'process' | 'day' | 'week' | 'month' | 'year' | null;
}
type Period = NonNullable<Capacity['capacityPeriod']>;

/** What the columns of numbers taught: the style of each, and the unit and period that the heading of capacity names. */
export interface ColumnStyles {
	readonly style: Readonly<Partial<Record<IntakeField, NumberStyle>>>;
	readonly unit: string | null;
	readonly period: Period | null;
}

const NUMBERS = [
	'capacity',
	'capacityTo',
	'workers',
	'workersWomen',
	'workersMen',
	'workersUnrecorded',
] as const;

const PERIODS: readonly (readonly [Period, RegExp])[] = [
	['day', /^(hari|harian|hr|day|daily|days)$/i],
	['week', /^(minggu|mingguan|mgg|week|weekly|weeks|pekan)$/i],
	['month', /^(bulan|bulanan|bln|month|monthly|months)$/i],
	['year', /^(tahun|tahunan|thn|th|year|yearly|years|musim)$/i],
	['process', /^(proses|produksi|process|batch|siklus|kali|sekali produksi|kali produksi|sekali proses)$/i],
];

const periodOf = (text: string): Period | null =>
	PERIODS.find(([, words]) => words.test(text.trim().replace(/^(per|se|tiap|setiap)\s*(?=\S)/i, '')))?.[0] ??
	null;

/** The unit and what it is counted per: `kg/hari`, `kg per bulan`, `bungkus sehari`. */
function unitAndPeriod(text: string): { readonly unit: string | null; readonly per: string | null } {
	const parts = /^(.*?)\s*(?:\/|\bper\b|\btiap\b|\bsetiap\b|\bse(?=hari|minggu|bulan|tahun))\s*(.*)$/i.exec(
		text,
	);
	const [unit, per] = parts === null ? [text, undefined] : [parts[1] ?? '', parts[2]];
	if (per === undefined && periodOf(unit) !== null) return { unit: null, per: unit };
	return { unit: unit.trim() || null, per: per === undefined ? null : per.trim() };
}

/** How a text begins: its number, or from and to. */
const AMOUNT =
	/^(?:±|\+\/-|kurang lebih|sekitar|kira-kira|approx\.?|about|ca\.?)?\s*(\d[\d.,'\u00a0 ]*?)(?:\s*(?:-|\u2013|s\/d|s\.d\.?|sd|sampai|hingga|to)\s*(\d[\d.,'\u00a0 ]*?))?\s*(?![\d.,'])((?:[^\d\s].*)?)$/i;

/** What the columns of a list teach about its numbers. */
export function columnStyles(grid: Grid, layout: IntakeLayout): ColumnStyles {
	const style: Partial<Record<IntakeField, NumberStyle>> = {};
	for (const field of NUMBERS) {
		const column = layout.columns.find((one) => one.field === field);
		if (column === undefined) continue;
		const cells = grid.rows.slice(layout.headingRow).map((row) => row[column.index]);
		const texts = cells.map((cell) => {
			const text = cell?.number === undefined ? cellText(cell) : '';
			return (AMOUNT.exec(text)?.[1] ?? '').trim();
		});
		const learnt = readColumn(texts).style;
		if (learnt !== null) style[field] = learnt;
	}
	const heading = layout.columns.find(({ field }) => field === 'capacity')?.heading ?? '';
	const told = unitAndPeriod(/[([]([^)\]]*)[)\]]/.exec(heading)?.[1] ?? '');
	return { style, unit: told.unit, period: told.per === null ? null : periodOf(told.per) };
}

/** A number of 0 or more as decimal text; null when a record cannot keep it. */
function decimalOf(value: number | null): string | null {
	if (value === null || value < 0 || value >= 1e12) return null;
	return writeNumber(value, 'en', { min: 0, max: 6 }).replaceAll(',', '');
}

function numberFrom(
	row: IntakeRow,
	field: IntakeField,
	text: string,
	{ style }: ColumnStyles,
	findings: IntakeFinding[],
): NumberReading {
	const known = style[field];
	const reading = readNumber(text, known === undefined ? {} : { style: known });
	const shown = text.slice(0, 60);
	const [other] = reading.alternatives;
	if (reading.status === 'refused' || (reading.value !== null && decimalOf(reading.value) === null))
		findings.push(row.finding('NUMBER_UNREADABLE', field, { text: shown, instead: other?.text ?? '' }));
	else if (reading.status === 'ambiguous' && other !== undefined)
		findings.push(
			row.finding('NUMBER_TWO_READINGS', field, {
				text: shown,
				taken: writeNumber(reading.value ?? 0, 'id'),
				other: writeNumber(other.value, 'id'),
			}),
		);
	return reading;
}

/** A whole number of people. */
export function countOf(
	row: IntakeRow,
	field: 'workers' | 'workersWomen' | 'workersMen' | 'workersUnrecorded',
	styles: ColumnStyles,
	findings: IntakeFinding[],
): number | null {
	const text = textOrNothing(row.text(field));
	if (text === null) return null;
	const stored = row.cell(field)?.number;
	const value = stored ?? numberFrom(row, field, text, styles, findings).value;
	if (value === null) return null;
	if (Number.isInteger(value) && value >= 0 && value <= 1_000_000) return value;
	findings.push(row.finding('COUNT_NOT_WHOLE', field, { text: text.slice(0, 60) }));
	return null;
}

const NONE: Capacity = { capacityFrom: null, capacityTo: null, capacityUnit: null, capacityPeriod: null };

/** The other end of a range that has a column of its own; undefined when the row has none. */
function otherEnd(
	row: IntakeRow,
	from: number,
	styles: ColumnStyles,
	findings: IntakeFinding[],
): number | null | undefined {
	const text = textOrNothing(row.text('capacityTo'));
	if (text === null) return undefined;
	const { value } =
		row.cell('capacityTo')?.number === undefined
			? numberFrom(row, 'capacityTo', text, styles, findings)
			: { value: row.cell('capacityTo')?.number ?? null };
	if (value === null || value >= from) return value;
	findings.push(row.finding('CAPACITY_ORDER', 'capacityTo', { text: text.slice(0, 60) }));
	return null;
}

/** From, to and what stands behind them, when the cell begins with a number. */
function amountOf(row: IntakeRow, text: string, styles: ColumnStyles, findings: IntakeFinding[]) {
	const stored = row.cell('capacity')?.number;
	if (stored !== undefined) {
		const end = otherEnd(row, stored, styles, findings);
		return end === null ? null : { from: decimalOf(stored), to: decimalOf(end ?? null), behind: '' };
	}
	const parts = AMOUNT.exec(text);
	if (parts === null) {
		numberFrom(row, 'capacity', text, styles, findings);
		return null;
	}
	const [, first = '', second, behind = ''] = parts;
	const from = numberFrom(row, 'capacity', first, styles, findings);
	if (from.value === null) return null;
	const to =
		second === undefined
			? otherEnd(row, from.value, styles, findings)
			: numberFrom(row, 'capacity', second, styles, findings).value;
	if (to === null) return null;
	if (second !== undefined && (to ?? 0) < from.value) {
		findings.push(row.finding('CAPACITY_ORDER', 'capacity', { text: text.slice(0, 60) }));
		return null;
	}
	return { from: decimalOf(from.value), to: decimalOf(to ?? null), behind };
}

/** What it can make: the number with its unit and what it is counted per, from the cell, their own columns or the heading. */
export function capacityOf(row: IntakeRow, styles: ColumnStyles, findings: IntakeFinding[]): Capacity {
	const text = textOrNothing(row.text('capacity'));
	if (text === null) return NONE;
	const before = findings.length;
	const amount = amountOf(row, text, styles, findings);
	if (amount === null || amount.from === null) {
		if (findings.length === before)
			findings.push(row.finding('NUMBER_UNREADABLE', 'capacity', { text: text.slice(0, 60), instead: '' }));
		return NONE;
	}
	const behind = unitAndPeriod(amount.behind);
	const unit = behind.unit ?? textOrNothing(row.text('capacityUnit')) ?? styles.unit;
	const per = behind.per ?? textOrNothing(row.text('capacityPeriod'));
	const period = per === null ? styles.period : periodOf(per);
	const where = behind.per === null && per !== null ? 'capacityPeriod' : 'capacity';
	if (per !== null && period === null)
		findings.push(row.finding('PERIOD_UNKNOWN', where, { text: per.slice(0, 60) }));
	else if (unit === null || period === null) findings.push(row.finding('CAPACITY_INCOMPLETE', 'capacity'));
	else {
		if (!isUnitText(unit)) {
			const at = behind.unit === null && row.text('capacityUnit') !== '' ? 'capacityUnit' : 'capacity';
			findings.push(row.finding('UNIT_UNKNOWN', at, { text: unit.slice(0, 40) }));
		}
		return {
			capacityFrom: amount.from,
			capacityTo: amount.to,
			capacityUnit: unit.slice(0, 40),
			capacityPeriod: period,
		};
	}
	return NONE;
}

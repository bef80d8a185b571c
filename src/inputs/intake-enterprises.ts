/** One row of a list of enterprises as the fields of an enterprise and its permits. */
import { cellText, isCellError, readPhoneCell, textOrNothing } from './intake-cells.ts';
import { enterpriseFields } from './intake-fields.ts';
import type { EnterpriseField } from './intake-fields.ts';
import type { IntakeFinding } from './intake-finding.ts';
import { capacityOf, countOf } from './intake-quantities.ts';
import type { Capacity, ColumnStyles } from './intake-quantities.ts';
import type { RowReading } from './intake-people.ts';
import { addressOf, taken } from './intake-rows.ts';
import type { IntakeRow } from './intake-rows.ts';

/** Words of a kind, the telling ones first: "olahan ikan" is food, "ikan" is fishery. */
const KINDS = [
	['food', /makan|minum|kuliner|pangan|olahan|kue|roti|kerupuk|krupuk|keripik|snack|katering|food|beverage/i],
	['livestock', /ternak|sapi|kambing|ayam|unggas|livestock|poultry|cattle/i],
	['fishery', /ikan|nelayan|tambak|laut|udang|bandeng|kerang|fish/i],
	['farm', /tani|kebun|hortikultura|sayur|padi|agro|farm|crop/i],
	['craft', /rajin|kriya|batik|anyam|tenun|ukir|craft/i],
	['trade', /dagang|toko|warung|kios|ritel|trade|retail|shop/i],
	['service', /jasa|bengkel|salon|laundry|wisata|service/i],
	['industry', /industri|manufaktur|konveksi|mebel|meubel|garmen|industry|manufactur/i],
	['other', /lain|other/i],
] as const;
export type ReadKind = (typeof KINDS)[number][0];

const PERMITS = ['nib', 'pirt', 'md', 'halal', 'siinas'] as const;

const HELD = /^(ada|ya|yes|y|v|√|✓|✔|punya|sudah( ada)?|memiliki|true|aktif|terdaftar)$/i;
const NOT_HELD =
	/^(tidak( ada| punya)?|tdk( ada)?|belum( ada| punya)?|blm( ada)?|no|n|x|✗|false|(dalam |masih )?proses|kosong)$/i;

export interface ReadPermit {
	readonly kind: (typeof PERMITS)[number];
	/** Null: there is one, and nobody wrote its number. */
	readonly number: string | null;
}

export interface ReadEnterprise extends Capacity {
	readonly name: string;
	readonly kind: ReadKind | null;
	readonly product: string | null;
	readonly sinceYear: number | null;
	readonly ownerName: string | null;
	readonly workersWomen: number | null;
	readonly workersMen: number | null;
	readonly workersUnrecorded: number | null;
	readonly markets: readonly string[];
	readonly contact: string | null;
	readonly note: string | null;
	readonly permits: readonly ReadPermit[];
}

function permitsOf(row: IntakeRow, findings: IntakeFinding[]): ReadPermit[] {
	return PERMITS.flatMap((kind): ReadPermit[] => {
		const text = textOrNothing(row.text(kind));
		if (text === null || NOT_HELD.test(text) || isCellError(text)) return [];
		if (HELD.test(text)) return [{ kind, number: null }];
		const { number } = row.cell(kind) ?? {};
		if (/^\d([.,]\d+)?E\+?\d+$/i.test(text) || (number !== undefined && number >= 1e15)) {
			findings.push(row.finding('PERMIT_LOST_DIGITS', kind));
			return [];
		}
		return [{ kind, number: text }];
	});
}

function kindOf(row: IntakeRow, findings: IntakeFinding[]): ReadKind | null {
	const text = textOrNothing(row.text('kind'));
	if (text === null || isCellError(text)) return null;
	const found = KINDS.find(([, words]) => words.test(text))?.[0];
	if (found === undefined) findings.push(row.finding('KIND_UNKNOWN', 'kind', { text: text.slice(0, 60) }));
	return found ?? null;
}

function yearOf(row: IntakeRow, today: string, findings: IntakeFinding[]): number | null {
	const text = textOrNothing(row.text('sinceYear'));
	if (text === null || isCellError(text)) return null;
	const year = /(?:^|\D)((?:19|20)\d\d)$/.exec(text)?.[1];
	if (year === undefined) findings.push(row.finding('DATE_UNREADABLE', 'sinceYear'));
	else if (year > today.slice(0, 4))
		findings.push(row.finding('DATE_IN_FUTURE', 'sinceYear', { text: year }));
	else return Number(year);
	return null;
}

/** The address has no field of its own with an enterprise: it is kept with the note. */
function noteOf(row: IntakeRow): string | null {
	const parts = [addressOf(row), textOrNothing(row.text('note'))].filter((part) => part !== null);
	return parts.length === 0 ? null : parts.join('. ');
}

/** Reads one row; `styles` say how the numbers of each column are written, `headings` which unit they name. */
export function readEnterpriseRow(
	row: IntakeRow,
	today: string,
	styles: ColumnStyles,
): RowReading<ReadEnterprise> {
	const findings: IntakeFinding[] = [];
	for (const field of enterpriseFields)
		if (isCellError(row.text(field))) findings.push(row.finding('CELL_ERROR', field));
	const sound = (field: EnterpriseField) => !findings.some((one) => one.field === field);
	const count = (field: 'workers' | 'workersWomen' | 'workersMen' | 'workersUnrecorded') =>
		sound(field) ? countOf(row, field, styles, findings) : null;
	const name = textOrNothing(row.text('name')) ?? '';
	if (name === '') findings.push(row.finding('NAME_MISSING', 'name'));
	const phone = readPhoneCell(row.cell('phone'));
	const [workersWomen, workersMen, all] = [count('workersWomen'), count('workersMen'), count('workers')];
	const unrecorded = count('workersUnrecorded');
	const counted = (workersWomen ?? 0) + (workersMen ?? 0);
	const values = {
		name,
		kind: kindOf(row, findings),
		product: textOrNothing(row.text('product')),
		sinceYear: yearOf(row, today, findings),
		ownerName: textOrNothing(row.text('ownerName')),
		...(sound('capacity') ? capacityOf(row, styles, findings) : NO_CAPACITY),
		workersWomen,
		workersMen,
		// A total beside women and men says only who is not among them.
		workersUnrecorded:
			unrecorded ??
			(all === null || all <= counted ? (all !== null && counted === 0 ? all : null) : all - counted),
		markets: cellText(row.cell('markets'))
			.split(/[,;/]|\bdan\b|\band\b/i)
			.map((one) => textOrNothing(one.trim()))
			.filter((one): one is string => one !== null),
		contact: sound('phone') ? taken(row, 'phone', phone, findings) : null,
		note: noteOf(row),
		permits: permitsOf(row, findings),
	};
	return { values, findings, phoneRestored: 'restored' in phone };
}

const NO_CAPACITY: Capacity = {
	capacityFrom: null,
	capacityTo: null,
	capacityUnit: null,
	capacityPeriod: null,
};

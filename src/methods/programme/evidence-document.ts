/** A numbered document brought as evidence: what its number and dates say against it on the day of judgement. */
import type { Warning } from '../method.ts';
import { calendarDate } from '../numeric/calendar-day.ts';
import { oneOf, record, required, text } from '../numeric/input-check.ts';
import { yesNo } from '../numeric/yes-no.ts';
import type { DocumentReading } from './document-reading.ts';
import { productKinds, readFoodPermit } from './food-permit.ts';
import type { ProductKind } from './food-permit.ts';
import { readHalalCertificate } from './halal-certificate.ts';
import { readNib } from './nib.ts';
import { readNik } from './nik.ts';

export const documentKinds = ['nik', 'nib', 'pirt', 'halal'] as const;

export interface EvidenceDocument {
	readonly kind: (typeof documentKinds)[number];
	/** As written on the paper. */
	readonly number: string;
	/** What is sold under a food permit. */
	readonly product?: ProductKind | null;
	/** Of a halal certificate. */
	readonly issuedOn?: string | null;
	/** Whether ingredients or process are no longer those that were certified. */
	readonly changed?: boolean | null;
}

export const documentCheck = record({
	kind: required(oneOf(documentKinds)),
	number: required(text),
	product: oneOf(productKinds),
	issuedOn: calendarDate,
	changed: yesNo,
});

/** Problems that time or the product makes, with a number that reads: the rule is then not met, not just unknown. */
const disproving = new Set([
	'PIRT_EXPIRED',
	'PIRT_NOT_FOR_THIS_FOOD',
	'PIRT_NOT_FOR_FEED',
	'HALAL_FOUR_YEARS_OVER',
	'HALAL_CHANGED',
	'NOT_YET_VALID',
]);

export interface DocumentVerdict {
	/** `holds`: nothing speaks against it; `doubtful`: the number cannot be right; `fails`: it does not hold. */
	readonly verdict: 'holds' | 'doubtful' | 'fails';
	/** The first problem. */
	readonly why: string | null;
	/** As it may be shown; the number of a person is masked. */
	readonly shown: string;
	readonly problems: readonly Warning[];
	readonly hints: readonly Warning[];
}

function read({ kind, number, ...given }: EvidenceDocument, validOn: string): DocumentReading<unknown> {
	if (kind === 'nik') return readNik(number);
	if (kind === 'nib') return readNib(number);
	if (kind === 'pirt')
		return readFoodPermit(number, { year: Number(validOn.slice(0, 4)), product: given.product });
	return readHalalCertificate(number, { issuedOn: given.issuedOn, validOn, changed: given.changed });
}

/** What a document that passed `documentCheck` proves on a day. */
export function judgeDocument(document: EvidenceDocument, validOn: string): DocumentVerdict {
	const { shown, problems, hints } = read(document, validOn);
	const fails = problems.find(({ code }) => disproving.has(code));
	const verdict = fails ? 'fails' : problems.length > 0 ? 'doubtful' : 'holds';
	return { verdict, why: (fails ?? problems[0])?.code ?? null, shown, problems, hints };
}

/** The home-industry food permit (SPP-PIRT): what its 15 digits say, and the products it is never given for. */
import type { Warning } from '../method.ts';
import { inPart, onlyDigits, withoutMarks } from './document-reading.ts';
import type { DocumentReading } from './document-reading.ts';
import { provinceCodes } from './province-codes.ts';

/** First digit: what the food is packed in. */
const packagings = [
	'glass',
	'plastic',
	'carton-or-paper',
	'can',
	'aluminium-foil',
	'other',
	'composite',
	'several',
] as const;

/** What a product is, as far as it decides which permit it needs. */
export const productKinds = [
	'dry-or-shelf-stable',
	'milk',
	'frozen-meat-or-fish',
	'low-acid-canned',
	'baby-food',
	'alcohol',
	'bottled-water',
	'sni-mandatory',
	'animal-feed',
] as const;
export type ProductKind = (typeof productKinds)[number];

export interface FoodPermitParts {
	readonly packaging: (typeof packagings)[number] | null;
	/** Second and third digit, for example `02` for dried fish products. */
	readonly foodType: string;
	readonly province: string | null;
	readonly regencyCode: string;
	readonly productSerial: string;
	readonly producerSerial: string;
	/** The year in which the permit ends; it is given for five years. */
	readonly expiryYear: number;
}

const YEARS_GIVEN = 5;

/** `P-IRT No. 1234567890123-45` and the like, without what is written before the digits. */
const stripped = (text: string): string =>
	withoutMarks(text.replace(/^\s*(?:SPP[\s-]*)?P?[\s.-]*IRT\.?\s*(?:No(?:mor)?)?\s*[.:]?/i, ''));

/**
 * The permit a product needs instead of an SPP-PIRT, as a problem; null when an SPP-PIRT may be given. Milk and its
 * products, frozen meat and fish, low-acid canned food, baby food, alcohol, bottled water and food with a mandatory SNI
 * are registered with BPOM (`PIRT_NOT_FOR_THIS_FOOD`); animal feed with the Ministry of Agriculture
 * (`PIRT_NOT_FOR_FEED`). Source: Peraturan BPOM 22/2018, annex; BPOM 4/2024. Last checked 2026-11.
 */
export function foodPermitFault(product: ProductKind): Warning | null {
	if (product === 'dry-or-shelf-stable') return null;
	return { code: product === 'animal-feed' ? 'PIRT_NOT_FOR_FEED' : 'PIRT_NOT_FOR_THIS_FOOD', at: 'product' };
}

/**
 * Reads an SPP-PIRT number: 1 packaging, 2 food type, 4 province and regency, 2 product, 4 producer, 2 year of expiry.
 * `year` is the year for which it is judged. Problems: `PIRT_NOT_DIGITS`, `PIRT_NOT_15_DIGITS`, `PIRT_PACKAGING`,
 * `PIRT_FOOD_TYPE`, `PIRT_PROVINCE_UNKNOWN`, `PIRT_SERIAL_ZERO`, `PIRT_EXPIRED`, `PIRT_YEAR_TOO_FAR` and those of
 * `foodPermitFault`; in the year of expiry itself the hint `PIRT_EXPIRES_THIS_YEAR`, for only the paper has the day.
 * Source: Peraturan BPOM 22/2018 (Pedoman Pemberian SPP-IRT), annex on the numbering.
 */
export function readFoodPermit(
	text: string,
	{ year, product }: { readonly year?: number | null; readonly product?: ProductKind | null } = {},
): DocumentReading<FoodPermitParts> {
	const digits = stripped(text);
	const forbidden = product == null ? null : foodPermitFault(product);
	const always = forbidden === null ? [] : [forbidden];
	const unread = (code: string) => ({
		shown: text.trim(),
		problems: [{ code, at: 'pirt' }, ...always],
		hints: [],
		parts: null,
	});
	if (!onlyDigits(digits)) return unread('PIRT_NOT_DIGITS');
	if (digits.length !== 15) return unread('PIRT_NOT_15_DIGITS');
	const cut = (from: number, to: number) => digits.slice(from - 1, to);
	const packaging = packagings[Number(cut(1, 1)) - 1] ?? null;
	const province = provinceCodes.get(cut(4, 5)) ?? null;
	const expiryYear = 2000 + Number(cut(14, 15));
	const left = year == null ? null : expiryYear - year;
	const problems = [
		...(packaging === null ? [inPart('PIRT_PACKAGING', 'packaging', 1, 1)] : []),
		...(cut(2, 3) === '00' ? [inPart('PIRT_FOOD_TYPE', 'foodType', 2, 3)] : []),
		...(province === null ? [inPart('PIRT_PROVINCE_UNKNOWN', 'province', 4, 5)] : []),
		...(cut(8, 9) === '00' ? [inPart('PIRT_SERIAL_ZERO', 'productSerial', 8, 9)] : []),
		...(cut(10, 13) === '0000' ? [inPart('PIRT_SERIAL_ZERO', 'producerSerial', 10, 13)] : []),
		...(left !== null && left < 0 ? [inPart('PIRT_EXPIRED', 'expiryYear', 14, 15)] : []),
		...(left !== null && left > YEARS_GIVEN ? [inPart('PIRT_YEAR_TOO_FAR', 'expiryYear', 14, 15)] : []),
		...always,
	];
	return {
		shown: `${cut(1, 13)}-${cut(14, 15)}`,
		problems,
		hints: left === 0 ? [inPart('PIRT_EXPIRES_THIS_YEAR', 'expiryYear', 14, 15)] : [],
		parts: {
			packaging,
			foodType: cut(2, 3),
			province,
			regencyCode: cut(4, 7),
			productSerial: cut(8, 9),
			producerSerial: cut(10, 13),
			expiryYear,
		},
	};
}

/** From a value-added sheet to a decision: its products as alternatives, what they bring as criteria with figures. */
import { hayami } from '#methods/value-added/hayami.ts';
import type { HayamiResultKey } from '#methods/value-added/hayami-rows.ts';
import { roundHalfUp } from '#methods/numeric/rounding.ts';
import type { DecisionTable } from './decision-table.ts';
import { plainNumberText } from './plain-number-text.ts';
import { labourHoursOf, productIsBlank, sheetToStudy, type ValueAddedSheet } from './value-added-sheet.ts';

type Locale = 'id' | 'en';

/** What a product brings, as a criterion. Two decimals are what the worksheet shows; the coefficient needs four. */
const measures: readonly {
	readonly key: HayamiResultKey;
	readonly name: Readonly<Record<Locale, string>>;
	readonly unit: 'money' | 'percent' | 'labour';
	readonly decimals: number;
}[] = [
	{ key: 'valueAdded', name: { id: 'Nilai tambah', en: 'Value added' }, unit: 'money', decimals: 2 },
	{ key: 'profit', name: { id: 'Keuntungan', en: 'Profit' }, unit: 'money', decimals: 2 },
	{
		key: 'valueAddedRatioPct',
		name: { id: 'Rasio nilai tambah', en: 'Value-added ratio' },
		unit: 'percent',
		decimals: 2,
	},
	{ key: 'labourCoefficient', name: { id: 'Tenaga kerja', en: 'Labour' }, unit: 'labour', decimals: 4 },
];

/** The unit all products share; empty when they differ. */
function shared(units: readonly string[]): string {
	return new Set(units).size === 1 ? (units[0] ?? '') : '';
}

/** How labour is counted: as typed when all products agree, in hours when each unit is a number of hours. */
function labourOf(
	units: readonly string[],
	locale: Locale,
): { readonly unit: string; readonly times: readonly number[] } | null {
	const [first = ''] = units;
	if (units.every((unit) => unit === first)) return { unit: first, times: units.map(() => 1) };
	const times = units.flatMap((unit) => labourHoursOf(unit) ?? []);
	return times.length === units.length ? { unit: locale === 'id' ? 'jam' : 'hours', times } : null;
}

/**
 * A value-added sheet as a decision table: its products, and what each of them brings. A figure that could not be worked
 * out stays empty; an unnamed product is called by its number. Null when no product is typed. Source of the figures:
 * `hayami`.
 */
export function tableFromValueAdded(sheet: ValueAddedSheet, locale: Locale): DecisionTable | null {
	const typed = { ...sheet, products: sheet.products.filter((product) => !productIsBlank(product)) };
	if (typed.products.length === 0) return null;
	const { products } = sheetToStudy(typed).study;
	const per = shared(products.map(({ rawMaterialUnit }) => rawMaterialUnit));
	const labour = labourOf(
		products.map(({ labourUnit }) => labourUnit),
		locale,
	);
	const units = {
		money: per ? `Rp/${per}` : 'Rp',
		percent: '%',
		labour: [labour?.unit, per].filter(Boolean).join('/'),
	};
	// Days beside hours of work that nobody can tell apart are no criterion.
	const shown = measures.filter(({ unit }) => unit !== 'labour' || labour !== null);
	const unnamed = locale === 'id' ? 'Produk' : 'Product';
	return {
		criteria: shown.map(({ name, unit }) => ({
			name: name[locale],
			group: '',
			unit: units[unit],
			direction: 'benefit',
			weight: '',
		})),
		alternatives: products.map(({ name, input }, row) => {
			const { result } = hayami.compute(input);
			return {
				name: name || `${unnamed} ${row + 1}`,
				cells: shown.map(({ key, unit, decimals }) => {
					const figure = result?.[key] ?? null;
					const times = unit === 'labour' ? (labour?.times[row] ?? 1) : 1;
					return figure === null ? '' : plainNumberText(roundHalfUp(figure * times, decimals));
				}),
			};
		}),
		isIndex: false,
		turned: false,
		left: [],
	};
}

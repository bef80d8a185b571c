/**
 * How much of a material, in which unit, per what, wet or dry: four things that belong together. Two amounts may be added
 * only when the last three are the same; units of one kind (kg and ton) are brought to one first.
 */
import * as v from 'valibot';
import { optionalDecimal } from '../fields/schema.ts';

export const periods = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** Wet and dry kilograms are different things until a measured yield turns one into the other. */
export const bases = ['wet', 'dry'] as const;
export type MoistureBasis = (typeof bases)[number];

/** Unit -> the unit its kind is counted in, and how many of those it is. */
export const unitSizes: readonly (readonly [unit: string, base: string, factor: string])[] = [
	['gram', 'kg', '0.001'],
	['ons', 'kg', '0.1'],
	['kg', 'kg', '1'],
	['kuintal', 'kg', '100'],
	['ton', 'kg', '1000'],
	['ml', 'liter', '0.001'],
	['liter', 'liter', '1'],
];

const spellings: Readonly<Record<string, string>> = {
	g: 'gram',
	gr: 'gram',
	kilogram: 'kg',
	kilo: 'kg',
	kgs: 'kg',
	kw: 'kuintal',
	kwintal: 'kuintal',
	tonnes: 'ton',
	l: 'liter',
	lt: 'liter',
	ltr: 'liter',
	litre: 'liter',
	liters: 'liter',
	cc: 'ml',
};

/** A unit in one spelling, so that `Kg` and `kilogram` are one. */
function plainUnit(text: string): string {
	const lower = text.trim().toLowerCase().replace(/\.$/, '');
	return spellings[lower] ?? lower;
}

export const unit = v.optional(
	v.nullable(
		v.pipe(
			v.string(),
			v.maxLength(40),
			v.transform((text) => plainUnit(text) || null),
		),
	),
	null,
);

/** The amount of a stream or an agreement. One number has no `quantityTo`. */
export const amount = {
	quantityFrom: optionalDecimal,
	quantityTo: optionalDecimal,
	unit,
	period: v.optional(v.nullable(v.picklist(periods)), null),
	basis: v.optional(v.nullable(v.picklist(bases)), null),
};

/** Exact decimal text, as the database keeps it. */
export interface Amount {
	readonly quantityFrom: string | null;
	readonly quantityTo: string | null;
	readonly unit: string | null;
	readonly period: Period | null;
	readonly basis: MoistureBasis | null;
}

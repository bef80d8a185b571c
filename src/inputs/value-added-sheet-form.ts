/**
 * The sheet as form fields and back, so that the worksheet works without JavaScript and a draft of an older
 * shape can still be opened. What arrives is never trusted: texts are cut, lists are bounded.
 */
import type { OtherInputGroup, OtherInputsScope } from '#methods/value-added/hayami.ts';
import { fieldName, lineFieldName, rangeKeys } from './value-added-sheet-fields.ts';
import {
	emptyLine,
	emptyProduct,
	emptySheet,
	mostProducts,
	otherInputGroups,
	sheetInputKeys,
	type SheetLine,
	type SheetProduct,
	type SheetRanges,
	type ValueAddedSheet,
} from './value-added-sheet.ts';

const longestText = 200;
const mostLines = 60;

const scopes: readonly OtherInputsScope[] = ['auxiliary-only', 'all-operating', 'all-operating+depreciation'];

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, longestText) : '');

const oneOf = <Value extends string>(value: unknown, values: readonly Value[], otherwise: Value): Value =>
	values.includes(value as Value) ? (value as Value) : otherwise;

const record = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const list = (value: unknown, most: number): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);

function lineFrom(value: unknown): SheetLine {
	const from = record(value);
	return {
		name: text(from.name),
		group: oneOf<OtherInputGroup>(from.group, otherInputGroups, 'auxiliary'),
		quantity: text(from.quantity),
		unit: text(from.unit),
		unitPrice: text(from.unitPrice),
		per: oneOf(from.per, ['process', 'month'], 'process'),
	};
}

function rangesFrom(value: unknown): SheetRanges {
	const from = record(value);
	return Object.fromEntries(
		rangeKeys.flatMap((key) => {
			const [low, high] = [text(record(from[key]).low), text(record(from[key]).high)];
			return low || high ? [[key, { low, high }]] : [];
		}),
	);
}

function productFrom(value: unknown): SheetProduct {
	const from = record(value);
	const cells = record(from.cells);
	const empty = emptyProduct();
	return {
		name: text(from.name),
		rawMaterialName: text(from.rawMaterialName),
		rawMaterialUnit: text(from.rawMaterialUnit) || empty.rawMaterialUnit,
		outputUnit: text(from.outputUnit) || empty.outputUnit,
		labourUnit: text(from.labourUnit) || empty.labourUnit,
		cells: Object.fromEntries(sheetInputKeys.map((key) => [key, text(cells[key])])) as SheetProduct['cells'],
		otherInputLines: list(from.otherInputLines, mostLines).map(lineFrom),
		processesPerMonth: text(from.processesPerMonth),
		ranges: rangesFrom(from.ranges),
	};
}

/** A sheet from anything that was stored or sent; null when it is not a sheet at all. */
export function sheetFrom(value: unknown): ValueAddedSheet | null {
	const from = record(value);
	if (!Array.isArray(from.products)) return null;
	const products = list(from.products, mostProducts).map(productFrom);
	return {
		title: text(from.title),
		source: text(from.source),
		products: products.length > 0 ? products : [emptyProduct()],
		scope: oneOf(from.scope, scopes, emptySheet().scope),
		otherInputsBasis: oneOf(from.otherInputsBasis, ['raw-material', 'output'], 'raw-material'),
		profitRateVariant: oneOf(from.profitRateVariant, ['over-output', 'over-value-added'], 'over-output'),
	};
}

/** The sheet that a form holds. Every text is kept as typed. */
export function sheetFromForm(form: { get(name: string): unknown }): ValueAddedSheet {
	const count = (name: string, most: number) =>
		Math.min(most, Math.max(0, Math.trunc(Number(form.get(name)) || 0)));
	const products = Array.from({ length: Math.max(1, count('products', mostProducts)) }, (_, at) => ({
		...Object.fromEntries(
			['name', 'rawMaterialName', 'rawMaterialUnit', 'outputUnit', 'labourUnit', 'processesPerMonth'].map(
				(field) => [field, form.get(fieldName(at, field))],
			),
		),
		cells: Object.fromEntries(sheetInputKeys.map((key) => [key, form.get(fieldName(at, key))])),
		otherInputLines: Array.from({ length: count(fieldName(at, 'lines'), mostLines) }, (_line, index) =>
			Object.fromEntries(
				Object.keys(emptyLine()).map((field) => [field, form.get(lineFieldName(at, index, field))]),
			),
		),
	}));
	const rest = Object.fromEntries(
		['title', 'source', 'scope', 'otherInputsBasis', 'profitRateVariant'].map((name) => [
			name,
			form.get(name),
		]),
	);
	return sheetFrom({ ...rest, products }) as ValueAddedSheet;
}

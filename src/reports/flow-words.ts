/** How a flow sheet's materials and amounts are called in sentences, tables and drawings. */
import type { FlowContent } from '#inputs/flow-content.ts';
import type { FlowStudy, StudyMaterial } from '#inputs/flow-study.ts';
import { writeNumber, writeRupiah } from '#inputs/number-writer.ts';
import type { MaterialFlowResult, MaterialLine } from '#methods/programme/material-flow.ts';
import { m } from '#words/messages.js';
import type { TableCell } from './block.ts';
import { dash } from './figure-text.ts';
import type { Locale } from './row-label.ts';

export type Pair = readonly [low: number, high: number];

export interface FlowTelling {
	readonly content: FlowContent;
	readonly study: FlowStudy;
	readonly flow: MaterialFlowResult;
	readonly locale: Locale;
}

/** A figure as people weigh it: whole from 100 on, one decimal from 10 on, two below. */
function plain(value: number, locale: Locale): string {
	const size = Math.abs(value);
	return writeNumber(value, locale, { min: 0, max: size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4 });
}

/** `20–30`, `20`, or `−5 sampai 10` where a dash would hide a minus. */
export function rangeText([low, high]: Pair, locale: Locale, write = plain): string {
	const [first, last] = [write(low, locale), write(high, locale)];
	if (first === last) return first;
	return low < 0 ? m.flow_range_to({ low: first, high: last }, { locale }) : `${first}–${last}`;
}

/** `Rp 400.000–750.000`. */
export function rupiahRange([low, high]: Pair, locale: Locale): string {
	const whole = (value: number) => writeRupiah(value, locale, { decimals: 0 });
	if (whole(low) === whole(high)) return whole(low);
	if (low < 0) return m.flow_range_to({ low: whole(low), high: whole(high) }, { locale });
	return `${whole(low)}–${writeNumber(high, locale, 0)}`;
}

export function basisText(basis: StudyMaterial['basis'], locale: Locale): string {
	return {
		'': () => '',
		wet: () => m.flow_basis_wet({}, { locale }),
		dry: () => m.flow_basis_dry({}, { locale }),
		cooked: () => m.flow_basis_cooked({}, { locale }),
	}[basis]();
}

/** `Sisik ikan (basah)`. */
export function materialName({ name, basis }: StudyMaterial, locale: Locale): string {
	return basis === '' ? name : m.flow_material_basis({ name, basis: basisText(basis, locale) }, { locale });
}

/** The same inside a sentence: a small first letter, unless the word is written in capitals. */
export function inSentence(name: string): string {
	return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function eachText(material: StudyMaterial, locale: Locale): string {
	return material.per === 'day' ? m.flow_each_day({}, { locale }) : m.flow_each_month({}, { locale });
}

/** `kg per hari`. */
export function unitPer({ unit, per }: StudyMaterial, locale: Locale): string {
	return per === 'day'
		? m.flow_per_day({ amount: unit }, { locale })
		: m.flow_per_month({ amount: unit }, { locale });
}

/** `20–30 kg`. */
export function amountText(pair: Pair, material: StudyMaterial, locale: Locale): string {
	return m.flow_amount({ amount: rangeText(pair, locale), unit: material.unit }, { locale }).trim();
}

/** A range as a table cell; a spreadsheet gets the number when it is one. */
export function rangeCell(pair: Pair | null, locale: Locale): TableCell {
	if (pair === null) return { text: dash, value: null };
	const text = rangeText(pair, locale);
	return pair[0] === pair[1] ? { text, value: pair[0], decimals: 2 } : { text };
}

export function materialOf({ study }: FlowTelling, key: string): StudyMaterial | undefined {
	return study.materials.find((one) => one.key === key);
}

/** Something of the material is left over for sure. */
export function isLeft({ rest }: MaterialLine): boolean {
	return rest !== null && rest[1] > 1e-9;
}

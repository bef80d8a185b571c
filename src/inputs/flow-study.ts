/**
 * A flow sheet as figures: every text read, every amount of one material in one unit and one period. What cannot be
 * brought together stays out and is listed with its place; nothing is guessed.
 */
import type { MaterialFlowInput } from '#methods/programme/material-flow.ts';
import type { ServiceCapacityInput } from '#methods/programme/service-capacity.ts';
import type { Span } from '#methods/programme/span.ts';
import { materialsOf, type FlowMaterial } from './flow-edits.ts';
import {
	materialKey,
	serviceFields,
	type FlowContent,
	type Period,
	type ServiceField,
} from './flow-content.ts';
import { readColumn } from './number-reader.ts';
import type { NumberReading } from './number-reading.ts';
import { countedIn, unitFactor } from './unit-factor.ts';

/** The kinds of rows a problem can be in. */
export type FlowTable = 'streams' | 'processes' | 'uses' | 'batches' | 'service';

export interface FlowProblem {
	readonly code:
		/** Not a number; the field says why. */
		| 'refused'
		/** Below zero: `20-30` reads as a subtraction. */
		| 'negative'
		| 'low-above-high'
		/** Another unit than the rows of the same material above. */
		| 'unit'
		/** Days a month are missing between figures per day and per month. */
		| 'days'
		/** The material that was chosen is no longer on the sheet. */
		| 'gone'
		/** A process that makes what it takes. */
		| 'itself';
	readonly table: FlowTable;
	readonly row: number;
	/** What the row is about, for the sentence. */
	readonly name: string;
	readonly text?: string;
	readonly otherText?: string;
}

export interface StudyMaterial extends FlowMaterial {
	readonly per: Period;
}

export interface StudyProcess {
	/** Index in the sheet. */
	readonly row: number;
	readonly from: string;
	readonly to: string;
}

export interface StudyUse {
	readonly row: number;
	readonly material: string;
	readonly who: string;
	readonly amount: Span | null;
}

export interface StudyBatch {
	readonly row: number;
	readonly product: string;
	readonly material: string;
	readonly need: number | null;
	readonly output: number | null;
	readonly outputUnit: string;
	readonly income: number | null;
}

export interface StudySupply {
	readonly row: number;
	readonly from: string;
	readonly to: string;
	readonly amount: Span | null;
}

export interface FlowStudy {
	readonly materials: readonly StudyMaterial[];
	readonly supplies: readonly StudySupply[];
	readonly processes: readonly StudyProcess[];
	readonly uses: readonly StudyUse[];
	readonly batches: readonly StudyBatch[];
	/** Null while people, items and fee are not all there. */
	readonly service: ServiceCapacityInput | null;
	readonly days: number | null;
	readonly flow: MaterialFlowInput;
	readonly problems: readonly FlowProblem[];
}

/** The readings of every number of the sheet as one column, so that one plain cell teaches the style of the rest. */
function readings(content: FlowContent): (text: string) => NumberReading {
	const texts = [
		content.days,
		...content.streams.flatMap(({ low, high }) => [low, high]),
		...content.processes.flatMap(({ low, high, takes }) => [low, high, takes]),
		...content.uses.flatMap(({ low, high }) => [low, high]),
		...content.batches.flatMap(({ need, output, income }) => [need, output, income]),
		...serviceFields.map((field) => content.service[field]),
	];
	const read = readColumn(texts, { arithmetic: true }).readings;
	const byText = new Map(texts.map((text, index) => [text, read[index] as NumberReading]));
	return (text) => byText.get(text) as NumberReading;
}

interface Place {
	readonly table: FlowTable;
	readonly row: number;
	readonly name: string;
}

const times = (span: Span, factor: number): Span =>
	typeof span === 'number' ? span * factor : [span[0] * factor, span[1] * factor];

/** Reads the sheet. Rows without any text are passed over. */
export function flowStudy(content: FlowContent): FlowStudy {
	const problems: FlowProblem[] = [];
	const read = readings(content);
	const amount = (text: string, place: Place): number | null => {
		const { status, value } = read(text);
		if (status === 'refused') problems.push({ code: 'refused', ...place, text });
		if (value !== null && value < 0) {
			problems.push({ code: 'negative', ...place, text });
			return null;
		}
		return value;
	};
	const span = (low: string, high: string, place: Place): Span | null => {
		const [least, most] = [amount(low, place), amount(high, place)];
		if (least === null || most === null) return least ?? most;
		if (least > most) {
			problems.push({ code: 'low-above-high', ...place, text: low, otherText: high });
			return null;
		}
		return least === most ? least : [least, most];
	};
	const positive = (text: string, place: Place): number | null => {
		const value = amount(text, place);
		return value === 0 ? null : value;
	};
	const days = positive(content.days, { table: 'streams', row: 0, name: '' });

	const periodOf = new Map<string, Period>();
	for (const { name, basis, per } of content.streams) {
		const key = materialKey(name, basis);
		if (key !== '' && !periodOf.has(key)) periodOf.set(key, per);
	}
	// What is made follows the period of what it is made from, as many steps on as there are processes.
	for (let round = 0; round < content.processes.length; round += 1)
		for (const { from, name, basis } of content.processes) {
			const [key, per] = [materialKey(name, basis), periodOf.get(from)];
			if (key !== '' && per && !periodOf.has(key)) periodOf.set(key, per);
		}
	const materials = materialsOf(content).map((one): StudyMaterial => ({
		...one,
		per: periodOf.get(one.key) ?? 'day',
	}));
	const byKey = new Map(materials.map((one) => [one.key, one]));

	const supplies = content.streams.flatMap(
		({ name, from, low, high, unit, basis, per }, row): StudySupply[] => {
			const material = byKey.get(materialKey(name, basis));
			if (!material) return [];
			const place: Place = { table: 'streams', row, name: name.trim() };
			let supplied = span(low, high, place);
			const [own, shared] = [countedIn(unit), countedIn(material.unit)];
			const factor = unitFactor(own, shared);
			if (supplied !== null && own !== shared && factor === 1) {
				problems.push({ code: 'unit', ...place, text: unit.trim(), otherText: material.unit });
				supplied = null;
			}
			if (supplied !== null) supplied = times(supplied, factor);
			if (supplied !== null && per !== material.per) {
				if (days === null) {
					problems.push({ code: 'days', ...place });
					supplied = null;
				} else supplied = times(supplied, per === 'month' ? 1 / days : days);
			}
			return [{ row, from: from.trim(), to: material.key, amount: supplied }];
		},
	);

	const known = (key: string, place: Place): boolean => {
		if (byKey.has(key)) return true;
		if (key !== '') problems.push({ code: 'gone', ...place, text: key.split('|')[0] ?? '' });
		return false;
	};
	const processes: (StudyProcess & { takes: Span | null; yield: Span | null; drying: boolean })[] = [];
	content.processes.forEach(({ from, name, basis, low, high, takes, unit }, row) => {
		const to = materialKey(name, basis);
		const place: Place = { table: 'processes', row, name: name.trim() };
		if (to === '' || !known(from, place)) return;
		if (to === from) {
			problems.push({ code: 'itself', ...place });
			return;
		}
		const source = byKey.get(from) as StudyMaterial;
		const counted = [unit, source.unit].map(countedIn);
		// Only between equal units: one wet piece may give more than one dry gram.
		const drying = source.basis === 'wet' && basis === 'dry' && counted[0] === counted[1];
		processes.push({ row, from, to, takes: amount(takes, place), yield: span(low, high, place), drying });
	});
	const uses = content.uses.flatMap(({ material, who, low, high }, row): StudyUse[] => {
		const place: Place = { table: 'uses', row, name: who.trim() };
		if (!known(material, place)) return [];
		return [{ row, material, who: who.trim(), amount: span(low, high, place) }];
	});
	const batches = content.batches.flatMap((batch, row): StudyBatch[] => {
		const place: Place = { table: 'batches', row, name: batch.product.trim() };
		if (!known(batch.material, place)) return [];
		return [
			{
				row,
				product: batch.product.trim(),
				material: batch.material,
				need: positive(batch.need, place),
				output: amount(batch.output, place),
				outputUnit: batch.outputUnit.trim(),
				income: amount(batch.income, place),
			},
		];
	});

	const servicePlace: Place = { table: 'service', row: 0, name: content.service.name.trim() };
	const both = (low: ServiceField, high: ServiceField) =>
		span(content.service[low], content.service[high], servicePlace);
	const [people, items, fee] = [
		both('peopleLow', 'peopleHigh'),
		both('itemsLow', 'itemsHigh'),
		both('feeLow', 'feeHigh'),
	];
	const service: ServiceCapacityInput | null =
		people === null || items === null || fee === null
			? null
			: {
					people,
					itemsPerPersonDay: items,
					feePerItem: fee,
					minutesPerItem: positive(content.service.minutes, servicePlace),
					hoursPerDay: positive(content.service.hours, servicePlace),
					costsPerDay: amount(content.service.costs, servicePlace),
					daysPerPeriod: days,
				};
	return {
		materials,
		supplies,
		processes,
		uses,
		batches,
		service,
		days,
		flow: {
			supplies: supplies.map(({ to, amount: supplied }) => ({ to, amount: supplied })),
			processes,
			uses: uses.map(({ material, amount: taken }) => ({ from: material, amount: taken })),
		},
		problems,
	};
}

/**
 * A flow sheet as figures: every text read, every amount of one material in one unit and one period. What cannot be
 * brought together stays out and is listed with its place; nothing is guessed.
 */
import type { MaterialFlowInput } from '#methods/programme/material-flow.ts';
import type { ServiceCapacityInput } from '#methods/programme/service-capacity.ts';
import type { Span } from '#methods/programme/span.ts';
import { amountReader, type AmountReader, type FlowPlace, type FlowProblem } from './flow-amounts.ts';
import { materialsOf, type FlowMaterial } from './flow-edits.ts';
import { materialKey, type FlowContent, type Period, type ServiceField } from './flow-content.ts';
import { countedIn, unitFactor } from './unit-factor.ts';

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

const times = (span: Span, factor: number): Span =>
	typeof span === 'number' ? span * factor : [span[0] * factor, span[1] * factor];

/** The materials with the period each is counted in: that of its first source, or of what it is made from. */
function studyMaterials(content: FlowContent): StudyMaterial[] {
	const periodOf = new Map<string, Period>();
	for (const { name, basis, per } of content.streams) {
		const key = materialKey(name, basis);
		if (key !== '' && !periodOf.has(key)) periodOf.set(key, per);
	}
	// As many steps on as there are processes.
	for (let round = 0; round < content.processes.length; round += 1)
		for (const { from, name, basis } of content.processes) {
			const [key, per] = [materialKey(name, basis), periodOf.get(from)];
			if (key !== '' && per && !periodOf.has(key)) periodOf.set(key, per);
		}
	return materialsOf(content).map((one): StudyMaterial => ({ ...one, per: periodOf.get(one.key) ?? 'day' }));
}

type ByKey = ReadonlyMap<string, StudyMaterial>;

/** What arrives, in the unit and period of its material; what cannot be brought there has no amount. */
function studySupplies(
	content: FlowContent,
	byKey: ByKey,
	{ span, problems }: AmountReader,
	days: number | null,
): StudySupply[] {
	return content.streams.flatMap(({ name, from, low, high, unit, basis, per }, row): StudySupply[] => {
		const material = byKey.get(materialKey(name, basis));
		if (!material) return [];
		const place: FlowPlace = { table: 'streams', row, name: name.trim() };
		const supply = (amount: Span | null) => [{ row, from: from.trim(), to: material.key, amount }];
		const given = span(low, high, place);
		if (given === null) return supply(null);
		const [own, shared] = [countedIn(unit), countedIn(material.unit)];
		const factor = unitFactor(own, shared);
		if (own !== shared && factor === 1) {
			problems.push({ code: 'unit', ...place, text: unit.trim(), otherText: material.unit });
			return supply(null);
		}
		if (per === material.per) return supply(times(given, factor));
		if (days === null) {
			problems.push({ code: 'days', ...place });
			return supply(null);
		}
		return supply(times(given, per === 'month' ? factor / days : factor * days));
	});
}

type ReadProcess = StudyProcess & { takes: Span | null; yield: Span | null; drying: boolean };

/** The material that was chosen; one that is no longer on the sheet is told. */
function chosen(
	byKey: ByKey,
	key: string,
	place: FlowPlace,
	{ problems }: AmountReader,
): StudyMaterial | null {
	const material = byKey.get(key);
	if (!material && key !== '') problems.push({ code: 'gone', ...place, text: key.split('|')[0] ?? '' });
	return material ?? null;
}

function studyProcesses(content: FlowContent, byKey: ByKey, reader: AmountReader): ReadProcess[] {
	return content.processes.flatMap(({ from, name, basis, low, high, takes, unit }, row): ReadProcess[] => {
		const to = materialKey(name, basis);
		const place: FlowPlace = { table: 'processes', row, name: name.trim() };
		const source = to === '' ? null : chosen(byKey, from, place, reader);
		if (!source) return [];
		if (to === from) {
			reader.problems.push({ code: 'itself', ...place });
			return [];
		}
		// Only between equal units: one wet piece may give more than one dry gram.
		const drying = source.basis === 'wet' && basis === 'dry' && countedIn(unit) === countedIn(source.unit);
		return [
			{
				row,
				from,
				to,
				takes: reader.amount(takes, place),
				yield: reader.span(low, high, place),
				drying,
			},
		];
	});
}

function studyBatches(content: FlowContent, byKey: ByKey, reader: AmountReader): StudyBatch[] {
	return content.batches.flatMap((batch, row): StudyBatch[] => {
		const place: FlowPlace = { table: 'batches', row, name: batch.product.trim() };
		if (!chosen(byKey, batch.material, place, reader)) return [];
		return [
			{
				row,
				product: batch.product.trim(),
				material: batch.material,
				need: reader.positive(batch.need, place),
				output: reader.amount(batch.output, place),
				outputUnit: batch.outputUnit.trim(),
				income: reader.amount(batch.income, place),
			},
		];
	});
}

/** Piecework; null while people, items and fee are not all there. */
function studyService(
	{ service }: FlowContent,
	reader: AmountReader,
	days: number | null,
): ServiceCapacityInput | null {
	const place: FlowPlace = { table: 'service', row: 0, name: service.name.trim() };
	const both = (low: ServiceField, high: ServiceField) => reader.span(service[low], service[high], place);
	const [people, items, fee] = [
		both('peopleLow', 'peopleHigh'),
		both('itemsLow', 'itemsHigh'),
		both('feeLow', 'feeHigh'),
	];
	if (people === null || items === null || fee === null) return null;
	return {
		people,
		itemsPerPersonDay: items,
		feePerItem: fee,
		minutesPerItem: reader.positive(service.minutes, place),
		hoursPerDay: reader.positive(service.hours, place),
		costsPerDay: reader.amount(service.costs, place),
		daysPerPeriod: days,
	};
}

/** Reads the sheet. Rows without any text are passed over. */
export function flowStudy(content: FlowContent): FlowStudy {
	const reader = amountReader(content);
	const days = reader.positive(content.days, { table: 'days', row: 0, name: '' });
	const materials = studyMaterials(content);
	const byKey: ByKey = new Map(materials.map((one) => [one.key, one]));
	const supplies = studySupplies(content, byKey, reader, days);
	const processes = studyProcesses(content, byKey, reader);
	const uses = content.uses.flatMap(({ material, who, low, high }, row): StudyUse[] => {
		const place: FlowPlace = { table: 'uses', row, name: who.trim() };
		if (!chosen(byKey, material, place, reader)) return [];
		return [{ row, material, who: who.trim(), amount: reader.span(low, high, place) }];
	});
	return {
		materials,
		supplies,
		processes,
		uses,
		batches: studyBatches(content, byKey, reader),
		service: studyService(content, reader, days),
		days,
		flow: {
			supplies: supplies.map(({ to, amount }) => ({ to, amount })),
			processes,
			uses: uses.map(({ material, amount }) => ({ from: material, amount })),
		},
		problems: reader.problems,
	};
}

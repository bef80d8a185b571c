/**
 * Row 9 of a Hayami table ("sumbangan input lain") from whatever is known of it: one figure per unit of raw material,
 * one figure per unit of output, or cost lines. Which lines count is the scope, an explicit choice: published tables
 * differ in it, and one that leaves packaging, energy and transport out shows a value added that is too high.
 */
import type { Warning } from '../method.ts';
import type {
	HayamiInput,
	OtherInputGroup,
	OtherInputLine,
	OtherInputsScope,
	PricedQuantity,
} from './hayami-input.ts';

export interface HayamiOtherInputGroup {
	readonly group: OtherInputGroup | 'raw-material';
	readonly perProcess: number | null;
	readonly perRawMaterial: number | null;
	/** Whether the chosen scope counts it in row 9. */
	readonly inScope: boolean;
}

export interface OtherInputs {
	/** Rp per unit of raw material; null when any part of it is not known. */
	readonly perRawMaterial: number | null;
	/** The part that is known, for the upper bound of value added. */
	readonly knownPart: number | null;
	/** `MISSING_INPUT`, or why the figure cannot be computed. */
	readonly reason?: string;
	readonly formula: string;
	readonly inputs: readonly { id: string; value: number | null }[];
	readonly groups: readonly HayamiOtherInputGroup[];
	readonly warnings: readonly Warning[];
}

export const defaultScope: OtherInputsScope = 'all-operating+depreciation';

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Whether the scope counts a group in row 9. */
export function groupInScope(group: OtherInputGroup, scope: OtherInputsScope): boolean {
	if (scope === 'auxiliary-only') return group === 'auxiliary';
	return group !== 'depreciation' || scope === 'all-operating+depreciation';
}

const product = (left: number | null | undefined, right: number | null | undefined): number | null =>
	left == null || right == null ? null : finite(left * right);

/** What a line costs per process; null when its cost, or the number of processes a month, is not known. */
export function linePerProcess(line: OtherInputLine, processesPerPeriod?: number | null): number | null {
	const cost = line.cost ?? product(line.quantity, line.unitPrice);
	if (cost === null || line.per !== 'month') return cost;
	return processesPerPeriod == null ? null : finite(cost / processesPerPeriod);
}

function lineWarnings(line: OtherInputLine, index: number, perProcess: number | null): Warning[] {
	const at = `otherInputLines[${index}]`;
	const counted = product(line.quantity, line.unitPrice);
	if (line.cost == null && counted === null) return [{ code: 'MISSING_INPUT', at }];
	if (perProcess === null) return [{ code: 'MISSING_INPUT', at: 'processesPerPeriod' }];
	if (line.cost != null && counted !== null && Math.abs(line.cost - counted) > 0.5) {
		const params = { cost: line.cost, quantityTimesPrice: counted };
		return [{ code: 'LINE_COST_DIFFERS', at: `${at}.cost`, params }];
	}
	return [];
}

interface Part {
	readonly group: OtherInputGroup | 'raw-material';
	readonly perProcess: number | null;
	readonly inScope: boolean;
}

const rawMaterialParts = (others: readonly PricedQuantity[]): Part[] =>
	others.map((other) => ({
		group: 'raw-material',
		perProcess: product(other.quantity, other.price),
		inScope: true,
	}));

function byGroup(parts: readonly Part[], rawMaterial: number | null): HayamiOtherInputGroup[] {
	const groups = new Map<Part['group'], { total: number | null; inScope: boolean }>();
	for (const { group, perProcess, inScope } of parts) {
		const before = groups.get(group)?.total;
		const total = before === undefined ? perProcess : sumKnown([before, perProcess]);
		groups.set(group, { total, inScope });
	}
	return [...groups].map(([group, { total, inScope }]) => ({
		group,
		perProcess: total,
		perRawMaterial:
			total === null || rawMaterial === null || rawMaterial <= 0 ? null : finite(total / rawMaterial),
		inScope,
	}));
}

function sumKnown(values: readonly (number | null)[]): number | null {
	let total = 0;
	for (const value of values) {
		if (value === null) return null;
		total += value;
	}
	return finite(total);
}

const perUnit = (total: number | null, rawMaterial: number | null): number | null =>
	total === null || rawMaterial === null || rawMaterial <= 0 ? null : finite(total / rawMaterial);

function fromLines(
	input: HayamiInput,
	lines: readonly OtherInputLine[],
	scope: OtherInputsScope,
): OtherInputs {
	const warnings: Warning[] = [];
	const parts: Part[] = lines.map((line, index) => {
		const perProcess = linePerProcess(line, input.processesPerPeriod);
		const inScope = groupInScope(line.group, scope);
		if (inScope) warnings.push(...lineWarnings(line, index, perProcess));
		return { group: line.group, perProcess, inScope };
	});
	parts.push(...rawMaterialParts(input.otherRawMaterials ?? []));
	const counted = parts.filter((part) => part.inScope).map((part) => part.perProcess);
	const groups = byGroup(parts, input.rawMaterial);
	const leftOut = sumKnown(groups.filter((group) => !group.inScope).map((group) => group.perRawMaterial));
	if (leftOut !== null && leftOut > 0)
		warnings.push({
			code: 'SCOPE_LEAVES_COSTS_OUT',
			at: 'otherInputsScope',
			params: { scope, perRawMaterial: leftOut },
		});
	if (input.otherInputs != null)
		warnings.push({
			code: 'OTHER_INPUTS_FROM_LINES',
			at: 'otherInputs',
			params: { given: input.otherInputs },
		});
	return {
		perRawMaterial: perUnit(sumKnown(counted), input.rawMaterial),
		knownPart: perUnit(sumKnown(counted.filter((cost) => cost !== null)), input.rawMaterial),
		reason: counted.includes(null) ? 'MISSING_INPUT' : 'OUT_OF_RANGE',
		formula: `sum(${
			groups
				.filter((group) => group.inScope)
				.map((group) => group.group)
				.join(' + ') || 'nothing'
		}) / rawMaterial`,
		inputs: [
			...groups
				.filter((group) => group.inScope)
				.map((group) => ({ id: group.group as string, value: group.perProcess })),
			{ id: 'rawMaterial', value: input.rawMaterial ?? null },
		],
		groups,
		warnings: dropRepeats(warnings),
	};
}

function dropRepeats(warnings: readonly Warning[]): Warning[] {
	const seen = new Set<string>();
	return warnings.filter(({ code, at }) => {
		const key = `${code} ${at}`;
		return seen.has(key) ? false : (seen.add(key), true);
	});
}

function fromFigure(input: HayamiInput, conversionFactor: number | null): OtherInputs {
	const perOutput = input.otherInputsBasis === 'output';
	const given = input.otherInputs ?? null;
	const own = perOutput ? product(given, conversionFactor) : given;
	const parts = rawMaterialParts(input.otherRawMaterials ?? []);
	const others = perUnit(sumKnown(parts.map((part) => part.perProcess)), input.rawMaterial);
	const coFeeds = parts.length === 0 ? 0 : others;
	const warnings: Warning[] = [];
	if (given === null) warnings.push({ code: 'MISSING_INPUT', at: 'otherInputs' });
	if (perOutput && own !== null)
		warnings.push({
			code: 'OTHER_INPUTS_CONVERTED',
			at: 'otherInputs',
			params: { perOutput: given as number, perRawMaterial: own },
		});
	return {
		perRawMaterial: own === null || coFeeds === null ? null : finite(own + coFeeds),
		knownPart: own ?? coFeeds,
		reason: given === null || coFeeds === null ? 'MISSING_INPUT' : 'OUT_OF_RANGE',
		formula: `${perOutput ? 'otherInputsPerOutput x conversionFactor' : 'otherInputs'}${parts.length > 0 ? ' + sum(otherRawMaterials) / rawMaterial' : ''}`,
		inputs: [
			{ id: perOutput ? 'otherInputsPerOutput' : 'otherInputs', value: given },
			...(perOutput ? [{ id: 'conversionFactor', value: conversionFactor }] : []),
			...(parts.length > 0 ? [{ id: 'otherRawMaterialsPerRawMaterial', value: coFeeds }] : []),
		],
		groups: byGroup(parts, input.rawMaterial),
		warnings,
	};
}

/**
 * Row 9 in Rp per unit of raw material. `mainConversionFactor` (main output per raw material) converts a figure that
 * was counted per unit of output. A part that is not known makes the whole not known; it never counts as 0.
 */
export function otherInputsOf(input: HayamiInput, mainConversionFactor: number | null): OtherInputs {
	const lines = input.otherInputLines ?? [];
	if (lines.length > 0) return fromLines(input, lines, input.otherInputsScope ?? defaultScope);
	return fromFigure(input, mainConversionFactor);
}

/** Kilograms (or litres) in one of these units; a unit that is not here is not compared with the raw material. */
const massUnits: Readonly<Record<string, number>> = {
	kg: 1,
	kilogram: 1,
	g: 0.001,
	gr: 0.001,
	gram: 0.001,
	ons: 0.1,
	kuintal: 100,
	ton: 1000,
	l: 1,
	liter: 1,
	litre: 1,
	ml: 0.001,
};

/**
 * Warns of every further raw material that makes up 20 % or more of the input mass or value: per kilogram of the
 * chosen raw material alone the table then says too much, and the conversion factor may pass 1.
 */
export function coFeedWarnings(input: HayamiInput): Warning[] {
	const feeds = [
		...(input.otherRawMaterials ?? []).map((feed, index) => ({
			at: `otherRawMaterials[${index}]`,
			mass: feed.quantity ?? null,
			value: product(feed.quantity, feed.price),
			byValue: true,
		})),
		...(input.otherInputLines ?? []).map((line, index) => {
			const factor = line.unit === undefined ? 1 : massUnits[line.unit.trim().toLowerCase()];
			const weighed = line.group === 'auxiliary' && line.per !== 'month' && factor !== undefined;
			return {
				at: `otherInputLines[${index}]`,
				mass: weighed ? product(line.quantity, factor) : null,
				value: line.group === 'auxiliary' ? linePerProcess(line, input.processesPerPeriod) : null,
				// Packaging and spices may well be a fifth of the value without being a second raw material.
				byValue: false,
			};
		}),
	];
	const mainValue = product(input.rawMaterial, input.rawMaterialPrice);
	const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
	const totalMass = sumKnown(known([input.rawMaterial ?? null, ...feeds.map((feed) => feed.mass)])) ?? 0;
	const totalValue = sumKnown(known([mainValue, ...feeds.map((feed) => feed.value)])) ?? 0;
	return feeds.flatMap(({ at, mass, value, byValue }) => {
		const massSharePct =
			mass === null || input.rawMaterial == null || totalMass <= 0 ? null : (mass / totalMass) * 100;
		const valueSharePct =
			value === null || mainValue === null || totalValue <= 0 ? null : (value / totalValue) * 100;
		if ((massSharePct ?? 0) < 20 && !(byValue && (valueSharePct ?? 0) >= 20)) return [];
		const params = {
			...(massSharePct === null ? {} : { massSharePct }),
			...(valueSharePct === null ? {} : { valueSharePct }),
		};
		return [{ code: 'CO_FEED_NOT_NUMERAIRE', at, params }];
	});
}

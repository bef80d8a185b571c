/**
 * What a flow sheet holds: where material comes from, what it becomes, who takes it, what one batch needs, and the
 * group that is paid by the piece. Texts as typed; amounts are low and, when they vary, high.
 */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

/** What a kilogram is weighed as. Empty: the material has no such difference (fish counted in pieces). */
export const bases = ['', 'wet', 'dry', 'cooked'] as const;
export type Basis = (typeof bases)[number];
export const periods = ['day', 'month'] as const;
export type Period = (typeof periods)[number];

/** Material that arrives. Rows with the same name and basis are one material from several sources. */
export interface FlowStream {
	readonly name: string;
	readonly from: string;
	readonly low: string;
	/** Empty when the amount does not vary. */
	readonly high: string;
	readonly unit: string;
	readonly basis: Basis;
	readonly per: Period;
}

/** One material made into another. */
export interface FlowProcess {
	/** `materialKey` of what goes in. */
	readonly from: string;
	readonly name: string;
	readonly basis: Basis;
	readonly unit: string;
	/** Units of the result from one unit of what goes in; empty while nobody measured it. */
	readonly low: string;
	readonly high: string;
	/** What goes in, in the unit and period of that material; empty while nobody weighed it. */
	readonly takes: string;
}

export interface FlowUse {
	/** `materialKey` of what is taken. */
	readonly material: string;
	readonly who: string;
	readonly low: string;
	readonly high: string;
}

export interface FlowBatch {
	readonly product: string;
	/** `materialKey` of what one batch needs. */
	readonly material: string;
	readonly need: string;
	readonly output: string;
	readonly outputUnit: string;
	/** Rupiah from one batch; empty when nobody knows it yet. */
	readonly income: string;
}

export const serviceFields = [
	'peopleLow',
	'peopleHigh',
	'itemsLow',
	'itemsHigh',
	'feeLow',
	'feeHigh',
	'minutes',
	'hours',
	'costs',
] as const;
export type ServiceField = (typeof serviceFields)[number];
export type FlowService = Readonly<Record<ServiceField | 'name', string>>;

export interface FlowContent {
	readonly title: string;
	readonly source: string;
	/** Working days a month, as typed: between figures per day and per month. */
	readonly days: string;
	readonly streams: readonly FlowStream[];
	readonly processes: readonly FlowProcess[];
	readonly uses: readonly FlowUse[];
	readonly batches: readonly FlowBatch[];
	readonly service: FlowService;
}

export const mostFlowRows = 40;

export const emptyStream: FlowStream = {
	name: '',
	from: '',
	low: '',
	high: '',
	unit: 'kg',
	basis: '',
	per: 'day',
};
export const emptyProcess: FlowProcess = {
	from: '',
	name: '',
	basis: '',
	unit: 'kg',
	low: '',
	high: '',
	takes: '',
};
export const emptyUse: FlowUse = { material: '', who: '', low: '', high: '' };
export const emptyBatch: FlowBatch = {
	product: '',
	material: '',
	need: '',
	output: '',
	outputUnit: '',
	income: '',
};
export const emptyService = Object.fromEntries(
	['name', ...serviceFields].map((field) => [field, '']),
) as FlowService;

/** Names one material: the same name weighed wet and dry are two materials. Empty without a name. */
export function materialKey(name: string, basis: Basis): string {
	const plain = name.trim().replace(/\s+/g, ' ').toLowerCase();
	return plain === '' ? '' : `${plain}|${basis}`;
}

const keyFrom = (value: unknown) => textFrom(value, 220);

export const flowContent: ToolContent<FlowContent> = {
	tool: 'flow',
	version: 1,
	empty: () => ({
		title: '',
		source: '',
		days: '',
		streams: [emptyStream, emptyStream],
		processes: [],
		uses: [],
		batches: [],
		service: emptyService,
	}),
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.streams)) return null;
		const service = recordFrom(from.service);
		return {
			title: textFrom(from.title),
			source: textFrom(from.source, 500),
			days: textFrom(from.days, 40),
			streams: listFrom(from.streams, mostFlowRows, (entry) => {
				const one = recordFrom(entry);
				return {
					name: textFrom(one.name),
					from: textFrom(one.from),
					low: textFrom(one.low),
					high: textFrom(one.high),
					unit: textFrom(one.unit, 40),
					basis: choiceFrom(one.basis, bases, ''),
					per: choiceFrom(one.per, periods, 'day'),
				};
			}),
			processes: listFrom(from.processes, mostFlowRows, (entry) => {
				const one = recordFrom(entry);
				return {
					from: keyFrom(one.from),
					name: textFrom(one.name),
					basis: choiceFrom(one.basis, bases, ''),
					unit: textFrom(one.unit, 40),
					low: textFrom(one.low),
					high: textFrom(one.high),
					takes: textFrom(one.takes),
				};
			}),
			uses: listFrom(from.uses, mostFlowRows, (entry) => {
				const one = recordFrom(entry);
				return {
					material: keyFrom(one.material),
					who: textFrom(one.who),
					low: textFrom(one.low),
					high: textFrom(one.high),
				};
			}),
			batches: listFrom(from.batches, mostFlowRows, (entry) => {
				const one = recordFrom(entry);
				return {
					product: textFrom(one.product),
					material: keyFrom(one.material),
					need: textFrom(one.need),
					output: textFrom(one.output),
					outputUnit: textFrom(one.outputUnit, 40),
					income: textFrom(one.income),
				};
			}),
			service: Object.fromEntries(
				['name', ...serviceFields].map((field) => [field, textFrom(service[field])]),
			) as FlowService,
		};
	},
	title: ({ title }) => title.trim(),
	blank: ({ title, source, days, streams, processes, uses, batches, service }) =>
		[
			title,
			source,
			days,
			...Object.values(service),
			...streams.flatMap(({ name, from, low, high }) => [name, from, low, high]),
			...processes.flatMap(({ name, from, low, high, takes }) => [name, from, low, high, takes]),
			...uses.flatMap(({ who, material, low, high }) => [who, material, low, high]),
			...batches.flatMap((batch) => Object.values(batch)),
		].every((text) => text.trim() === ''),
};

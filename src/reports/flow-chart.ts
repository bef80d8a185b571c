/** The flow as bands and as a list: sources, materials, users, and what nobody uses. */
import { sankey, type SankeyListRow } from '#charts/sankey.ts';
import type { SankeyLink, SankeyNode } from '#charts/sankey-layout.ts';
import type { MaterialLine } from '#methods/programme/material-flow.ts';
import { lowHigh } from '#methods/programme/span.ts';
import type { Span } from '#methods/programme/span.ts';
import { m } from '#words/messages.js';
import type { ChartBlock, TableBlock } from './block.ts';
import {
	amountText,
	eachText,
	isLeft,
	materialName,
	materialOf,
	type FlowTelling,
	type Pair,
} from './flow-words.ts';

/** One scale a unit: the most of that unit is 1, so that kilograms and pieces can stand side by side. */
function scalesOf({ study, flow }: FlowTelling): ReadonlyMap<string, number> {
	const most = new Map<string, number>();
	for (const { material, incoming, outgoing } of flow.lines) {
		const unit = study.materials.find(({ key }) => key === material)?.unit ?? '';
		most.set(unit, Math.max(most.get(unit) ?? 0, incoming?.[1] ?? 0, outgoing[1]));
	}
	return most;
}

interface Drawn {
	readonly nodes: SankeyNode[];
	readonly links: SankeyLink[];
	readonly list: SankeyListRow[];
}

function leftOver(line: MaterialLine, telling: FlowTelling): { label: string; note: string } {
	const { locale } = telling;
	return line.unknownOut > 0
		? { label: m.flow_unaccounted({}, { locale }), note: m.flow_where({}, { locale }) }
		: { label: m.flow_unused({}, { locale }), note: m.flow_who_could({}, { locale }) };
}

function draw(telling: FlowTelling): Drawn {
	const { study, flow, locale } = telling;
	const nodes: SankeyNode[] = [];
	const links: SankeyLink[] = [];
	const list: SankeyListRow[] = [];
	const places = new Map<string, number>();
	const node = (key: string, make: () => SankeyNode): number => {
		const known = places.get(key);
		if (known !== undefined) return known;
		places.set(key, nodes.length);
		nodes.push(make());
		return nodes.length - 1;
	};
	const scales = scalesOf(telling);
	const unweighed = m.flow_unweighed({}, { locale });
	const width = (pair: Pair | null, key: string): Pair | null => {
		const most = scales.get(materialOf(telling, key)?.unit ?? '') ?? 0;
		return pair === null || most <= 0 ? null : [pair[0] / most, pair[1] / most];
	};
	const said = (pair: Pair | null, key: string) => {
		const material = materialOf(telling, key);
		return pair === null || !material ? unweighed : amountText(pair, material, locale);
	};
	const lineOf = (key: string) => flow.lines.find(({ material }) => material === key);
	const pairOf = (span: Span | null): Pair | null => (span === null ? null : lowHigh(span));
	const materialNode = (key: string) =>
		node(key, () => {
			const material = materialOf(telling, key);
			const incoming = lineOf(key)?.incoming ?? null;
			return {
				label: material ? materialName(material, locale) : key,
				valueText: said(incoming, key),
				tone: incoming === null ? 'unknown' : 'known',
			};
		});
	for (const supply of study.supplies) {
		const to = materialNode(supply.to);
		if (supply.from === '') continue;
		const amount = pairOf(supply.amount);
		const from = node(`from ${supply.row}`, () => ({
			label: supply.from,
			valueText: said(amount, supply.to),
			tone: amount === null ? 'unknown' : 'known',
		}));
		const size = width(amount, supply.to);
		links.push({ from, to, leaves: size, arrives: size });
	}
	study.processes.forEach((process, index) => {
		const made = flow.made[index] ?? null;
		const takes = pairOf(telling.study.flow.processes[index]?.takes ?? null);
		links.push({
			from: materialNode(process.from),
			to: materialNode(process.to),
			leaves: width(takes, process.from),
			arrives: made === null ? null : width(made, process.to),
		});
	});
	for (const use of study.uses) {
		const amount = pairOf(use.amount);
		// Who takes several materials is one end as long as none of them was weighed; figures stand one by one.
		const weighed = study.uses.some((one) => one.who === use.who && one.amount !== null);
		const to = node(`use ${use.who.toLowerCase()} ${weighed ? use.material : ''}`, () => ({
			label: use.who || m.flow_who({}, { locale }),
			valueText: said(amount, use.material),
			tone: amount === null ? 'unknown' : 'known',
		}));
		const size = width(amount, use.material);
		links.push({ from: materialNode(use.material), to, leaves: size, arrives: size });
	}
	for (const line of flow.lines) {
		if (!isLeft(line) || line.rest === null) continue;
		const rest: Pair = [Math.max(0, line.rest[0]), line.rest[1]];
		const size = width(rest, line.material);
		const { label, note } = leftOver(line, telling);
		const to = node(`rest ${line.material}`, () => ({
			label,
			valueText: said(rest, line.material),
			note,
			tone: 'unused',
		}));
		links.push({ from: materialNode(line.material), to, leaves: size, arrives: size, unused: true });
	}
	for (const line of flow.lines) {
		const material = materialOf(telling, line.material);
		if (!material) continue;
		const row = (level: number, label: string, pair: Pair | null, more: Partial<SankeyListRow> = {}) =>
			list.push({
				level,
				label,
				valueText: said(pair, line.material),
				amount: width(pair, line.material),
				...more,
			});
		row(0, materialName(material, locale), line.incoming);
		for (const use of study.uses)
			if (use.material === line.material) row(1, use.who || m.flow_who({}, { locale }), pairOf(use.amount));
		study.processes.forEach((process, index) => {
			const next = materialOf(telling, process.to);
			if (process.from === line.material && next)
				row(1, materialName(next, locale), pairOf(study.flow.processes[index]?.takes ?? null));
		});
		if (isLeft(line) && line.rest) {
			const { label, note } = leftOver(line, telling);
			row(1, label, [Math.max(0, line.rest[0]), line.rest[1]], { unused: true, note });
		}
	}
	return { nodes, links, list };
}

/** The drawing with its finding; null while the sheet names no flow or goes in a circle. */
export function flowChart(telling: FlowTelling, finding: string, table: TableBlock): ChartBlock | null {
	const { study, flow, locale, content } = telling;
	const drawn = draw(telling);
	if (drawn.links.length === 0) return null;
	const used = new Set(flow.lines.flatMap(({ material }) => materialOf(telling, material)?.unit ?? []));
	const [first] = study.materials;
	const alt = m.flow_chart_alt(
		{
			list: flow.lines
				.flatMap((line) => {
					const material = materialOf(telling, line.material);
					if (!material) return [];
					const said = (pair: Pair | null) =>
						pair === null ? m.flow_unweighed({}, { locale }) : amountText(pair, material, locale);
					return [
						m.flow_chart_alt_item(
							{
								material: materialName(material, locale),
								incoming: said(line.incoming),
								outgoing: said(line.outgoing),
								rest: said(line.rest),
							},
							{ locale },
						),
					];
				})
				.join('; '),
		},
		{ locale },
	);
	const { raised, wide, narrow } = sankey({ ...drawn, alt, noData: m.reports_no_data({}, { locale }) });
	const source = content.source.trim().replace(/\.$/, '');
	return {
		kind: 'chart',
		id: 'flow',
		title: finding,
		subtitle:
			used.size === 1 && first
				? m.flow_chart_subtitle_unit({ unit: first.unit, each: eachText(first, locale) }, { locale })
				: m.flow_chart_subtitle({}, { locale }),
		foot: [
			raised ? m.flow_foot_raised({}, { locale }) : '',
			used.size > 1 ? m.flow_foot_units({}, { locale }) : '',
			source ? m.flow_foot_source({ source }, { locale }) : '',
		]
			.filter(Boolean)
			.join(' '),
		wide,
		narrow,
		alt,
		table,
	};
}

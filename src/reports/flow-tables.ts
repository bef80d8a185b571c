/** The balance of every material, the batches its rest could feed, and the figures of piecework. */
import type { StudyBatch } from '#inputs/flow-study.ts';
import { batchesFrom, type MaterialLine } from '#methods/programme/material-flow.ts';
import type { ServiceCapacityResult } from '#methods/programme/service-capacity.ts';
import { m } from '#words/messages.js';
import type { TableBlock } from './block.ts';
import { textCell } from './figure-text.ts';
import {
	amountText,
	materialName,
	materialOf,
	rangeCell,
	rangeText,
	rupiahRange,
	unitPer,
	isLeft,
	type FlowTelling,
	type Pair,
} from './flow-words.ts';
import type { Locale } from './row-label.ts';

function stateText(line: MaterialLine, locale: Locale): string {
	const unknown = [
		line.unknownIn > 0 ? m.flow_state_unknown_in({ count: line.unknownIn }, { locale }) : '',
		line.unknownOut > 0 ? m.flow_state_unknown_out({ count: line.unknownOut }, { locale }) : '',
	].filter(Boolean);
	if (line.short === 'always') return m.flow_state_short({}, { locale });
	if (line.short === 'maybe') return m.flow_state_maybe({}, { locale });
	if (unknown.length > 0) return unknown.join(', ');
	if (line.rest === null) return '';
	if (!isLeft(line)) return m.flow_state_even({}, { locale });
	return line.outgoing[1] === 0 ? m.flow_state_unused({}, { locale }) : m.flow_state_left({}, { locale });
}

/** In, out and what is left of every material, with what is not known. */
export function balanceTable(telling: FlowTelling): TableBlock {
	const { flow, locale, content } = telling;
	const number = (label: string) => ({ label, align: 'right' as const });
	return {
		kind: 'table',
		id: 'balance',
		caption: m.flow_balance({}, { locale }),
		columns: [
			{ label: m.flow_material({}, { locale }), align: 'left' },
			{ label: m.flow_unit({}, { locale }), align: 'left' },
			number(m.flow_in({}, { locale })),
			number(m.flow_out({}, { locale })),
			number(m.flow_rest({}, { locale })),
			{ label: m.flow_state({}, { locale }), align: 'left' },
		],
		rows: flow.lines.flatMap((line) => {
			const material = materialOf(telling, line.material);
			if (!material) return [];
			const nothingWeighed = line.unknownOut > 0 && line.outgoing[1] === 0;
			return [
				{
					cells: [
						textCell(materialName(material, locale)),
						textCell(unitPer(material, locale)),
						rangeCell(line.incoming, locale),
						rangeCell(nothingWeighed ? null : line.outgoing, locale),
						rangeCell(line.rest, locale),
						textCell(stateText(line, locale)),
					],
				},
			];
		}),
		...(content.source.trim() ? { source: content.source.trim() } : {}),
	};
}

export interface CountedBatch {
	readonly batch: StudyBatch;
	readonly available: Pair;
	readonly batches: Pair;
	readonly output: Pair | null;
	readonly income: Pair | null;
	/** Over a month; null without working days where the material is counted per day. */
	readonly monthIncome: Pair | null;
}

/** Products whose batches can be worked out: the material is there through known yields. */
export function countedBatches({ study, flow }: FlowTelling): CountedBatch[] {
	return study.batches.flatMap((batch): CountedBatch[] => {
		const line = flow.lines.find(({ material }) => material === batch.material);
		if (!line?.reachable || batch.need === null) return [];
		// A path with a missing yield would be counted as nothing: better no figure than one that is too small.
		if (line.missingYields.length > 0) return [];
		const { need, output, income } = batch;
		const made = batchesFrom(line.reachable, { need, output, income });
		if (!made) return [];
		const per = study.materials.find(({ key }) => key === batch.material)?.per;
		const month = per === 'month' ? 1 : study.days;
		const overMonth =
			month === null
				? null
				: batchesFrom([line.reachable[0] * month, line.reachable[1] * month], { need, output, income });
		return [{ batch, available: line.reachable, ...made, monthIncome: overMonth?.income ?? null }];
	});
}

export function batchTable(counted: readonly CountedBatch[], telling: FlowTelling): TableBlock {
	const { locale } = telling;
	const months = counted.some(({ monthIncome }) => monthIncome !== null);
	const number = (label: string) => ({ label, align: 'right' as const });
	const money = (pair: Pair | null) =>
		pair === null ? { text: '–', value: null } : { text: rupiahRange(pair, locale) };
	return {
		kind: 'table',
		id: 'batches',
		caption: m.flow_batches_table({}, { locale }),
		columns: [
			{ label: m.flow_product({}, { locale }), align: 'left' },
			number(m.flow_available({}, { locale })),
			number(m.flow_batch_count({}, { locale })),
			number(m.flow_batch_output({}, { locale })),
			number(m.flow_batch_income({}, { locale })),
			...(months ? [number(m.flow_batch_income_month({}, { locale }))] : []),
		],
		rows: counted.flatMap(({ batch, available, batches, output, income, monthIncome }) => {
			const material = materialOf(telling, batch.material);
			if (!material) return [];
			const available_ = { ...material, unit: unitPer(material, locale) };
			return [
				{
					cells: [
						textCell(batch.product || materialName(material, locale)),
						textCell(amountText(available, available_, locale)),
						rangeCell(batches, locale),
						output === null
							? { text: '–', value: null }
							: textCell(`${rangeText(output, locale)} ${batch.outputUnit}`.trim()),
						money(income),
						...(months ? [money(monthIncome)] : []),
					],
				},
			];
		}),
	};
}

export function serviceTable(result: ServiceCapacityResult, locale: Locale): TableBlock {
	const rows: [string, string][] = [
		[m.flow_service_items({}, { locale }), rangeText(result.itemsPerDay, locale)],
		[m.flow_service_income({}, { locale }), rupiahRange(result.incomePerDay, locale)],
		[m.flow_service_share({}, { locale }), rupiahRange(result.sharePerMember, locale)],
	];
	if (result.sharePerMemberPeriod)
		rows.push([m.flow_service_share_month({}, { locale }), rupiahRange(result.sharePerMemberPeriod, locale)]);
	if (result.hoursPerPerson)
		rows.push([m.flow_service_hours({}, { locale }), rangeText(result.hoursPerPerson, locale)]);
	return {
		kind: 'table',
		id: 'service',
		caption: m.flow_service_table({}, { locale }),
		columns: [
			{ label: m.flow_figure({}, { locale }), align: 'left' },
			{ label: m.flow_value({}, { locale }), align: 'right' },
		],
		rows: rows.map(([label, value]) => ({ cells: [textCell(label), textCell(value)] })),
	};
}

/** For those who know the methods: the GAIA plane, typical winning weights, and weights that walk. */
import { directionPlane } from '#charts/direction-plane.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock, TableBlock } from './block.ts';
import { leadersOf, regionsOf, walkSteps } from './decision-findings.ts';
import { byScore, regionName, weightText } from './decision-names.ts';
import { alternativeName, partName, type DecisionView } from './decision-view.ts';
import { listText, percentText, textCell } from './figure-text.ts';

type Point = readonly [number, number];

/** Below this the plane hides more than it shows. */
const leastDelta = 0.6;
/** Cosine of the angle beyond which two directions no longer point the same way. */
const alike = 0.5;
const mostNear = 3;

const cosine = (a: Point, b: Point): number => {
	const size = Math.hypot(...a) * Math.hypot(...b);
	return size > 0 ? (a[0] * b[0] + a[1] * b[1]) / size : 0;
};

/** The criteria that point most nearly where the alternative lies. */
function nearest(view: DecisionView, point: Point): string[] {
	const { findings, study, names } = view;
	return (findings?.gaia?.criteria ?? [])
		.map((direction, column) => ({ column, near: cosine(point, direction) }))
		.filter(({ near }) => near > alike)
		.sort((a, b) => b.near - a.near || a.column - b.column)
		.slice(0, mostNear)
		.map(({ column }) => names.member(study.criteria[column]?.id ?? ''));
}

/** By alternative, which criteria it lies nearest to: what the plane says, for those who do not see it. */
export function nearestSentences(view: DecisionView): string[] {
	const { locale } = view.names;
	const gaia = view.findings?.gaia;
	if (!gaia || gaia.delta < leastDelta) return [];
	return byScore(view.study).map((row) => {
		const alternative = alternativeName(view, row);
		const near = nearest(view, gaia.alternatives[row] as Point);
		return near.length === 0
			? m.decision_results_gaia_near_none({ alternative }, { locale })
			: m.decision_results_gaia_near({ alternative, criteria: listText(near, locale) }, { locale });
	});
}

/** The plane, or why it is not shown; null while it is not known. */
export function gaiaBlock(view: DecisionView): ChartBlock | { kind: 'paragraph'; text: string } | null {
	const { study, findings, names } = view;
	const { locale } = names;
	const gaia = findings?.gaia;
	if (!gaia) return null;
	const delta = percentText(gaia.delta * 100, locale, 0);
	if (gaia.delta < leastDelta)
		return { kind: 'paragraph', text: m.decision_results_gaia_hidden({ delta }, { locale }) };
	const point = (label: string, [x, y]: Point) => ({ label, x, y });
	const leaders = leadersOf(study);
	const pulled = byScore(study).sort(
		(a, b) =>
			cosine(gaia.alternatives[b] as Point, gaia.stick) - cosine(gaia.alternatives[a] as Point, gaia.stick),
	)[0] as number;
	return {
		kind: 'chart',
		id: 'gaia',
		title: m.decision_results_gaia_title({ delta, nearest: alternativeName(view, pulled) }, { locale }),
		subtitle: m.decision_results_gaia_subtitle({}, { locale }),
		foot: m.decision_results_gaia_foot({}, { locale }),
		...directionPlane({
			points: gaia.alternatives.map((at, row) => ({
				...point(alternativeName(view, row), at),
				strong: leaders.includes(row),
			})),
			directions: gaia.criteria.map((at, column) =>
				point(names.member(study.criteria[column]?.id ?? ''), at),
			),
			pull: point(m.decision_results_gaia_pull({}, { locale }), gaia.stick),
			alt: nearestSentences(view).join(' '),
			noData: m.decision_results_no_data({}, { locale }),
		}),
		alt: nearestSentences(view).join(' '),
		table: {
			kind: 'table',
			id: 'gaia-table',
			caption: m.decision_results_gaia_table({}, { locale }),
			columns: [
				{ label: m.decision_results_alternative({}, { locale }), align: 'left' },
				{ label: m.decision_results_nearest({}, { locale }), align: 'left' },
			],
			rows: byScore(study).map((row) => ({
				cells: [
					textCell(alternativeName(view, row)),
					textCell(listText(nearest(view, gaia.alternatives[row] as Point), locale) || '–'),
				],
			})),
		},
	};
}

/** Mean weights of the draws each alternative wins. */
function centralTable(view: DecisionView): TableBlock | null {
	const { study, findings, names } = view;
	const { locale } = names;
	const region = regionsOf(study).find((one) => one === 'parts-free');
	const central = region && findings?.regions[region]?.centralWeights;
	if (!region || !central) return null;
	return {
		kind: 'table',
		id: 'central-weights',
		caption: m.decision_results_central_table({ region: regionName(region, study, locale) }, { locale }),
		columns: [
			{ label: m.decision_results_alternative({}, { locale }), align: 'left' },
			...study.parts.map((_, part) => ({ label: partName(view, part), align: 'right' as const })),
		],
		rows: byScore(study).map((row) => ({
			cells: [
				textCell(alternativeName(view, row)),
				...study.parts.map((_, part) => {
					const weights = central[row] ?? null;
					if (weights === null)
						return textCell(part === 0 ? m.decision_results_central_never({}, { locale }) : '–');
					const weight = weights[part] as number;
					return { text: weightText(weight, locale), value: weight * 100, decimals: 1 };
				}),
			],
		})),
	};
}

/** Who wins as one weight goes from nothing to everything. */
function walkTable(view: DecisionView): TableBlock | null {
	const { study, findings, names } = view;
	const { locale } = names;
	const walk = findings?.changes?.walk ?? [];
	if (walk.length === 0) return null;
	return {
		kind: 'table',
		id: 'walking-weights',
		caption: m.decision_results_walk_table({}, { locale }),
		columns: [
			{ label: m.decision_results_part({}, { locale }), align: 'left' },
			...walkSteps.map((step) => ({ label: weightText(step, locale), align: 'left' as const })),
		],
		rows: study.parts.map((_, part) => ({
			cells: [
				textCell(partName(view, part)),
				...(walk[part] ?? []).map((row) => textCell(alternativeName(view, row))),
			],
		})),
	};
}

/** Everything for the expert but the plane. */
export function expertTables(view: DecisionView): Block[] {
	const { study, findings, names } = view;
	const { locale } = names;
	const tables = [centralTable(view), walkTable(view)].filter((table) => table !== null);
	const shares = findings?.regions['parts-free'];
	const entropy: Block[] = shares
		? [
				{
					kind: 'paragraph',
					text: m.decision_results_entropy(
						{
							bits: writeNumber(shares.entropy, locale, 2),
							most: writeNumber(Math.log2(study.alternatives.length), locale, 2),
						},
						{ locale },
					),
				},
			]
		: [];
	return [...tables, ...entropy];
}

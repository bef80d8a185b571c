/** Sustainable livelihood impact assessment: five assets of a household before and after a programme. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { namedStep } from '../numeric/named-step.ts';
import { isPossibleMean } from './grim.ts';
import { cleanDifference } from './paired-differences.ts';
import { pentagon } from './pentagon.ts';
import type { Pentagon } from './pentagon.ts';
import { isByRespondent, sliaFault } from './slia-input.ts';
import type { SliaAsset, SliaIndicator, SliaInput } from './slia-input.ts';
import { assetWave, indicatorWave, sliaRules } from './slia-scores.ts';
import type { SliaRules, WaveScores } from './slia-scores.ts';

export interface SliaFigures {
	readonly name: string;
	readonly before: number | null;
	readonly after: number | null;
	/** after - before, from figures that are not rounded. */
	readonly change: number | null;
	/** Change as a share of what was left to gain; null when nothing was. */
	readonly attainablePct: number | null;
	/** Respondents behind each wave; null when only means are given. */
	readonly nBefore: number | null;
	readonly nAfter: number | null;
}

export interface SliaAssetFigures extends SliaFigures {
	readonly indicators: readonly SliaFigures[];
	/** after - before of each respondent with both, for the paired tests; empty for means. */
	readonly differences: readonly number[];
}

export interface SliaResult {
	readonly assets: readonly SliaAssetFigures[];
	/** Mean of the assets. */
	readonly mean: {
		readonly before: number | null;
		readonly after: number | null;
		readonly change: number | null;
	};
	/** Null with fewer than three assets or when one has no score. */
	readonly pentagon: Pentagon | null;
	readonly indicators: number;
	readonly scale: { readonly min: number; readonly max: number };
}

const minus = (after: number | null, before: number | null): number | null =>
	after === null || before === null ? null : cleanDifference(after, before);

function figures(name: string, before: WaveScores, after: WaveScores, max: number): SliaFigures {
	const change = minus(after.mean, before.mean);
	const open = before.mean === null ? 0 : max - before.mean;
	return {
		name,
		before: before.mean,
		after: after.mean,
		change,
		attainablePct: change === null || open <= 1e-12 ? null : (change / open) * 100,
		nBefore: before.n,
		nAfter: after.n,
	};
}

const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Rows that repeat the name of another of their asset: alike in every figure, or only in name. */
function repeats(asset: SliaAsset, a: number): { same: number[]; warnings: Warning[] } {
	const same: number[] = [];
	const warnings: Warning[] = [];
	const told = ({ polarity, weight, before, after }: SliaIndicator) =>
		JSON.stringify([polarity, weight ?? 1, before, after]);
	asset.indicators.forEach((indicator, i) => {
		const first = asset.indicators.findIndex((other) => plain(other.name) === plain(indicator.name));
		if (first >= i) return;
		const alike = told(asset.indicators[first] as SliaIndicator) === told(indicator);
		if (alike) same.push(i);
		warnings.push({
			code: alike ? 'DUPLICATE_INDICATOR' : 'REPEATED_NAME',
			at: `assets[${a}].indicators[${i}].name`,
			params: { name: indicator.name, first },
		});
	});
	return { same, warnings };
}

function workAsset(asset: SliaAsset, rules: SliaRules): SliaAssetFigures {
	const before = asset.indicators.map((indicator) => indicatorWave(indicator, indicator.before, rules));
	const after = asset.indicators.map((indicator) => indicatorWave(indicator, indicator.after, rules));
	const whole = { before: assetWave(asset, before, rules), after: assetWave(asset, after, rules) };
	return {
		...figures(asset.name, whole.before, whole.after, rules.max),
		indicators: asset.indicators.map((indicator, i) =>
			figures(indicator.name, before[i] as WaveScores, after[i] as WaveScores, rules.max),
		),
		differences: whole.before.byRespondent
			.map((score, respondent) => minus(whole.after.byRespondent[respondent] ?? null, score))
			.filter((difference): difference is number => difference !== null),
	};
}

/** Printed changes that do not follow, and means that whole scores of that many respondents cannot have. */
function printedWarnings(input: SliaInput, rules: SliaRules): Warning[] {
	const decimals = input.decimals ?? 2;
	// Each of the three printed figures may be off by half of its last digit.
	const room = 1.5 * 10 ** -decimals + 1e-9;
	return input.assets.flatMap((asset, a) =>
		asset.indicators.flatMap((indicator, i) => {
			const at = `assets[${a}].indicators[${i}]`;
			const { printedChange } = indicator;
			const [before, after] = [indicator.before, indicator.after].map(
				(wave) => indicatorWave(indicator, wave, rules).mean,
			);
			const change = minus(after ?? null, before ?? null);
			const off = printedChange != null && change !== null && Math.abs(printedChange - change) > room;
			const impossible = (['before', 'after'] as const).filter((key) => {
				const mean = indicator[key];
				return (
					rules.respondents !== null &&
					typeof mean === 'number' &&
					!isPossibleMean(mean, rules.respondents, decimals, 'any')
				);
			});
			return [
				...(off
					? [
							{
								code: 'CHANGE_DIFFERS',
								at: `${at}.printedChange`,
								params: { printed: printedChange, change },
							},
						]
					: []),
				...impossible.map((key) => ({
					code: 'GRIM_IMPOSSIBLE',
					at: `${at}.${key}`,
					params: { n: rules.respondents ?? 0, count: 1 },
				})),
			];
		}),
	);
}

function traced({ assets, mean, pentagon: area }: SliaResult): Step[] {
	const score = ['score', 'none'] as const;
	return [
		...assets.flatMap(({ name, before, after, change, attainablePct }, index) => {
			const at = `assets[${index}]`;
			return [
				namedStep(`${at}.before`, before, score, `mean of the scores of ${name}, before`, {}, 'NO_ANSWERS'),
				namedStep(`${at}.after`, after, score, `mean of the scores of ${name}, after`, {}, 'NO_ANSWERS'),
				namedStep(`${at}.change`, change, score, 'after - before', { before, after }, 'NO_ANSWERS'),
				namedStep(
					`${at}.attainablePct`,
					attainablePct,
					['%', 'none'],
					'(after - before) / (max - before) * 100',
					{ before, after },
					before === null || after === null ? 'NO_ANSWERS' : 'ZERO_DENOMINATOR',
				),
			];
		}),
		namedStep('mean.before', mean.before, score, 'mean of assets.before', {}, 'NO_ANSWERS'),
		namedStep('mean.after', mean.after, score, 'mean of assets.after', {}, 'NO_ANSWERS'),
		...(area === null
			? []
			: [
					namedStep('pentagon.before', area.before, ['score^2', 'none'], '1/2 sin(360/k) sum(s[i] s[i + 1])'),
					namedStep('pentagon.after', area.after, ['score^2', 'none'], '1/2 sin(360/k) sum(s[i] s[i + 1])'),
				]),
	];
}

function compute(input: SliaInput): MethodResult<SliaResult> {
	const wrong = sliaFault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const rules = sliaRules(input);
	const found = input.assets.map(repeats);
	const kept = input.assets.map((asset, a) =>
		input.duplicates === 'keep'
			? asset
			: { ...asset, indicators: asset.indicators.filter((_, i) => !found[a]?.same.includes(i)) },
	);
	const assets = kept.map((asset) => workAsset(asset, rules));
	const over = (key: 'before' | 'after') => {
		const scores = assets.map((asset) => asset[key]);
		return scores.every((value): value is number => value !== null)
			? { scores, mean: scores.reduce((sum, value) => sum + value, 0) / scores.length }
			: null;
	};
	const [before, after] = [over('before'), over('after')];
	const lifted = (scores: readonly number[]) => scores.map((score) => score - rules.min);
	const names = assets.map(({ name }) => name);
	const result: SliaResult = {
		assets,
		mean: {
			before: before?.mean ?? null,
			after: after?.mean ?? null,
			change: minus(after?.mean ?? null, before?.mean ?? null),
		},
		pentagon:
			before === null || after === null ? null : pentagon(names, lifted(before.scores), lifted(after.scores)),
		indicators: kept.reduce((sum, { indicators }) => sum + indicators.length, 0),
		scale: { min: rules.min, max: rules.max },
	};
	if (assets.every((asset) => asset.before === null && asset.after === null))
		return refused('missing-input', 'NO_ANSWERS', 'assets');
	const uneven = assets.flatMap(({ nBefore, nAfter }, a) =>
		isByRespondent(input) && nBefore !== nAfter
			? [
					{
						code: 'UNEQUAL_RESPONDENTS',
						at: `assets[${a}]`,
						params: { before: nBefore ?? 0, after: nAfter ?? 0 },
					},
				]
			: [],
	);
	const warnings: Warning[] = [
		...found.flatMap((each) => each.warnings),
		...printedWarnings(input, rules),
		...uneven,
		...(result.pentagon === null ? [] : [{ code: 'AREA_DEPENDS_ON_ORDER', at: 'pentagon' }]),
		{ code: 'NO_CONTROL_GROUP', at: 'assets' },
	];
	return { status: 'ok', result, steps: traced(result), warnings };
}

/**
 * Livelihood assets from scores of respondents or from means. A missing polarity is asked for (`missing-input`); a row
 * printed twice counts once and is told; changes come from figures that are not rounded.
 */
export const slia = method<SliaInput, SliaResult>({
	id: 'slia',
	version: 1,
	formula: 'asset = mean over respondents of sum(weight * score) / sum(weight); change = after - before',
	unit: 'score',
	source:
		'Ashley, C., & Hussein, K. (2000), Developing Methodologies for Livelihood Impact Assessment, ODI Working Paper 129, London; DFID (1999), Sustainable Livelihoods Guidance Sheets, London.',
	variants: {
		respondent: 'asset scores of respondents with enough answers, then their mean',
		indicator: 'mean of indicator means, whoever answered',
		attainablePct: '(after - before) / (max - before) * 100',
		pentagon:
			'1/2 sin(72 deg) sum of products of neighbouring axes, with its range over the 12 orders of five axes',
	},
	example: {
		assets: [
			{
				name: 'natural',
				indicators: [{ name: 'water', polarity: 'positive', before: [3, 4, 3], after: [3, 4, 4] }],
			},
			{
				name: 'physical',
				indicators: [{ name: 'tools', polarity: 'positive', before: [0, 1, 0], after: [3, 3, 4] }],
			},
			{
				name: 'social',
				indicators: [
					{ name: 'group work', polarity: 'positive', before: [1, 2, 1], after: [3, 3, 4] },
					{ name: 'conflict', polarity: 'negative', before: [3, 2, null], after: [1, 2, 1] },
				],
			},
		],
	},
	compute,
});

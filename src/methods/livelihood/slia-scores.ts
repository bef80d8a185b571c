/** From answers to figures: indicator means and asset scores of both waves, before any rounding. */
import { printable } from '../numeric/named-step.ts';
import type { SliaAsset, SliaIndicator, SliaInput, Wave } from './slia-input.ts';

export interface WaveScores {
	/** Null when nobody answered. */
	readonly mean: number | null;
	/** Who it is the mean of; null when only means are given. */
	readonly n: number | null;
	/** One score per respondent; null where the rule of enough answers is not met. Empty for means. */
	readonly byRespondent: readonly (number | null)[];
}

export interface SliaRules {
	readonly min: number;
	readonly max: number;
	readonly minimumAnswered: number;
	readonly byIndicator: boolean;
	readonly respondents: number | null;
}

/** The rules with what holds unless stated. */
export function sliaRules(input: SliaInput): SliaRules {
	return {
		...(input.scale ?? { min: 0, max: 5 }),
		minimumAnswered: input.minimumAnswered ?? 0.6,
		byIndicator: input.aggregation === 'indicator',
		respondents: input.respondents ?? null,
	};
}

const average = (values: readonly number[]): number | null =>
	values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A printed mean as the k / n it was rounded from. */
const restored = (mean: number, n: number | null): number => (n === null ? mean : Math.round(mean * n) / n);

/** Scores of one indicator in one wave, turned so that high is good. */
export function indicatorWave(indicator: SliaIndicator, wave: Wave, rules: SliaRules): WaveScores {
	const turned = (score: number) =>
		indicator.polarity === 'negative' ? rules.max + rules.min - score : score;
	if (typeof wave === 'number')
		return { mean: turned(restored(wave, rules.respondents)), n: rules.respondents, byRespondent: [] };
	const byRespondent = wave.map((score) => (score == null ? null : turned(score)));
	const known = byRespondent.filter((score): score is number => score !== null);
	return { mean: average(known), n: known.length, byRespondent };
}

/** Weighted mean of the parts that are known; null when none is. */
function weighted(parts: readonly (number | null)[], weights: readonly number[]): number | null {
	let [sum, total] = [0, 0];
	parts.forEach((part, index) => {
		if (part === null) return;
		sum += part * (weights[index] as number);
		total += weights[index] as number;
	});
	return total === 0 ? null : printable(sum / total);
}

/** Score of an asset in one wave from the scores of its indicators. */
export function assetWave(asset: SliaAsset, waves: readonly WaveScores[], rules: SliaRules): WaveScores {
	const weights = asset.indicators.map(({ weight }) => weight ?? 1);
	const ofMeans = weighted(
		waves.map(({ mean }) => mean),
		weights,
	);
	const length = waves[0]?.byRespondent.length ?? 0;
	if (length === 0) return { mean: ofMeans, n: rules.respondents, byRespondent: [] };
	const byRespondent = Array.from({ length }, (_, respondent) => {
		const answers = waves.map(({ byRespondent: scores }) => scores[respondent] ?? null);
		const answered = answers.filter((answer) => answer !== null).length / answers.length;
		return answered >= rules.minimumAnswered - 1e-12 ? weighted(answers, weights) : null;
	});
	const known = byRespondent.filter((score): score is number => score !== null);
	return { mean: rules.byIndicator ? ofMeans : average(known), n: known.length, byRespondent };
}

/**
 * What a livelihood sheet holds: indicators of five assets before and after, as printed means or as the scores of
 * respondents. Both stay in one sheet, so that nothing typed is lost when the way of entry changes.
 */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

/** The five assets in the order of the pentagon's axes. */
export const assetIds = ['natural', 'physical', 'human', 'financial', 'social'] as const;
export type AssetId = (typeof assetIds)[number];

/** Texts as typed. */
export interface BeforeAndAfter {
	readonly before: string;
	readonly after: string;
	/** As printed, to be checked. */
	readonly change: string;
}

export interface LivelihoodIndicator extends BeforeAndAfter {
	/** Empty while it was not chosen. */
	readonly asset: AssetId | '';
	readonly name: string;
	/** Whether a high score is good. Empty: nobody said, which is told in the results. */
	readonly polarity: 'positive' | 'negative' | '';
	/** One score a respondent, in the order of `people`. */
	readonly scoresBefore: readonly string[];
	readonly scoresAfter: readonly string[];
}

export interface LivelihoodContent {
	readonly title: string;
	/** Where the figures come from; printed under charts and tables. */
	readonly source: string;
	readonly entry: 'means' | 'scores';
	/** Ends of the scale, as typed. */
	readonly lowest: string;
	readonly highest: string;
	/** Whether respondents could answer with whole numbers only: what the check of means against n rests on. */
	readonly whole: 'yes' | 'no';
	/** The number of respondents that the text gives. */
	readonly respondents: string;
	/** Whether the score "before" was written down then or remembered later. */
	readonly recall: 'then' | 'later' | '';
	readonly indicators: readonly LivelihoodIndicator[];
	/** Means of the assets as printed, to be checked. */
	readonly assets: Readonly<Record<AssetId, BeforeAndAfter>>;
	/** Names or numbers of the respondents. */
	readonly people: readonly string[];
	/** Of the random draws behind the intervals. */
	readonly seed: string;
}

export const mostIndicators = 60;
export const mostPeople = 300;
const longestScore = 20;

export const noFigures: BeforeAndAfter = { before: '', after: '', change: '' };

export const emptyIndicator: LivelihoodIndicator = {
	...noFigures,
	asset: '',
	name: '',
	polarity: '',
	scoresBefore: [],
	scoresAfter: [],
};

/** A record with an entry for every asset. */
export function byAsset<Value>(of: (asset: AssetId) => Value): Record<AssetId, Value> {
	return {
		natural: of('natural'),
		physical: of('physical'),
		human: of('human'),
		financial: of('financial'),
		social: of('social'),
	};
}

export const emptyLivelihood = (): LivelihoodContent => ({
	title: '',
	source: '',
	entry: 'means',
	lowest: '0',
	highest: '5',
	whole: 'yes',
	respondents: '',
	recall: '',
	indicators: assetIds.map((asset) => ({ ...emptyIndicator, asset })),
	assets: byAsset(() => noFigures),
	people: [],
	seed: '1',
});

function figuresFrom(value: unknown): BeforeAndAfter {
	const from = recordFrom(value);
	return { before: textFrom(from.before), after: textFrom(from.after), change: textFrom(from.change) };
}

function indicatorFrom(value: unknown): LivelihoodIndicator {
	const from = recordFrom(value);
	const scores = (list: unknown) => listFrom(list, mostPeople, (one) => textFrom(one, longestScore));
	return {
		...figuresFrom(from),
		asset: choiceFrom<AssetId | ''>(from.asset, assetIds, ''),
		name: textFrom(from.name),
		polarity: choiceFrom<LivelihoodIndicator['polarity']>(from.polarity, ['positive', 'negative'], ''),
		scoresBefore: scores(from.scoresBefore),
		scoresAfter: scores(from.scoresAfter),
	};
}

const figureTexts = ({ before, after, change }: BeforeAndAfter) => [before, after, change];

export const livelihoodContent: ToolContent<LivelihoodContent> = {
	tool: 'livelihood',
	version: 1,
	empty: emptyLivelihood,
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.indicators)) return null;
		const assets = recordFrom(from.assets);
		return {
			title: textFrom(from.title),
			source: textFrom(from.source),
			entry: choiceFrom(from.entry, ['means', 'scores'], 'means'),
			lowest: textFrom(from.lowest),
			highest: textFrom(from.highest),
			whole: choiceFrom(from.whole, ['yes', 'no'], 'yes'),
			respondents: textFrom(from.respondents),
			recall: choiceFrom<LivelihoodContent['recall']>(from.recall, ['then', 'later'], ''),
			indicators: listFrom(from.indicators, mostIndicators, indicatorFrom),
			assets: byAsset((asset) => figuresFrom(assets[asset])),
			people: listFrom(from.people, mostPeople, (one) => textFrom(one)),
			seed: textFrom(from.seed),
		};
	},
	title: ({ title }) => title.trim(),
	blank: ({ title, source, respondents, indicators, assets, people }) =>
		[
			title,
			source,
			respondents,
			...people,
			...assetIds.flatMap((asset) => figureTexts(assets[asset])),
			...indicators.flatMap((one) => [
				one.name,
				...figureTexts(one),
				...one.scoresBefore,
				...one.scoresAfter,
			]),
		].every((text) => text.trim() === ''),
};

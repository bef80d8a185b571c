/** Names of the rows that scores, rankings, pairwise comparisons and divisions add to the findings. */
import { m } from '#words/messages.js';

/** By key. */
export const programmeRows: Readonly<
	Record<string, (inputs: object, options: { locale: 'id' | 'en' }) => string>
> = {
	before: m.check_row_before,
	after: m.check_row_after,
	change: m.check_row_change,
	meanBefore: m.check_row_mean_before,
	meanAfter: m.check_row_mean_after,
	rankingTotal: m.check_row_ranking_total,
	rank: m.check_row_rank,
	criterionWeights: m.check_row_criterion_weights,
	criterionWeightSum: m.check_row_criterion_weight_sum,
	normalizedFigures: m.check_row_normalized_figures,
	comparison: m.check_row_comparison,
	comparisonColumnSum: m.check_row_comparison_column_sum,
	priority: m.check_row_priority,
	lambdaMax: m.check_row_lambda_max,
	consistencyIndex: m.check_row_consistency_index,
	consistencyRatio: m.check_row_consistency_ratio,
	splitAmount: m.check_row_split_amount,
	splitEach: m.check_row_split_each,
	splitShareSum: m.check_row_split_share_sum,
	splitAmountSum: m.check_row_split_amount_sum,
	splitBase: m.check_row_split_base,
};

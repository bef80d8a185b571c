/** The table of contents of the engine: every method by its id. */
import { hayamiBreakEven } from './value-added/break-even.ts';
import { valueAddedComparison } from './value-added/comparison.ts';
import { costStructure } from './value-added/cost-structure.ts';
import { hayami } from './value-added/hayami.ts';
import { labourDays } from './value-added/labour-days.ts';
import { payback } from './value-added/payback.ts';
import { hayamiReconciliation } from './value-added/reconciliation.ts';
import { hayamiSensitivity } from './value-added/sensitivity.ts';
import { straightLineDepreciation } from './value-added/straight-line-depreciation.ts';
import { hayamiTwoWay } from './value-added/two-way-table.ts';
import { irr } from './appraisal/irr.ts';
import { netBenefitCost } from './appraisal/net-benefit-cost.ts';
import { npv } from './appraisal/npv.ts';
import { sroi } from './appraisal/sroi.ts';
import { xirr } from './appraisal/xirr.ts';
import { entropy } from './decision/weights-entropy.ts';
import { critic } from './decision/weights-critic.ts';
import { merec } from './decision/weights-merec.ts';
import { standardDeviation } from './decision/weights-standard-deviation.ts';
import { rankOrderCentroid } from './decision/weights-rank-order-centroid.ts';
import { rankSum } from './decision/weights-rank-sum.ts';
import { rankReciprocal } from './decision/weights-rank-reciprocal.ts';
import { swara } from './decision/weights-swara.ts';
import { directPoints } from './decision/weights-direct-points.ts';
import { bwm } from './decision/weights-bwm.ts';
import { equalWeights } from './decision/weights-equal.ts';
import { angle } from './decision/weights-angle.ts';
import { variance } from './decision/weights-variance.ts';
import { gini } from './decision/weights-gini.ts';
import { cilos } from './decision/weights-cilos.ts';
import { idocriw } from './decision/weights-idocriw.ts';
import { split } from './cooperative/split.ts';
import { divideProceeds } from './cooperative/divide-proceeds.ts';
import { harvestSplit } from './cooperative/harvest-split.ts';
import { surplusShare } from './cooperative/surplus-share.ts';
import { loanSchedule } from './cooperative/loan-schedule.ts';
import { aras } from './decision/aras.ts';
import { copras } from './decision/copras.ts';
import { cpi } from './decision/cpi.ts';
import { moora } from './decision/moora.ts';
import { mpe } from './decision/mpe.ts';
import { saw } from './decision/saw.ts';
import { topsis } from './decision/topsis.ts';
import { vikor } from './decision/vikor.ts';
import { waspas } from './decision/waspas.ts';
import { wpm } from './decision/wpm.ts';
import { cocoso } from './decision/cocoso.ts';
import { codas } from './decision/codas.ts';
import { edas } from './decision/edas.ts';
import { electre1 } from './decision/electre-1.ts';
import { mabac } from './decision/mabac.ts';
import { marcos } from './decision/marcos.ts';
import { promethee2 } from './decision/promethee-2.ts';
import { spotis } from './decision/spotis.ts';
import { mairca } from './decision/mairca.ts';
import { ram } from './decision/ram.ts';
import { aroman } from './decision/aroman.ts';
import { lmaw } from './decision/lmaw.ts';
import { cradis } from './decision/cradis.ts';
import { probid } from './decision/probid.ts';
import { rim } from './decision/rim.ts';
import { pvm } from './decision/pvm.ts';
import { ahp } from './decision/weights-ahp.ts';
import { sectorShare } from './regional/sector-share.ts';
import { growthContribution } from './regional/growth-contribution.ts';
import { locationQuotient } from './regional/location-quotient.ts';
import { dynamicLocationQuotient } from './regional/dynamic-location-quotient.ts';
import { shiftShare } from './regional/shift-share.ts';
import { shiftShareEstebanMarquillas } from './regional/shift-share-esteban-marquillas.ts';
import { klassen } from './regional/klassen.ts';
import { specialisation } from './regional/specialisation.ts';
import { clusterIndex } from './regional/cluster-index.ts';
import { leontief } from './regional/leontief.ts';
import { aggregateJudgements } from './decision/group-aggregate-judgements.ts';
import { aggregatePriorities } from './decision/group-aggregate-priorities.ts';
import { ahpConsensus } from './decision/group-ahp-consensus.ts';
import { borda } from './decision/group-borda.ts';
import { copeland } from './decision/group-copeland.ts';
import { kendallW } from './decision/group-kendall-w.ts';
import { rankSimilarity } from './decision/group-rank-similarity.ts';
import { eligibility } from './programme/eligibility.ts';
import { budgetAbsorption } from './programme/budget-absorption.ts';
import { materialBalance } from './programme/material-balance.ts';
import { serviceCapacity } from './programme/service-capacity.ts';
import { schedule } from './programme/schedule.ts';
import { productTree } from './programme/product-tree.ts';
import { differenceInDifferences } from './livelihood/difference-in-differences.ts';
import { bootstrapInterval } from './livelihood/bootstrap-interval.ts';
import { friedman } from './livelihood/friedman.ts';
import { grim } from './livelihood/grim.ts';
import { holm } from './livelihood/holm.ts';
import { mannWhitney } from './livelihood/mann-whitney.ts';
import { satisfactionIndex } from './livelihood/satisfaction-index.ts';
import { slia } from './livelihood/slia.ts';
import { wilcoxonSignedRank } from './livelihood/wilcoxon-signed-rank.ts';
import { krippendorffAlpha } from './qualitative/krippendorff-alpha.ts';
import { saturation } from './qualitative/saturation.ts';
import { codeCoOccurrence } from './qualitative/code-co-occurrence.ts';
import { weightThreshold } from './decision/weight-threshold.ts';
import { weightRecovery } from './decision/weight-recovery.ts';
import { smaa } from './decision/smaa.ts';
import { leaveOneOut } from './decision/leave-one-out.ts';
import { methodAgreement } from './decision/method-agreement.ts';
import { dataThreshold } from './decision/data-threshold.ts';

export const methods = {
	hayami,
	'hayami-break-even': hayamiBreakEven,
	'hayami-sensitivity': hayamiSensitivity,
	'hayami-two-way': hayamiTwoWay,
	'hayami-reconciliation': hayamiReconciliation,
	'value-added-comparison': valueAddedComparison,
	'cost-structure': costStructure,
	'straight-line-depreciation': straightLineDepreciation,
	payback,
	'labour-days': labourDays,
	npv,
	irr,
	'net-benefit-cost': netBenefitCost,
	xirr,
	sroi,
	entropy,
	critic,
	merec,
	'standard-deviation': standardDeviation,
	'rank-order-centroid': rankOrderCentroid,
	'rank-sum': rankSum,
	'rank-reciprocal': rankReciprocal,
	swara,
	'direct-points': directPoints,
	bwm,
	'equal-weights': equalWeights,
	angle,
	variance,
	gini,
	cilos,
	idocriw,
	split,
	'divide-proceeds': divideProceeds,
	'harvest-split': harvestSplit,
	'surplus-share': surplusShare,
	'loan-schedule': loanSchedule,
	aras,
	copras,
	cpi,
	moora,
	mpe,
	saw,
	topsis,
	vikor,
	waspas,
	wpm,
	cocoso,
	codas,
	edas,
	'electre-1': electre1,
	mabac,
	marcos,
	'promethee-2': promethee2,
	spotis,
	mairca,
	ram,
	aroman,
	lmaw,
	cradis,
	probid,
	rim,
	pvm,
	ahp,
	'sector-share': sectorShare,
	'growth-contribution': growthContribution,
	'location-quotient': locationQuotient,
	'dynamic-location-quotient': dynamicLocationQuotient,
	'shift-share': shiftShare,
	'shift-share-esteban-marquillas': shiftShareEstebanMarquillas,
	klassen,
	specialisation,
	'cluster-index': clusterIndex,
	leontief,
	'aggregate-judgements': aggregateJudgements,
	'aggregate-priorities': aggregatePriorities,
	'ahp-consensus': ahpConsensus,
	borda,
	copeland,
	'kendall-w': kendallW,
	'rank-similarity': rankSimilarity,
	eligibility,
	'budget-absorption': budgetAbsorption,
	'material-balance': materialBalance,
	'service-capacity': serviceCapacity,
	schedule,
	'product-tree': productTree,
	slia,
	'wilcoxon-signed-rank': wilcoxonSignedRank,
	'bootstrap-interval': bootstrapInterval,
	holm,
	'mann-whitney': mannWhitney,
	'difference-in-differences': differenceInDifferences,
	friedman,
	grim,
	'satisfaction-index': satisfactionIndex,
	'krippendorff-alpha': krippendorffAlpha,
	saturation,
	'code-co-occurrence': codeCoOccurrence,
	'weight-threshold': weightThreshold,
	'weight-recovery': weightRecovery,
	smaa,
	'leave-one-out': leaveOneOut,
	'method-agreement': methodAgreement,
	'data-threshold': dataThreshold,
};

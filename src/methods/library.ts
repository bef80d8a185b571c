/**
 * The engine as a library: `import { topsis } from 'sentra/methods'`. Every method under its own name, so that a bundler
 * keeps what is used and drops the rest; docs/library.md says how to call one. The build is `scripts/library.js`.
 */
import type { MethodResult } from './method.ts';

export { hayamiBreakEven } from './value-added/break-even.ts';
export { valueAddedComparison } from './value-added/comparison.ts';
export { costStructure } from './value-added/cost-structure.ts';
export { hayami } from './value-added/hayami.ts';
export { labourDays } from './value-added/labour-days.ts';
export { payback } from './value-added/payback.ts';
export { hayamiReconciliation } from './value-added/reconciliation.ts';
export { hayamiSensitivity } from './value-added/sensitivity.ts';
export { straightLineDepreciation } from './value-added/straight-line-depreciation.ts';
export { hayamiTwoWay } from './value-added/two-way-table.ts';

export { irr } from './appraisal/irr.ts';
export { netBenefitCost } from './appraisal/net-benefit-cost.ts';
export { npv } from './appraisal/npv.ts';
export { sroi } from './appraisal/sroi.ts';
export { xirr } from './appraisal/xirr.ts';

export { entropy } from './decision/weights-entropy.ts';
export { critic } from './decision/weights-critic.ts';
export { merec } from './decision/weights-merec.ts';
export { standardDeviation } from './decision/weights-standard-deviation.ts';
export { rankOrderCentroid } from './decision/weights-rank-order-centroid.ts';
export { rankSum } from './decision/weights-rank-sum.ts';
export { rankReciprocal } from './decision/weights-rank-reciprocal.ts';
export { swara } from './decision/weights-swara.ts';
export { directPoints } from './decision/weights-direct-points.ts';
export { bwm } from './decision/weights-bwm.ts';
export { equalWeights } from './decision/weights-equal.ts';
export { angle } from './decision/weights-angle.ts';
export { variance } from './decision/weights-variance.ts';
export { gini } from './decision/weights-gini.ts';
export { cilos } from './decision/weights-cilos.ts';
export { idocriw } from './decision/weights-idocriw.ts';
export { aras } from './decision/aras.ts';
export { copras } from './decision/copras.ts';
export { cpi } from './decision/cpi.ts';
export { moora } from './decision/moora.ts';
export { mpe } from './decision/mpe.ts';
export { saw } from './decision/saw.ts';
export { topsis } from './decision/topsis.ts';
export { vikor } from './decision/vikor.ts';
export { waspas } from './decision/waspas.ts';
export { wpm } from './decision/wpm.ts';
export { cocoso } from './decision/cocoso.ts';
export { codas } from './decision/codas.ts';
export { edas } from './decision/edas.ts';
export { electre1 } from './decision/electre-1.ts';
export { mabac } from './decision/mabac.ts';
export { marcos } from './decision/marcos.ts';
export { promethee2 } from './decision/promethee-2.ts';
export { spotis } from './decision/spotis.ts';
export { mairca } from './decision/mairca.ts';
export { ram } from './decision/ram.ts';
export { aroman } from './decision/aroman.ts';
export { lmaw } from './decision/lmaw.ts';
export { cradis } from './decision/cradis.ts';
export { probid } from './decision/probid.ts';
export { rim } from './decision/rim.ts';
export { pvm } from './decision/pvm.ts';
export { ahp } from './decision/weights-ahp.ts';
export { aggregateJudgements } from './decision/group-aggregate-judgements.ts';
export { aggregatePriorities } from './decision/group-aggregate-priorities.ts';
export { ahpConsensus } from './decision/group-ahp-consensus.ts';
export { borda } from './decision/group-borda.ts';
export { copeland } from './decision/group-copeland.ts';
export { kendallW } from './decision/group-kendall-w.ts';
export { rankSimilarity } from './decision/group-rank-similarity.ts';
export { weightThreshold } from './decision/weight-threshold.ts';
export { weightRecovery } from './decision/weight-recovery.ts';
export { smaa } from './decision/smaa.ts';
export { leaveOneOut } from './decision/leave-one-out.ts';
export { methodAgreement } from './decision/method-agreement.ts';
export { dataThreshold } from './decision/data-threshold.ts';

export { split } from './cooperative/split.ts';
export { divideProceeds } from './cooperative/divide-proceeds.ts';
export { harvestSplit } from './cooperative/harvest-split.ts';
export { surplusShare } from './cooperative/surplus-share.ts';
export { loanSchedule } from './cooperative/loan-schedule.ts';

export { sectorShare } from './regional/sector-share.ts';
export { growthContribution } from './regional/growth-contribution.ts';
export { locationQuotient } from './regional/location-quotient.ts';
export { dynamicLocationQuotient } from './regional/dynamic-location-quotient.ts';
export { shiftShare } from './regional/shift-share.ts';
export { shiftShareEstebanMarquillas } from './regional/shift-share-esteban-marquillas.ts';
export { klassen } from './regional/klassen.ts';
export { specialisation } from './regional/specialisation.ts';
export { clusterIndex } from './regional/cluster-index.ts';
export { leontief } from './regional/leontief.ts';

export { eligibility } from './programme/eligibility.ts';
export { budgetAbsorption } from './programme/budget-absorption.ts';
export { materialBalance } from './programme/material-balance.ts';
export { serviceCapacity } from './programme/service-capacity.ts';
export { schedule } from './programme/schedule.ts';
export { productTree } from './programme/product-tree.ts';

export { bootstrapInterval } from './livelihood/bootstrap-interval.ts';
export { friedman } from './livelihood/friedman.ts';
export { grim } from './livelihood/grim.ts';
export { holm } from './livelihood/holm.ts';
export { mannWhitney } from './livelihood/mann-whitney.ts';
export { differenceInDifferences } from './livelihood/difference-in-differences.ts';
export { satisfactionIndex } from './livelihood/satisfaction-index.ts';
export { slia } from './livelihood/slia.ts';
export { wilcoxonSignedRank } from './livelihood/wilcoxon-signed-rank.ts';

export { krippendorffAlpha } from './qualitative/krippendorff-alpha.ts';
export { saturation } from './qualitative/saturation.ts';
export { codeCoOccurrence } from './qualitative/code-co-occurrence.ts';

/** Every method by its id, for a program that lists them or takes the id from a person. It brings all of them along. */
export { methods } from './index.ts';

export type { Method, MethodResult, Step, Warning } from './method.ts';
export type { Basis, Status } from './quantity.ts';

/** What a method takes: `InputOf<typeof topsis>`. */
export type InputOf<M> = M extends { compute(input: infer Input): unknown } ? Input : never;

/** What a method finds, when it finds something: `ResultOf<typeof topsis>`. */
export type ResultOf<M> = M extends { compute(input: never): MethodResult<infer Result> } ? Result : never;

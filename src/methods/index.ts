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
};

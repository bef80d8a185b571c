/** The rate at which a project's cash flows are worth nothing; there can be none, one or several. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { anyNumber, faultStatus, firstFault, listOf, required } from '../numeric/input-check.ts';
import { namedStep, printable } from '../numeric/named-step.ts';
import { discounted } from './discount-rate.ts';
import { MOST_FLOWS } from './npv.ts';
import { rateRoots, signChanges } from './rate-roots.ts';

export interface IrrInput {
	/** Net cash of periods 0, 1, 2 ... */
	readonly cashFlows: readonly number[];
	/** What outflows are financed at, for MIRR; a fraction. The reinvestment rate unless stated. */
	readonly financeRate?: number | null;
	/** What inflows earn until the end, for MIRR; a fraction. The finance rate unless stated. */
	readonly reinvestRate?: number | null;
	/** The two rates of the interpolation by hand, fractions; the whole percents around the root unless stated. */
	readonly trialRates?: readonly number[];
}

export interface TextbookIrr {
	readonly irr: number;
	readonly lowRate: number;
	readonly highRate: number;
	readonly lowNpv: number;
	readonly highNpv: number;
}

export interface IrrResult {
	/** A fraction per period; null when there is none or more than one. */
	readonly irr: number | null;
	readonly irrPct: number | null;
	/** Every root on (-99 %, 1000 %], rising, as fractions. */
	readonly roots: readonly number[];
	/** The root nearest to zero, which most spreadsheets print; null when there is none. */
	readonly nearestToZero: number | null;
	readonly signChanges: number;
	/** Null unless a finance or a reinvestment rate is given. */
	readonly mirr: number | null;
	/** i1 + NPV1 / (NPV1 - NPV2) * (i2 - i1); null without a root to surround. */
	readonly textbook: TextbookIrr | null;
}

const worthAt = (flows: readonly number[], rate: number): number =>
	flows.reduce((sum, cash, time) => sum + discounted(cash, rate, time), 0);

/** (future inflows / present outflows)^(1 / n) - 1; null when one side is missing or no period lies between. */
function modified({ cashFlows, financeRate, reinvestRate }: IrrInput): number | null {
	const finance = financeRate ?? reinvestRate;
	const reinvest = reinvestRate ?? financeRate;
	const last = cashFlows.length - 1;
	if (finance == null || reinvest == null || last < 1) return null;
	const inflows = cashFlows.reduce(
		(sum, cash, time) => sum + Math.max(cash, 0) * (1 + reinvest) ** (last - time),
		0,
	);
	const outflows = cashFlows.reduce(
		(sum, cash, time) => sum - discounted(Math.min(cash, 0), finance, time),
		0,
	);
	return inflows > 0 && outflows > 0 ? printable((inflows / outflows) ** (1 / last) - 1) : null;
}

function textbookIrr({ cashFlows, trialRates }: IrrInput, root: number | null): TextbookIrr | null {
	const below = root === null ? null : Math.floor(root * 100 + 1e-9) / 100;
	const lowRate = trialRates?.[0] ?? below;
	const highRate = trialRates?.[1] ?? (below === null ? null : Math.round(below * 100 + 1) / 100);
	if (lowRate === null || highRate === null || lowRate <= -1 || highRate <= -1) return null;
	const [lowNpv, highNpv] = [worthAt(cashFlows, lowRate), worthAt(cashFlows, highRate)];
	const irr = lowRate + (lowNpv / (lowNpv - highNpv)) * (highRate - lowRate);
	return [irr, lowNpv, highNpv].every(Number.isFinite) ? { irr, lowRate, highRate, lowNpv, highNpv } : null;
}

function fault(input: IrrInput) {
	const first = firstFault(input, {
		cashFlows: required(listOf(anyNumber, MOST_FLOWS)),
		financeRate: anyNumber,
		reinvestRate: anyNumber,
		trialRates: listOf(anyNumber, 2),
	});
	if (first !== null) return first;
	if (input.cashFlows.length === 0) return { reason: 'MISSING_INPUT', at: 'cashFlows' };
	if (input.trialRates != null && input.trialRates.length === 1)
		return { reason: 'MISSING_INPUT', at: 'trialRates[1]' };
	for (const at of ['financeRate', 'reinvestRate'] as const)
		if ((input[at] ?? 0) <= -1) return { reason: 'RATE_TOO_LOW', at };
	const low = (input.trialRates ?? []).findIndex((rate) => rate <= -1);
	return low < 0 ? null : { reason: 'RATE_TOO_LOW', at: `trialRates[${low}]` };
}

/** The steps of the answer; what it lacks carries the reason. */
function traced(result: IrrResult, count: number): Step[] {
	const { roots, irr, mirr, textbook } = result;
	const why = roots.length > 1 ? 'MULTIPLE_IRR' : 'NO_IRR_IN_RANGE';
	const kind = ['per period', 'none'] as const;
	return [
		namedStep('signChanges', count, ['', 'none'], 'turns between minus and plus in cashFlows'),
		...roots.map((root, index) =>
			namedStep(`roots[${index}]`, root, kind, 'r where sum(cashFlows[t] / (1 + r)^t) = 0, -0.99 < r <= 10'),
		),
		namedStep('irr', irr, kind, 'the only root', {}, why),
		...(mirr === null
			? []
			: [namedStep('mirr', mirr, kind, '(future inflows / present outflows)^(1 / n) - 1')]),
		...(textbook === null
			? []
			: [
					namedStep('textbook.irr', textbook.irr, kind, 'i1 + npv1 / (npv1 - npv2) * (i2 - i1)', {
						i1: textbook.lowRate,
						i2: textbook.highRate,
						npv1: textbook.lowNpv,
						npv2: textbook.highNpv,
					}),
				]),
	];
}

function compute(input: IrrInput): MethodResult<IrrResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const { cashFlows } = input;
	const changes = signChanges(cashFlows);
	if (changes === 0) return refused('undefined', 'NO_SIGN_CHANGE', 'cashFlows');
	const roots = rateRoots(cashFlows.map((cash, time) => ({ cash, time })));
	const mirr = modified(input);
	if (roots.length === 0 && mirr === null) return refused('undefined', 'NO_IRR_IN_RANGE', 'cashFlows');
	const irr = roots.length === 1 ? (roots[0] as number) : null;
	const nearest = [...roots].sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null;
	const textbook = textbookIrr(input, irr ?? nearest);
	const irrPct = irr === null ? null : irr * 100;
	const result: IrrResult = {
		irr,
		irrPct,
		roots,
		nearestToZero: nearest,
		signChanges: changes,
		mirr,
		textbook,
	};
	const params = { roots: roots.length, signChanges: changes };
	const warnings: Warning[] = [
		...(roots.length > 1 ? [{ code: 'MULTIPLE_IRR', at: 'irr', params }] : []),
		...(roots.length === 0 ? [{ code: 'NO_IRR_IN_RANGE', at: 'irr' }] : []),
		...(roots.length === 1 && changes > 1 ? [{ code: 'MANY_SIGN_CHANGES', at: 'cashFlows', params }] : []),
	];
	return { status: 'ok', result, steps: traced(result, changes), warnings };
}

/**
 * Internal rate of return with every real root. More than one root leaves `irr` null with the warning `MULTIPLE_IRR`;
 * flows that never turn are `NO_SIGN_CHANGE`; no root in the range is `NO_IRR_IN_RANGE` (with MIRR when its rates are
 * given).
 */
export const irr = method<IrrInput, IrrResult>({
	id: 'irr',
	version: 1,
	formula: 'irr = r where sum over t of cashFlows[t] / (1 + r)^t = 0, on -0.99 < r <= 10',
	unit: 'per period (0.1 is 10 %)',
	source:
		'Gittinger, J. P. (1982), Economic Analysis of Agricultural Projects, 2nd ed., Johns Hopkins University Press, Baltimore, ch. 9, internal rate of return; several roots: Lorie, J. H., & Savage, L. J. (1955), Three Problems in Rationing Capital, Journal of Business 28(4).',
	variants: {
		mirr: '(sum of inflows carried to n at reinvestRate / sum of outflows brought to 0 at financeRate)^(1/n) - 1 (the MIRR function of Microsoft Excel)',
		textbook:
			'i1 + NPV1 / (NPV1 - NPV2) * (i2 - i1), the interpolation of Indonesian textbooks (Gittinger 1982)',
	},
	example: { cashFlows: [-100, 39, 59, 55, 20], financeRate: 0.1, reinvestRate: 0.12 },
	compute,
});

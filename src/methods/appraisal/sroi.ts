/** How much social value a programme made for each rupiah put into it. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { faultStatus } from '../numeric/input-check.ts';
import { MOST_ROWS_TRACED, namedStep, printable } from '../numeric/named-step.ts';
import { rateOf } from './discount-rate.ts';
import { outcomeShares, sroiFault } from './sroi-input.ts';
import type { SroiInput, SroiOutcome } from './sroi-input.ts';
import { modelValue, sroiSensitivity } from './sroi-sensitivity.ts';
import type { SroiModel, SroiSensitivity } from './sroi-sensitivity.ts';
import { firstImpact, impacts, presentImpact, workedOutcome } from './sroi-value.ts';

export interface SroiLine {
	readonly stakeholder: string;
	readonly outcome: string;
	/** quantity * proxy, before anything is taken off. */
	readonly gross: number;
	/** Impact of its first year. */
	readonly impact: number;
	readonly presentValue: number;
}

export interface SroiResult {
	/** Present value per rupiah put in. */
	readonly sroi: number;
	/** (presentValue - totalInput) / totalInput. */
	readonly netSroi: number;
	readonly presentValue: number;
	readonly netPresentValue: number;
	readonly totalInput: number;
	readonly inKind: number;
	readonly rate: number;
	/** Impact of all outcomes in years 1, 2, 3 ..., not discounted. */
	readonly impactByYear: readonly number[];
	/** totalInput / impact of year 1; null when that impact is not above 0. */
	readonly paybackYears: number | null;
	readonly outcomes: readonly SroiLine[];
	readonly sensitivity: readonly SroiSensitivity[];
	/** The common factor on every proxy at which the ratio is 1; null when value is not above 0. */
	readonly breakEvenProxyFactor: number | null;
}

const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The same outcome claimed twice: for two stakeholders it may be one change counted double, for one it surely is. */
function doubleCounts(outcomes: readonly SroiOutcome[]): Warning[] {
	const seen = new Map<string, number>();
	return outcomes.flatMap((outcome, index) => {
		const name = plain(outcome.outcome);
		const first = seen.get(name);
		if (first === undefined) {
			seen.set(name, index);
			return [];
		}
		const same = plain(outcomes[first]?.stakeholder ?? '') === plain(outcome.stakeholder);
		const code = same ? 'DUPLICATE_OUTCOME' : 'DOUBLE_COUNTING';
		return [{ code, at: `outcomes[${index}].outcome`, params: { outcome: outcome.outcome, first } }];
	});
}

function warningsOf(input: SroiInput, rate: number | null): Warning[] {
	const assumed = input.outcomes.flatMap((outcome, index) =>
		outcomeShares
			.filter((share) => outcome[share] == null && (share !== 'dropOff' || (outcome.duration ?? 1) > 1))
			.map((share) => ({ code: 'ASSUMED_ZERO', at: `outcomes[${index}].${share}` })),
	);
	return [
		...(rate === null ? [{ code: 'NOT_DISCOUNTED', at: 'rate' }] : []),
		...assumed,
		...doubleCounts(input.outcomes),
	];
}

function traced(result: SroiResult): Step[] {
	const rupiah = ['Rp', 'total'] as const;
	const { totalInput, presentValue } = result;
	const rows =
		result.outcomes.length > MOST_ROWS_TRACED
			? []
			: result.outcomes.flatMap((line, index) => [
					namedStep(
						`outcomes[${index}].impact`,
						line.impact,
						['Rp', 'year'],
						'quantity * proxy * (1 - deadweight) * (1 - displacement) * (1 - attribution)',
						{ gross: line.gross },
					),
					namedStep(
						`outcomes[${index}].presentValue`,
						line.presentValue,
						rupiah,
						'sum(impact[t] / (1 + rate)^t), impact[t] = impact[t - 1] * (1 - dropOff)',
						{ impact: line.impact, rate: result.rate },
					),
				]);
	return [
		...rows,
		namedStep('totalInput', totalInput, rupiah, 'sum(investments.value), in kind included'),
		namedStep('presentValue', presentValue, rupiah, 'sum(outcomes.presentValue)'),
		namedStep('sroi', result.sroi, ['Rp/Rp', 'none'], 'presentValue / totalInput', {
			presentValue,
			totalInput,
		}),
		namedStep('netSroi', result.netSroi, ['Rp/Rp', 'none'], '(presentValue - totalInput) / totalInput', {
			presentValue,
			totalInput,
		}),
		namedStep(
			'paybackYears',
			result.paybackYears,
			['year', 'total'],
			'totalInput / impactByYear[0]',
			{ totalInput, 'impactByYear[0]': result.impactByYear[0] ?? null },
			'NOT_RECOVERED',
		),
	];
}

function compute(input: SroiInput): MethodResult<SroiResult> {
	const wrong = sroiFault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const investments = input.investments ?? [];
	const totalInput = input.totalInput ?? investments.reduce((sum, { value }) => sum + value, 0);
	const at = input.totalInput == null ? 'investments' : 'totalInput';
	if (totalInput === 0) return refused('undefined', 'ZERO_DENOMINATOR', at);
	const rate = rateOf(input);
	const outcomes = input.outcomes.map(workedOutcome);
	const first = input.yearsCountedAt === 'start' ? 0 : 1;
	const model: SroiModel = { outcomes, totalInput, rate: rate ?? 0, first };
	const lines = outcomes.map((o): SroiLine => ({
		stakeholder: o.stakeholder,
		outcome: o.outcome,
		gross: o.quantity * o.proxy,
		impact: firstImpact(o),
		presentValue: presentImpact(impacts(o), model.rate, first),
	}));
	const presentValue = modelValue(model);
	const length = Math.max(...outcomes.map((o) => o.startYear - 1 + o.duration));
	const byOutcome = outcomes.map(impacts);
	const impactByYear = Array.from({ length }, (_, year) =>
		byOutcome.reduce((sum, years) => sum + (years[year] ?? 0), 0),
	);
	const figures = lines.flatMap((line) => [line.gross, line.impact, line.presentValue]);
	const sroi = presentValue / totalInput;
	const netPresentValue = presentValue - totalInput;
	if (![presentValue, totalInput, sroi, netPresentValue, ...impactByYear, ...figures].every(Number.isFinite))
		return refused('undefined', 'OUT_OF_RANGE', 'outcomes');
	const yearOne = impactByYear[0] ?? 0;
	const result: SroiResult = {
		sroi,
		netSroi: netPresentValue / totalInput,
		presentValue,
		netPresentValue,
		totalInput,
		inKind: investments.reduce((sum, { value, inKind }) => sum + (inKind === true ? value : 0), 0),
		rate: model.rate,
		impactByYear,
		paybackYears: yearOne > 0 ? printable(totalInput / yearOne) : null,
		outcomes: lines,
		sensitivity: sroiSensitivity(model, input.changePct ?? 10),
		breakEvenProxyFactor: presentValue > 0 ? printable(totalInput / presentValue) : null,
	};
	return { status: 'ok', result, steps: traced(result), warnings: warningsOf(input, rate) };
}

/**
 * Social return on investment. Nothing put in is `ZERO_DENOMINATOR`; a share outside 0 to 1 is `NOT_A_FRACTION`; a
 * share nobody gave counts as 0 with the warning `ASSUMED_ZERO`; one outcome for two stakeholders is warned of as
 * `DOUBLE_COUNTING`.
 */
export const sroi = method<SroiInput, SroiResult>({
	id: 'sroi',
	version: 1,
	formula:
		'sroi = sum over outcomes and years of impact[t] / (1 + rate)^t / totalInput; impact[1] = quantity * proxy * (1 - deadweight) * (1 - displacement) * (1 - attribution); impact[t] = impact[t - 1] * (1 - dropOff)',
	unit: 'Rp per Rp',
	source:
		'Nicholls, J., Lawlor, E., Neitzert, E., & Goodspeed, T. (2012), A Guide to Social Return on Investment, 2nd ed., The SROI Network, stages 4 and 5.',
	variants: {
		end: 'year 1 is discounted once (the Guide, stage 5.2)',
		start: 'year 1 counts in full, year 2 is discounted once',
	},
	example: {
		rate: 0.06,
		investments: [
			{ name: 'equipment', value: 25_000_000 },
			{ name: 'volunteers', value: 5_000_000, inKind: true },
		],
		outcomes: [
			{
				stakeholder: 'members',
				outcome: 'higher income',
				quantity: 20,
				proxy: 3_000_000,
				deadweight: 0.1,
				displacement: 0.05,
				attribution: 0.2,
				dropOff: 0.15,
				duration: 3,
			},
			{
				stakeholder: 'village',
				outcome: 'less waste in the river',
				quantity: 9000,
				proxy: 400,
				deadweight: 0,
				displacement: 0,
				attribution: 0.1,
				dropOff: 0.1,
				duration: 3,
			},
		],
	},
	compute,
});

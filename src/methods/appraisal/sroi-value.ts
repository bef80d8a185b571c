/** The arithmetic of social value: impact by year and what it is worth now. */
import type { SroiOutcome } from './sroi-input.ts';

/** An outcome with every share filled in. */
export type WorkedOutcome = {
	readonly [Key in keyof SroiOutcome]-?: NonNullable<SroiOutcome[Key]>;
};

/** The outcome with 0 for a share nobody gave, and one year from year 1. */
export function workedOutcome(outcome: SroiOutcome): WorkedOutcome {
	return {
		...outcome,
		deadweight: outcome.deadweight ?? 0,
		displacement: outcome.displacement ?? 0,
		attribution: outcome.attribution ?? 0,
		dropOff: outcome.dropOff ?? 0,
		duration: outcome.duration ?? 1,
		startYear: outcome.startYear ?? 1,
	};
}

/** What a year of the outcome is worth after what would have happened, moved or was others' work. */
export function firstImpact(o: WorkedOutcome): number {
	return o.quantity * o.proxy * (1 - o.deadweight) * (1 - o.displacement) * (1 - o.attribution);
}

/** Impact of years 1, 2, 3 ... up to the last year of the outcome. */
export function impacts(outcome: WorkedOutcome): number[] {
	const years = new Array<number>(outcome.startYear - 1 + outcome.duration).fill(0);
	let impact = firstImpact(outcome);
	for (let year = outcome.startYear - 1; year < years.length; year += 1) {
		years[year] = impact;
		impact *= 1 - outcome.dropOff;
	}
	return years;
}

/** What yearly impacts are worth now; `first` is the exponent of year 1: 1 at the end of the year, 0 at its start. */
export function presentImpact(years: readonly number[], rate: number, first: number): number {
	return years.reduce(
		(sum, impact, year) => (impact === 0 ? sum : sum + impact / (1 + rate) ** (year + first)),
		0,
	);
}

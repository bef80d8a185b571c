/** What is missing or unreadable in a decision sheet: a code, and where it is. The words are found later. */

export type StudyProblemCode =
	/** No criterion, or fewer than two alternatives, can be counted yet. */
	| 'TOO_FEW_ALTERNATIVES'
	| 'NO_CRITERIA'
	/** Nobody gave a figure for any alternative: the criterion is left out. */
	| 'CRITERION_WITHOUT_DATA'
	/** Cells nobody filled: the alternative is left out. */
	| 'CELLS_MISSING'
	| 'CELL_UNREADABLE'
	/** `1.500`: read one way, could be another. */
	| 'CELL_AMBIGUOUS'
	/** The CPI needs figures above 0. */
	| 'CELL_NOT_POSITIVE'
	/** A figure far from its column: a thousand may be missing. */
	| 'CELL_FAR_OFF'
	/** An index column lies on both sides of 100. */
	| 'INDEX_BOTH_SIDES'
	/** Nobody answered for these siblings: all weigh the same. */
	| 'WEIGHTS_MISSING'
	| 'WEIGHT_BLANK'
	| 'WEIGHT_UNREADABLE'
	| 'WEIGHTS_NOT_WHOLE'
	| 'ORDER_INCOMPLETE'
	| 'PAIR_UNREADABLE'
	| 'PAIRS_INCOMPLETE'
	| 'PAIRS_NOT_CONNECTED'
	| 'INCONSISTENT'
	| 'BEST_WORST_NOT_CHOSEN'
	| 'BEST_WORST_INCOMPLETE'
	| 'BEST_WORST_OUTSIDE_SCALE'
	| 'VOICE_UNREADABLE'
	/** A respondent's incomplete column does not count when each is turned into an index first. */
	| 'RESPONDENT_LEFT_OUT';

export interface StudyProblem {
	readonly code: StudyProblemCode;
	/** Ids of what it speaks of, as far as it does. */
	readonly alternative?: string;
	readonly criterion?: string;
	readonly criteria?: readonly string[];
	readonly respondent?: string;
	/** The set of siblings: a group's id, or empty for the upper level. */
	readonly parent?: string;
	readonly member?: string;
	readonly other?: string;
	readonly triad?: readonly [string, string, string];
	/** As it was typed. */
	readonly text?: string;
	readonly params?: Readonly<Record<string, number>>;
}

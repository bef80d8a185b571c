/** What the number reader answers for one text. The reader never guesses silently. */
export type NumberStyle = 'id' | 'en';

export interface NumberNote {
	/** `DECIMAL_POINT`, `ENGLISH_FORMAT`, `SPACES_GROUP`, `SCALE_WORD`, `SCALE_WORD_DUPLICATED`, `ARITHMETIC`, ... */
	readonly code: string;
	readonly params?: Readonly<Record<string, string | number>>;
}

export interface NumberReading {
	/** `empty` is not an error and not a 0. `ambiguous` carries the chosen value and its alternatives. */
	readonly status: 'ok' | 'ambiguous' | 'refused' | 'empty';
	readonly value: number | null;
	/** As typed; refused text is kept. */
	readonly text: string;
	/** Decimals as written, so that a printed figure can be judged by its own precision. */
	readonly decimals: number;
	readonly unit?: '%' | 'Rp';
	/** The style that the text proves by itself; null when both styles fit. */
	readonly style: NumberStyle | null;
	/** Other readings (ambiguous), or proposals (refused), likeliest first. */
	readonly alternatives: readonly { readonly value: number; readonly text: string }[];
	readonly notes: readonly NumberNote[];
	/** Why a text was refused: `TWO_DECIMAL_MARKS`, `SPACE_INSIDE`, `NOT_A_NUMBER`, `SPREADSHEET_ERROR`, ... */
	readonly reason?: string;
}

export interface ColumnReading {
	/** The style most cells prove; null when none does. */
	readonly style: NumberStyle | null;
	readonly evidence: { readonly id: number; readonly en: number };
	readonly readings: readonly NumberReading[];
	/** Positions whose own style contradicts the column's. */
	readonly dissenters: readonly number[];
}

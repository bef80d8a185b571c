/** What the number reader answers for one text. The reader never guesses silently. */
export type NumberStyle = 'id' | 'en';

/** What the reader did beside reading digits; shown under the cell or in the list of doubtful cells. */
export type NoteCode =
	/** `1700.5`: the point was read as decimal mark. */
	| 'DECIMAL_POINT'
	/** `1,700,000`, `1,700.50` */
	| 'ENGLISH_FORMAT'
	/** `1 430 744,00` */
	| 'SPACES_GROUP'
	/** `1'430'744` */
	| 'APOSTROPHES_GROUP'
	/** `007`: the zeros in front were dropped; perhaps it is a code and not a number. */
	| 'LEADING_ZEROS'
	/** `Rp 1.500`, `5.000,-`: three digits are thousands because amounts of rupiah have no three decimals. */
	| 'RUPIAH_THOUSANDS'
	/** `1,5 jt`; params.word */
	| 'SCALE_WORD'
	/** `5 M`: miliar in Indonesian, million in English; `5 m`, `5 t`: metre, ton or a scale; params.word */
	| 'SCALE_WORD_AMBIGUOUS'
	/** `Rp 4.143.833.000 Miliar`: a full amount and a scale word; the word was ignored; params.word */
	| 'SCALE_WORD_DUPLICATED'
	/** `1.200¹`, `12 a)`; params.mark */
	| 'FOOTNOTE'
	/** `59 kg`; params.unit */
	| 'UNIT_TEXT'
	/** `=50*1700`; params.expression */
	| 'ARITHMETIC'
	/** `1,5E+05` */
	| 'SCIENTIFIC'
	/** More digits than a double holds: the last ones differ. */
	| 'PRECISION'
	/** `(1.200)`: parentheses were read as a minus. */
	| 'PARENTHESES_NEGATIVE'
	/** `- 5`: the sign stands apart and may be a list mark. */
	| 'SIGN_APART'
	/** `Rp -`: an amount left as a dash. */
	| 'DASH_AMOUNT'
	/** Full-width or Arabic-Indic digits. */
	| 'OTHER_DIGITS'
	/** The text proves another style than its column. */
	| 'STYLE_DISSENT';

/** Why a text is not accepted. The text stays as it was typed. */
export type RefusalReason =
	| 'NOT_A_NUMBER'
	| 'TOO_LONG'
	| 'TOO_LARGE'
	| 'TOO_SMALL'
	/** `#REF!`, `#DIV/0!` */
	| 'SPREADSHEET_ERROR'
	/** `####`: the column was too narrow to show the number. */
	| 'COLUMN_TOO_NARROW'
	/** `4.078,64,00` */
	| 'TWO_DECIMAL_MARKS'
	/** `1.70.000` */
	| 'BAD_GROUPS'
	/** `10, 956` */
	| 'SPACE_INSIDE'
	/** `1'430 744` */
	| 'MIXED_GROUP_MARKS'
	/** `1..5` */
	| 'MARKS_TOGETHER'
	/** `5.` */
	| 'TRAILING_MARK'
	/** `007,5` */
	| 'LEADING_ZEROS'
	/** `--5`, `(-5)` */
	| 'TWO_SIGNS'
	/** `5.000-`: an amount's dash or a minus written behind. */
	| 'TRAILING_MINUS'
	/** `15.000-20.000` */
	| 'RANGE'
	/** `2019-2021` */
	| 'PERIOD'
	/** `22/11/2026`, `14:05` */
	| 'DATE'
	/** `> 5`, `±3` */
	| 'NOT_EXACT'
	/** `$ 5` */
	| 'FOREIGN_CURRENCY'
	/** `12abc` */
	| 'UNKNOWN_UNIT'
	/** `=50*1700` where no arithmetic is allowed; the result is proposed. */
	| 'ARITHMETIC'
	| 'ARITHMETIC_SYNTAX'
	| 'DIVISION_BY_ZERO'
	| 'UNIT_IN_ARITHMETIC'
	| 'PERCENT_IN_ARITHMETIC';

export interface NumberNote {
	readonly code: NoteCode;
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
	readonly reason?: RefusalReason;
}

export interface ColumnReading {
	/** The style the column has learnt: at least two cells prove it, and more than prove the other; otherwise null. */
	readonly style: NumberStyle | null;
	readonly evidence: { readonly id: number; readonly en: number };
	readonly readings: readonly NumberReading[];
	/**
	 * Positions whose own style contradicts the column's. When as many cells prove either style, those that prove
	 * the English one, because the Indonesian reading goes first.
	 */
	readonly dissenters: readonly number[];
}

/**
 * What a page, a document and a spreadsheet are made of. Page and report are the same blocks, so they cannot disagree.
 */
export interface TableCell {
	/** As a reader sees it, in the report's language. */
	readonly text: string;
	/** The number behind the text, unrounded; spreadsheets and CSV take this. */
	readonly value?: number | null;
	/** Decimals shown. */
	readonly decimals?: number;
	readonly mark?: 'match' | 'rounding' | 'differs' | 'uncheckable' | 'odd';
	readonly strong?: boolean;
	/** Strength in a heat table, 1 palest to 6 darkest; `loss` is outlined and says so in its text. */
	readonly heat?: 1 | 2 | 3 | 4 | 5 | 6 | 'loss';
}

export interface TableBlock {
	readonly kind: 'table';
	readonly id: string;
	readonly caption: string;
	readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
	readonly rows: readonly {
		readonly cells: readonly TableCell[];
		readonly role?: 'section' | 'total' | 'detail';
	}[];
	readonly source?: string;
}

export interface ChartBlock {
	readonly kind: 'chart';
	readonly id: string;
	/** The finding, as a sentence. */
	readonly title: string;
	/** The measure and its unit. */
	readonly subtitle: string;
	/** Basis, source, n and date. */
	readonly foot: string;
	/** Two drawings at true text size: from 600 px, and below it. */
	readonly wide: string;
	readonly narrow: string;
	readonly alt: string;
	/** The same numbers as a table: every chart has one. */
	readonly table: TableBlock;
}

export type Block =
	| {
			readonly kind: 'heading';
			readonly level: 1 | 2 | 3;
			readonly text: string;
			/** Begins a page in a document that has pages. */
			readonly newPage?: true;
	  }
	| { readonly kind: 'sentence'; readonly text: string; readonly condition?: string }
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
	| { readonly kind: 'note'; readonly text: string }
	| TableBlock
	| ChartBlock;

export interface Report {
	readonly title: string;
	readonly locale: 'id' | 'en';
	readonly blocks: readonly Block[];
	/** Method ids with version and source, printed at the foot. */
	readonly sources: readonly { readonly id: string; readonly version: number; readonly source: string }[];
}

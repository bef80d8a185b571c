/** A Word document to be written: paragraphs, three-line tables and pictures with their alt text. */
export type DocumentPart =
	| {
			readonly kind: 'heading';
			readonly level: 1 | 2 | 3;
			readonly text: string;
			/** Begins a page. */
			readonly newPage?: true;
	  }
	| {
			readonly kind: 'paragraph';
			readonly text: string;
			readonly style?: 'normal' | 'lead' | 'note' | 'caption';
	  }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
	| {
			readonly kind: 'table';
			readonly caption: string;
			readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
			readonly rows: readonly {
				readonly cells: readonly string[];
				readonly role?: 'section' | 'total' | 'detail';
			}[];
			readonly source?: string;
	  }
	| {
			readonly kind: 'picture';
			readonly png: Uint8Array;
			readonly widthPx: number;
			readonly heightPx: number;
			readonly alt: string;
	  };

export interface WordDocument {
	readonly title: string;
	readonly language: 'id' | 'en';
	readonly parts: readonly DocumentPart[];
}

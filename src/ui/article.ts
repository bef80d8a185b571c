/** What a reading page is made of. The texts are found on the server, so that the page needs no script. */
export type ArticlePart =
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
	| {
			readonly kind: 'table';
			readonly caption: string;
			readonly columns: readonly string[];
			/** The first cell of a row is its heading. `code` cells are shown as typed. */
			readonly rows: readonly (readonly { readonly text: string; readonly code?: boolean }[])[];
	  }
	| { readonly kind: 'links'; readonly links: readonly { readonly text: string; readonly href: string }[] };

export interface ArticleSection {
	/** The fragment that leads here. */
	readonly id: string;
	readonly heading: string;
	readonly parts: readonly ArticlePart[];
}

export interface Article {
	readonly title: string;
	readonly description: string;
	readonly lead: string;
	/** The heading of the list of sections; without it there is no list. */
	readonly contents?: string;
	readonly sections: readonly ArticleSection[];
}

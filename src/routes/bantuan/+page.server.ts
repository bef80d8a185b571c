import { helpArticle } from './help-article.ts';

/** A page to read: no script travels with it. */
export const csr = false;

/** The help texts in the reader's language. */
export function load({ locals }: { locals: App.Locals }) {
	return { article: helpArticle(locals.locale) };
}

import { sourcesArticle } from './sources-article.ts';

/** A page to read: no script travels with it. */
export const csr = false;

/** The papers behind the examples, in the reader's language. */
export function load({ locals }: { locals: App.Locals }) {
	return { article: sourcesArticle(locals.locale) };
}

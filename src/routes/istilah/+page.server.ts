import glossary from '#messages/glossary.json' with { type: 'json' };

/** A page to read: no script travels with it. */
export const csr = false;

/** Every field word with its English name, code name, other names and meaning. */
export function load({ locals }: { locals: App.Locals }) {
	return {
		terms: glossary.map((entry) => ({
			id: entry.id,
			en: entry.en,
			code: entry.code,
			synonyms: entry.synonyms,
			note: entry.note[locals.locale],
		})),
	};
}

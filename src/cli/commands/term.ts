/** `sentra istilah [kata]`: the glossary of field words. */
import glossary from '#messages/glossary.json' with { type: 'json' };
import { Failure } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { nearestWord } from '../nearest.ts';
import { tableText } from '../table-text.ts';
import { m } from '#words/messages.js';

interface Term {
	readonly id: string;
	readonly en: string;
	readonly code: string;
	readonly synonyms: readonly string[];
	readonly note: { readonly id: string; readonly en: string };
}

const terms: readonly Term[] = glossary;

const namesOf = (term: Term): readonly string[] => [
	term.id,
	term.en,
	...term.code.split(/,\s*/),
	...term.synonyms,
];

/** Terms one of whose names is the word; else those that contain it. */
export function findTerms(word: string): readonly Term[] {
	const wanted = word.trim().toLowerCase();
	const exact = terms.filter((term) => namesOf(term).some((name) => name.toLowerCase() === wanted));
	if (exact.length > 0) return exact;
	return terms.filter((term) => namesOf(term).some((name) => name.toLowerCase().includes(wanted)));
}

function oneTerm(term: Term, call: Call): string {
	const { locale } = call.screen;
	const [first, second] = locale === 'id' ? [term.id, term.en] : [term.en, term.id];
	const also =
		term.synonyms.length > 0 ? `${m.cli_term_also({}, { locale })}: ${term.synonyms.join(', ')}` : '';
	const lines = [
		`${first} (${second})`,
		`  ${term.note[locale]}`,
		also && `  ${also}`,
		`  ${m.cli_term_code({}, { locale })}: ${term.code}`,
	];
	return lines.filter(Boolean).join('\n');
}

export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const sources = [{ kind: 'glossary' as const, id: 'messages/glossary.json' }];
	const word = call.words.join(' ');
	if (word === '') {
		const text = tableText(
			[
				{ label: m.cli_term_indonesian({}, { locale }), align: 'left' },
				{ label: m.cli_term_english({}, { locale }), align: 'left' },
				{ label: m.cli_term_code({}, { locale }), align: 'left' },
			],
			terms.map((term) => ({ cells: [term.id, term.en, term.code] })),
			call.screen,
		);
		return { exit: 0, result: terms, text, sources };
	}
	const found = findTerms(word);
	if (found.length === 0) {
		const near = nearestWord(word, terms.flatMap(namesOf));
		throw new Failure([{ code: 'TERM_NOT_FOUND', params: { word, ...(near ? { near } : {}) } }]);
	}
	return { exit: 0, result: found, text: found.map((term) => oneTerm(term, call)).join('\n\n'), sources };
}

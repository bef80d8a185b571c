/**
 * The styles that a page's own HTML needs, in its head; all of them at its end. A first visit on a slow connection is
 * then drawn with the first answer: nothing that must still travel stands before the paint, with or without script.
 *
 * What is put into the head is every rule that can match something in the HTML, in the order of the sheet. The whole
 * sheet follows and repeats them, so nothing changes its look when it arrives.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One rule with what its selectors ask for, or a condition around further rules. */
type Rule =
	| { readonly kind: 'rule'; readonly selectors: readonly Selector[]; readonly body: string }
	| { readonly kind: 'when'; readonly condition: string; readonly rules: readonly Rule[] }
	| { readonly kind: 'always'; readonly text: string };

interface Selector {
	readonly text: string;
	/** `.class`, `#id` and tag names, all of which must occur in a page before the selector can match there. */
	readonly asks: readonly string[];
}

/** Paper is printed long after the whole sheet has come, and nobody points at a page that is not there yet. */
const LATER_CONDITION = /^@(media print|page)/;
const LATER_SELECTOR = /:(hover|active|visited|target)|::?(selection|-webkit-|-moz-)/;

/** The place after the string, comment or bracket that begins at `start`. */
function endOf(text: string, start: number): number {
	const opening = text[start];
	if (opening === '"' || opening === "'") {
		for (let at = start + 1; at < text.length; at += 1) {
			if (text[at] === '\\') at += 1;
			else if (text[at] === opening) return at + 1;
		}
		return text.length;
	}
	const closing = opening === '{' ? '}' : opening === '(' ? ')' : ']';
	let at = start + 1;
	while (at < text.length && text[at] !== closing)
		at = /["'{([]/.test(text[at] ?? '') ? endOf(text, at) : at + 1;
	return at + 1;
}

/** The parts of a list of selectors; a comma within brackets does not end one. */
function selectorsOf(list: string): string[] {
	const parts: string[] = [];
	let from = 0;
	for (let at = 0; at <= list.length;) {
		if (at === list.length || list[at] === ',') {
			parts.push(list.slice(from, at).trim());
			from = at + 1;
		}
		at = /["'([]/.test(list[at] ?? '') ? endOf(list, at) : at + 1;
	}
	return parts.filter((part) => part !== '');
}

/** What a selector asks of a page. What stands in brackets may be anything: too much is harmless, too little is not. */
function selectorFrom(text: string): Selector {
	let open = '';
	for (let at = 0; at < text.length;) {
		if (/["'([]/.test(text[at] ?? '')) {
			at = endOf(text, at);
			open += ' ';
		} else open += text[at++];
	}
	const names = open.replace(/::?[\w-]+/g, ' ').match(/[.#]?-?[a-z_][\w-]*/gi) ?? [];
	return { text, asks: names.map((name) => (/^[.#]/.test(name) ? name : name.toLowerCase())) };
}

/** A sheet without comments, as the build writes it, taken apart. */
export function rulesFrom(sheet: string): Rule[] {
	const rules: Rule[] = [];
	let from = 0;
	for (let at = 0; at < sheet.length;) {
		const sign = sheet[at] ?? '';
		if (sign === ';') {
			rules.push({ kind: 'always', text: sheet.slice(from, at + 1) });
			from = at += 1;
		} else if (sign === '{') {
			const end = endOf(sheet, at);
			const [head, body] = [sheet.slice(from, at).trim(), sheet.slice(at + 1, end - 1)];
			if (/^@(media|supports|container|layer)/.test(head))
				rules.push({ kind: 'when', condition: head, rules: rulesFrom(body) });
			else if (head.startsWith('@')) rules.push({ kind: 'always', text: `${head}{${body}}` });
			else rules.push({ kind: 'rule', selectors: selectorsOf(head).map(selectorFrom), body });
			from = at = end;
		} else at = /["'([]/.test(sign) ? endOf(sheet, at) : at + 1;
	}
	return rules;
}

/** Every tag, class and id that occurs in a page. */
function occurringIn(html: string): Set<string> {
	const found = new Set<string>(['html', 'body']);
	for (const [, tag = ''] of html.matchAll(/<([a-z][\w-]*)/gi)) found.add(tag.toLowerCase());
	for (const [, names = ''] of html.matchAll(/\sclass="([^"]*)"/g))
		for (const name of names.split(/\s+/)) found.add(`.${name}`);
	for (const [, id = ''] of html.matchAll(/\sid="([^"]*)"/g)) found.add(`#${id}`);
	return found;
}

function textOf(rules: readonly Rule[], found: ReadonlySet<string>): string {
	return rules
		.map((rule) => {
			if (rule.kind === 'always') return LATER_CONDITION.test(rule.text) ? '' : rule.text;
			if (rule.kind === 'when') {
				const inner = LATER_CONDITION.test(rule.condition) ? '' : textOf(rule.rules, found);
				return inner === '' ? '' : `${rule.condition}{${inner}}`;
			}
			const matching = rule.selectors.filter(
				({ text, asks }) => !LATER_SELECTOR.test(text) && asks.every((name) => found.has(name)),
			);
			return matching.length === 0 ? '' : `${matching.map(({ text }) => text).join(',')}{${rule.body}}`;
		})
		.join('');
}

/** The rules that can match something in the page, in the order of the sheet. */
export function stylesFor(rules: readonly Rule[], html: string): string {
	return textOf(rules, occurringIn(html));
}

/** As SvelteKit names a sheet in the head of a page. */
const LINK = /\s*<link href="([^"]+\.css)" rel="stylesheet">/g;

/** The head of a page without its sheets, and what it named; null when it names none, as in development. */
function apart(head: string): { readonly head: string; readonly links: readonly string[] } | null {
	const links = [...head.matchAll(LINK)].map(([, address = '']) => address);
	return links.length === 0 ? null : { head: head.replace(LINK, ''), links };
}

/** The text of a sheet by its address in a page; null when it is not among the files of this build. */
type ReadSheet = (address: string) => string | null;

interface Taken {
	readonly rules: readonly Rule[];
	/** Every name that a rule asks for. */
	readonly asked: ReadonlySet<string>;
	/** What was chosen for pages that hold the same of these names: all pages of a route, nearly. */
	readonly chosen: Map<string, string>;
}

const askedBy = (rules: readonly Rule[]): string[] =>
	rules.flatMap((rule) => {
		if (rule.kind === 'always') return [];
		return rule.kind === 'when' ? askedBy(rule.rules) : rule.selectors.flatMap(({ asks }) => asks);
	});

/** By the names of the sheets: a name holds the hash of what is in it. Few, since nearly every page names the same. */
const taken = new Map<string, Taken>();

/** The sheets that a page names, taken apart once; null when one is not found. */
function take(links: readonly string[], read: ReadSheet): Taken | null {
	const names = links.map((address) => address.slice(address.lastIndexOf('/') + 1)).join(' ');
	const known = taken.get(names);
	if (known !== undefined) return known;
	const sheets = links.map(read);
	if (sheets.includes(null)) return null;
	const rules = rulesFrom(sheets.join('\n'));
	const made = { rules, asked: new Set(askedBy(rules)), chosen: new Map<string, string>() };
	taken.set(names, made);
	return made;
}

/** Above this the sheet or the pages are not what they were. */
const MOST_CHOSEN = 1000;

/** The rules for a page; those of a page with the same names in it are not looked for again. */
function chosenFor({ rules, asked, chosen }: Taken, html: string): string {
	const key = [...occurringIn(html)]
		.filter((name) => asked.has(name))
		.sort()
		.join(' ');
	const known = chosen.get(key);
	if (known !== undefined) return known;
	if (chosen.size >= MOST_CHOSEN) chosen.clear();
	const styles = stylesFor(rules, html);
	chosen.set(key, styles);
	return styles;
}

/**
 * The page with only its own styles in the head and links to all of them at its end. `read` is asked for the sheets; a
 * page one of whose sheets is not found is left as it is.
 */
export function withFirstStyles(html: string, read: ReadSheet): string {
	const end = html.indexOf('</head>');
	const page = apart(html.slice(0, end));
	const sheets = page === null ? null : take(page.links, read);
	if (page === null || sheets === null) return html;
	const body = html.slice(end);
	const styles = chosenFor(sheets, page.head + body);
	const closing = body.lastIndexOf('</body>');
	const links = page.links.map((address) => `<link href="${address}" rel="stylesheet">\n\t`).join('');
	return `${page.head}<style>${styles}</style>${body.slice(0, closing)}${links}${body.slice(closing)}`;
}

const clientFolder = join(process.env.SENTRA_ROOT ?? process.cwd(), 'build', 'client');

/** A sheet of this build, by the address it has in a page: `../../_app/immutable/assets/styles.hash.css`. */
export const readSheet: ReadSheet = (address) => {
	const path = /(?:^|\/)(_app\/[\w./-]+\.css)$/.exec(address)?.[1];
	if (path === undefined || path.includes('..')) return null;
	const file = join(clientFolder, path);
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

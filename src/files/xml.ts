/**
 * The XML of office parts as a stream of events. Nothing is expanded but the five entities and character
 * references; a document type declaration is refused, so there is nothing for an entity attack to work with.
 */
import { Parser } from 'htmlparser2';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { fileProblem } from './codes.ts';
import { markedEncoding } from './decode-text.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace prefix: `w:tbl` is `tbl`. Attributes keep theirs. */
interface XmlEvents {
	open?(name: string, attributes: Attributes): void;
	close?(name: string): void;
	text?(text: string): void;
	/** Asked after every piece: true when what was seen is enough or too much, and the rest need not be read. */
	enough?(): boolean;
}

const deepest = 400;
/** More elements than a list of 50,000 people with twenty columns has. */
const mostElements = 8_000_000;
/** Small enough that a stop takes effect soon, large enough to cost nothing. */
const piece = 64 * 1024;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix: `id` finds `r:id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
	if (attributes[name] !== undefined) return attributes[name];
	for (const key in attributes) if (localName(key) === name) return attributes[key];
	return undefined;
}

/**
 * Sends the events of one part. Errors: `XML_DOCTYPE_REFUSED`, `XML_TOO_DEEP`, `FILE_DAMAGED`, `ZIP_BOMB` (more elements
 * than `most`), each {part}. A part that ends inside an element, or has none, is damaged.
 */
export function readXml(
	bytes: Uint8Array,
	part: string,
	events: XmlEvents,
	most = mostElements,
): Outcome<null> {
	const marked = markedEncoding(bytes);
	const text = new TextDecoder(marked?.encoding ?? 'utf-8').decode(bytes.subarray(marked?.skip ?? 0));
	let stopped: 'XML_DOCTYPE_REFUSED' | 'XML_TOO_DEEP' | 'ZIP_BOMB' | null = null;
	let depth = 0;
	let elements = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				depth += 1;
				elements += 1;
				if (depth > deepest) stopped = 'XML_TOO_DEEP';
				else if (elements > most) stopped = 'ZIP_BOMB';
				if (!stopped) events.open?.(localName(name), attributes);
			},
			onclosetag(name) {
				depth -= 1;
				if (!stopped) events.close?.(localName(name));
			},
			ontext(data) {
				if (!stopped) events.text?.(data);
			},
			onprocessinginstruction(name) {
				if (name.toLowerCase().startsWith('!doctype') || name.toLowerCase().startsWith('!entity')) {
					stopped = 'XML_DOCTYPE_REFUSED';
				}
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	for (let from = 0; from < text.length && !stopped; from += piece) {
		parser.write(text.slice(from, from + piece));
		if (!stopped && events.enough?.() === true) return done(null);
	}
	if (stopped) return failed(fileProblem(stopped, undefined, { part }));
	const cutShort = depth > 0;
	parser.end();
	if (elements === 0 || cutShort) return failed(fileProblem('FILE_DAMAGED', undefined, { part }));
	return done(null);
}

/**
 * Reads REFI-QDA files back: the codes of a `.qdc`, and the codes, coders, texts and marks of a `.qdpx`. Only plain
 * text sources are read. Source: REFI-QDA 1.5, Project.xsd and Codebook.xsd.
 */
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { fileProblem } from './codes.ts';
import { attribute, readXml, type Attributes } from './xml.ts';
import { openZip } from './zip.ts';

export interface RefiCode {
	readonly guid: string;
	readonly name: string;
	readonly colour: string;
	/** The guid of the code around it; empty for none. */
	readonly parent: string;
	description: string;
}

export interface RefiMark {
	readonly user: string;
	readonly source: string;
	readonly code: string;
	/** Code points from 0. */
	readonly start: number;
	/** Not included. */
	readonly end: number;
}

export interface RefiProject {
	readonly name: string;
	readonly users: readonly { readonly guid: string; readonly name: string }[];
	readonly codes: readonly RefiCode[];
	readonly sources: readonly { readonly guid: string; readonly name: string; readonly text: string }[];
	readonly marks: readonly RefiMark[];
}

interface Gathered {
	root: string;
	namespace: string;
	name: string;
	users: { guid: string; name: string }[];
	codes: RefiCode[];
	sources: { guid: string; name: string; path: string; content: string | null }[];
	marks: RefiMark[];
}

const of = (attributes: Attributes, name: string) => attribute(attributes, name) ?? '';

function gather(bytes: Uint8Array, part: string): Outcome<Gathered> {
	const found: Gathered = {
		root: '',
		namespace: '',
		name: '',
		users: [],
		codes: [],
		sources: [],
		marks: [],
	};
	const path: string[] = [];
	const around: RefiCode[] = [];
	let selected: { start: number; end: number; user: string } | null = null;
	let coder = '';
	const opened: Readonly<Record<string, (attributes: Attributes) => void>> = {
		User: (one) => found.users.push({ guid: of(one, 'guid'), name: of(one, 'name') }),
		Code(one) {
			const code = {
				guid: of(one, 'guid'),
				name: of(one, 'name'),
				colour: of(one, 'color'),
				parent: around.at(-1)?.guid ?? '',
				description: '',
			};
			found.codes.push(code);
			around.push(code);
		},
		TextSource: (one) =>
			found.sources.push({
				guid: of(one, 'guid'),
				name: of(one, 'name'),
				path: of(one, 'plainTextPath'),
				content: null,
			}),
		PlainTextSelection(one) {
			const [start, end] = [Number(of(one, 'startPosition')), Number(of(one, 'endPosition'))];
			selected =
				Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end > start
					? { start, end, user: of(one, 'creatingUser') }
					: null;
		},
		Coding(one) {
			coder = of(one, 'creatingUser');
		},
		CodeRef(one) {
			const source = found.sources.at(-1);
			if (!selected || !source || path.at(-2) !== 'Coding') return;
			const { start, end, user } = selected;
			found.marks.push({
				user: coder || user,
				source: source.guid,
				code: of(one, 'targetGUID'),
				start,
				end,
			});
		},
	};
	const read = readXml(bytes, part, {
		open(name, attributes) {
			if (path.length === 0) {
				found.root = name;
				found.namespace = of(attributes, 'xmlns');
				found.name = of(attributes, 'name');
			}
			path.push(name);
			if (Object.hasOwn(opened, name)) opened[name]?.(attributes);
		},
		close(name) {
			path.pop();
			if (name === 'Code') around.pop();
			if (name === 'PlainTextSelection') selected = null;
		},
		text(text) {
			const source = found.sources.at(-1);
			const code = around.at(-1);
			if (path.at(-1) === 'Description' && path.at(-2) === 'Code' && code) code.description += text;
			if (path.at(-1) === 'PlainTextContent' && source) source.content = (source.content ?? '') + text;
		},
	});
	return read.ok ? done(found) : read;
}

const notRefi = (part: string) => failed(fileProblem('FILE_DAMAGED', undefined, { part }));

/** The codes of a `.qdc` file. Errors: those of the XML reader; `FILE_DAMAGED` when the root is another. */
export function readQdc(bytes: Uint8Array): Outcome<readonly RefiCode[]> {
	const found = gather(bytes, 'CodeBook');
	if (!found.ok) return found;
	const { root, namespace, codes } = found.value;
	return root === 'CodeBook' && namespace === 'urn:QDA-XML:codebook:1.0' ? done(codes) : notRefi('CodeBook');
}

/** A `.qdpx` file. Errors: those of the zip and the XML reader; `FILE_DAMAGED` when a part is missing. */
export function readQdpx(bytes: Uint8Array): Outcome<RefiProject> {
	const zip = openZip(bytes);
	if (!zip.ok) return zip;
	// Some programs call the part otherwise; its ending is what the standard fixes.
	const part = zip.value.names.find((name) => /^[^/]+\.qde$/i.test(name));
	if (part === undefined) return notRefi('project.qde');
	const inside = zip.value.read(part);
	if (!inside.ok) return inside;
	const found = gather(inside.value, part);
	if (!found.ok) return found;
	const { root, namespace, name, users, codes, marks } = found.value;
	if (root !== 'Project' || namespace !== 'urn:QDA-XML:project:1.0') return notRefi(part);
	const sources = [];
	for (const { guid, name: title, path, content } of found.value.sources) {
		if (content !== null) {
			sources.push({ guid, name: title, text: content });
			continue;
		}
		const wanted = path.replace(/^internal:\/\//, '').toLowerCase();
		const file = zip.value.names.find((one) => one.toLowerCase() === `sources/${wanted}`);
		if (file === undefined) return notRefi(path);
		const text = zip.value.read(file);
		if (!text.ok) return text;
		sources.push({ guid, name: title, text: new TextDecoder().decode(text.value) });
	}
	return done({ name, users, codes, sources, marks });
}

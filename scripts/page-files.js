/**
 * Which module of the browser's build goes into which file. On a slow connection a file costs two seconds before its
 * first byte, whatever its size, and a browser asks a plain http server for six at a time: a page that needs seven
 * waits twice. So what a page must have before it can be typed into is a handful of files:
 *
 *   entry/start  Svelte, SvelteKit and the language: every page
 *   entry/app    the list of pages: every page
 *   nodes/0      header, footer and what the tools have in common
 *   tool         the frame of a quick tool, its grid and its boxes
 *   nodes/N      all that only this page needs
 *   lent         what one page needs at once and many others fetch later, such as the number reader
 *
 * What no page needs at once stays as it is split by its dynamic imports.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');
const pageEntry = (number) => `${root}.svelte-kit/generated/client-optimized/nodes/${number}.js`;
const LAYOUT = 0;
const TOOL_FRAME = `${root}src/ui/tool/ToolPage.svelte`;
const PACKAGES =
	/node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)[\\/]|src[\\/]words[\\/]runtime|rolldown[\\/]runtime|vite[\\/]preload-helper/;
/** From so many other pages on, a part is not fetched as a side of somebody else's page. */
const MANY = 3;

/**
 * The modules that a module needs. One module lists all words, so a word belongs to whoever speaks it, not to whoever
 * imports the list.
 */
function needs({ id, code, importedIds }) {
	if (id.startsWith(`${root}src/words/`)) return id.includes('/words/messages') ? [] : importedIds;
	const spoken = [...(code ?? '').matchAll(/\bm\.(\w+)/g)].map(
		([, word]) => `${root}src/words/messages/${word}.js`,
	);
	return [...importedIds, ...spoken];
}

/** For every module the numbers of the pages that reach it. */
function reachedFrom(pages, modulesOf) {
	const reached = new Map();
	for (const page of pages) {
		const waiting = [pageEntry(page)];
		for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
			const seen = reached.get(id) ?? new Set();
			if (seen.has(page)) continue;
			reached.set(id, seen.add(page));
			waiting.push(...modulesOf(id));
		}
	}
	return reached;
}

/** The file of a module, or null when no page needs it at once. */
function fileFor(getModuleInfo) {
	const pages = [];
	while (existsSync(pageEntry(pages.length))) pages.push(pages.length);
	const atOnce = (id) => {
		const info = getModuleInfo(id);
		return info ? needs(info) : [];
	};
	const needed = reachedFrom(pages, atOnce);
	const used = reachedFrom(pages, (id) => [
		...atOnce(id),
		...(getModuleInfo(id)?.dynamicallyImportedIds ?? []),
	]);
	const toolPages = needed.get(TOOL_FRAME) ?? new Set();

	/** Beside the tools' frame only when nobody else needs it, now or later: the frame is no small part of a page. */
	const amongTools = (id) => ([...used.get(id)].every((page) => toolPages.has(page)) ? 'tool' : 'layout');

	return (id) => {
		const by = needed.get(id);
		if (!by) return null;
		if (by.has(LAYOUT)) return 'layout';
		if (by.size > 1) return amongTools(id);
		const [page] = by;
		if (used.get(id).size <= MANY) return `page-${page}`;
		return toolPages.has(page) ? amongTools(id) : `lent-${page}`;
	};
}

/** The groups for `output.codeSplitting` of one build. */
export function pageFiles() {
	let fileOf = null;
	const group = (debugName, wanted, priority) => ({
		debugName,
		name(id, build) {
			fileOf ??= fileFor((one) => build.getModuleInfo(one));
			const file = fileOf(id);
			return file !== null && wanted(file) ? file : null;
		},
		// One file of styles takes them all.
		test: (id) => !/\.css$|type=style/.test(id),
		priority,
	});
	return [
		{ name: 'frame', test: PACKAGES, priority: 5 },
		// One file of styles: all of them packed together are smaller than the parts, and a page asks once.
		{ name: 'styles', test: /type=style&lang\.css|src[\\/]app\.css/, priority: 5 },
		group('layout', (file) => file === 'layout', 4),
		group('tool', (file) => file === 'tool', 3),
		group('lent', (file) => file.startsWith('lent'), 2),
		group('page', (file) => file.startsWith('page'), 1),
	];
}

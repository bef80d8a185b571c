/** Bytes from a file, from stdin (`-`) or from a built-in example (`contoh:serabi`), with the name they go by. */
import { createReadStream } from 'node:fs';
import type { Stats } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Failure } from './call.ts';
import { nearestWord } from './nearest.ts';
import { packageRoot } from './package-root.ts';
import { readStdin } from './streams.ts';

export interface SourceBytes {
	readonly bytes: Uint8Array;
	/** As the person named it. */
	readonly name: string;
	readonly kind: 'file' | 'example' | 'stdin';
}

/** Larger tables than this are read row by row (`nilai-tambah hitung`) or not at all. */
export const mostBytes = 64 * 1024 * 1024;

const examplePrefix = /^(contoh|example):/i;

export interface Example {
	readonly name: string;
	readonly path: string;
}

/** The examples that came with the package. */
export async function listExamples(): Promise<readonly Example[]> {
	const folder = join(packageRoot(), 'samples');
	const files = await readdir(folder).catch(() => []);
	return files
		.filter((file) => /\.(xlsx|docx|csv)$/.test(file))
		.sort()
		.map((file) => ({ name: basename(file, extname(file)), path: join(folder, file) }));
}

/** One example by its name, with or without `contoh:`. Fails with EXAMPLE_NOT_FOUND (exit 3). */
export async function findExample(typed: string): Promise<Example> {
	const name = typed.replace(examplePrefix, '');
	const examples = await listExamples();
	const found = examples.find((example) => example.name.toLowerCase() === name.toLowerCase());
	if (found) return found;
	const names = [...new Set(examples.map((example) => example.name))];
	const near = nearestWord(name, names);
	throw new Failure([
		{ code: 'EXAMPLE_NOT_FOUND', params: { name, names: names.join(', '), ...(near ? { near } : {}) } },
	]);
}

async function statOf(path: string): Promise<Stats> {
	try {
		return await stat(path);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code !== 'ENOENT' && code !== 'ENOTDIR') {
			throw new Failure([
				{ code: 'FILE_NOT_READABLE', at: { file: path }, params: { reason: String(code) } },
			]);
		}
		const beside = await readdir(dirname(path)).catch(() => [] as string[]);
		const near = nearestWord(basename(path), beside);
		throw new Failure([
			{ code: 'FILE_NOT_FOUND', at: { file: path }, params: near ? { near: join(dirname(path), near) } : {} },
		]);
	}
}

async function pathOf(typed: string): Promise<{ path: string; kind: 'file' | 'example' }> {
	if (examplePrefix.test(typed)) return { path: (await findExample(typed)).path, kind: 'example' };
	const found = await statOf(typed);
	if (found.isDirectory()) throw new Failure([{ code: 'FILE_IS_FOLDER', at: { file: typed } }]);
	return { path: typed, kind: 'file' };
}

/** Everything in the source. Fails when it is missing (3), cannot be read or is larger than 64 MB (4). */
export async function readSource(typed: string): Promise<SourceBytes> {
	const tooLarge = () =>
		new Failure([{ code: 'FILE_TOO_LARGE', at: { file: typed }, params: { limit: mostBytes } }]);
	if (typed === '-') {
		const bytes = await readStdin(mostBytes);
		if (bytes === null) throw tooLarge();
		return { bytes, name: 'stdin', kind: 'stdin' };
	}
	const { path, kind } = await pathOf(typed);
	if ((await statOf(path)).size > mostBytes) throw tooLarge();
	try {
		return { bytes: await readFile(path), name: kind === 'example' ? basename(path) : typed, kind };
	} catch (error) {
		const reason = String((error as NodeJS.ErrnoException).code ?? error);
		throw new Failure([{ code: 'FILE_NOT_READABLE', at: { file: typed }, params: { reason } }]);
	}
}

/** The source piece by piece, for tables that are read row by row. */
export async function openSource(typed: string): Promise<AsyncIterable<Uint8Array>> {
	if (typed === '-') return process.stdin as AsyncIterable<Uint8Array>;
	const { path } = await pathOf(typed);
	return createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
}

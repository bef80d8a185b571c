/**
 * A Data Package, version 2: the tables as standard CSV, and `datapackage.json`, which says what each column is.
 * Source: https://datapackage.org/standard/ (Data Package, Data Resource, Table Schema 2.0).
 */
import { createHash } from 'node:crypto';
import { csvLine } from '#files/csv-lines.ts';
import { zipStream } from '#files/zip-stream.ts';
import { aboutLines } from './about.ts';
import type { About } from './about.ts';
import { LIST_MARK } from './cells.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import type { Column, ColumnType, Kind } from './column.ts';
import { heading, inBoth, kindTitle, meaning, said, unitWords, valueWords } from './export-words.ts';
import type { Writing, Written } from './forms.ts';
import type { ExportKind } from './schema.ts';

const PROFILE = 'https://datapackage.org/profiles/2.0';
const encoder = new TextEncoder();

const types: Readonly<Record<ColumnType, Readonly<Record<string, string>>>> = {
	id: { type: 'string', format: 'uuid' },
	text: { type: 'string' },
	digits: { type: 'string' },
	choice: { type: 'string' },
	whole: { type: 'integer' },
	decimal: { type: 'number' },
	day: { type: 'date' },
	moment: { type: 'datetime' },
	'yes-no': { type: 'boolean' },
	list: { type: 'list', delimiter: LIST_MARK },
};

function fieldOf(column: Column): object {
	const unit = unitWords(column, 'en');
	const [minimum, maximum] = column.between ?? [];
	const constraints = {
		...(column.required === true ? { required: true } : {}),
		...(typeof minimum === 'number' ? { minimum } : {}),
		...(typeof maximum === 'number' ? { maximum } : {}),
	};
	return {
		name: column.name,
		title: `${heading(column, 'id')} / ${heading(column, 'en')}`,
		description: `${meaning(column, 'en')}\n\n${meaning(column, 'id')}`,
		...types[column.type],
		...(unit === '' ? {} : { unit }),
		...(column.values === undefined
			? {}
			: {
					categories: column.values.codes.map((value) => ({
						value,
						label: `${valueWords(column, value, 'id')} / ${valueWords(column, value, 'en')}`,
					})),
				}),
		...(Object.keys(constraints).length > 0 ? { constraints } : {}),
	};
}

/** The Table Schema of a kind. Keys that lead to a table outside the package are left out. */
function schemaOf(
	{ columns }: Kind,
	within: readonly ExportKind[],
	keys: ReadonlyMap<string, string[]>,
): object {
	const references = columns.filter(({ refers }) => refers !== undefined && within.includes(refers));
	const foreignKeys = references.map(({ name, refers = 'programme' }) => ({
		fields: [name],
		reference: { resource: refers, fields: keys.get(refers) ?? [] },
	}));
	return {
		$schema: `${PROFILE}/tableschema.json`,
		fields: columns.map(fieldOf),
		missingValues: [{ value: '', label: 'not recorded / tidak dicatat' }],
		primaryKey: columns.filter(({ key }) => key).map(({ name }) => name),
		...(foreignKeys.length > 0 ? { foreignKeys } : {}),
	};
}

const codebookSchema = {
	$schema: `${PROFILE}/tableschema.json`,
	fields: codebookColumns.map((name) => ({ name, type: 'string' })),
	missingValues: [''],
	primaryKey: ['table', 'column'],
};

/** What is known of where the data are from, and no licence: nobody has given one. */
const descriptorOf = (about: About, resources: readonly object[]): object => ({
	$schema: `${PROFILE}/datapackage.json`,
	name: about.slug,
	id: about.exportId,
	title: about.programme,
	description: (['en', 'id'] as const)
		.map((language) =>
			aboutLines(about, language)
				.map(([label, text]) => `${label}: ${text}`)
				.join('\n\n'),
		)
		.join('\n\n'),
	created: about.at.toISOString(),
	contributors: [{ title: about.organisation, roles: ['dataCurator'], organization: about.organisation }],
	sources: [
		{
			title: said('export_source_records', 'en', {
				organisation: about.organisation,
				programme: about.programme,
			}),
		},
		...(about.areas === null
			? []
			: [
					{
						title: about.areas,
						path: 'https://github.com/fityannugroho/idn-area-data',
						version: about.areas.split(' ').at(-1),
					},
				]),
	],
	resources,
});

/** Writes the package; `lines` writes a kind as standard CSV. */
export async function writePackage(
	{ kinds, about, sink }: Writing,
	lines: (kind: Kind, say: (text: string) => void) => Promise<number>,
): Promise<Written> {
	const zip = zipStream((bytes) => sink.give(bytes));
	const resources: object[] = [];
	const written: Written = {};
	const within = kinds.map(({ id }) => id);
	const keys = new Map(
		kinds.map(({ id, columns }) => [id, columns.filter(({ key }) => key).map(({ name }) => name)]),
	);
	/** One file of the package, with its size and hash as it passes. */
	const table = async (
		resource: { readonly name: string; readonly title: string; readonly schema: object },
		fill: (say: (text: string) => void) => Promise<number>,
	): Promise<number> => {
		const hash = createHash('sha256');
		const path = `data/${resource.name}.csv`;
		let bytes = 0;
		zip.open(path);
		const rows = await fill((text) => {
			const piece = encoder.encode(text);
			hash.update(piece);
			bytes += piece.length;
			zip.add(piece);
		});
		zip.close();
		const { name, title, schema } = resource;
		const form = { type: 'table', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' };
		resources.push({ name, title, path, ...form, bytes, hash: `sha256:${hash.digest('hex')}`, schema });
		return rows;
	};
	for (const kind of kinds) {
		const title = `${kindTitle(kind.id, 'id')} / ${kindTitle(kind.id, 'en')}`;
		const resource = { name: kind.id, title, schema: schemaOf(kind, within, keys) };
		written[kind.id] = await table(resource, (say) => lines(kind, say));
	}
	const codebook = { name: 'codebook', title: inBoth('export_codebook'), schema: codebookSchema };
	await table(codebook, async (say) => {
		const rows = [[...codebookColumns], ...codebookRows(kinds)];
		for (const row of rows) say(csvLine(row, ','));
		return rows.length;
	});
	const text = (name: string, content: string): void => {
		zip.open(name);
		zip.add(encoder.encode(content));
		zip.close();
	};
	text('datapackage.json', `${JSON.stringify(descriptorOf(about, resources), null, '\t')}\n`);
	const readme = (['id', 'en'] as const).map((language) => {
		const listed = aboutLines(about, language).map(([label, line]) => `- **${label}**: ${line}`);
		return `## ${said('export_about', language)}\n\n${listed.join('\n')}\n`;
	});
	text('README.md', `# ${about.programme}\n\n${readme.join('\n')}`);
	zip.end();
	await sink.carried();
	return written;
}

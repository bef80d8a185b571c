/** GeoJSON and Data Package against what their standards say, read from the standards and not from the program. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '#files/csv-reader.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import type { Actor } from '../../access/roles.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { loadDemo } from '../demo/loading.ts';
import type { LoadedDemo } from '../demo/loading.ts';
import { exportUses } from './schema.ts';
import type { ExportChoice } from './schema.ts';
import { chosen, exported } from './testing.ts';

const house = testHouse();
let demos: readonly LoadedDemo[] = [];

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 7).toString('base64')));
	demos = await loadDemo(house.sql, fileURLToPath(new URL('../../../../samples', import.meta.url)));
	const [first] = demos;
	await house.sql`update enterprise set latitude = -7.41, longitude = 112.78
		where org_id = ${first?.orgId ?? ''} and enterprise_id = (
			select enterprise_id from enterprise where org_id = ${first?.orgId ?? ''} order by enterprise_id limit 1)`;
}, 120_000);

const of = ({ orgId, memberPersonId }: LoadedDemo, role: Actor['role'] = 'owner'): Actor => ({
	orgId,
	accountId: 'x',
	name: 'Ibu Pemilik',
	role,
	villages: null,
	personId: role === 'member' ? memberPersonId : null,
});
const make = (
	demo: LoadedDemo,
	more: Partial<ExportChoice> & Pick<ExportChoice, 'form'>,
	role?: Actor['role'],
) =>
	readAsTenant(house.sql, of(demo, role), async (tx) =>
		exported(tx, of(demo, role), chosen(demo.programmeId, more)),
	);

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with a feature collection by RFC 7946; the numbers are its sections. */
function geojsonFindings(collection: Json): string[] {
	const findings: string[] = [];
	const check = (holds: boolean, section: string): unknown => holds || findings.push(section);
	check(collection['type'] === 'FeatureCollection', '3.3 type');
	check(Array.isArray(collection['features']), '3.3 features');
	// 4: other reference systems went away with the older draft; 7.1: no member of another type.
	for (const member of ['crs', 'coordinates', 'geometries', 'geometry', 'properties'])
		check(!(member in collection), `4, 7.1 ${member}`);
	for (const feature of collection['features'] as Json[]) {
		check(feature['type'] === 'Feature', '3.2 type');
		check('geometry' in feature && 'properties' in feature, '3.2 members');
		check(['string', 'number'].includes(typeof feature['id']), '3.2 id');
		check(typeof feature['properties'] === 'object', '3.2 properties');
		const geometry = feature['geometry'] as Json | null | undefined;
		if (geometry === null || geometry === undefined) continue;
		check(geometry['type'] === 'Point', '1.4 type');
		const position = geometry['coordinates'] as unknown[];
		check(position.length >= 2 && position.every((one) => typeof one === 'number'), '3.1.1 position');
		const [longitude, latitude] = position as number[];
		// Longitude is first: in Indonesia it is never a latitude.
		check(longitude !== undefined && longitude >= 94.5 && longitude <= 141.5, '3.1.1 longitude first');
		check(latitude !== undefined && latitude >= -11.5 && latitude <= 6.5, '3.1.1 latitude second');
	}
	return findings;
}

describe('GeoJSON', () => {
	it('keeps RFC 7946, with a point where there is one and null where there is none', async () => {
		let points = 0;
		for (const demo of demos) {
			const { bytes, rows } = await make(demo, { form: 'geojson' });
			const collection = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json & { features: Json[] };
			expect(geojsonFindings(collection)).toEqual([]);
			expect(collection.features).toHaveLength(Object.values(rows).reduce((sum, count) => sum + count, 0));
			points += collection.features.filter(({ geometry }) => geometry !== null).length;
			expect(new Set(collection.features.map(({ id }) => id)).size).toBe(collection.features.length);
		}
		expect(points).toBeGreaterThan(0);
	});

	it('of nothing is a collection of nothing', async () => {
		const [demo] = demos;
		const { bytes } = await make(demo as LoadedDemo, { form: 'geojson', kinds: ['stakeholders'] }, 'member');
		expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toEqual({
			type: 'FeatureCollection',
			features: [],
		});
	});

	it('is not excused by the checks: a latitude first, a missing geometry or a reference system is found', () => {
		const point = { type: 'Point', coordinates: [-7.41, 112.78] };
		const good = { type: 'Feature', id: 'a', geometry: null, properties: {} };
		const all = (feature: Json) => geojsonFindings({ type: 'FeatureCollection', features: [feature] });
		expect(all(good)).toEqual([]);
		expect(all({ ...good, geometry: point })).toContain('3.1.1 longitude first');
		expect(all({ type: 'Feature', id: 'a', properties: {} })).toContain('3.2 members');
		expect(geojsonFindings({ type: 'FeatureCollection', features: [], crs: {} })).toEqual(['4, 7.1 crs']);
	});
});

interface Field {
	readonly name: string;
	readonly type: string;
	readonly format?: string;
	readonly delimiter?: string;
	readonly categories?: readonly { readonly value: string; readonly label: string }[];
	readonly constraints?: {
		readonly required?: boolean;
		readonly minimum?: number;
		readonly maximum?: number;
	};
}
interface Schema {
	readonly fields: readonly Field[];
	readonly missingValues: readonly (string | { readonly value: string })[];
	readonly primaryKey: readonly string[];
	readonly foreignKeys?: readonly {
		readonly fields: readonly string[];
		readonly reference: { readonly resource: string; readonly fields: readonly string[] };
	}[];
}
interface Resource {
	readonly name: string;
	readonly path: string;
	readonly type: string;
	readonly bytes: number;
	readonly hash: string;
	readonly encoding: string;
	readonly schema: Schema;
}
type Parts = ReadonlyMap<string, Uint8Array>;

/** How a value is written, by type (Table Schema, field types). */
const written: Readonly<Record<string, RegExp>> = {
	string: /^/,
	integer: /^[+-]?\d+$/,
	number: /^[+-]?\d+(\.\d+)?$/,
	date: /^\d{4}-\d\d-\d\d$/,
	datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
	boolean: /^(true|false|True|False|TRUE|FALSE|1|0)$/,
	list: /^/,
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function cellFindings(field: Field, value: string): string[] {
	const findings: string[] = [];
	const { constraints = {} } = field;
	if (value === '') return constraints.required === true ? [`${field.name} is required`] : [];
	if (!written[field.type]?.test(value)) findings.push(`${field.name} is no ${field.type}: ${value}`);
	if (field.format === 'uuid' && !uuid.test(value)) findings.push(`${field.name} is no uuid: ${value}`);
	if (field.categories && !field.categories.some((one) => one.value === value))
		findings.push(`${field.name} is in no category: ${value}`);
	if (constraints.minimum !== undefined && Number(value) < constraints.minimum)
		findings.push(`${field.name} < minimum`);
	if (constraints.maximum !== undefined && Number(value) > constraints.maximum)
		findings.push(`${field.name} > maximum`);
	return findings;
}

const rowsIn = (bytes: Uint8Array): string[][] => {
	const outcome = readCsv(Buffer.from(bytes).toString('utf8'), { delimiter: ',' });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return (outcome.value.grids[0]?.rows ?? []).map((row) => row.map(({ text }) => text));
};

function tableFindings({ name, schema }: Resource, rows: readonly string[][]): string[] {
	const [head = [], ...body] = rows;
	const findings = schema.fields.flatMap((field, index) =>
		body.flatMap((row) => cellFindings(field, row[index] ?? '')),
	);
	// fieldsMatch is exact unless it says otherwise: number and order.
	if (head.join() !== schema.fields.map((field) => field.name).join())
		findings.push(`${name}: the header is another`);
	if (new Set(head).size !== head.length) findings.push(`${name}: a field twice`);
	const keys = body.map((row) => schema.primaryKey.map((key) => row[head.indexOf(key)]).join('|'));
	if (keys.some((key) => key === '') || new Set(keys).size !== keys.length)
		findings.push(`${name}: its key is none`);
	for (const key of schema.primaryKey) if (!head.includes(key)) findings.push(`${name}: no column ${key}`);
	return findings;
}

function referenceFindings(
	resources: readonly Resource[],
	tables: ReadonlyMap<string, string[][]>,
): string[] {
	const valuesOf = (resource: string, field: string): string[] => {
		const [head = [], ...body] = tables.get(resource) ?? [];
		return body.map((row) => row[head.indexOf(field)] ?? '');
	};
	return resources.flatMap(({ name, schema }) =>
		(schema.foreignKeys ?? []).flatMap(({ fields: [field = ''], reference }) => {
			const there = new Set(valuesOf(reference.resource, reference.fields[0] ?? ''));
			if (!tables.has(reference.resource)) return [`${name}.${field} refers to no resource`];
			const lost = valuesOf(name, field).filter((value) => value !== '' && !there.has(value));
			return lost.length > 0 ? [`${name}.${field} refers to nothing ${lost.length} times`] : [];
		}),
	);
}

/** What is wrong with a package by the Data Package standard, version 2. */
function packageFindings(parts: Parts): string[] {
	const descriptor = JSON.parse(Buffer.from(parts.get('datapackage.json') ?? []).toString('utf8')) as Json;
	const resources = descriptor['resources'] as Resource[];
	const findings: string[] = [];
	const check = (holds: boolean, what: string): unknown => holds || findings.push(what);
	check(descriptor['$schema'] === 'https://datapackage.org/profiles/2.0/datapackage.json', '$schema');
	check(/^[a-z0-9._-]+$/.test(descriptor['name'] as string), 'name');
	check(!Number.isNaN(Date.parse(descriptor['created'] as string)), 'created');
	for (const list of ['contributors', 'sources'])
		for (const one of descriptor[list] as Json[]) check(Object.keys(one).length > 0 && 'title' in one, list);
	// A licence that nobody gave must not stand there.
	check(!('licenses' in descriptor), 'licenses');
	check(
		resources.length > 0 && new Set(resources.map(({ name }) => name)).size === resources.length,
		'resources',
	);
	const tables = new Map<string, string[][]>();
	for (const resource of resources) {
		const bytes = parts.get(resource.path);
		check(/^[a-z0-9._-]+$/.test(resource.name), `${resource.name}: name`);
		check(resource.type === 'table' && resource.encoding === 'utf-8', `${resource.name}: type`);
		if (bytes === undefined) {
			findings.push(`${resource.path} is not there`);
			continue;
		}
		check(bytes.length === resource.bytes, `${resource.name}: bytes`);
		check(
			resource.hash === `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
			`${resource.name}: hash`,
		);
		tables.set(resource.name, rowsIn(bytes));
		findings.push(...tableFindings(resource, tables.get(resource.name) ?? []));
	}
	return [...findings, ...referenceFindings(resources, tables)];
}

const partsOfPackage = async (demo: LoadedDemo, more: Partial<ExportChoice> = {}, role?: Actor['role']) =>
	new Map(Object.entries(unzipSync((await make(demo, { form: 'datapackage', ...more }, role)).bytes)));

describe('a Data Package', () => {
	it('keeps the standard for each of the five programmes, for inside and handed out', async () => {
		for (const demo of demos)
			for (const use of exportUses) expect(packageFindings(await partsOfPackage(demo, { use }))).toEqual([]);
	});

	it('keeps it for a member, and for one kind whose references lead outside', async () => {
		const [demo] = demos as [LoadedDemo];
		expect(packageFindings(await partsOfPackage(demo, {}, 'member'))).toEqual([]);
		const parts = await partsOfPackage(demo, { kinds: ['enterprises'] });
		expect(packageFindings(parts)).toEqual([]);
		expect([...parts.keys()]).toEqual([
			'data/enterprises.csv',
			'data/codebook.csv',
			'datapackage.json',
			'README.md',
		]);
		expect(Buffer.from(parts.get('datapackage.json') ?? []).toString()).not.toContain('foreignKeys');
	});

	it('has the codebook as a table and in words of both languages, and says where the names of areas are from', async () => {
		const [demo] = demos as [LoadedDemo];
		await house.sql`insert into reference_version (name, version) values ('area', 'idn-area-data 4.0.1, read 2')`;
		const parts = await partsOfPackage(demo);
		const readme = Buffer.from(parts.get('README.md') ?? []).toString('utf8');
		expect(readme).toContain('## Tentang berkas ini');
		expect(readme).toContain('## About this file');
		expect(readme).toContain('ODbL');
		const descriptor = JSON.parse(Buffer.from(parts.get('datapackage.json') ?? []).toString()) as Json;
		expect(descriptor['sources']).toContainEqual({
			title: 'idn-area-data 4.0.1',
			path: 'https://github.com/fityannugroho/idn-area-data',
			version: '4.0.1',
		});
		const [head = [], ...rows] = rowsIn(parts.get('data/codebook.csv') ?? new Uint8Array());
		expect(rows.find((row) => row[head.indexOf('column')] === 'birth_year')?.slice(5, 7)).toEqual([
			'Tahun lahir; tanggalnya tidak dicatat.',
			'The year of birth; the day is not recorded.',
		]);
	});

	it('is not excused by the checks: a changed byte, a lost row and a wrong code are found', async () => {
		const [demo] = demos as [LoadedDemo];
		const parts = await partsOfPackage(demo);
		const changed = (path: string, change: (text: string) => string) => {
			const text = Buffer.from(parts.get(path) ?? []).toString('utf8');
			return packageFindings(new Map([...parts, [path, Buffer.from(change(text))]])).join();
		};
		expect(changed('data/groups.csv', (text) => `${text} `)).toContain('groups: bytes');
		expect(changed('data/groups.csv', (text) => text.split('\r\n').slice(0, 2).join('\r\n'))).toMatch(
			/memberships.group_id refers to nothing/,
		);
		expect(changed('data/findings.csv', (text) => text.replace('problem', 'trouble'))).toContain(
			'in no category',
		);
		expect(changed('data/people.csv', (text) => text.replace(/(19|20)\d\d/, '1850'))).toContain('minimum');
		expect(
			changed('datapackage.json', (text) =>
				text.replace('"people.csv"', '"x"').replace('data/people.csv', 'data/x.csv'),
			),
		).toContain('is not there');
	});
});

import { maskedNumbersIn } from '#inputs/kept-text.ts';
import { sharingSample } from '#inputs/sharing-samples.ts';
import { sampleSheet } from '#inputs/value-added-samples.ts';
import { toolIds } from '#inputs/tool-content.ts';
import { eligibilitySample } from '#inputs/eligibility-samples.ts';
import { readText } from '#files/text-reader.ts';
import { checkData } from '#inputs/table-check-content.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayInJakarta } from '../../calendar.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { canonicalText, sha256 } from '../../db/canonical.ts';
import { perform } from '../../db/command.ts';
import { asTenant, readAsTenant } from '../../db/tenant.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { people, testHouse } from '../../db/testing.ts';
import type { People } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { programmeAdd } from '../programme/commands.ts';
import { programmeCard } from '../programme/queries.ts';
import {
	studyAdd,
	studyAttach,
	studyPublish,
	studySaveVersion,
	studyUpload,
	studyWithdraw,
} from './commands.ts';
import { studyReport } from './engine.ts';
import { listStudies, studyCard, studyFile, studyPublication, studyVersion } from './queries.ts';
import { largestFile } from './schema.ts';
import { studiesInFile } from './upload.ts';

const house = testHouse();
let ours: People;
let theirs: People;
let programmeId: string;

const harvest = sharingSample('serang', 'id') as NonNullable<ReturnType<typeof sharingSample>>;
const feed = sampleSheet('serabi', 'id');

const send = (command: Parameters<typeof perform>[1], actor: Actor, input: object) =>
	perform(house.sql, command, { actor, id: v7(), input });
const add = async (actor: Actor, more: object = {}) => {
	const studyId = v7();
	await send(studyAdd as never, actor, { studyId, programmeId, kind: 'sharing', content: harvest, ...more });
	return studyId;
};
const read = <Answer>(actor: Actor, work: Parameters<typeof readAsTenant<Answer>>[2]) =>
	readAsTenant(house.sql, actor, work);
const card = (studyId: string, actor: Actor = ours.as('owner')) =>
	read(actor, (tx) => studyCard(tx, actor.orgId, studyId));

const keyLine = (fill: number) => Buffer.alloc(32, fill).toString('base64');

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(keyLine(1)));
	ours = await people(house.sql);
	theirs = await people(house.sql, 'Yayasan Lain');
	programmeId = v7();
	await send(programmeAdd as never, ours.as('owner'), {
		programmeId,
		slug: 'kerang',
		name: 'Kerang hijau',
		villages: [villages.serang, villages.kalanganyar],
	});
});

describe('a study', () => {
	it('keeps exactly what the sheet holds, and works out the same as the sheet', async () => {
		const studyId = await add(ours.as('treasurer'), { note: 'Panen pertama' });
		const kept = await read(ours.as('guest'), (tx) => studyVersion(tx, ours.orgId, studyId, 1));
		expect(kept.content).toEqual(harvest);
		expect(kept.inputSha256).toBe(sha256(canonicalText(harvest)).toString('hex'));
		expect(kept).toMatchObject({ kind: 'sharing', title: harvest.title, note: 'Panen pertama' });
		expect(kept.methods).toEqual([{ id: 'divide-proceeds', version: 1 }]);
		const again = studyReport('sharing', kept.content, { locale: 'id' });
		expect(again).toEqual(studyReport('sharing', harvest, { locale: 'id' }));
		expect(JSON.stringify(again)).toContain('Rp');
	});

	it.each(toolIds)('of the tool %s is refused when it holds nothing of that tool', async (kind) => {
		for (const content of [null, 1, 'x', [], {}, { title: 'x' }])
			await expect(add(ours.as('owner'), { kind, content, title: 'x' })).rejects.toMatchObject({
				code: 'input_not_readable',
				field: 'content',
			});
	});

	it('of printed tables finds what the check finds', async () => {
		const path = fileURLToPath(new URL('../../../ui/table-check/serabi.txt', import.meta.url));
		const text = readFileSync(path, 'utf8');
		const tables = readText(text, 'serabi');
		if (!tables.ok) throw new Error('the example is readable');
		const content = { text, check: checkData(tables.value, { meanings: {}, corrections: {} }) };
		const studyId = await add(ours.as('manager'), { kind: 'table-check', title: 'Tabel serabi', content });
		const kept = await read(ours.as('manager'), (tx) => studyVersion(tx, ours.orgId, studyId, 1));
		expect(kept.content).toEqual(JSON.parse(JSON.stringify(content)));
		expect(JSON.stringify(studyReport('table-check', kept.content, { locale: 'id' }))).toContain('3.782,78');
	});

	it('keeps no identity number of anybody', async () => {
		const sheet = eligibilitySample('bintan', 'id');
		const content = JSON.parse(JSON.stringify(sheet)) as {
			applicants: { name: string }[];
		};
		if (content.applicants[0]) content.applicants[0].name = 'Siti 2101065505900001';
		const studyId = await add(ours.as('owner'), { kind: 'eligibility', title: 'Bantuan', content });
		const kept = await read(ours.as('owner'), (tx) => studyVersion(tx, ours.orgId, studyId, 1));
		expect(JSON.stringify(kept.content)).not.toMatch(/(?<!\d)\d{16}(?!\d)/);
		expect(JSON.stringify(kept.content)).toContain('Siti 2101**********01');
	});

	it.each([
		['daftar.csv', 'No;Nama;NIK;Modal\n1;Siti;2101065505900001;2000000\n2;Budi;2101060102850000;3000000\n'],
		['tempel.txt', 'Nama\tNomor\nSiti\t2101065505900001\nBudi\t2101060102850002\n'],
	])('keeps no identity number of the list %s, and its amounts', async (name, text) => {
		const [study] = studiesInFile(Buffer.from(text), name);
		const studyId = await add(ours.as('owner'), { ...study, note: 'dari 2101065505900001' });
		const kept = await read(ours.as('owner'), (tx) => studyVersion(tx, ours.orgId, studyId, 1));
		expect(JSON.stringify(kept)).not.toMatch(/2101065505900001|210106010285000/);
		expect(maskedNumbersIn(kept.content)).toBe(2);
		expect(kept.note).toBe('dari 2101**********01');
		const [row] = await read(
			ours.as('owner'),
			(tx) =>
				tx`select content::text, note from study_version where org_id = ${ours.orgId} and study_id = ${studyId}`,
		);
		expect(JSON.stringify(row)).not.toMatch(/2101065505900001|210106010285000/);
		if (name.endsWith('csv')) expect(JSON.stringify(kept.content)).toContain('2000000');
	});

	it('refuses letters that no database keeps, and a sheet beyond all measure', async () => {
		for (const letter of ['\u0000', '\ud800'])
			await expect(
				add(ours.as('owner'), { content: { ...harvest, group: `a${letter}b` } }),
			).rejects.toMatchObject({ code: 'input_not_readable', field: 'content' });
		await expect(
			add(ours.as('owner'), {
				kind: 'table-check',
				title: 'x',
				content: {
					text: '',
					check: {
						v: 1,
						source: '',
						grids: [{ name: 'x', rows: [['y'.repeat(4_100_000)]] }],
						choices: { meanings: {}, corrections: {} },
					},
				},
			}),
		).rejects.toMatchObject({ code: 'too_large', field: 'content' });
	});

	it('needs a name, and a programme of the organisation', async () => {
		const nameless = { ...harvest, title: '' };
		await expect(add(ours.as('owner'), { content: nameless })).rejects.toMatchObject({
			code: 'name_missing',
			field: 'title',
		});
		await expect(add(theirs.as('owner'))).rejects.toMatchObject({ code: 'not_found' });
		await expect(add(ours.as('owner'), { villageCode: villages.seiLekop })).rejects.toMatchObject({
			code: 'village_of_programme',
			field: 'villageCode',
		});
	});
});

describe('a version', () => {
	const save = (studyId: string, version: number, content: object, role: Role = 'manager') =>
		send(studySaveVersion as never, ours.as(role), { studyId, version, content, note: 'angka baru' });

	it('follows the one that was seen, and no other', async () => {
		const studyId = await add(ours.as('owner'));
		const changed = { ...harvest, amount: '5.000.000', title: 'Panen kedua' };
		expect(await save(studyId, 1, changed)).toEqual({ studyId, version: 2, unchanged: false });
		await expect(save(studyId, 1, harvest)).rejects.toMatchObject({ code: 'changed_meanwhile' });
		await expect(save(v7(), 1, harvest)).rejects.toMatchObject({ code: 'not_found' });
		const seen = await card(studyId);
		expect(seen.versions.map(({ number, note, savedByName }) => [number, note, savedByName])).toEqual([
			[2, 'angka baru', 'Ibu manager'],
			[1, null, 'Ibu owner'],
		]);
		expect(seen.title).toBe('Panen kedua');
		const first = await read(ours.as('owner'), (tx) => studyVersion(tx, ours.orgId, studyId, 1));
		expect(first.content).toEqual(harvest);
	});

	it('is made once when two people save at the same moment', async () => {
		const studyId = await add(ours.as('owner'));
		const answers = await Promise.allSettled(
			['1', '2', '3'].map((amount) => save(studyId, 1, { ...harvest, amount })),
		);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect((await card(studyId)).versions).toHaveLength(2);
	});

	it('is not made when nothing changed', async () => {
		const studyId = await add(ours.as('owner'));
		expect(await save(studyId, 1, { ...harvest })).toEqual({ studyId, version: 1, unchanged: true });
		expect((await card(studyId)).versions).toHaveLength(1);
	});

	it('cannot be rewritten, not by the owner either', async () => {
		await add(ours.as('owner'));
		for (const statement of [
			`update study_version set content = '{}'`,
			`delete from study_version`,
			`update study_file set name = 'x'`,
			`update study_publication set results = '{}'`,
			`update study set village_code = null`,
		])
			await expect(
				asTenant(house.sql, ours.as('owner'), (tx) => tx.unsafe(statement)),
				statement,
			).rejects.toMatchObject({ code: '42501' });
	});
});

describe('a file', () => {
	const attach = (studyId: string, bytes: Uint8Array, more: object = {}) => {
		const fileId = v7();
		const base64 = Buffer.from(bytes).toString('base64');
		const input = { studyId, fileId, name: 'tabel.xlsx', base64, ...more };
		return send(studyAttach as never, ours.as('owner'), input).then(() => fileId);
	};

	it('is kept byte for byte', async () => {
		const studyId = await add(ours.as('owner'));
		const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256);
		const fileId = await attach(studyId, bytes, { mediaType: 'application/vnd.ms-excel' });
		const file = await read(ours.as('auditor'), (tx) => studyFile(tx, ours.orgId, fileId));
		expect(file.bytes.equals(bytes)).toBe(true);
		expect(file).toMatchObject({ name: 'tabel.xlsx', mediaType: 'application/vnd.ms-excel' });
		expect(file.sha256).toBe(sha256(bytes).toString('hex'));
		expect((await card(studyId)).attached).toEqual([
			expect.objectContaining({ fileId, size: 70_000, attachedByName: 'Ibu owner' }),
		]);
	});

	it('lies sealed in the database, and opens with the keys of this house alone', async () => {
		const studyId = await add(ours.as('owner'));
		const bytes = Buffer.from('Nama;NIK\nSiti;2101065505900001\n');
		const fileId = await attach(studyId, bytes, { name: 'Siti 2101065505900001.csv' });
		const [row] = await read(
			ours.as('owner'),
			(tx) => tx<{ bytes: Buffer; name: string; size: number; sha256: Buffer }[]>`
				select bytes, name, size, sha256 from study_file where org_id = ${ours.orgId} and file_id = ${fileId}`,
		);
		expect(row?.bytes.includes('2101065505900001')).toBe(false);
		expect(row).toMatchObject({
			name: 'Siti 2101**********01.csv',
			size: bytes.length,
			sha256: sha256(bytes),
		});
		const opened = () => read(ours.as('auditor'), (tx) => studyFile(tx, ours.orgId, fileId));
		holdIdentityKeys(identityKeysIn(keyLine(2)));
		await expect(opened()).rejects.toMatchObject({ code: 'identity_unreadable' });
		// A key is changed by adding a line.
		holdIdentityKeys(identityKeysIn(`${keyLine(1)}\n${keyLine(2)}`));
		expect((await opened()).bytes.equals(bytes)).toBe(true);
		holdIdentityKeys(identityKeysIn(keyLine(1)));
	});

	it('that was handed in before files were sealed is still read, and none is kept harmed', async () => {
		const studyId = await add(ours.as('owner'));
		const bytes = Buffer.from('lama');
		const insert = (fileId: string, sealed: boolean, sum: Buffer) =>
			asTenant(
				house.sql,
				ours.as('owner'),
				(tx) => tx`
					insert into study_file (org_id, file_id, study_id, name, media_type, size, sha256, sealed, bytes,
						attached_by_name, attached_at)
					values (${ours.orgId}, ${fileId}, ${studyId}, 'lama.txt', 'text/plain', ${bytes.length}, ${sum}, ${sealed},
						${bytes}, 'Ibu', now())`,
			);
		const fileId = v7();
		await insert(fileId, false, sha256(bytes));
		const file = await read(ours.as('auditor'), (tx) => studyFile(tx, ours.orgId, fileId));
		expect(file.bytes.equals(bytes)).toBe(true);
		expect(file).not.toHaveProperty('sealed');
		for (const [sealed, sum] of [
			[true, sha256('x')],
			[false, sha256('y')],
		] as const)
			await expect(insert(v7(), sealed, sum)).rejects.toMatchObject({
				constraint_name: 'study_file_unharmed',
			});
	});

	it('is refused when it is there already, empty, too large or nameless', async () => {
		const studyId = await add(ours.as('owner'));
		await attach(studyId, Buffer.from('satu'));
		const refusals = [
			[Buffer.from('satu'), {}, { code: 'already_there', field: 'file' }],
			[Buffer.alloc(0), {}, { code: 'input_not_readable', field: 'file' }],
			[Buffer.alloc(largestFile + 1), {}, { code: 'too_large', field: 'file' }],
			[Buffer.alloc(largestFile + 9), {}, { field: 'base64' }],
			[Buffer.from('dua'), { name: ' ' }, { code: 'name_missing', field: 'name' }],
			[Buffer.from('dua'), { base64: '***' }, { code: 'input_not_readable', field: 'base64' }],
			[Buffer.from('dua'), { mediaType: 'text/html\nx: y' }, { code: 'input_not_readable' }],
		] as const;
		for (const [bytes, more, problem] of refusals)
			await expect(attach(studyId, bytes, more)).rejects.toMatchObject(problem);
		expect((await card(studyId)).attached).toHaveLength(1);
	});
});

describe('a file with sheets', () => {
	const sheets = (...contents: object[]) => ({
		kind: 'sentra-sheets',
		version: 1,
		sheets: contents.map((content, index) => ({ tool: 'sharing', title: `Bagi ${index + 1}`, content })),
	});
	const upload = (studyId: string, file: object, more: object = {}, id = studyId) =>
		perform(house.sql, studyUpload, {
			actor: ours.as('owner'),
			id,
			input: {
				studyId,
				programmeId,
				name: 'lembar.sentra.json',
				base64: Buffer.from(JSON.stringify(file)).toString('base64'),
				...more,
			},
		});
	const count = async () =>
		(await read(ours.as('owner'), (tx) => listStudies(tx, ours.orgId, programmeId))).length;

	it('becomes one study a sheet, each with the file, however often it is sent', async () => {
		const [id, before] = [v7(), await count()];
		const file = sheets(harvest, { ...harvest, amount: '7' });
		const [first, again] = await Promise.all([upload(id, file), upload(id, file)]);
		expect(again).toEqual(first);
		expect(await upload(id, file)).toEqual(first);
		expect(first.studyIds).toHaveLength(2);
		expect(first.studyIds[0]).toBe(id);
		expect(await count()).toBe(before + 2);
		for (const [index, studyId] of first.studyIds.entries()) {
			const seen = await card(studyId);
			expect(seen).toMatchObject({ title: `Bagi ${index + 1}`, version: 1, files: 1 });
			const kept = await read(ours.as('owner'), (tx) =>
				studyFile(tx, ours.orgId, seen.attached[0]?.fileId ?? ''),
			);
			expect(kept.bytes.toString()).toBe(JSON.stringify(file));
		}
	});

	it('is all put in or nothing of it, and says which sheet', async () => {
		const before = await count();
		const file = sheets(harvest, harvest, { title: 'x' });
		await expect(upload(v7(), file)).rejects.toMatchObject({
			code: 'sheet_in_file',
			field: 'file',
			params: { number: 3, sheet: 'Bagi 3' },
		});
		await expect(upload(v7(), sheets(harvest), { name: ' ' })).rejects.toMatchObject({
			code: 'name_missing',
		});
		await expect(upload(v7(), { other: 1 })).rejects.toMatchObject({
			code: 'input_not_readable',
			field: 'file',
		});
		expect(await count()).toBe(before);
	});
});

describe('a publication', () => {
	const publish = async (studyId: string, version: number, role: Role = 'manager') => {
		const publicationId = v7();
		await send(studyPublish as never, ours.as(role), { studyId, publicationId, version });
		return publicationId;
	};
	const withdraw = (studyId: string, publicationId: string, reason: string) =>
		send(studyWithdraw as never, ours.as('manager'), { studyId, publicationId, reason });

	it('freezes the results of a version in both languages, with methods and the hash of the input', async () => {
		const studyId = await add(ours.as('owner'), { kind: 'value-added', content: feed });
		const publicationId = await publish(studyId, 1);
		const frozen = await read(ours.as('guest'), (tx) => studyPublication(tx, ours.orgId, publicationId));
		const date = dayInJakarta(frozen.publishedAt);
		for (const locale of ['id', 'en'] as const)
			expect(frozen.results[locale]).toEqual(
				JSON.parse(JSON.stringify(studyReport('value-added', feed, { locale, date }))),
			);
		expect(JSON.stringify(frozen.results.id)).toContain('3.782,78');
		const { inputSha256, methods } = (await card(studyId)).versions[0] ?? {};
		expect(frozen).toMatchObject({ number: 1, inputSha256, methods, publishedByName: 'Ibu manager' });
		expect(methods).toContainEqual({ id: 'hayami', version: 1 });
	});

	it('carries the day of the villages, also before seven in the morning', async () => {
		const studyId = await add(ours.as('owner'), { kind: 'value-added', content: feed });
		const publicationId = v7();
		const input = { studyId, publicationId, version: 1 };
		// Half past five in Jakarta, on the first day of a month; in Greenwich it is still the last of the other.
		const at = new Date('2026-08-31T22:30:00Z');
		await perform(house.sql, studyPublish, { actor: ours.as('manager'), id: v7(), input, at });
		const frozen = await read(ours.as('owner'), (tx) => studyPublication(tx, ours.orgId, publicationId));
		const there = studyReport('value-added', feed, { locale: 'id', date: '2026-09-01' });
		expect(frozen.results.id).toEqual(JSON.parse(JSON.stringify(there)));
		expect(frozen.results.id).not.toEqual(
			JSON.parse(JSON.stringify(studyReport('value-added', feed, { locale: 'id', date: '2026-08-31' }))),
		);
	});

	it('stays as it was when the study goes on, and is then behind', async () => {
		const studyId = await add(ours.as('owner'));
		const publicationId = await publish(studyId, 1);
		const before = await read(ours.as('owner'), (tx) => studyPublication(tx, ours.orgId, publicationId));
		const state = async () =>
			(await read(ours.as('owner'), (tx) => programmeCard(tx, ours.as('owner'), 'kerang', '2026-11-22')))
				.counts;
		const { publishedBehind } = await state();
		await send(studySaveVersion as never, ours.as('owner'), {
			studyId,
			version: 1,
			content: { ...harvest, amount: '1' },
		});
		expect(await read(ours.as('owner'), (tx) => studyPublication(tx, ours.orgId, publicationId))).toEqual(
			before,
		);
		expect((await state()).publishedBehind).toBe(publishedBehind + 1);
		await publish(studyId, 2);
		expect((await state()).publishedBehind).toBe(publishedBehind);
	});

	it('is made once of a version, and again after it was withdrawn for a reason', async () => {
		const studyId = await add(ours.as('owner'));
		const publicationId = await publish(studyId, 1);
		await expect(publish(studyId, 1)).rejects.toMatchObject({ code: 'already_there', field: 'version' });
		await expect(withdraw(studyId, publicationId, ' ')).rejects.toMatchObject({ code: 'reason_missing' });
		const another = await add(ours.as('owner'));
		await expect(withdraw(another, publicationId, 'x')).rejects.toMatchObject({ code: 'not_found' });
		expect((await card(studyId)).publishedVersion).toBe(1);
		await withdraw(studyId, publicationId, 'Angka pembeli salah');
		await expect(withdraw(studyId, publicationId, 'lagi')).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		expect((await card(studyId)).publishedVersion).toBeNull();
		await publish(studyId, 1);
		const seen = await card(studyId);
		expect(seen.publishedVersion).toBe(1);
		expect(seen.publications.map(({ withdrawnReason }) => withdrawnReason)).toEqual([
			null,
			'Angka pembeli salah',
		]);
	});

	it('is not made of a sheet with too little in it, of a version that is none, or by who may not', async () => {
		const studyId = await add(ours.as('owner'), { content: { ...harvest, amount: '' } });
		await expect(publish(studyId, 1)).rejects.toMatchObject({ code: 'nothing_to_publish' });
		await expect(publish(studyId, 7)).rejects.toMatchObject({ code: 'not_found' });
		const ready = await add(ours.as('owner'));
		for (const role of ['facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(publish(ready, 1, role)).rejects.toMatchObject({ code: 'not_allowed' });
		expect((await card(ready)).publications).toEqual([]);
	});
});

describe('who sees studies', () => {
	const tables = ['study', 'study_version', 'study_file', 'study_publication'] as const;
	const ids: string[] = [];

	beforeAll(async () => {
		for (const villageCode of [null, villages.kalanganyar, villages.serang]) {
			const studyId = await add(ours.as('owner'), { villageCode });
			await send(studyAttach as never, ours.as('owner'), {
				studyId,
				fileId: v7(),
				name: 'x',
				base64: 'eA==',
			});
			await send(studyPublish as never, ours.as('owner'), { studyId, publicationId: v7(), version: 1 });
			ids.push(studyId);
		}
	});
	/** Studies that an actor reaches in a table when the statement forgets all its filters. */
	const reached = (actor: Actor, table: string) =>
		read(actor, async (tx) => {
			const rows = await tx.unsafe<{ study_id: string }[]>(`select study_id from ${table}`);
			return ids.map((id) => rows.some((row) => row.study_id === id));
		});

	it.each(tables)(
		'%s: a facilitator those of her villages, a member and another organisation none',
		async (table) => {
			expect(await reached(ours.as('owner'), table)).toEqual([true, true, true]);
			expect(await reached(ours.as('treasurer'), table)).toEqual([true, true, true]);
			expect(await reached(ours.as('facilitator'), table)).toEqual([false, true, false]);
			expect(await reached(ours.as('member'), table)).toEqual([false, false, false]);
			for (const role of ['owner', 'facilitator', 'guest'] as const)
				expect(await reached(theirs.as(role), table)).toEqual([false, false, false]);
		},
	);

	it('a facilitator adds to her village, and is asked which when the programme has several of hers', async () => {
		const hers = await add(ours.as('facilitator'));
		expect((await card(hers, ours.as('facilitator'))).villageName).toBe('Kalanganyar');
		await expect(add(ours.as('facilitator'), { villageCode: villages.serang })).rejects.toMatchObject({
			code: 'not_allowed',
		});
		const both = { ...ours.as('facilitator'), villages: [villages.kalanganyar, villages.serang] };
		await expect(add(both)).rejects.toMatchObject({ code: 'village_missing', field: 'villageCode' });
		await expect(
			send(studySaveVersion as never, ours.as('facilitator'), {
				studyId: ids[2],
				version: 1,
				content: { ...harvest, amount: '1' },
			}),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('the list shows each with its newest version, files and publication', async () => {
		const list = await read(ours.as('owner'), (tx) => listStudies(tx, ours.orgId, programmeId));
		expect(list.find(({ studyId }) => studyId === ids[1])).toMatchObject({
			kind: 'sharing',
			version: 1,
			villageName: 'Kalanganyar',
			files: 1,
			publishedVersion: 1,
			savedByName: 'Ibu owner',
		});
		const hers = await read(ours.as('facilitator'), (tx) => listStudies(tx, ours.orgId, programmeId));
		expect(new Set(hers.map(({ villageName }) => villageName))).toEqual(new Set(['Kalanganyar']));
		expect(await read(theirs.as('owner'), (tx) => listStudies(tx, ours.orgId, programmeId))).toEqual([]);
	});
});

import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import { asTenant, readAsTenant } from '../../db/tenant.ts';
import { people, testHouse } from '../../db/testing.ts';
import type { People } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { recordAgreementCommand } from '../agreement/commands.ts';
import { recordEnterpriseCommand } from '../enterprise/commands.ts';
import { recordFindingCommand } from '../finding/commands.ts';
import { addGroup } from '../group/commands.ts';
import { recordPermitCommand } from '../permit/commands.ts';
import { programmeAdd, programmeAdvanceStage, programmeChange, programmeSetVillages } from './commands.ts';
import { listProgrammes, programmeBySlug, programmeCard } from './queries.ts';
import { slugOf } from './schema.ts';
import type { RecordCounts } from './step.ts';
import { stepCards } from './step.ts';

const house = testHouse();
let ours: People;
let theirs: People;

const details = (slug: string, more: object = {}) => ({ slug, name: `Program ${slug}`, ...more });
const add = (who: People, role: Role, slug: string, more: object = {}) => {
	const programmeId = v7();
	const input = { programmeId, ...details(slug), villages: [villages.kalanganyar], ...more };
	return perform(house.sql, programmeAdd, { actor: who.as(role), id: v7(), input });
};
const read = <Answer>(who: People, role: Role, work: Parameters<typeof readAsTenant<Answer>>[2]) =>
	readAsTenant(house.sql, who.as(role), work);
const card = (slug: string, role: Role = 'owner', who = ours) =>
	read(who, role, (tx) => programmeCard(tx, who.as(role), slug, '2026-11-22'));

beforeAll(async () => {
	ours = await people(house.sql);
	theirs = await people(house.sql, 'Yayasan Lain');
});

describe('a programme', () => {
	it('is begun with its villages, and its card names them with all that lies above', async () => {
		const receipt = await add(ours, 'manager', 'kalanganyar', {
			commodity: 'Bandeng',
			startedOn: '2021-02-01',
			villages: ['35.15.17.2004', villages.serang, villages.kalanganyar],
		});
		expect(receipt).toMatchObject({ slug: 'kalanganyar', version: 1 });
		const seen = await card('kalanganyar', 'guest');
		expect(seen).toMatchObject({ stage: 'social-mapping', commodity: 'Bandeng', startedOn: '2021-02-01' });
		expect(seen.villages).toEqual([
			{
				code: villages.kalanganyar,
				name: 'Kalanganyar',
				district: 'Sedati',
				regency: 'Kabupaten Sidoarjo',
				province: 'Jawa Timur',
			},
			expect.objectContaining({ name: 'Margaluyu', province: 'Banten' }),
		]);
		expect(seen.steps.map(({ state }) => state)).toEqual(Array(6).fill('empty'));
	});

	it('is refused with what is missing, doubled or impossible, and then nothing is there', async () => {
		await add(ours, 'owner', 'satu');
		const refusals = [
			[{ slug: 'satu' }, { code: 'already_there', field: 'slug' }],
			[{ slug: 'Dua Tiga' }, { code: 'input_not_readable', field: 'slug' }],
			[{ name: '  ' }, { code: 'name_missing', field: 'name' }],
			[
				{ startedOn: '2024-02-01', endedOn: '2024-01-31' },
				{ code: 'date_order', field: 'endedOn' },
			],
			[{ startedOn: '2023-02-29' }, { code: 'input_not_readable', field: 'startedOn' }],
			[{ villages: ['3515179999'] }, { code: 'area_unknown', field: 'villages' }],
			[{ stage: 'kadaluwarsa' }, { code: 'input_not_readable', field: 'stage' }],
		] as const;
		for (const [more, problem] of refusals)
			await expect(add(ours, 'owner', 'dua', more), JSON.stringify(more)).rejects.toMatchObject(problem);
		await expect(card('dua')).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is changed by owner and manager alone, and not over a change that was not seen', async () => {
		await add(ours, 'owner', 'ubah');
		const { programmeId } = await card('ubah');
		const change = (role: Role, version: number, name: string, who = ours) =>
			perform(house.sql, programmeChange, {
				actor: who.as(role),
				id: v7(),
				input: { programmeId, version, slug: 'ubah', name, summary: 'Ringkas' },
			});
		for (const role of ['facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const) {
			await expect(change(role, 1, 'x')).rejects.toMatchObject({ code: 'not_allowed' });
			await expect(add(ours, role, 'baru')).rejects.toMatchObject({ code: 'not_allowed' });
		}
		await expect(change('owner', 1, 'x', theirs)).rejects.toMatchObject({ code: 'not_found' });
		await change('manager', 1, 'Nama baru');
		await expect(change('manager', 1, 'Terlambat')).rejects.toMatchObject({ code: 'changed_meanwhile' });
		expect(await card('ubah')).toMatchObject({ name: 'Nama baru', summary: 'Ringkas', version: 2 });
		const [entry] = await read(
			ours,
			'auditor',
			(tx) => tx`select before, after from audit_entry
				where org_id = ${ours.orgId} and record_id = ${programmeId} and verb = 'programme.change'`,
		);
		expect(entry).toMatchObject({ before: { name: 'Program ubah' }, after: { name: 'Nama baru' } });
	});

	it('moves from stage to stage, onward or back, each time for a reason that stays', async () => {
		await add(ours, 'owner', 'tahap');
		const { programmeId } = await card('tahap');
		const move = (version: number, stage: string, reason: string, on = '2022-01-10') =>
			perform(house.sql, programmeAdvanceStage, {
				actor: ours.as('manager'),
				id: v7(),
				input: { programmeId, version, stage, reason, on },
			});
		await move(1, 'planning', 'Pemetaan sosial selesai', '2022-01-10');
		await move(2, 'starting', 'Kelompok terbentuk', '2022-03-01');
		await move(3, 'planning', 'Kelompok bubar, dimulai lagi', '2022-05-01');
		await expect(move(4, 'growing', ' ')).rejects.toMatchObject({ code: 'reason_missing', field: 'reason' });
		await expect(move(4, 'planning', 'sama')).rejects.toMatchObject({
			code: 'already_there',
			field: 'stage',
		});
		await expect(move(3, 'exit', 'basi')).rejects.toMatchObject({ code: 'changed_meanwhile' });
		const seen = await card('tahap');
		expect(seen).toMatchObject({ stage: 'planning', version: 4 });
		expect(seen.stageChanges.map(({ fromStage, toStage }) => `${fromStage} > ${toStage}`)).toEqual([
			'starting > planning',
			'planning > starting',
			'social-mapping > planning',
		]);
		await expect(
			asTenant(
				house.sql,
				ours.as('owner'),
				(tx) => tx`update programme_stage_change set reason = 'lain' where org_id = ${ours.orgId}`,
			),
		).rejects.toMatchObject({ code: '42501' });
	});

	it('takes villages in and out', async () => {
		await add(ours, 'owner', 'desa');
		const { programmeId } = await card('desa');
		const set = (version: number, codes: readonly string[]) =>
			perform(house.sql, programmeSetVillages, {
				actor: ours.as('owner'),
				id: v7(),
				input: { programmeId, version, villages: codes },
			});
		await set(1, [villages.serang, villages.seiLekop]);
		expect((await card('desa')).villages.map(({ name }) => name)).toEqual(['Margaluyu', 'Sungai Lekop']);
		await expect(set(2, ['0000000000'])).rejects.toMatchObject({ code: 'area_unknown' });
		await expect(set(1, [])).rejects.toMatchObject({ code: 'changed_meanwhile' });
		expect((await card('desa')).villages).toHaveLength(2);
	});

	it('is seen by a facilitator when it works in one of her villages, and then with those alone', async () => {
		await add(ours, 'owner', 'jauh', { villages: [villages.serang] });
		await add(ours, 'owner', 'dekat', { villages: [villages.serang, villages.kalanganyar] });
		const list = await read(ours, 'facilitator', (tx) => listProgrammes(tx, ours.as('facilitator')));
		expect(list.find(({ slug }) => slug === 'dekat')?.villages).toEqual(['Kalanganyar']);
		expect(list.map(({ slug }) => slug)).not.toContain('jauh');
		await expect(card('jauh', 'facilitator')).rejects.toMatchObject({ code: 'not_found' });
		expect((await card('dekat', 'facilitator')).villages.map(({ name }) => name)).toEqual(['Kalanganyar']);
		const all = await read(ours, 'treasurer', (tx) => listProgrammes(tx, ours.as('treasurer')));
		expect(all.find(({ slug }) => slug === 'dekat')?.villages).toEqual(['Kalanganyar', 'Margaluyu']);
	});

	it('is not seen from another organisation, which may use the same name in its address', async () => {
		await add(ours, 'owner', 'sama');
		await add(theirs, 'owner', 'sama', { name: 'Punya mereka' });
		expect((await card('sama', 'owner', theirs)).name).toBe('Punya mereka');
		expect((await card('sama')).name).toBe('Program sama');
		await expect(
			read(theirs, 'owner', (tx) => programmeBySlug(tx, theirs.as('owner'), 'kalanganyar')),
		).rejects.toMatchObject({ code: 'not_found' });
		for (const table of ['programme', 'programme_village', 'programme_stage_change'])
			expect(
				await read(theirs, 'owner', (tx) =>
					tx.unsafe(`select from ${table} where org_id <> '${theirs.orgId}'`),
				),
			).toHaveLength(0);
	});

	it('suggests its address from its name', () => {
		expect(slugOf('  Kalanganyar Sentris & Berséri! ')).toBe('kalanganyar-sentris-berseri');
		expect(slugOf('…')).toBe('program');
	});
});

describe('the counts of a card', () => {
	it('are those of the records that are in force on the day and that the person sees', async () => {
		await add(ours, 'owner', 'hitung', { villages: [villages.kalanganyar, villages.serang] });
		const { programmeId } = await card('hitung');
		const owner = ours.as('owner');
		const record = (command: Parameters<typeof perform>[1], input: object) =>
			perform(house.sql, command, { actor: owner, id: v7(), input });
		const enterprises: string[] = [];
		for (const [villageCode, expiresOn] of [
			[villages.kalanganyar, '2026-11-21'],
			[villages.serang, '2026-11-22'],
		]) {
			const enterpriseId = v7();
			await record(recordEnterpriseCommand as never, {
				enterpriseId,
				programmeId,
				villageCode,
				name: `Usaha ${villageCode}`,
				kind: 'food',
			});
			enterprises.push(enterpriseId);
			await record(recordPermitCommand as never, {
				permitId: v7(),
				enterpriseId,
				kind: 'pirt',
				number: '1',
				expiresOn,
			});
			await record(addGroup as never, { programmeId, villageCode, name: 'OLIKAN' });
			await record(recordFindingCommand as never, {
				findingId: v7(),
				programmeId,
				villageCode,
				kind: 'problem',
				what: 'Pesanan sedikit',
			});
		}
		expect((await card('hitung')).counts).toMatchObject({
			groups: 2,
			enterprises: 2,
			findings: 2,
			permits: 2,
			// The last day still counts.
			permitsEnded: 1,
			streams: 0,
			agreements: 0,
		});
		const hers = await card('hitung', 'facilitator');
		expect(hers.counts).toMatchObject({
			groups: 1,
			enterprises: 1,
			findings: 1,
			permits: 1,
			permitsEnded: 1,
		});
		expect(hers.steps.map(({ state }) => state)).toEqual([
			'running',
			'empty',
			'to-check',
			'empty',
			'empty',
			'empty',
		]);

		const [giver, taker] = enterprises.map((id) => ({ kind: 'enterprise', id }));
		const agreement = { giver, taker, material: 'sisik' };
		for (const since of ['2026-11-22', '2026-11-23', undefined])
			await record(recordAgreementCommand as never, { ...agreement, agreementId: v7(), since });
		const renewed = { enterpriseId: enterprises[0], kind: 'pirt', number: '2', expiresOn: '2031-11-21' };
		await record(recordPermitCommand as never, { permitId: v7(), ...renewed });
		// What begins tomorrow is not in force; what was renewed is nobody's task.
		expect((await card('hitung')).counts).toMatchObject({ agreements: 2, permits: 3, permitsEnded: 0 });
	});
});

describe('the six steps', () => {
	const nothing: RecordCounts = {
		groups: 0,
		enterprises: 0,
		streams: 0,
		agreements: 0,
		findings: 0,
		permits: 0,
		permitsEnded: 0,
		studies: {},
		published: 0,
		publishedBehind: 0,
	};
	const stateOf = (step: string, counts: Partial<RecordCounts>) =>
		stepCards({ ...nothing, ...counts }).find((one) => one.step === step)?.state;

	it.each([
		['map', {}, 'empty'],
		['map', { groups: 1 }, 'running'],
		['map', { groups: 1, streams: 2, findings: 1 }, 'enough'],
		['map', { enterprises: 1, studies: { flow: 1 }, findings: 1 }, 'enough'],
		['choose', { studies: { tree: 3 } }, 'empty'],
		['choose', { studies: { 'value-added': 1 } }, 'running'],
		['choose', { studies: { 'value-added': 1, decision: 1 } }, 'enough'],
		['run', { agreements: 5 }, 'running'],
		['run', { agreements: 5, permits: 2 }, 'enough'],
		['run', { agreements: 5, permits: 2, permitsEnded: 1 }, 'to-check'],
		['share', { studies: { sharing: 1 } }, 'enough'],
		['measure', { studies: { livelihood: 1 } }, 'running'],
		['report', { published: 1 }, 'enough'],
		['report', { published: 2, publishedBehind: 1 }, 'to-check'],
	] as const)('%s of %o is %s', (step, counts, state) => {
		expect(stateOf(step, counts)).toBe(state);
	});
});

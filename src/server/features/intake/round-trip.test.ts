/** What left in an export comes in again as it was: no apostrophe stays, nobody becomes two, no masked NIK is taken for one. */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import type { ExportForm } from '../export/schema.ts';
import { PHONE, exportScene, formulas } from '../export/testing.ts';
import type { ExportScene } from '../export/testing.ts';
import { addPerson } from '../person/commands.ts';
import { workbookOf } from './list-file.ts';
import { judgeList } from './judging.ts';
import type { JudgedList, EnterpriseToWrite, PersonToWrite } from './judged.ts';
import { receive } from './testing.ts';

const house = testHouse();
let scene: ExportScene;
beforeAll(async () => {
	scene = await exportScene(house);
	const { demo, actor } = scene;
	const input = { personId: v7(), name: 'Mbok Darmi', villageCode: demo.villages[0] };
	await perform(house.sql, addPerson, { actor: actor('owner'), id: v7(), input });
}, 240_000);

const forms = [
	['csv-excel', 'id', 'orang.csv'],
	['csv-excel', 'en', 'people.csv'],
	['csv', 'id', 'people.csv'],
	['xlsx', 'id', 'orang.xlsx'],
	['xlsx', 'en', 'people.xlsx'],
] as const;
type Form = readonly [form: ExportForm, language: 'id' | 'en', name: string];

/** An export of one kind, taken in as a list: what was found, and the records as they would be written. */
async function takenBack(kind: IntakeKind, [form, language, name]: Form) {
	const { bytes, rows } = await scene.make(form, { kinds: [kind], language });
	const actor = scene.actor('owner');
	const { programmeId } = scene.demo;
	const card = await receive({ sql: house.sql, actor, programmeId }, { kind, bytes, name });
	const list = await readAsTenant(house.sql, actor, (tx) =>
		judgeList({ ...card, tx, actor, kind, workbook: workbookOf(bytes, name), today: '2026-11-22' }),
	);
	return { left: rows[kind] ?? 0, judgement: card.judgement, list };
}

describe.each(forms)('an export as %s in %s', (...form) => {
	it('brings the same people back, and says that they are there already', async () => {
		const { left, judgement, list } = await takenBack('people', form);
		const records = (list as JudgedList<PersonToWrite>).rows.flatMap(({ record }) => record ?? []);
		expect(judgement).toMatchObject({ rows: left, faulty: 0, leftOut: 0 });
		// Those who were planted past the commands have no words to be found by.
		expect(judgement.doubles).toBe(left - formulas.length);
		expect(judgement.findings.filter(({ code }) => code === 'NIK_MASKED')).toHaveLength(1);
		const siti = records.find(({ name }) => name.startsWith('Siti Ekspor'));
		expect(siti).toMatchObject({ name: 'Siti Ekspor; "Aminah", S.E.', phone: PHONE, birthYear: 1985 });
		expect(siti).toMatchObject({ identityNumber: null, address: 'RT 03' });
		expect(records.filter(({ phone }) => phone?.includes("'"))).toEqual([]);
		expect(judgement.counts['NIK_MASKED']).toBe(1);
		const people = await house.sql<{ name: string }[]>`select name from person
			where org_id = ${scene.demo.orgId} and removed_at is null`;
		const known = new Set(people.map(({ name }) => name.replace(/\s+/g, ' ').trim()));
		expect(records.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
	});

	it('brings the same enterprises back with their capacity', async () => {
		const { left, judgement, list } = await takenBack('enterprises', form);
		const records = (list as JudgedList<EnterpriseToWrite>).rows.flatMap(({ record }) => record ?? []);
		expect(judgement).toMatchObject({ rows: left, faulty: 0, leftOut: 0, doubles: left });
		expect(records.find(({ name }) => name.startsWith('=cmd'))).toMatchObject({
			name: '=cmd|"/c calc"!A1',
			kind: 'food',
			capacityFrom: '12.5',
			capacityUnit: 'kg',
			capacityPeriod: 'day',
			workersWomen: 3,
		});
	});
});

it('two people whose NIK is masked are told of once, and counted', async () => {
	const add = async (name: string, identityNumber: string) => {
		const input = { personId: v7(), name, villageCode: scene.demo.villages[0], identityNumber };
		await perform(house.sql, addPerson, { actor: scene.actor('owner'), id: v7(), input });
	};
	await add('Bu Kedua', '3515174203900017');
	const { judgement } = await takenBack('people', ['csv', 'id', 'orang.csv']);
	const told = judgement.findings.filter(({ code }) => code === 'NIK_MASKED');
	expect(told.map(({ params }) => params)).toEqual([{ count: 2 }]);
	expect(judgement.counts['NIK_MASKED']).toBe(2);
});

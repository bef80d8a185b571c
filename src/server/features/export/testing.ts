/** An export as its bytes, and what is in them, for tests. */
import { unzipSync } from 'fflate';
import { fileURLToPath } from 'node:url';
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import { readCsv } from '#files/csv-reader.ts';
import type { Actor } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import type { TestHouse } from '../../db/testing.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { giveConsent } from '../consent/commands.ts';
import { loadDemo } from '../demo/loading.ts';
import type { LoadedDemo } from '../demo/loading.ts';
import { recordEnterpriseCommand } from '../enterprise/commands.ts';
import { addPerson } from '../person/commands.ts';
import { writeExport } from './making.ts';
import { exportKinds } from './schema.ts';
import type { ExportChoice, ExportForm } from './schema.ts';

export const EXPORTED_AT = new Date('2026-11-22T03:00:00Z');

/** Everything of a programme, for inside, unless something else is chosen. */
export const chosen = (
	programmeId: string,
	more: Partial<ExportChoice> & Pick<ExportChoice, 'form'>,
): ExportChoice => ({
	programmeId,
	kinds: [...exportKinds],
	use: 'inside',
	purpose: 'Uji coba ekspor',
	language: 'id',
	...more,
});

export interface Exported {
	readonly bytes: Uint8Array;
	readonly rows: Readonly<Record<string, number>>;
	readonly heldBack: number;
}

/** Writes an export in a transaction that is the actor's. */
export async function exported(
	tx: TransactionSql,
	actor: Actor,
	choice: ExportChoice,
	salt = 'garam',
): Promise<Exported> {
	const pieces: Uint8Array[] = [];
	const sink = { give: (piece: Uint8Array) => void pieces.push(piece), carried: async () => undefined };
	const making = { choice, exportId: '0190a000-0000-7000-8000-000000000001', at: EXPORTED_AT, salt, sink };
	const { rows, heldBack } = await writeExport(making, tx, actor);
	return { bytes: new Uint8Array(Buffer.concat(pieces)), rows, heldBack };
}

/** Name -> text of every part; a file that is no zip is one part without a name. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
	const text = (part: Uint8Array): string => Buffer.from(part).toString('utf8');
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new Map([['', text(bytes)]]);
	return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, text(part)]));
}

/** All text of an export. */
export const textOf = (bytes: Uint8Array): string => [...partsOf(bytes).values()].join('\n');

/** Rows of a CSV as records by heading. */
export function records(text: string, delimiter: ',' | ';'): Record<string, string>[] {
	const outcome = readCsv(text, { delimiter });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	const [head = [], ...rows] = (outcome.value.grids[0]?.rows ?? []).map((row) =>
		row.map((cell) => cell.text),
	);
	return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

export const NIK = '3515174101850012';
export const PHONE = '0812-0000-1234';

/** Texts that a spreadsheet or an office program would run; each stands in the name of a person. */
export const formulas = [
	'=HYPERLINK("http://x","y")',
	'+1+cmd|x',
	'-2+3',
	'@SUM(A1)',
	'\t=1+1',
	'\r=1+1',
	' =1+1',
	"'=1+1",
	'＝1+1',
];

/** The papers' programmes, and in Kalanganyar what is hard to export. */
export interface ExportScene {
	readonly demos: readonly LoadedDemo[];
	readonly demo: LoadedDemo;
	/** With a NIK, a phone and consent to publication. */
	readonly siti: string;
	/** Born in 2015, with a phone. */
	readonly child: string;
	readonly actor: (role: Actor['role'], of?: LoadedDemo) => Actor;
	readonly make: (form: ExportForm, more?: Partial<ExportChoice>, who?: Actor) => Promise<Exported>;
}

/** Loads the programmes and writes what is hard to export into the first. */
export async function exportScene(house: TestHouse): Promise<ExportScene> {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 7).toString('base64')));
	const demos = await loadDemo(house.sql, fileURLToPath(new URL('../../../../samples', import.meta.url)));
	const demo = demos.find(({ slug }) => slug === 'kalanganyar') as LoadedDemo;
	const actor: ExportScene['actor'] = (role, of = demo) => ({
		orgId: of.orgId,
		accountId: `akun-${role}`,
		name: `Ibu ${role}`,
		role,
		villages: role === 'facilitator' ? of.villages : null,
		personId: role === 'member' ? of.memberPersonId : null,
	});
	const make: ExportScene['make'] = (form, more = {}, who = actor('owner')) =>
		readAsTenant(house.sql, who, (tx) => exported(tx, who, chosen(demo.programmeId, { form, ...more })));
	const villageCode = demo.villages[0] as string;
	const does = (command: Parameters<typeof perform>[1], input: object) =>
		perform(house.sql, command, { actor: actor('owner'), id: v7(), input });
	const [siti, child] = [v7(), v7()];
	await does(addPerson as never, {
		personId: siti,
		name: 'Siti Ekspor; "Aminah", S.E.',
		sex: 'female',
		birthYear: '1985',
		villageCode,
		phone: PHONE,
		address: 'RT 03',
		identityNumber: NIK,
	});
	const young = { personId: child, name: 'Anak Ekspor', birthYear: '2015', villageCode, phone: PHONE };
	await does(addPerson as never, young);
	const agreed = { personId: siti, purpose: 'publish', givenOn: '2026-01-02', givenHow: 'written' };
	await does(giveConsent as never, agreed);
	for (const [index, name] of formulas.entries())
		await house.sql`insert into person (org_id, person_id, name, village_code)
			values (${demo.orgId}, ${v7()}, ${`${name} ${index}`}, ${villageCode})`;
	await does(recordEnterpriseCommand as never, {
		enterpriseId: v7(),
		programmeId: demo.programmeId,
		villageCode,
		name: '=cmd|"/c calc"!A1',
		kind: 'food',
		latitude: '-7.401234',
		longitude: '112.781',
		capacityFrom: '12.5',
		capacityUnit: 'kg',
		capacityPeriod: 'day',
		workersWomen: 3,
		markets: ['Pasar Gedangan', 'Kantin; depan'],
	});
	return { demos, demo, siti, child, actor, make };
}

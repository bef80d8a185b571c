/**
 * The fish cracker cluster of Sei Lekop, Bintan: its enterprises, their permits, and the budgets as studies. The paper
 * counts 47, 53 and 63 enterprises and names none; 63 stand here, all but the described one invented.
 */
import { join } from 'node:path';
import { eligibilitySample } from '#inputs/eligibility-samples.ts';
import { regionSample } from '#inputs/region-samples.ts';
import { recordEnterpriseCommand } from '../enterprise/commands.ts';
import { recordFindingCommand } from '../finding/commands.ts';
import { recordPermitCommand } from '../permit/commands.ts';
import { recordStakeholderCommand } from '../stakeholder/commands.ts';
import { invented } from './invented-people.ts';
import type { Invented } from './invented-people.ts';
import { publish, writeCheckedFile, writePeople, writeProgramme, writeStudy } from './hand.ts';
import type { DemoProgramme, Hand } from './hand.ts';

const village = '2101061009';
const markets = ['Bintan', 'Tanjungpinang', 'Toko daring', 'Malaysia', 'Singapura'];

export const seiLekop: DemoProgramme = {
	slug: 'sei-lekop',
	name: 'Klaster kerupuk ikan Sei Lekop',
	commodity: 'Kerupuk ikan',
	startedOn: '2019-01-07',
	summary:
		'Bantuan alat dan rumah produksi bagi perajin kerupuk di satu perumahan. Naskah mencetak 47, 53, dan 63 usaha; di sini 63, dengan nama, izin, dan tanggal rekaan.',
	villages: [village],
	stages: [
		['planning', '2020-01-06', 'Klaster dan syarat penerima ditetapkan'],
		['starting', '2021-01-04', 'Anggaran alat dan 20 rumah produksi disetujui'],
		['growing', '2022-01-03', 'Alat dan rumah produksi dipakai'],
	],
};

const offices = [
	['koperasi', 'Dinas koperasi, usaha mikro, perindustrian, dan perdagangan'],
	['sosial', 'Dinas sosial'],
	['perikanan', 'Dinas perikanan'],
	['pekerjaan-umum', 'Dinas pekerjaan umum dan perumahan'],
] as const;

/** Every third has all permits, every third lacks SIINas, the others have a food permit that has ended. */
function permitsOf(index: number): readonly (readonly [kind: string, expiresOn: string | null])[] {
	const food = ['pirt', index % 3 === 2 ? '2026-03-31' : '2028-03-31'] as const;
	if (index % 3 === 2) return [['nib', null], food];
	const halal = ['halal', null] as const;
	return index % 3 === 1 ? [['nib', null], food, halal] : [['nib', null], food, halal, ['siinas', null]];
}

async function writeEnterprise(hand: Hand, index: number, owner: Invented): Promise<void> {
	const { id, write, programmeId } = hand;
	const described = index === 0;
	const enterpriseId = id(`enterprise/${owner.key}`);
	await write(recordEnterpriseCommand, owner.key, {
		enterpriseId,
		programmeId,
		villageCode: village,
		name: `Kerupuk ${owner.name}`,
		kind: 'food',
		product: 'Kerupuk ikan',
		ownerName: owner.name,
		// The one that the paper describes: since 2017, two workers, 36 to 50 kg a process.
		...(described && {
			ownerId: id(`person/${owner.key}`),
			sinceYear: 2017,
			workersUnrecorded: 2,
			capacityFrom: '36',
			capacityTo: '50',
			capacityUnit: 'kg',
			capacityPeriod: 'process',
			markets,
		}),
		...(index === 1 && { sinceYear: 2011, note: 'Yang tertua di klaster menurut naskah' }),
	});
	for (const [kind, expiresOn] of permitsOf(index))
		await write(recordPermitCommand, `${owner.key}/${kind}`, {
			permitId: id(`permit/${owner.key}/${kind}`),
			enterpriseId,
			kind,
			number: `CONTOH-${kind.toUpperCase()}-${String(index + 1).padStart(3, '0')}`,
			expiresOn,
			note: 'Izin rekaan',
		});
}

export async function writeSeiLekop(hand: Hand, samples: string): Promise<void> {
	const { id, write, programmeId } = hand;
	await writeProgramme(hand, seiLekop);
	const owners = invented(63, 'female', 'perajin');
	await writePeople(hand, village, owners.slice(0, 1));
	for (const [index, owner] of owners.entries()) await writeEnterprise(hand, index, owner);
	for (const [key, name] of offices)
		await write(recordStakeholderCommand, key, {
			stakeholderId: id(`stakeholder/${key}`),
			programmeId,
			name,
			actorGroup: 'government',
			kind: 'office',
		});
	await write(recordFindingCommand, 'hitungan', {
		findingId: id('finding/hitungan'),
		programmeId,
		villageCode: village,
		kind: 'problem',
		what: 'Jumlah usaha dicetak berbeda: 47 menurut wawancara, 53 pada 2019–2021, 63 pada 2021–2023',
	});
	await writeCheckedFile(hand, join(samples, 'bintan.xlsx'), 'Produksi, anggaran, dan PDRB seperti tercetak');
	await writeStudy(hand, 'region', 'pdrb', {
		content: regionSample('bintan', 'id'),
		note: 'Dari naskah, Tabel 2',
	});
	await writeStudy(hand, 'eligibility', 'kelayakan', {
		content: eligibilitySample('bintan', 'id'),
		title: 'Kelayakan penerima bantuan (pemohon rekaan)',
		note: 'Tujuh syarat dari naskah; pemohon rekaan',
	});
	await publish(hand, 'pdrb');
}

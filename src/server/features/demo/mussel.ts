/**
 * The green mussel co-operative of the Serang coast: 50 people, 36 of them partners with 90 rafts, a harvest divided
 * 30/60/8/2, and the livelihood table as printed. How the 90 rafts lie with the 36 partners is not printed: half have
 * two and half three here.
 */
import { join } from 'node:path';
import { livelihoodSample } from '#inputs/livelihood-samples.ts';
import { sharingContent } from '#inputs/sharing-content.ts';
import { sharingSample } from '#inputs/sharing-samples.ts';
import { recordEnterpriseCommand } from '../enterprise/commands.ts';
import { recordFindingCommand } from '../finding/commands.ts';
import { recordStakeholderCommand } from '../stakeholder/commands.ts';
import { invented } from './invented-people.ts';
import type { Invented } from './invented-people.ts';
import { publish, writeCheckedFile, writeGroup, writePeople, writeProgramme, writeStudy } from './hand.ts';
import type { DemoProgramme, Hand } from './hand.ts';

const village = '3673021011';

export const mussel: DemoProgramme = {
	slug: 'kerang-hijau',
	name: 'Kerang hijau pesisir Serang',
	commodity: 'Kerang hijau',
	startedOn: '2014-01-06',
	summary:
		'50 penerima manfaat: 36 mitra dengan 90 bagan dan para pengupas kerang. Isi dari naskah kerang hijau Serang, yang hanya menyebut pesisirnya; desa, nama orang, dan tanggal rekaan.',
	villages: [village],
	stages: [
		['planning', '2014-03-03', 'Potensi bagan dan rumah kupas sudah dipetakan'],
		['starting', '2014-08-04', 'Bagan pertama dibiayai, kelompok mitra terbentuk'],
		['growing', '2016-01-04', 'Rumah kupas berjalan, 30 orang bekerja tiap hari'],
		['independent', '2019-01-07', 'Koperasi mengelola bagan, simpanan perbaikan, dan usaha lain sendiri'],
	],
};

/** How many rafts each partner has: 18 have two, 18 have three, 90 in all. */
const raftsOf = (index: number): number => 2 + (index % 2);

async function writeUnits({ id, write, programmeId }: Hand, partners: readonly Invented[]): Promise<void> {
	for (const [index, { key, name }] of partners.entries())
		await write(recordEnterpriseCommand, key, {
			enterpriseId: id(`enterprise/${key}`),
			programmeId,
			villageCode: village,
			name: `Bagan ${name}`,
			kind: 'fishery',
			product: 'Kerang hijau',
			ownerId: id(`person/${key}`),
			workersMen: 1,
			note: `${raftsOf(index)} unit bagan (pembagian rekaan, seluruhnya 90)`,
		});
	await write(recordStakeholderCommand, 'koperasi', {
		stakeholderId: id('stakeholder/koperasi'),
		programmeId,
		villageCode: village,
		name: 'Koperasi kerang hijau',
		actorGroup: 'business',
		kind: 'cooperative',
		whatItDoes:
			'Membiayai bagan; menjual sembako, simpan pinjam, pulsa, dan barang kredit. Simpanan perbaikan Rp 29.311.200 pada Januari 2019, infak Rp 2.292.175.',
	});
	await write(recordFindingCommand, 'upah', {
		findingId: id('finding/upah'),
		programmeId,
		villageCode: village,
		kind: 'potential',
		what: 'Pengupas yang dahulu bekerja 2–3 hari seminggu dengan upah Rp 20.000 kini 5–7 hari dengan Rp 40.000–50.000 sehari',
	});
}

/** The same harvest, divided by raft instead of equally: one person a line. */
const byRaft = (partners: readonly Invented[]) => {
	const sample = sharingSample('serang', 'id') ?? sharingContent.empty();
	return {
		...sample,
		title: 'Bagi hasil panen menurut jumlah bagan',
		division: 'by-unit',
		peopleCount: '',
		people: partners.map(({ name }, index) => ({ name, units: String(raftsOf(index)) })),
	};
};

export async function writeMussel(hand: Hand, samples: string): Promise<void> {
	await writeProgramme(hand, mussel);
	const partners = invented(36, 'male', 'mitra');
	const peelers = invented(14, 'female', 'pengupas');
	await writePeople(hand, village, [...partners, ...peelers]);
	await writeGroup(hand, {
		key: 'mitra',
		name: 'Mitra bagan',
		village,
		mainProduct: 'Kerang hijau',
		note: '36 mitra yang dibiayai, 90 unit bagan.',
		foundedOn: '2014-08-04',
		members: partners,
	});
	await writeGroup(hand, {
		key: 'rumah-kupas',
		name: 'Rumah kupas',
		village,
		mainProduct: 'Kerang kupas',
		note: '30 orang sehari, 50–80 saat panen puncak; yang tercatat di sini hanya penerima manfaat.',
		foundedOn: '2014-08-04',
		members: peelers,
	});
	await writeUnits(hand, partners);
	const note = 'Dari naskah, seperti tercetak';
	await writeStudy(hand, 'livelihood', 'slia', { content: livelihoodSample('serang', 'id'), note });
	await writeStudy(hand, 'sharing', 'bagi-hasil', { content: sharingSample('serang', 'id'), note });
	await writeStudy(hand, 'sharing', 'bagi-hasil-bagan', {
		content: byRaft(partners),
		note: 'Aturan 30/60/8/2 dari naskah; jumlah bagan tiap mitra rekaan',
	});
	await writeCheckedFile(hand, join(samples, 'serang.xlsx'), 'Tabel naskah kerang hijau');
	await publish(hand, 'slia');
}

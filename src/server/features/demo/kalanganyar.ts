/**
 * Kalanganyar Sentris Berseri, Sidoarjo: two groups that make something of scales and shells, what flows to them, and
 * who agreed to what. Amounts are those of the paper; its days are not printed, so those here are an example's.
 */
import { flowSample } from '#inputs/flow-samples.ts';
import { recordAgreementCommand } from '../agreement/commands.ts';
import { recordEnterpriseCommand } from '../enterprise/commands.ts';
import { recordFindingCommand } from '../finding/commands.ts';
import { recordStakeholderCommand } from '../stakeholder/commands.ts';
import { recordStreamCommand } from '../stream/commands.ts';
import { invented } from './invented-people.ts';
import { publish, writeGroup, writePeople, writeProgramme, writeStudy } from './hand.ts';
import type { DemoProgramme, Hand } from './hand.ts';

const village = '3515172004';

export const kalanganyar: DemoProgramme = {
	slug: 'kalanganyar',
	name: 'Kalanganyar Sentris Berseri',
	commodity: 'Hasil samping bandeng dan kerang',
	startedOn: '2021-01-04',
	summary:
		'Kelompok OLIKAN mengolah sisik bandeng menjadi kerupuk, kelompok KeCe mengolah kulit kerang menjadi kerajinan. Isi dari naskah Kalanganyar Sentris Berseri; nama orang dan tanggal rekaan.',
	villages: [village],
	stages: [
		['planning', '2021-03-01', 'Pemetaan sosial selesai; roadmap disepakati di balai desa'],
		['starting', '2021-06-01', 'Kelompok OLIKAN dan KeCe terbentuk, pelatihan produksi dimulai'],
		['growing', '2022-02-01', 'Produk lolos mutu dan diuji pasar di bazar; pemantauan tiap bulan berjalan'],
	],
};

/** Key, name, group of actors, kind, what it does. */
const stakeholders = [
	['tambak', 'Petambak dan nelayan', 'business', 'supplier', 'Memelihara dan menangkap bandeng'],
	[
		'nelayan-kerang',
		'Nelayan kerang Banjarkemuning',
		'business',
		'supplier',
		'Membawa kulit kerang dari pantai dan mangrove',
	],
	[
		'cabut-duri',
		'Kelompok jasa cabut duri',
		'community',
		'community-group',
		'Mencabut duri, 4–5 orang sekelompok, 100–150 ikan seorang sehari',
	],
	[
		'bumdes',
		'BUMDes Kalanganyar Makmur',
		'government',
		'bumdes',
		'Simpan pinjam, jasa antar, acara; sejak 2021',
	],
	['kantin', 'Kantin perusahaan pembina', 'business', 'buyer', 'Membeli kerupuk OLIKAN secara tetap'],
	['pembina', 'Perusahaan pembina', 'business', 'company', 'Membina program dan membeli cendera mata KeCe'],
	[
		'desa',
		'Pemerintah Desa Kalanganyar',
		'government',
		'village-government',
		'Menyediakan tempat dan surat keterangan',
	],
] as const;

/** What was still in the way when the paper was written. */
const obstacles = [
	'Anggota tidak selalu longgar pada hari produksi yang sama',
	'Produk dari hasil samping masih dipandang rendah',
	'Pesanan masih sedikit',
	'Izin usaha belum ada',
] as const;

async function writeActors({ id, write, programmeId }: Hand): Promise<void> {
	for (const [key, name, actorGroup, kind, whatItDoes] of stakeholders)
		await write(recordStakeholderCommand, key, {
			stakeholderId: id(`stakeholder/${key}`),
			programmeId,
			villageCode: village,
			name,
			actorGroup,
			kind,
			whatItDoes,
		});
	const enterprise = (key: string, details: object) =>
		write(recordEnterpriseCommand, key, {
			enterpriseId: id(`enterprise/${key}`),
			programmeId,
			villageCode: village,
			workersWomen: 10,
			...details,
		});
	await enterprise('olikan', {
		name: 'OLIKAN',
		kind: 'food',
		product: 'Kerupuk sisik bandeng',
		markets: ['Kantin perusahaan', 'Bazar'],
		note: 'Kerupuk dengan sisik, kerupuk sari sisik, dan kecap. 5 kg sisik kering dan tapioka menjadi 140 lenjer kering.',
	});
	await enterprise('kece', {
		name: 'KeCe',
		kind: 'craft',
		product: 'Kerajinan kulit kerang',
		markets: ['Perusahaan pembina', 'Bazar'],
		note: 'Gantungan kunci, bando, pigura, bros, jepit rambut.',
	});
	await enterprise('pengolah', {
		name: 'Usaha olahan ikan (contoh)',
		kind: 'food',
		product: 'Olahan bandeng',
		workersWomen: null,
	});
}

async function writeFlows({ id, write }: Hand): Promise<void> {
	const stakeholder = (key: string) => ({ kind: 'stakeholder', id: id(`stakeholder/${key}`) });
	const enterprise = (key: string) => ({ kind: 'enterprise', id: id(`enterprise/${key}`) });
	await write(recordStreamCommand, 'sisik', {
		streamId: id('stream/sisik'),
		source: stakeholder('cabut-duri'),
		villageCode: village,
		material: 'Sisik bandeng',
		quantityFrom: '20',
		quantityTo: '30',
		unit: 'kg',
		period: 'day',
		basis: 'wet',
		used: 'part',
		note: 'Semua kelompok cabut duri bersama. 100 bandeng memberi 1 kg sisik basah.',
	});
	await write(recordStreamCommand, 'sisik-usaha', {
		streamId: id('stream/sisik-usaha'),
		source: enterprise('pengolah'),
		material: 'Sisik bandeng',
		quantityFrom: '5',
		unit: 'kg',
		period: 'day',
		basis: 'wet',
		used: 'unused',
		note: 'Tiap usaha pembersihan ikan. Naskah tidak menyebut basah atau kering; dicatat basah.',
	});
	await write(recordStreamCommand, 'kerang', {
		streamId: id('stream/kerang'),
		source: stakeholder('nelayan-kerang'),
		villageCode: village,
		material: 'Kulit kerang',
		used: 'part',
		note: 'Jumlahnya belum ditimbang.',
	});
	const agreements = [
		[
			'sisik',
			stakeholder('cabut-duri'),
			enterprise('olikan'),
			'Sisik bandeng',
			{ streamId: id('stream/sisik'), basis: 'wet' },
		],
		[
			'kerang',
			stakeholder('nelayan-kerang'),
			enterprise('kece'),
			'Kulit kerang',
			{ streamId: id('stream/kerang') },
		],
		['antar', stakeholder('bumdes'), enterprise('olikan'), 'Jasa antar', { delivery: 'bumdes' }],
		[
			'kantin',
			enterprise('olikan'),
			stakeholder('kantin'),
			'Kerupuk sisik bandeng',
			{ delivery: 'bumdes', terms: 'Pembelian tetap' },
		],
		['cendera-mata', enterprise('kece'), stakeholder('pembina'), 'Cendera mata kulit kerang', {}],
	] as const;
	for (const [key, giver, taker, material, more] of agreements)
		await write(recordAgreementCommand, key, {
			agreementId: id(`agreement/${key}`),
			giver,
			taker,
			material,
			since: '2022-01-03',
			...more,
		});
}

export async function writeKalanganyar(hand: Hand): Promise<void> {
	await writeProgramme(hand, kalanganyar);
	const cooks = invented(10, 'female', 'olikan');
	const crafters = invented(10, 'female', 'kece', cooks.length);
	await writePeople(hand, village, [...cooks, ...crafters]);
	const founded = { village, foundedOn: '2021-06-01' };
	await writeGroup(hand, {
		...founded,
		key: 'olikan',
		name: 'OLIKAN',
		mainProduct: 'Kerupuk sisik bandeng',
		note: 'Juga kerupuk sari sisik dan kecap.',
		members: cooks,
	});
	await writeGroup(hand, {
		...founded,
		key: 'kece',
		name: 'KeCe',
		mainProduct: 'Kerajinan kulit kerang',
		note: 'Gantungan kunci, bando, pigura, bros, jepit rambut.',
		members: crafters,
	});
	await writeActors(hand);
	await writeFlows(hand);
	for (const [index, what] of obstacles.entries())
		await hand.write(recordFindingCommand, String(index), {
			findingId: hand.id(`finding/${index}`),
			programmeId: hand.programmeId,
			villageCode: village,
			kind: 'problem',
			what,
		});
	const note = 'Dari naskah; bagian yang tidak dicetak dikosongkan';
	await writeStudy(hand, 'flow', 'aliran', { content: flowSample('kalanganyar', 'id'), note });
	await publish(hand, 'aliran');
}

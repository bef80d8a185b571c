/** The serabi business "Apen Julit Gettas", Sumenep: four by-products, and what to make of them. */
import { join } from 'node:path';
import { decisionSample } from '#inputs/decision-samples.ts';
import { sampleSheet } from '#inputs/value-added-samples.ts';
import { recordEnterpriseCommand } from '../enterprise/commands.ts';
import { recordFindingCommand } from '../finding/commands.ts';
import { recordStreamCommand } from '../stream/commands.ts';
import { invented } from './invented-people.ts';
import { publish, writeCheckedFile, writePeople, writeProgramme, writeStudy } from './hand.ts';
import type { DemoProgramme, Hand } from './hand.ts';

const village = '3529011015';

export const serabi: DemoProgramme = {
	slug: 'serabi-sumenep',
	name: 'Hasil samping serabi Sumenep',
	commodity: 'Kue serabi',
	startedOn: '2023-02-06',
	summary:
		'Ampas, air, dan tempurung kelapa serta cangkang telur dari usaha serabi “Apen Julit Gettas”: mana yang layak diolah. Isi dari naskah, yang tidak menyebut desanya; desa, nama orang, dan tanggal rekaan.',
	villages: [village],
	stages: [['planning', '2023-05-08', 'Empat hasil samping dan pilihan olahannya sudah dinilai']],
};

/** The coconut pulp alone is weighed in the paper: 50 kg a process, 16 processes a month. */
const wastes = [
	[
		'ampas',
		'Ampas kelapa',
		'Pakan ternak',
		{ quantityFrom: '800', unit: 'kg', period: 'month', price: '1700' },
	],
	['air', 'Air kelapa', 'Nata de coco', {}],
	['tempurung', 'Tempurung kelapa', 'Briket', {}],
	['cangkang', 'Cangkang telur', 'Pupuk organik', {}],
] as const;

export async function writeSerabi(hand: Hand, samples: string): Promise<void> {
	const { id, write, programmeId } = hand;
	await writeProgramme(hand, serabi);
	await writePeople(hand, village, invented(2, 'female', 'pekerja'));
	await write(recordEnterpriseCommand, 'serabi', {
		enterpriseId: id('enterprise/serabi'),
		programmeId,
		villageCode: village,
		name: 'Apen Julit Gettas',
		kind: 'food',
		product: 'Kue serabi',
		workersUnrecorded: 2,
	});
	for (const [key, material, product, amount] of wastes) {
		await write(recordStreamCommand, key, {
			streamId: id(`stream/${key}`),
			source: { kind: 'enterprise', id: id('enterprise/serabi') },
			material,
			used: 'unused',
			...amount,
		});
		await write(recordFindingCommand, key, {
			findingId: id(`finding/${key}`),
			programmeId,
			villageCode: village,
			kind: 'potential',
			what: `${material} dapat diolah menjadi ${product.toLowerCase()}`,
			streamId: id(`stream/${key}`),
		});
	}
	const note = 'Dari naskah, Tabel 1–5';
	await writeStudy(hand, 'decision', 'pilihan', { content: decisionSample('serabi', 'id'), note });
	await writeStudy(hand, 'value-added', 'nilai-tambah', { content: sampleSheet('serabi', 'id'), note });
	await writeCheckedFile(hand, join(samples, 'serabi.xlsx'), 'Tabel naskah serabi');
	await publish(hand, 'nilai-tambah');
}

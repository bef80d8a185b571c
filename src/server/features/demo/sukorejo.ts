/** Fresh milk of Sukorejo, Musuk, Boyolali: the tree of six products, their value added, and which one to develop. */
import { join } from 'node:path';
import { codebookSample } from '#inputs/codebook-samples.ts';
import { decisionSample } from '#inputs/decision-samples.ts';
import { treeSample } from '#inputs/tree-samples.ts';
import { sampleSheet } from '#inputs/value-added-samples.ts';
import { recordStakeholderCommand } from '../stakeholder/commands.ts';
import { recordPriceCommand } from '../chain-price/commands.ts';
import { invented } from './invented-people.ts';
import { publish, writeCheckedFile, writePeople, writeProgramme, writeStudy } from './hand.ts';
import type { DemoProgramme, Hand } from './hand.ts';

const village = '3309042012';

export const sukorejo: DemoProgramme = {
	slug: 'susu-sukorejo',
	name: 'Olahan susu segar Sukorejo',
	commodity: 'Susu segar',
	startedOn: '2022-01-10',
	summary:
		'Enam olahan susu segar dibandingkan nilai tambahnya. Isi dari naskah susu segar Desa Sukorejo, Musuk, Boyolali; nama orang dan tanggal rekaan.',
	villages: [village],
	stages: [['planning', '2022-06-06', 'Pohon produk dan nilai tambah enam olahan sudah dihitung']],
};

export async function writeSukorejo(hand: Hand, samples: string): Promise<void> {
	const { id, write, programmeId } = hand;
	await writeProgramme(hand, sukorejo);
	await writePeople(hand, village, invented(6, 'male', 'peternak'));
	await write(recordStakeholderCommand, 'kud', {
		stakeholderId: id('stakeholder/kud'),
		programmeId,
		villageCode: village,
		name: 'KUD',
		actorGroup: 'business',
		kind: 'cooperative',
		whatItDoes: 'Membeli susu segar; naskah menyebut Rp 6.000 seliter sebagai harga ideal',
	});
	await write(recordPriceCommand, 'susu', {
		chainPriceId: id('chain-price/susu'),
		programmeId,
		villageCode: village,
		product: 'Susu segar',
		step: 1,
		actorName: 'Peternak',
		sellsAt: '4200',
		unit: 'liter',
	});
	const note = 'Dari naskah, Tabel 1';
	await writeStudy(hand, 'tree', 'pohon', { content: treeSample('susu', 'id'), note });
	await writeStudy(hand, 'value-added', 'nilai-tambah', { content: sampleSheet('susu', 'id'), note });
	await writeStudy(hand, 'decision', 'pilihan', { content: decisionSample('susu', 'id'), note });
	await writeStudy(hand, 'codebook', 'buku-kode', {
		content: codebookSample('susu', 'id'),
		note: 'Kutipan rekaan',
	});
	await writeCheckedFile(hand, join(samples, 'boyolali.xlsx'), 'Tabel naskah susu segar');
	await publish(hand, 'pohon');
}

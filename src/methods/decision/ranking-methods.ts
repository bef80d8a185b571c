/** All ranking methods a robustness question may be asked about. */
import { aras } from './aras.ts';
import { aroman } from './aroman.ts';
import { cocoso } from './cocoso.ts';
import { codas } from './codas.ts';
import { copras } from './copras.ts';
import { cpi } from './cpi.ts';
import { cradis } from './cradis.ts';
import { edas } from './edas.ts';
import { electre1 } from './electre-1.ts';
import { lmaw } from './lmaw.ts';
import { mabac } from './mabac.ts';
import { mairca } from './mairca.ts';
import { marcos } from './marcos.ts';
import { moora } from './moora.ts';
import { mpe } from './mpe.ts';
import { probid } from './probid.ts';
import { promethee2 } from './promethee-2.ts';
import { pvm } from './pvm.ts';
import { ram } from './ram.ts';
import { rim } from './rim.ts';
import { saw } from './saw.ts';
import { spotis } from './spotis.ts';
import { topsis } from './topsis.ts';
import { vikor } from './vikor.ts';
import { waspas } from './waspas.ts';
import { wpm } from './wpm.ts';

/** Every ranking method by id. */
export const rankingMethods = {
	cpi,
	saw,
	wpm,
	waspas,
	mpe,
	topsis,
	vikor,
	'promethee-2': promethee2,
	'electre-1': electre1,
	moora,
	copras,
	aras,
	edas,
	mabac,
	marcos,
	codas,
	cocoso,
	spotis,
	mairca,
	ram,
	aroman,
	lmaw,
	cradis,
	probid,
	rim,
	pvm,
};

export type RankingMethodId = keyof typeof rankingMethods;
export const rankingMethodIds = Object.keys(rankingMethods) as RankingMethodId[];

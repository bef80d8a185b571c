/** Stochastic acceptability, by the additive model or any ranking method. */
import { rankingMethods } from './ranking-methods.ts';
import { smaaAmong } from './smaa-among.ts';

/** Among all ranking methods. */
export const smaa = smaaAmong(rankingMethods);

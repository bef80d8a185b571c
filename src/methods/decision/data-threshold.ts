/** How far one value of the table may move before another alternative leads, by the additive model or any ranking method. */
import { rankingMethods } from './ranking-methods.ts';
import { dataThresholdAmong } from './data-threshold-among.ts';

/** Among all ranking methods. */
export const dataThreshold = dataThresholdAmong(rankingMethods);

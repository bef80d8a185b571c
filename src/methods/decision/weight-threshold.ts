/** How far a weight may move before another alternative leads, by the additive model or any ranking method. */
import { rankingMethods } from './ranking-methods.ts';
import { weightThresholdAmong } from './weight-threshold-among.ts';

/** Among all ranking methods. */
export const weightThreshold = weightThresholdAmong(rankingMethods);

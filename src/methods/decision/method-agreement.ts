/** Whether the ranking methods agree on one table. */
import { rankingMethods } from './ranking-methods.ts';
import { methodAgreementAmong } from './method-agreement-among.ts';

/** Among all ranking methods. */
export const methodAgreement = methodAgreementAmong(rankingMethods);

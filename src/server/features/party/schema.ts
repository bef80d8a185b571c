/** One side of a stream or an agreement: an enterprise or a stakeholder. */
import * as v from 'valibot';
import { recordId } from '../fields/schema.ts';

export const partyKinds = ['enterprise', 'stakeholder'] as const;

export const party = v.strictObject({ kind: v.picklist(partyKinds), id: recordId });
export type Party = v.InferOutput<typeof party>;

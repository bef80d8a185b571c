/** Who lives with whom. */
import * as v from 'valibot';
import { recordId } from '../person/schema.ts';

/** To the head of the household. */
export const relations = ['head', 'spouse', 'child', 'parent', 'other'] as const;

export const addHouseholdInput = v.object({ householdId: v.optional(recordId), headPersonId: recordId });

export const joinHouseholdInput = v.object({
	householdId: recordId,
	personId: recordId,
	relation: v.picklist(['spouse', 'child', 'parent', 'other'], 'input_not_readable'),
});

export const leaveHouseholdInput = v.object({ personId: recordId });

export const changeHeadInput = v.object({ householdId: recordId, personId: recordId });

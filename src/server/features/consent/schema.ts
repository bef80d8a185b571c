/** What people agree to. */
import * as v from 'valibot';
import { day, givenText, optionalText, recordId } from '../person/schema.ts';

/**
 * To be written down; her story told; her photo shown; either made public; her data handed to a partner; used in research.
 */
export const purposes = ['record', 'story', 'photo', 'publish', 'share', 'research'] as const;
const purpose = v.picklist(purposes, 'input_not_readable');

export const waysOfGiving = ['spoken', 'written', 'thumbprint', 'recorded', 'digital'] as const;

export const giveConsentInput = v.object({
	consentId: v.optional(recordId),
	personId: recordId,
	purpose,
	givenOn: day,
	givenHow: v.picklist(waysOfGiving, 'input_not_readable'),
	/** A parent or guardian; needed for somebody who may be a child. */
	guardianName: optionalText(200),
	note: optionalText(1000),
});

export const withdrawConsentInput = v.object({
	consentId: recordId,
	withdrawnOn: day,
	note: optionalText(1000),
});

export const noteUseInput = v.object({
	useId: v.optional(recordId),
	personId: recordId,
	purpose,
	/** What it is: the story in the annual report of 2025. */
	title: givenText(300),
	/** Where it is: an address, a shelf, who has the print. */
	place: optionalText(500),
	usedOn: day,
});

export const endUseInput = v.object({ useId: recordId, endedOn: day });

/** What may be said of a programme. */
import * as v from 'valibot';
import { villageCode } from '../area/schema.ts';
import {
	day,
	givenName,
	givenText,
	optionalDay,
	optionalText,
	recordId,
	seenVersion,
} from '../fields/schema.ts';

/** From the first visit to the day the group goes on alone, in their order. */
export const stages = [
	'social-mapping',
	'planning',
	'starting',
	'growing',
	'independent',
	'exit',
	'ended',
] as const;
export type Stage = (typeof stages)[number];

const villages = v.pipe(
	v.array(villageCode),
	v.maxLength(500),
	v.transform((codes) => [...new Set(codes)].sort()),
);

const details = {
	slug: v.pipe(v.string(), v.trim(), v.maxLength(60), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
	name: givenName,
	commodity: optionalText,
	startedOn: optionalDay,
	endedOn: optionalDay,
	summary: optionalText,
};

export const addProgramme = v.strictObject({
	programmeId: recordId,
	...details,
	stage: v.optional(v.picklist(stages), 'social-mapping'),
	villages,
});
export const changeProgramme = v.strictObject({ programmeId: recordId, version: seenVersion, ...details });
export const setProgrammeVillages = v.strictObject({
	programmeId: recordId,
	version: seenVersion,
	villages,
});
export const advanceStage = v.strictObject({
	programmeId: recordId,
	version: seenVersion,
	stage: v.picklist(stages),
	reason: givenText,
	on: day,
});

/** The name in the address that a programme's name suggests: `Kalanganyar Sentris Berseri` as `kalanganyar-sentris-berseri`. */
export function slugOf(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60);
	return plain.replace(/^-+|-+$/g, '') || 'program';
}

export interface Programme {
	readonly programmeId: string;
	readonly slug: string;
	readonly name: string;
	readonly commodity: string | null;
	readonly stage: Stage;
	readonly startedOn: string | null;
	readonly endedOn: string | null;
	readonly summary: string | null;
	readonly version: number;
}

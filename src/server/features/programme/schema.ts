/** What may be said of a programme. */
import { readDay } from '#methods/numeric/calendar-day.ts';
import * as v from 'valibot';
import { villageCode } from '../area/schema.ts';

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

const optionalText = (longest: number) =>
	v.optional(
		v.nullable(
			v.pipe(
				v.string(),
				v.trim(),
				v.maxLength(longest),
				v.transform((text) => (text === '' ? null : text)),
			),
		),
		null,
	);
const day = v.pipe(
	v.string(),
	v.check((text) => readDay(text) !== null, 'a day'),
);
const optionalDay = v.optional(v.nullable(day), null);
const recordId = v.pipe(v.string(), v.uuid());
/** The version that the person saw: a record that was changed meanwhile is not written over. */
const seenVersion = v.pipe(v.number(), v.integer(), v.minValue(1));

const villages = v.pipe(
	v.array(villageCode),
	v.maxLength(500),
	v.transform((codes) => [...new Set(codes)].sort()),
);

const details = {
	slug: v.pipe(v.string(), v.trim(), v.maxLength(60), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
	/** Empty is left to the database, which names the field. */
	name: v.pipe(v.string(), v.trim(), v.maxLength(200)),
	commodity: optionalText(200),
	startedOn: optionalDay,
	endedOn: optionalDay,
	summary: optionalText(4000),
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
	reason: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
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

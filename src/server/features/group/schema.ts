/** Kelompok binaan: a group that a programme accompanies, and who is in it when. */
import * as v from 'valibot';
import {
	day,
	givenText,
	optionalDay,
	optionalText,
	recordId,
	recordVersion,
	villageCode,
} from '../person/schema.ts';

const groupFields = {
	name: givenText(200),
	villageCode,
	foundedOn: optionalDay,
	mainProduct: optionalText(200),
	note: optionalText(2000),
};

export type GroupFields = v.InferOutput<ReturnType<typeof v.object<typeof groupFields, undefined>>>;

export const addGroupInput = v.object({
	...groupFields,
	groupId: v.optional(recordId),
	programmeId: recordId,
});

export const changeGroupInput = v.object({ ...groupFields, groupId: recordId, version: recordVersion });

export const groupRemovalReasons = ['dissolved', 'left', 'double', 'mistake'] as const;

export const removeGroupInput = v.object({
	groupId: recordId,
	version: recordVersion,
	reason: v.picklist(groupRemovalReasons, 'reason_missing'),
});

export const groupRoles = ['chair', 'secretary', 'treasurer', 'member'] as const;
const role = v.optional(v.picklist(groupRoles, 'input_not_readable'), 'member');

export const joinGroupInput = v.object({
	groupMemberId: v.optional(recordId),
	groupId: recordId,
	personId: recordId,
	joinedOn: day,
	role,
});

/** The first day on which she is no longer a member. */
export const leaveGroupInput = v.object({ groupMemberId: recordId, leftOn: day });

export const changeGroupRoleInput = v.object({ groupMemberId: recordId, on: day, role });

/** What each role may do: one table, asked by every command and every page. */

export const roles = ['owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const;
export type Role = (typeof roles)[number];

/** Who acts, as the transaction is told. Made by `actorOf` from a membership, never from what a browser sends. */
export interface Actor {
	readonly orgId: string;
	/** Null for what the program does on its own: a demo's loading, the first start. */
	readonly accountId: string | null;
	readonly name: string;
	readonly role: Role;
	/** Area codes of villages; null when all may be seen. */
	readonly villages: readonly string[] | null;
	/** The person whose own records alone may be seen; null when all may be seen. */
	readonly personId: string | null;
	/** The person whom she is on record as, whatever she sees: her name in the trail can be forgotten with that person. */
	readonly onRecordAs?: string | null;
	/** The one programme that a guest's link opens; absent or null for everybody who has an account. */
	readonly programmeId?: string | null;
}

/**
 * Kinds of work. `see` is of everything that villages and persons leave; the others are named by what they change.
 * A member sees her own records, a guest what a link shows.
 */
const rights = {
	see: ['owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor', 'guest'],
	'see-audit': ['owner', 'manager', 'auditor'],
	'change-organisation': ['owner'],
	'change-access': ['owner', 'manager'],
	'change-programme': ['owner', 'manager'],
	// A guest sees what a link shows, and no link shows people.
	'see-people': ['owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor'],
	'see-doubles': ['owner', 'manager'],
	'reveal-identity': ['owner', 'manager'],
	// It cannot be taken back, and reaches the traces of every village.
	'forget-people': ['owner', 'manager'],
	'change-people': ['owner', 'manager', 'facilitator'],
	'change-enterprise': ['owner', 'manager', 'facilitator'],
	'change-study': ['owner', 'manager', 'facilitator', 'treasurer'],
	'publish-study': ['owner', 'manager'],
	// A facilitator into her villages alone.
	import: ['owner', 'manager', 'facilitator'],
	// Of what she sees: a facilitator her villages, a member her own records. A guest takes nothing away.
	export: ['owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor'],
	'change-money': ['owner', 'treasurer'],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

/** Whether a role may do this kind of work. */
export const may = (role: Role, right: Right): boolean => (rights[right] as readonly Role[]).includes(role);

/** A guest comes by a link to one programme, and has no account that could be given a role. */
const memberRoles = roles.filter((role) => role !== 'guest');

/** Roles that another role may give: nobody raises anybody above herself. */
export const rolesGivenBy = (role: Role): readonly Role[] =>
	role === 'owner' ? memberRoles : role === 'manager' ? memberRoles.filter((one) => one !== 'owner') : [];

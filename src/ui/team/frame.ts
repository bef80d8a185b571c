/** What the frame of a team's pages is told. */
import type { Bar } from '#server/access/account-setting.ts';
import type { Role } from '#server/access/roles.ts';

export interface FramedProgramme {
	readonly slug: string;
	readonly name: string;
}

export interface Frame {
	readonly name: string;
	readonly role: Role;
	readonly organisation: string;
	/** Other organisations that the account enters. */
	readonly others: readonly { readonly orgId: string; readonly name: string }[];
	readonly programmes: readonly FramedProgramme[];
	/** The programme whose steps the rail leads to; null while there is none. */
	readonly current: FramedProgramme | null;
	/** The preset of the phone's bar. */
	readonly bar: Bar;
	readonly seesPeople: boolean;
	/** She may take lists in, or files out. */
	readonly mayImport: boolean;
	readonly mayExport: boolean;
	/** She sees her villages or her own records alone. */
	readonly partial: boolean;
	/** Its people are invented. */
	readonly demo: boolean;
	/** A command that was just done. */
	readonly sent: { readonly receipt: string; readonly at: Date } | null;
}

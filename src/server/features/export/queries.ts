/** What can be exported of a programme, what was, and a file that waits to be fetched. */
import type { TransactionSql } from 'postgres';
import { may } from '../../access/roles.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { personalColumn, withPersonal } from '../../db/personal-values.ts';
import type { ForgottenValue, SealedEntry } from '../../db/personal-values.ts';
import { Problem } from '../../problems.ts';
import type { Scope } from './column.ts';
import { kinds } from './kinds.ts';
import { countOf } from './reading.ts';
import { FETCH_MINUTES, placeKinds } from './schema.ts';
import type { ExportKind, ExportReceipt, ExportUse } from './schema.ts';

export interface ProgrammeToExport {
	readonly name: string;
	readonly slug: string;
	readonly organisation: string;
	/** Codes of its villages, those that the person sees. */
	readonly villages: readonly string[];
	/** The edition of the areas' names; null when they came from elsewhere. */
	readonly areas: string | null;
}

/** The programme of an export; `not_found` also when none of its villages is the person's to see. */
export async function programmeToExport(
	tx: TransactionSql,
	actor: Actor,
	programmeId: string,
): Promise<ProgrammeToExport> {
	if (!may(actor.role, 'export')) throw new Problem('not_allowed', { right: 'export' });
	const [programme] = await tx<Omit<ProgrammeToExport, 'villages'>[]>`
		select programme.name, slug, organisation.name as organisation,
			(select split_part(version, ',', 1) from reference_version where name = 'area') as areas
		from programme join organisation on organisation.org_id = programme.org_id
		where programme.org_id = ${actor.orgId} and programme_id = ${programmeId}`;
	if (programme === undefined) throw new Problem('not_found');
	const rows = await tx<{ code: string }[]>`
		select village_code as code from programme_village
		where org_id = ${actor.orgId} and programme_id = ${programmeId} order by village_code`;
	if (actor.villages !== null && rows.length === 0) throw new Problem('not_found');
	return { ...programme, villages: rows.map(({ code }) => code) };
}

interface ScopeWish {
	readonly programmeId: string;
	readonly villages: readonly string[];
	readonly use: ExportUse;
	readonly at: Date;
	readonly salt: string;
}

/** What an actor's statements ask for. Phones of people to be careful with are for those who accompany them, and for themselves. */
export const scopeOf = ({ orgId, role, personId }: Actor, wish: ScopeWish): Scope => ({
	orgId,
	personId,
	careful: !may(role, 'change-people') && personId === null,
	...wish,
});

export interface OfferedKind {
	readonly kind: ExportKind;
	readonly rows: number;
	/** Of these, those with a point; null for a kind that is no place. */
	readonly located: number | null;
	readonly insideOnly: boolean;
}

/** How much of each kind the actor would get for the work inside. */
export async function exportOffer(
	tx: TransactionSql,
	actor: Actor,
	programmeId: string,
	at: Date,
): Promise<OfferedKind[]> {
	const { villages } = await programmeToExport(tx, actor, programmeId);
	const scope = scopeOf(actor, { programmeId, villages, use: 'inside', at, salt: '' });
	const offered: OfferedKind[] = [];
	for (const kind of kinds) {
		const { rows, located } = await countOf({ tx, scope }, kind);
		const placed = placeKinds.includes(kind.id) ? located : null;
		offered.push({ kind: kind.id, rows, located: placed, insideOnly: kind.insideOnly === true });
	}
	return offered;
}

export interface MadeExport {
	readonly number: string;
	readonly at: Date;
	/** Null when she was forgotten. */
	readonly actorName: string | null;
	readonly actorRole: Role;
	readonly programme: string | null;
	readonly kinds: readonly ExportKind[] | null;
	readonly form: string | null;
	readonly use: ExportUse | null;
	readonly purpose: string | ForgottenValue | null;
	readonly rows: Readonly<Record<string, number>> | null;
	readonly sha256: string | null;
}

/** The exports of the organisation before a number of the trail, the newest first, fifty at most. */
export async function exportsMade(
	tx: TransactionSql,
	actor: Actor,
	before: string | null,
): Promise<MadeExport[]> {
	if (!may(actor.role, 'see-audit')) throw new Problem('not_allowed', { right: 'see-audit' });
	const rows = await tx<(Omit<MadeExport, 'actorName' | 'purpose'> & SealedEntry)[]>`
		select number, at, actor_name, actor_role as "actorRole", after ->> 'programme' as programme,
			after -> 'kinds' as kinds, after ->> 'form' as form, after ->> 'use' as use,
			after -> 'rows' as rows, after ->> 'sha256' as sha256, before, after, ${personalColumn(tx, actor.orgId)}
		from audit_entry
		where org_id = ${actor.orgId} and verb = 'export.make' ${before === null ? tx`` : tx`and number < ${before}`}
		order by number desc limit 50`;
	return rows.map(({ actor_name, before: earlier, after, personal, ...made }) => {
		const opened = withPersonal({ actor_name, before: earlier, after, personal });
		const { purpose } = (opened.after ?? {}) as { purpose?: string | ForgottenValue };
		return { ...made, actorName: opened.actorName, purpose: purpose ?? null };
	});
}

/**
 * The receipt of an export by its command, whose file may still be fetched: by the account that made it, within minutes. Everybody else
 * hears `not_found`; she herself hears `export_gone` when it is too late.
 */
export async function exportToFetch(
	tx: TransactionSql,
	actor: Actor,
	commandId: string,
	at: Date,
): Promise<ExportReceipt> {
	const [made] = await tx<{ receipt: ExportReceipt; at: Date }[]>`
		select receipt -> 'answer' as receipt, at from command_receipt
		where org_id = ${actor.orgId} and command_id = ${commandId} and verb = 'export.make'`;
	if (made === undefined || made.receipt.accountId !== actor.accountId) throw new Problem('not_found');
	if (!may(actor.role, 'export')) throw new Problem('not_allowed', { right: 'export' });
	if (at.getTime() - made.at.getTime() > FETCH_MINUTES * 60_000) throw new Problem('export_gone');
	return made.receipt;
}

/**
 * What a guest reads: only columns that the role `sentra_guest` was given, so that whoever may ask is answered the same.
 * No name of a person, a group, an enterprise or an actor is among them.
 */
import type { Sql, TransactionSql } from 'postgres';
import { entryBehind } from '../../access/entry-link.ts';
import type { Actor } from '../../access/roles.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { Problem } from '../../problems.ts';
import type { GuestLink, GuestProgramme, GuestPublication, GuestStream, GuestVillage } from './schema.ts';

/** The links to a programme that were made, the newest first. */
export const guestLinks = (tx: TransactionSql, { orgId }: Actor, programmeId: string) => tx<GuestLink[]>`
	select guest_link_id as "guestLinkId", label, created_by_name as "createdByName", created_at as "createdAt",
		expires_at as "expiresAt", revoked_at as "revokedAt", last_seen_at as "lastSeenAt"
	from guest_link where org_id = ${orgId} and programme_id = ${programmeId}
	order by created_at desc, guest_link_id desc limit 200`;

/** The guest behind a link, as a transaction is told her. */
export interface Guest {
	readonly actor: Actor & { readonly programmeId: string };
	readonly guestLinkId: string;
}

/** Who opens a link. Throws `link_spent` when it is unknown, over or taken back: all alike. */
export async function guestBehind(sql: Sql, token: string, at = new Date()): Promise<Guest> {
	const { orgId, guestLinkId } = await entryBehind(sql, token, 'guest', at);
	if (orgId === null || guestLinkId === null) throw new Problem('link_spent');
	const reader = { orgId, accountId: null, name: '', role: 'guest', villages: [], personId: null } as const;
	return readAsTenant(sql, reader, async (tx) => {
		const [link] = await tx<{ label: string; programmeId: string }[]>`
			select label, programme_id as "programmeId" from guest_link
			where org_id = ${orgId} and guest_link_id = ${guestLinkId} and revoked_at is null and expires_at > ${at}`;
		if (link === undefined) throw new Problem('link_spent');
		const { label: name, programmeId } = link;
		return { guestLinkId, actor: { ...reader, name, villages: null, programmeId } };
	});
}

async function villagesOf(tx: TransactionSql, orgId: string, programmeId: string): Promise<GuestVillage[]> {
	return tx<GuestVillage[]>`
		select village.code, village.name, district.name as district, regency.name as regency,
			province.name as province,
			(select count(*)::int from producer_group where org_id = ${orgId} and programme_id = ${programmeId}
				and producer_group.village_code = village.code and removed_at is null) as groups,
			(select count(*)::int from enterprise where org_id = ${orgId} and programme_id = ${programmeId}
				and enterprise.village_code = village.code and ended_on is null) as enterprises,
			(select count(*)::int from by_product_stream where org_id = ${orgId} and programme_id = ${programmeId}
				and by_product_stream.village_code = village.code) as streams
		from programme_village
		join area village on village.code = programme_village.village_code
		join area district on district.code = left(village.code, 6)
		join area regency on regency.code = left(village.code, 4)
		join area province on province.code = left(village.code, 2)
		where programme_village.org_id = ${orgId} and programme_village.programme_id = ${programmeId}
		order by village.name, village.code`;
}

const streamsOf = (tx: TransactionSql, orgId: string, programmeId: string) => tx<GuestStream[]>`
	select stream_id as "streamId", material, quantity_from as "quantityFrom", quantity_to as "quantityTo", unit,
		period, basis, used, area.name as "villageName"
	from by_product_stream join area on area.code = by_product_stream.village_code
	where org_id = ${orgId} and programme_id = ${programmeId}
	order by lower(material), stream_id limit 500`;

/** A programme as a guest sees it. */
export async function guestProgramme(
	tx: TransactionSql,
	{ orgId }: Actor,
	programmeId: string,
): Promise<GuestProgramme> {
	const [programme] = await tx<
		Omit<GuestProgramme, 'villages' | 'streams' | 'stageChanges' | 'publications'>[]
	>`
		select organisation.name as organisation, programme.name, commodity, stage, started_on as "startedOn",
			ended_on as "endedOn"
		from programme join organisation on organisation.org_id = programme.org_id
		where programme.org_id = ${orgId} and programme_id = ${programmeId}`;
	if (programme === undefined) throw new Problem('not_found');
	const stageChanges = await tx<GuestProgramme['stageChanges'][number][]>`
		select from_stage as "fromStage", to_stage as "toStage", changed_on as "changedOn"
		from programme_stage_change where org_id = ${orgId} and programme_id = ${programmeId}
		order by changed_on desc, stage_change_id desc`;
	const publications = await tx<GuestProgramme['publications'][number][]>`
		select publication_id as "publicationId", title, published_at as "publishedAt" from study_publication
		where org_id = ${orgId} and programme_id = ${programmeId} and withdrawn_at is null
		order by published_at desc, publication_id desc`;
	return {
		...programme,
		villages: await villagesOf(tx, orgId, programmeId),
		streams: await streamsOf(tx, orgId, programmeId),
		stageChanges,
		publications,
	};
}

/** A publication as a guest sees it; one that was taken back is not there for her. */
export async function guestPublication(
	tx: TransactionSql,
	{ orgId }: Actor,
	programmeId: string,
	publicationId: string,
): Promise<GuestPublication> {
	const [publication] = await tx<GuestPublication[]>`
		select publication_id as "publicationId", title, number, programme.name as programme,
			organisation.name as organisation, methods, encode(input_sha256, 'hex') as "inputSha256",
			published_at as "publishedAt", results
		from study_publication
		join programme on programme.org_id = study_publication.org_id
			and programme.programme_id = study_publication.programme_id
		join organisation on organisation.org_id = study_publication.org_id
		where study_publication.org_id = ${orgId} and study_publication.programme_id = ${programmeId}
			and publication_id = ${publicationId} and withdrawn_at is null`;
	if (publication === undefined) throw new Problem('not_found');
	return publication;
}

/** Reading problems and potentials. */
import type { TransactionSql } from 'postgres';
import { asRecord } from '../../db/rows.ts';
import type { Finding, FindingKind } from './schema.ts';

export interface ListedFinding extends Finding {
	readonly villageName: string;
	/** What it is about, when it is linked and the actor sees it. */
	readonly material: string | null;
	readonly enterpriseName: string | null;
}

interface FindingFilter {
	readonly programmeId: string;
	readonly villageCode?: string | null;
	readonly kind?: FindingKind | null;
	readonly enterpriseId?: string | null;
	readonly findingId?: string | null;
	/** Also those that are settled. */
	readonly settled?: boolean;
}

/** Problems first, the heaviest first; what was not weighed comes last. */
export async function listFindings(
	tx: TransactionSql,
	orgId: string,
	{ programmeId, villageCode, kind, enterpriseId, findingId, settled }: FindingFilter,
): Promise<ListedFinding[]> {
	const rows = await tx`
		select finding_id, finding.programme_id, finding.village_code, area.name as village_name, finding.kind, what,
			raised_by, person_id, weight, finding.noted_on, finding.stream_id, finding.enterprise_id, settled_on,
			settled_how, finding.version, stream.material, enterprise.name as enterprise_name
		from finding join area on area.code = finding.village_code
		left join by_product_stream stream on stream.org_id = ${orgId} and stream.stream_id = finding.stream_id
		left join enterprise on enterprise.org_id = ${orgId} and enterprise.enterprise_id = finding.enterprise_id
		where finding.org_id = ${orgId} and finding.programme_id = ${programmeId}
			${villageCode ? tx`and finding.village_code = ${villageCode}` : tx``}
			${kind ? tx`and finding.kind = ${kind}` : tx``}
			${enterpriseId ? tx`and finding.enterprise_id = ${enterpriseId}` : tx``}
			${findingId ? tx`and finding_id = ${findingId}` : tx``}
			${settled ? tx`` : tx`and settled_on is null`}
		order by finding.kind desc, weight desc nulls last, finding.noted_on desc nulls last, finding_id`;
	return rows.map((row) => asRecord<ListedFinding>(row));
}

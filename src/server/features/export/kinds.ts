/** The one list from which every form, the codebook and the page follow. */
import type { Kind } from './column.ts';
import { mappingKinds } from './mapping-kinds.ts';
import { peopleKinds } from './people-kinds.ts';
import { programmeKinds } from './programme-kinds.ts';
import { exportKinds } from './schema.ts';
import type { ExportKind, ExportUse } from './schema.ts';

const all = new Map([...programmeKinds, ...peopleKinds, ...mappingKinds].map((kind) => [kind.id, kind]));

/** Every kind in the order of `exportKinds`. */
export const kinds: readonly Kind[] = exportKinds.map((id) => kindOf(id));

/** A kind by its id. */
export function kindOf(id: ExportKind): Kind {
	const kind = all.get(id);
	if (kind === undefined) throw new Error(`the kind ${id} is not declared`);
	return kind;
}

/** A kind with the columns that this use shows. */
export const shownFor = (kind: Kind, use: ExportUse): Kind =>
	use === 'inside'
		? kind
		: { ...kind, columns: kind.columns.filter(({ published }) => published !== 'nothing') };

const EVERYTHING = 'everything';
type LeftOut = Readonly<Record<string, string>>;

const BY_RECORD = 'a record carries its own village or owner; here it only serves the policies';
const COUNTER = 'a counter against two people changing one record';
const WHOLE_TABLE = 'every row of an export is of one programme, which is named once';

/** Tables and columns that no export holds, with the reason. A test names those that are neither here nor in a kind. */
export const leftOut: Readonly<Record<string, LeftOut>> = {
	organisation: { [EVERYTHING]: 'who exports is named in the file, not listed' },
	membership: { [EVERYTHING]: 'access to the house is no record of a programme' },
	invitation: { [EVERYTHING]: 'access to the house is no record of a programme' },
	audit_entry: { [EVERYTHING]: 'the trail stays where it is kept; copies could not be verified' },
	audit_personal: { [EVERYTHING]: 'the trail stays where it is kept; copies could not be forgotten' },
	audit_head: { [EVERYTHING]: 'the trail stays where it is kept; copies could not be verified' },
	command_receipt: { [EVERYTHING]: 'answers of commands, for phones that did not hear them' },
	guest_link: { [EVERYTHING]: 'access to the house is no record of a programme' },
	intake: { [EVERYTHING]: 'how records came in; what came in is exported as what it became' },
	intake_record: { [EVERYTHING]: 'how records came in; what came in is exported as what it became' },
	permit_rule_set: { [EVERYTHING]: 'rules of the organisation, of no programme' },
	person_name: { [EVERYTHING]: 'names cut up for the search' },
	study_file: { [EVERYTHING]: 'a file is fetched as it is from the page of its study' },
	study_version: { [EVERYTHING]: 'a sheet is fetched as its tool’s own file from the page of its study' },
	study_publication: { [EVERYTHING]: 'frozen reports are read on their own pages' },
	programme: { slug: 'part of an address', version: COUNTER },
	programme_village: { programme_id: WHOLE_TABLE },
	programme_stage_change: { programme_id: WHOLE_TABLE },
	person: {
		version: COUNTER,
		removed_at: 'who was removed is in no export',
		removed_reason: 'who was removed is in no export',
		forgotten_at: 'who was removed is in no export',
	},
	person_identity: {
		person_id: BY_RECORD,
		village_code: BY_RECORD,
		fingerprint: 'serves the search for doubles',
	},
	household_member: { village_code: BY_RECORD },
	producer_group: {
		programme_id: WHOLE_TABLE,
		search_name: 'the name again, as it is compared',
		version: COUNTER,
		removed_at: 'what was removed is in no export',
		removed_reason: 'what was removed is in no export',
	},
	group_member: { village_code: BY_RECORD },
	consent: { village_code: BY_RECORD },
	consent_use: { village_code: BY_RECORD },
	enterprise: { programme_id: WHOLE_TABLE, version: COUNTER },
	permit: { village_code: BY_RECORD, owner_id: BY_RECORD, version: COUNTER },
	stakeholder: { programme_id: WHOLE_TABLE, version: COUNTER },
	by_product_stream: { programme_id: WHOLE_TABLE, owner_id: BY_RECORD, version: COUNTER },
	supply_agreement: {
		programme_id: WHOLE_TABLE,
		giver_owner_id: BY_RECORD,
		taker_owner_id: BY_RECORD,
		version: COUNTER,
	},
	finding: { programme_id: WHOLE_TABLE, version: COUNTER },
	chain_price: { programme_id: WHOLE_TABLE, owner_id: BY_RECORD, version: COUNTER },
	study: { programme_id: WHOLE_TABLE },
};

/** Whether a table or one of its columns is left out for a reason. */
export const isLeftOut = (table: string, column: string): boolean =>
	leftOut[table]?.[EVERYTHING] !== undefined || leftOut[table]?.[column] !== undefined;

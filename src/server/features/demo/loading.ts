/**
 * The five programmes of the papers, each in an organisation of its own. Everything is written through the commands that
 * people use, with the same ids at every run: loaded again, nothing is written twice and nothing that was changed since is
 * changed back.
 */
import type { Sql } from 'postgres';
import { handIn } from './hand.ts';
import type { DemoOrganisation, DemoProgramme, Hand } from './hand.ts';
import { kalanganyar, writeKalanganyar } from './kalanganyar.ts';
import { mussel, writeMussel } from './mussel.ts';
import { seiLekop, writeSeiLekop } from './sei-lekop.ts';
import { serabi, writeSerabi } from './serabi.ts';
import { sukorejo, writeSukorejo } from './sukorejo.ts';

interface Demo {
	readonly programme: DemoProgramme;
	readonly organisation: Omit<DemoOrganisation, 'slug'>;
	/** The record of somebody who may sign in as a member. */
	readonly member: string;
	readonly write: (hand: Hand, samples: string) => Promise<void>;
}

const demos: readonly Demo[] = [
	{
		programme: kalanganyar,
		organisation: { name: 'Program CSR Kalanganyar (contoh)', kind: 'company' },
		member: 'person/olikan-1',
		write: writeKalanganyar,
	},
	{
		programme: mussel,
		organisation: { name: 'Koperasi Kerang Hijau Serang (contoh)', kind: 'cooperative' },
		member: 'person/mitra-1',
		write: writeMussel,
	},
	{
		programme: serabi,
		organisation: { name: 'Pendamping Serabi Sumenep (contoh)', kind: 'university' },
		member: 'person/pekerja-1',
		write: writeSerabi,
	},
	{
		programme: seiLekop,
		organisation: { name: 'Klaster Kerupuk Sei Lekop (contoh)', kind: 'cluster' },
		member: 'person/perajin-1',
		write: writeSeiLekop,
	},
	{
		programme: sukorejo,
		organisation: { name: 'BUMDes Susu Sukorejo (contoh)', kind: 'village' },
		member: 'person/peternak-1',
		write: writeSukorejo,
	},
];

/** What whoever makes the accounts needs to know. */
export interface LoadedDemo {
	readonly orgId: string;
	readonly organisation: string;
	readonly programmeId: string;
	readonly slug: string;
	readonly villages: readonly string[];
	/** The person whose own records a member sees. */
	readonly memberPersonId: string;
}

/** Loads what is not there yet. The areas must be there. `samples` is the folder of the papers' workbooks. */
export async function loadDemo(sql: Sql, samples: string): Promise<LoadedDemo[]> {
	return Promise.all(
		demos.map(async ({ programme: { slug, villages }, organisation, member, write }) => {
			const hand = await handIn(sql, { slug, ...organisation });
			await write(hand, samples);
			return {
				orgId: hand.orgId,
				organisation: organisation.name,
				programmeId: hand.programmeId,
				slug,
				villages,
				memberPersonId: hand.id(member),
			};
		}),
	);
}

/** Which organisations are a demo's: their ids follow from their names, so a record of theirs is known by its id alone. */
import { v5 } from 'uuid';

/** Any fixed id: it parts the demo's ids from all others. */
const NAMESPACE = '0f5c2b52-6f0e-5d0b-9d0c-6a5e1f0c7a11';

/** The five programmes, by the names in their addresses. */
const demoSlugs = ['kalanganyar', 'kerang-hijau', 'serabi-sumenep', 'sei-lekop', 'susu-sukorejo'] as const;
export type DemoSlug = (typeof demoSlugs)[number];

/** The id of a record of a demo by a name of ours: `person/siti`. */
export const demoId = (slug: DemoSlug, of: string): string => v5(`${slug}/${of}`, NAMESPACE);

/** The id of the account that signs in as a role. */
export const demoAccountId = (role: string): string => v5(`account/${role}`, NAMESPACE);

export const demoOrganisationIds: readonly string[] = demoSlugs.map((slug) => demoId(slug, 'organisation'));

/** Whether an organisation is a demo's: its people are invented, and its pages say so. */
export const isDemoOrganisation = (orgId: string): boolean => demoOrganisationIds.includes(orgId);

import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { link } from '#ui/locale-link.ts';

/** The first part of mapping that most people look for. */
export const load: PageServerLoad = ({ params }) => redirect(303, link(`/p/${params.slug}/petakan/usaha`));

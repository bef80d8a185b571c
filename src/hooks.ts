import type { Reroute } from '@sveltejs/kit';
import { withoutLocale } from '#ui/locale-link.ts';

/** One folder of routes serves both languages: `/en/semua` is shown by the route `/semua`. */
export const reroute: Reroute = ({ url }) => withoutLocale(url.pathname);

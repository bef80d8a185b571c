/**
 * Pages to read carry no script, so a page with script must open them as documents of their own. Drawn by the
 * router instead, they would ask the network for their texts and fail without a signal, although the page itself is
 * on the device. The site's own links to them carry `data-sveltekit-reload`, which also keeps the router from fetching
 * anything ahead; this catches every other link.
 */
import { beforeNavigate } from '$app/navigation';
import { withoutLocale } from '#ui/locale-link.ts';
import { reading } from '#ui/site-map.ts';

/** To be called once, by the outermost layout. */
export function openReadingPagesAsDocuments(): void {
	beforeNavigate(({ to, willUnload, cancel }) => {
		if (!to || willUnload) return;
		const path = withoutLocale(to.url.pathname);
		if (!reading.some((page) => page.path === path)) return;
		cancel();
		location.href = to.url.href;
	});
}

/** What an address is resolved against: nobody's. */
const HERE = 'http://sentra.invalid';

/**
 * A path of this site as a browser will read it, or null: a link from a chat must not lead a visitor who has just signed in
 * elsewhere. Browsers drop tabs and take a backslash for a slash, so the path is read as they read it.
 */
export function ownPath(given: string | null): string | null {
	if (given === null || !given.startsWith('/') || !URL.canParse(given, HERE)) return null;
	const { origin, pathname, search, hash } = new URL(given, HERE);
	return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
}

/**
 * The address of the sheet on screen (`?lembar=`), so that a reload, a second tab and the list of sheets open the same
 * one. An example keeps its address until somebody works on it.
 */
export function sheetAddress(
	url: URL,
	sheet: { readonly id: string | null; readonly example: string | null; readonly blank: boolean },
): string {
	if (sheet.id === null && (sheet.example !== null || sheet.blank)) return url.href;
	const address = new URL(url);
	address.searchParams.delete('contoh');
	address.searchParams.delete('lembar');
	if (sheet.id !== null) address.searchParams.set('lembar', sheet.id);
	if (address.hash.startsWith('#t=')) address.hash = '';
	return address.href;
}

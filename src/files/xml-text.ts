/**
 * Text going into an XML part.
 */

/** What XML 1.0 allows in no form: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const illegal =
	// eslint-disable-next-line no-control-regex -- these are the characters to remove
	/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** Text without illegal characters, line breaks as `\n`, escaped for content and attributes. */
export function xmlText(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(illegal, '')
		.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);
}

/** The first line every part begins with. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

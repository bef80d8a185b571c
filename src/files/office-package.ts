/**
 * Parts to the bytes of an office file: the same parts give the same bytes, today and tomorrow.
 * Source: ECMA-376 part 2 (open packaging conventions).
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { xmlHead, xmlText } from './xml-text.ts';

const relationshipRoot = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Zips parts in the order given, with the oldest date a zip can hold. Pictures are stored, they are packed already. */
export function packParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
	const files: Zippable = {};
	for (const [path, content] of Object.entries(parts)) {
		files[path] = typeof content === 'string' ? [strToU8(xmlHead + content), {}] : [content, { level: 0 }];
	}
	return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** `[Content_Types].xml` for parts by path. */
export function contentTypes(overrides: Readonly<Record<string, string>>, pictures = false): string {
	const parts = Object.entries(overrides).map(
		([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`,
	);
	return (
		'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
		'<Default Extension="xml" ContentType="application/xml"/>' +
		(pictures ? '<Default Extension="png" ContentType="image/png"/>' : '') +
		`${parts.join('')}</Types>`
	);
}

/** A relationships part: pairs of type (last step) and target, numbered `rId1`, `rId2` ... in order. */
export function relationships(entries: readonly (readonly [type: string, target: string])[]): string {
	const list = entries.map(([type, target], index) => {
		const root =
			type === 'core-properties'
				? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata'
				: relationshipRoot;
		return `<Relationship Id="rId${index + 1}" Type="${root}/${type}" Target="${xmlText(target)}"/>`;
	});
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

/** The parts both kinds of file share: package relationships, title and program name. */
export function propertyParts(title: string, mainPart: string, language?: string): Record<string, string> {
	return {
		'_rels/.rels': relationships([
			['officeDocument', mainPart],
			['core-properties', 'docProps/core.xml'],
			['extended-properties', 'docProps/app.xml'],
		]),
		'docProps/core.xml':
			'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
			'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
			`<dc:title>${xmlText(title)}</dc:title><dc:creator>Sentra</dc:creator>` +
			`${language ? `<dc:language>${language}</dc:language>` : ''}</cp:coreProperties>`,
		'docProps/app.xml':
			'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
			'<Application>Sentra</Application></Properties>',
	};
}

/** Content types of the parts in `propertyParts`. */
export const propertyTypes: Readonly<Record<string, string>> = {
	'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
	'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
};

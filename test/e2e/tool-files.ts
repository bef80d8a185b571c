/** What a person finds in the files a tool hands out. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from '@playwright/test';
import { expect } from './test.ts';

/** Opens the share menu and takes the file behind one of its buttons. */
export async function takeFile(
	page: Page,
	button: string | RegExp,
): Promise<{ name: string; bytes: Uint8Array }> {
	const coming: Promise<Download> = page.waitForEvent('download');
	await page
		.locator('.alat details.menu > summary')
		.filter({ hasText: /Bagikan|Share/ })
		.click();
	await page.locator('.alat').getByRole('button', { name: button }).click();
	const download = await coming;
	return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** The text of a Word document, spaces made plain. */
export function docxText(bytes: Uint8Array): string {
	const document = unzipSync(bytes)['word/document.xml'];
	if (!document) throw new Error('this is no Word document');
	return strFromU8(document)
		.replace(/<\/w:p>/g, '\n')
		.replace(/<[^>]+>/g, '')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&')
		.replaceAll('\u00a0', ' ');
}

/** The texts a PDF shows, in the order drawn; its streams are inflated. */
export function pdfText(bytes: Uint8Array): string {
	const raw = Buffer.from(bytes).toString('latin1');
	expect(raw.slice(0, 5)).toBe('%PDF-');
	expect(raw.trimEnd().endsWith('%%EOF')).toBe(true);
	const texts: string[] = [];
	for (const match of raw.matchAll(/stream\r?\n/g)) {
		const start = match.index + match[0].length;
		const end = raw.indexOf('endstream', start);
		try {
			const plain = inflateSync(Buffer.from(raw.slice(start, end), 'latin1')).toString('latin1');
			for (const shown of plain.matchAll(/\(((?:\\.|[^\\()])*)\)\s*Tj/g))
				texts.push((shown[1] ?? '').replace(/\\([()\\])/g, '$1'));
		} catch {
			// A picture is not deflated.
		}
	}
	return texts.join(' ');
}

/** What a file that was handed in becomes: the sheets it holds, or its printed tables as a check. */
import { readWorkbook } from '#files/read-workbook.ts';
import { limitsOfStudy } from '#files/zip.ts';
import { checkData } from '#inputs/table-check-content.ts';
import type { ToolId } from '#inputs/tool-content.ts';
import { readWorkFile } from '#inputs/work-file.ts';
import { Problem } from '../../problems.ts';
import { largestFile } from './schema.ts';

interface UploadedStudy {
	readonly kind: ToolId;
	readonly title: string;
	readonly content: unknown;
}

/** Sheets that one file may bring at once. */
const mostSheets = 50;

const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9.]{1,12}$/i, '').slice(0, 200) || name;

/** The studies of a file; content decides, not the name. Throws when it holds neither sheets nor a table. */
export function studiesInFile(bytes: Uint8Array, name: string): UploadedStudy[] {
	if (bytes.length > largestFile) throw new Problem('too_large', { field: 'file' });
	const sheets = bytes[0] === 0x7b ? readWorkFile(new TextDecoder().decode(bytes)) : null;
	if (sheets !== null && sheets.works.length > 0 && sheets.works.length <= mostSheets)
		return sheets.works.map(({ tool, title, content }) => ({
			kind: tool,
			title: title.trim().slice(0, 200) || withoutEnding(name),
			content,
		}));
	const tables = readWorkbook(bytes, { name, unpacked: limitsOfStudy });
	if (!tables.ok) throw new Problem('input_not_readable', { field: 'file' });
	const check = checkData(tables.value, { meanings: {}, corrections: {} });
	return [{ kind: 'table-check', title: withoutEnding(name), content: { text: '', check } }];
}

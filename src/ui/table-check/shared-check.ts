/**
 * A check in the part of an address behind `#`, which is never sent to a server. The same packed text travels in a hidden
 * field of the form that works without script.
 */
import type { Workbook } from '#inputs/grid.ts';
import { checkData, unpackedCheck, type Choices } from '#inputs/table-check-content.ts';
import { packText, unpackText } from '#ui/packed-text.ts';

/** Packs tables and choices into letters that are safe in an address. */
export function packCheck(workbook: Workbook, choices: Choices): string {
	return packText(JSON.stringify(checkData(workbook, choices)));
}

/** Reads what `packCheck` wrote; null for anything else, because an address can hold whatever somebody typed. */
export function unpackCheck(text: string): { workbook: Workbook; choices: Choices } | null {
	try {
		return unpackedCheck(JSON.parse(unpackText(text)));
	} catch {
		return null;
	}
}

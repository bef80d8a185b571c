/** The value-added worksheet as every quick tool describes what it holds. */
import type { ToolContent } from './tool-content.ts';
import { emptySheet, sheetIsBlank, type ValueAddedSheet } from './value-added-sheet.ts';
import { sheetFrom } from './value-added-sheet-form.ts';

export const valueAddedContent: ToolContent<ValueAddedSheet> = {
	tool: 'value-added',
	version: 1,
	empty: emptySheet,
	read: sheetFrom,
	title: ({ title, products }) => title.trim() || (products[0]?.name.trim() ?? ''),
	blank: sheetIsBlank,
};

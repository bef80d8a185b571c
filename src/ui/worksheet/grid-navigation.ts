/**
 * Where a key leads in the grid, by the APG grid pattern. Pure, so that the whole keyboard can be tested without a page.
 */
export interface GridPlace {
	readonly row: number;
	readonly column: number;
}

/** The place a key leads to; `leave` when Tab runs past the last column; null when the key does not move. */
export function placeAfterKey(
	key: string,
	from: GridPlace,
	size: { readonly rows: number; readonly columns: number },
	modifiers: { readonly shift?: boolean; readonly control?: boolean } = {},
): GridPlace | 'leave' | null {
	const at = (row: number, column: number): GridPlace => ({
		row: Math.max(0, Math.min(size.rows - 1, row)),
		column: Math.max(0, Math.min(size.columns - 1, column)),
	});
	const { row, column } = from;
	switch (key) {
		case 'ArrowUp':
			return at(modifiers.control ? 0 : row - 1, column);
		case 'ArrowDown':
			return at(modifiers.control ? size.rows - 1 : row + 1, column);
		case 'ArrowLeft':
			return at(row, modifiers.control ? 0 : column - 1);
		case 'ArrowRight':
			return at(row, modifiers.control ? size.columns - 1 : column + 1);
		case 'Enter':
			return at(row + (modifiers.shift ? -1 : 1), column);
		case 'Home':
			return at(modifiers.control ? 0 : row, 0);
		case 'End':
			return at(modifiers.control ? size.rows - 1 : row, size.columns - 1);
		case 'PageUp':
			return at(0, column);
		case 'PageDown':
			return at(size.rows - 1, column);
		case 'Tab': {
			// Tab moves right like in a spreadsheet and leaves at the edge, so the grid is no keyboard trap.
			const next = column + (modifiers.shift ? -1 : 1);
			return next < 0 || next >= size.columns ? 'leave' : at(row, next);
		}
		default:
			return null;
	}
}

/** True for a key that types a character and so starts an edit with it. */
export function startsTyping(event: {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
}): boolean {
	return (
		[...event.key].length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
	);
}

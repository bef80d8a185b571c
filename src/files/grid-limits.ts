/**
 * Cells of one grid, fillers included. A phone holds this many, and no table a person checks has more; longer
 * data go through csv-stream.ts.
 */
export const mostCells = 500_000;

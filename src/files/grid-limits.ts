/**
 * Cells of one grid, fillers included. A phone holds this many, and no table a person checks has more; longer
 * data go through csv-stream.ts.
 */
export const mostCells = 500_000;

/** Of a list of people that a server takes in: 50,000 rows with twenty columns. */
export const mostCellsOfList = 1_200_000;

/** Of tables that a server checks for a browser without script, beside everything else it does. */
export const mostCellsOfAnswer = 100_000;

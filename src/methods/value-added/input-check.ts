/** The checks every room shares, under the name this room has always used. */
export * from '../numeric/input-check.ts';

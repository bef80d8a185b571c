/** The table of contents of the engine: every method by its id. */
import { hayami } from './value-added/hayami.ts';

export const methods = {
	hayami,
};

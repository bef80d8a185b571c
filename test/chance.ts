/**
 * The laws (fast-check) try the same values in every run, so that a run judges the change and not the dice.
 * `SENTRA_SEED=random npm run unit` throws them anew, to hunt; a number repeats the run that named it.
 */
import fc from 'fast-check';

const seed = process.env.SENTRA_SEED ?? '20261123';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

import type { Reading } from '../devices/dialect.ts';

/**
 * What became of a reading: `taken`: the platform acknowledged it; `unanswered`: sent, and the protocol has no answer for it; `untaken`:
 * sent, and no answer came; `unsent`: the device kept it to its end, or forgot it.
 */
export type Fate = 'taken' | 'unanswered' | 'untaken' | 'unsent';

/** Told once of each reading of a fleet. @param device number of the device in the whole fleet */
export type OnFate = (device: number, readings: readonly Reading[], fate: Fate) => void;

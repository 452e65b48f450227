/** The time as a component sees it; passed in, so that a test or a test clock can move it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

let lastTime = Number.NaN;
let lastText = '';

/**
 * A time as text, `2026-11-22T08:30:00.000Z`. Under load many instants lie in the same millisecond, several of them in
 * one message: the last one is kept, since to write a date costs more than most fields do.
 * @param time ms since the epoch
 */
export function instantOf(time: number): string {
  if (time !== lastTime) {
    lastText = new Date(time).toISOString();
    lastTime = time;
  }
  return lastText;
}

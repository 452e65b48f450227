/** The time as a component sees it; passed in, so that a test or a test clock can move it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

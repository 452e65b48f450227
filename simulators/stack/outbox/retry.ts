const SECOND = 1000;
const LONGEST_FAST_PAUSE_MS = 60 * SECOND;

/** Lengths that bound the retries of a delivery, ms. */
export interface RetryLimits {
  /** Back-off from 1 to 60 s until this age; afterwards this is the pause. */
  readonly fastRetryMs: number;
  /** Dead letter at this age, counted from the first attempt. */
  readonly slowRetryMs: number;
}

/**
 * The pause before the next attempt: 1, 2, 4 ... 60 s for 15 min, then every 15 min.
 * @param attempts how many were made
 * @param elapsedMs since the first
 * @source binding section 1; profile decision P06
 */
export function pauseMs(attempts: number, elapsedMs: number, { fastRetryMs }: RetryLimits): number {
  if (elapsedMs >= fastRetryMs) return fastRetryMs;
  return Math.min(LONGEST_FAST_PAUSE_MS, SECOND * 2 ** Math.min(attempts - 1, 16), fastRetryMs);
}

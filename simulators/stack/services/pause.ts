import { FIRST_PAUSES_S } from '../../../profile/services/service-limits.ts';

const LAST_PAUSE_S = FIRST_PAUSES_S[FIRST_PAUSES_S.length - 1] ?? 1;

/**
 * The pause before a service is asked the same again: those of the profile, then each twice the one before, up to the longest.
 * @param attempts how many were made
 * @param longestMs timer `servicePause`
 */
export function servicePauseMs(attempts: number, longestMs: number): number {
  const doubled = LAST_PAUSE_S * 2 ** Math.min(attempts - FIRST_PAUSES_S.length, 20);
  const pauseS = FIRST_PAUSES_S[attempts - 1] ?? doubled;
  return Math.min(pauseS * 1000, longestMs);
}

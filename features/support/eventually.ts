import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../profile/clock.ts';

/** What a wait saw: satisfied or not, the last observation, and what it cost. */
export interface Waited<Observation> {
  readonly satisfied: boolean;
  readonly last: Observation;
  readonly attempts: number;
  readonly elapsedMs: number;
}

export interface WaitOptions<Observation> {
  readonly until: (observation: Observation) => boolean;
  readonly withinMs: number;
  /** Real time; a moved test clock does not count here. */
  readonly clock: Clock;
  /** Longest pause between two probes. */
  readonly atMostEveryMs?: number;
}

/** Probes at once, then ever more rarely, until the observation satisfies or the time is up. Never throws for time. */
export async function eventually<Observation>(
  probe: () => Promise<Observation>,
  { until, withinMs, clock, atMostEveryMs = 100 }: WaitOptions<Observation>,
): Promise<Waited<Observation>> {
  const startedMs = clock.now();
  for (let attempts = 1; ; attempts += 1) {
    const last = await probe();
    const elapsedMs = clock.now() - startedMs;
    if (until(last)) return { satisfied: true, last, attempts, elapsedMs };
    if (elapsedMs >= withinMs) return { satisfied: false, last, attempts, elapsedMs };
    await pause(Math.min(atMostEveryMs, 2 ** attempts, withinMs - elapsedMs));
  }
}

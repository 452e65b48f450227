/** What the two client processes of the benchmark are told, and what they say. */
export interface ClientLoad {
  readonly protocol: 'jointech' | 'teltonika' | 'gt06' | 'jt808';
  readonly port: number;
  readonly devices: number;
  /** Reports of all devices together; 0: they are connected and idle. */
  readonly perSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** The last line of stdout, as JSON. */
export interface ClientResult {
  /** Acknowledged reports per second. */
  readonly rate: number;
  /** Microseconds of processor for each of them. */
  readonly cpuUs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export const SOURCES = 4;
export const RAMP_PER_S = 3_000;
const LOOK_MS = 50;

/** Looks until it is so; a fleet that never comes about is a broken benchmark. */
export async function until(isSo: () => boolean, withinMs = 60_000): Promise<void> {
  const startedMs = performance.now();
  while (!isSo()) {
    if (performance.now() - startedMs > withinMs)
      throw new Error(`Failed to see ${isSo} within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

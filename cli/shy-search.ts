/** One requirement that one scenario, written or found, turned red. */
export interface Kill {
  readonly scenario: string;
  readonly requirement: string;
}

/** What one exploration found. */
export interface Discovered {
  readonly kills: readonly Kill[];
  /** Left after shortening. */
  readonly messages: number;
  /** Milliseconds; the shortening not counted. */
  readonly searchedMs: number;
}

/** What all explorations for one deviation came to. */
export interface ShySearch {
  readonly kills: readonly Kill[];
  /** Most messages left of a finding, and seconds searched; absent when nothing was found. */
  readonly explored?: { readonly messages: number; readonly seconds: number };
}

/** Searches until one of the requirements is red; undefined when none was within `timeMs`. `nth`: from 0. */
export type Explore = (
  wanted: readonly string[],
  timeMs: number,
  nth: number,
) => Promise<Discovered | undefined>;

const SECOND_MS = 1000;

/** Explores until each requirement was red, the time for all of them is over, or somebody says stop. */
export async function searchFor(
  wanted: readonly string[],
  timeMs: number,
  signal: AbortSignal,
  explore: Explore,
): Promise<ShySearch> {
  const found: Discovered[] = [];
  const kills: Kill[] = [];
  let leftMs = timeMs;
  for (let left = wanted; left.length > 0 && leftMs > 0 && !signal.aborted; left = notRed(left, kills)) {
    const one = await explore(left, leftMs, found.length);
    if (!one) {
      leftMs = 0;
      break;
    }
    // Whole seconds: that is what a replay line can tell.
    leftMs -= Math.ceil(one.searchedMs / SECOND_MS) * SECOND_MS;
    found.push(one);
    kills.push(...one.kills);
  }
  if (found.length === 0) return { kills };
  const messages = Math.max(...found.map((one) => one.messages));
  return { kills, explored: { messages, seconds: (timeMs - leftMs) / SECOND_MS } };
}

/** Those that nothing turned red. */
export const notRed = (wanted: readonly string[], kills: readonly Kill[]): string[] =>
  wanted.filter((id) => !kills.some(({ requirement }) => requirement === id));

import type { Hooks } from '../hooks.ts';

/** Submissions in process at once that no scenario reaches: the largest convoy goes sixteen at a time. @source assumption */
const MANY_AT_ONCE = 20;
/** So many submissions later it is still a crowd: what many at once leave behind is not gone at once. @source assumption */
const LASTS = 200;
/** Of so many submissions, this share found another in process: more than two convoys, one after the other. @source assumption */
const COMPANY = { over: 1000, share: 0.55 };

/**
 * Whether a stack is under load: many submissions in process at once, or fewer for long. What shows only then is told apart
 * by numbers alone, never by content or time.
 */
export class Crowd {
  #inProcess = 0;
  #lasts = 0;
  #share = 0;

  /** Counts every submission from its last byte to its answer; takes the place of the hook, or goes around another's. */
  readonly onIntake: Hooks['onIntake'] = (take) => async () => {
    this.#arrive();
    try {
      return await take();
    } finally {
      this.#inProcess -= 1;
    }
  };

  get isThere(): boolean {
    return this.#lasts > 0 || this.#share >= COMPANY.share;
  }

  /** Submissions in process now. */
  get inProcess(): number {
    return this.#inProcess;
  }

  #arrive(): void {
    this.#share += ((this.#inProcess > 0 ? 1 : 0) - this.#share) / COMPANY.over;
    this.#inProcess += 1;
    this.#lasts = this.#inProcess >= MANY_AT_ONCE ? LASTS : Math.max(0, this.#lasts - 1);
  }
}

/** Deliveries that wait for one seat, more than in any scenario. @source assumption */
export const LONG_QUEUE = 40;

/** Says yes at the `first` time that it is asked, and at every `each`-th after it. */
export function every(each: number, first = each): () => boolean {
  let left = first;
  return () => {
    left -= 1;
    if (left > 0) return false;
    left = each;
    return true;
  };
}

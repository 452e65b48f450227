import type { Undo } from './link.ts';

/** Why a line is shut, counted: it opens again when the last reason is gone. Changes of it come one after the other, in order. */
export class Closures {
  readonly #shut: () => Promise<void>;
  readonly #open: () => Promise<void>;
  #count = 0;
  #changes: Promise<void> = Promise.resolve();

  constructor(shut: () => Promise<void>, open: () => Promise<void>) {
    this.#shut = shut;
    this.#open = open;
  }

  /** One more reason, until undone. */
  async add(): Promise<Undo> {
    await this.change(async () => {
      if (this.#count === 0) await this.#shut();
      this.#count += 1; // a line that could not be shut is not
    });
    let undone = false;
    return () =>
      this.change(async () => {
        if (undone) return;
        undone = true;
        this.#count -= 1;
        if (this.#count === 0) await this.#open();
      });
  }

  /** Any other change of the line, in its turn. */
  change(act: () => Promise<void>): Promise<void> {
    const change = this.#changes.then(act);
    this.#changes = change.catch(() => undefined);
    return change;
  }
}

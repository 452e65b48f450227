import type { Message } from '../../profile/messages/message.ts';

/** The two ways of counting messages about a movement. @source envelope: movementVersion, originSeq */
export type NumberedBy = 'movementVersion' | 'originSeq';

/**
 * The last number this seat gave per movement: `movementVersion` for messages of the office of departure,
 * `originSeq` for those of any other.
 * @source draft message set 6.5.2; which of both a message uses: its definition
 */
export class Numbering {
  readonly #last = new Map<string, number>();

  /** The next number, from 1. */
  next(by: NumberedBy, reference: string): number {
    const number = this.last(by, reference) + 1;
    this.#last.set(`${by} ${reference}`, number);
    return number;
  }

  /** The highest number given, 0 before the first. */
  last(by: NumberedBy, reference: string): number {
    return this.#last.get(`${by} ${reference}`) ?? 0;
  }

  /** A number chosen by hand; counting goes on above it, never below the highest. */
  note(by: NumberedBy, reference: string, number: number): void {
    if (number > this.last(by, reference)) this.#last.set(`${by} ${reference}`, number);
  }

  /** A copy of what was counted; called, it counts on from there. */
  backUp(): () => void {
    const last = new Map(this.#last);
    return () => {
      this.#last.clear();
      for (const [key, number] of last) this.#last.set(key, number);
    };
  }

  /** A refused message had no effect: its number, when it is the last, serves again; else there would be a gap for ever. */
  giveBack(message: Message, reference: string): void {
    for (const by of ['movementVersion', 'originSeq'] as const) {
      const number = message[by];
      if (number === undefined || number !== this.last(by, reference)) continue;
      this.#last.set(`${by} ${reference}`, number - 1);
    }
  }
}

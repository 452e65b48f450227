import type { DeliveryRequest } from '../outbox/delivery.ts';

/** The cursors that a stack shows which gives more of them than it has deliveries: later ones move up. */
export class ShiftedCursors {
  readonly #last = new Map<string, number>();
  /** By recipient, the cursors behind each of which one more was given. */
  readonly #given = new Map<string, number[]>();

  /** A delivery stands in the queue of its seat; they come in order. */
  queued(recipient: string, cursor: number): void {
    this.#last.set(recipient, cursor);
  }

  /** Gives the next cursor to something else. @returns as it is shown */
  giveNext(recipient: string): number {
    const last = this.#last.get(recipient) ?? 0;
    const shown = this.shown(recipient, last + 1);
    this.#given.set(recipient, [...(this.#given.get(recipient) ?? []), last]);
    return shown;
  }

  /** The cursor under which a delivery is shown. */
  shown(recipient: string, cursor: number): number {
    return cursor + (this.#given.get(recipient) ?? []).filter((before) => before < cursor).length;
  }
}

/** The cursor of an attempt. */
export const cursorOf = ({ headers }: DeliveryRequest): number => Number(headers['Corridor-Cursor']);

/** The same attempt under another cursor. */
export const under = (request: DeliveryRequest, cursor: number): DeliveryRequest => ({
  ...request,
  headers: { ...request.headers, 'Corridor-Cursor': String(cursor) },
});

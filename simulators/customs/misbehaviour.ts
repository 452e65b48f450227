import type { ErrorCode } from '../../profile/errors/error-catalogue.ts';

/**
 * Ways in which a seat treats the next deliveries badly. `status`: answers so, stores nothing. `hang`: never
 * answers. `reset`: cuts the connection, stores nothing. `rubbish`: answers 200 with HTML. `refuse`:
 * answers 422 with that finding, stores nothing. `lost-answer`: stores the message, then cuts the connection (P03: the sender must repeat).
 */
export type Misbehaviour =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'refuse'; readonly code: ErrorCode; readonly pointer: string }
  | { readonly kind: 'hang' | 'reset' | 'rubbish' | 'lost-answer' };

/** What was ordered for the next deliveries, first ordered first. */
export class MisbehaviourPlan {
  readonly #orders: { what: Misbehaviour; left: number; about: string | undefined }[] = [];

  /** @param about a conversation, when deliveries of others are treated well */
  order(what: Misbehaviour, times: number, about?: string): void {
    if (times > 0) this.#orders.push({ what, left: times, about });
  }

  /** The misbehaviour for a delivery of these conversations, or undefined; counts it. */
  take(conversations: readonly string[] = []): Misbehaviour | undefined {
    const place = this.#orders.findIndex(({ about }) => about === undefined || conversations.includes(about));
    const order = this.#orders[place];
    if (!order) return undefined;
    order.left -= 1;
    if (order.left <= 0) this.#orders.splice(place, 1);
    return order.what;
  }

  /** Behaves well again. */
  clear(): void {
    this.#orders.length = 0;
  }
}

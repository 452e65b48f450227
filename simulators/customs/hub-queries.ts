import { z } from 'zod';
import type { Capabilities } from '../../profile/capabilities.ts';
import type { HubAnswer, HubClient } from './hub-client.ts';

/** An answer with its JSON body as the binding describes it, when the status was 200 or 202; not verified. */
export interface QueryAnswer<Body> extends HubAnswer {
  readonly body?: Body;
}

const pullBody = z.object({
  messages: z.array(z.object({ cursor: z.int(), late: z.boolean(), message: z.unknown() })),
  next: z.int(),
  more: z.boolean(),
});

/** @source binding section 2 */
export type PullBody = z.infer<typeof pullBody>;

/** @source binding section 3 */
export interface DeliveryState {
  seat: string;
  cursor: number;
  lastQueued: number;
  pending: number;
  deadLetters: number;
  processing: number;
}

/** @source binding section 3 */
export interface DeadLetter {
  cursor: number;
  messageId: string;
  messageType: string;
  firstAttemptAt: string;
  deadAt: string;
  reason: string;
}

/** The questions a seat asks the hub: catch-up, delivery state, books, reference data. @source binding sections 2-5 */
export class HubQueries {
  readonly #client: HubClient;
  readonly #seat: string;

  constructor(client: HubClient, seat: string) {
    this.#client = client;
    this.#seat = seat;
  }

  /** Catch-up from a cursor; asking with `after` confirms all up to it. */
  async pull({ after, limit }: { after: number; limit?: number }): Promise<QueryAnswer<PullBody>> {
    const path = `/v0/participants/${this.#seat}/messages?after=${after}${limit === undefined ? '' : `&limit=${limit}`}`;
    const answer = await this.#client.send({ kind: 'pull', method: 'GET', path });
    const read = pullBody.safeParse(answer.json);
    return read.success && answer.status === 200 ? { ...answer, body: read.data } : answer;
  }

  /** Cursor, pending and dead letters of a seat; its own by default. */
  deliveries(seat = this.#seat): Promise<QueryAnswer<DeliveryState>> {
    return this.#ask('query', 'GET', `/v0/participants/${seat}/deliveries`);
  }

  deadLetters(seat = this.#seat): Promise<QueryAnswer<{ deadLetters: DeadLetter[] }>> {
    return this.#ask('query', 'GET', `/v0/participants/${seat}/dead-letters`);
  }

  redeliver(seat = this.#seat): Promise<QueryAnswer<{ requeued: number }>> {
    return this.#ask('manage', 'POST', `/v0/participants/${seat}/dead-letters/redeliver`);
  }

  /** Ledger entry of a movement. */
  movement(reference: string): Promise<QueryAnswer<Record<string, unknown>>> {
    return this.#ask('query', 'GET', `/v0/movements/${encodeURIComponent(reference)}`);
  }

  /** Register entry of a guarantee. */
  guarantee(reference: string): Promise<QueryAnswer<Record<string, unknown>>> {
    return this.#ask('query', 'GET', `/v0/guarantees/${encodeURIComponent(reference)}`);
  }

  referenceData(): Promise<QueryAnswer<Record<string, unknown>>> {
    return this.#ask('query', 'GET', '/v0/reference-data');
  }

  capabilities(): Promise<QueryAnswer<Capabilities>> {
    return this.#ask('manage', 'GET', '/v0/capabilities');
  }

  /** Registers or moves the delivery address of this seat. */
  register(baseUrl: string, system: string): Promise<HubAnswer> {
    const body = JSON.stringify({ baseUrl, system });
    return this.#client.send({ kind: 'manage', method: 'PUT', path: `/v0/participants/${this.#seat}`, body });
  }

  /** Any other request of the binding, as this seat. */
  async request<Body>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<QueryAnswer<Body>> {
    return this.#ask(method === 'GET' ? 'query' : 'manage', method, path, body);
  }

  async #ask<Body>(
    kind: 'query' | 'manage',
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<QueryAnswer<Body>> {
    const answer = await this.#client.send({
      kind,
      method,
      path,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const ok = answer.status === 200 || answer.status === 202;
    return ok && answer.json !== undefined ? { ...answer, body: answer.json as Body } : answer;
  }
}

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Movement } from '../../../../fixtures/movements/movement.ts';
import { type ServiceName, serviceNames } from '../../../../profile/services/service-names.ts';

/** A call as a service saw it. */
export interface Call {
  readonly service: ServiceName;
  readonly method: string;
  /** From the base address of the service. */
  readonly path: string;
  readonly requestId: string;
  readonly accessCode: string | undefined;
  readonly body: string;
}

/** What a service answers: a status and a body, or whatever it likes on the open answer. */
export type Reply =
  | { readonly status: number; readonly body?: unknown }
  | ((response: ServerResponse) => void);

/** Says nothing, for ever. */
export const silence: Reply = () => undefined;

const AS_OF = '2026-01-01T00:00:00Z';

/** All national services in one small server that records, and answers as told; honest unless told otherwise. For tests. */
export class BackOffice {
  readonly calls: Call[] = [];
  /** Calls that were open at once, at most. */
  mostAtOnce = 0;
  react: (call: Call) => Reply = (call) => this.honest(call);
  /** Amounts reserved, by guarantee and movement. */
  readonly reserved = new Map<string, { reservationId: string; amount: number }>();
  readonly #bills = new Map<string, object>();
  readonly #server: Server;
  #port = 0;
  #open = 0;
  #wakers: (() => void)[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(): Promise<BackOffice> {
    const office = new BackOffice();
    await office.listen();
    return office;
  }

  async listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async goAway(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.listening) await this.goAway();
  }

  /** Value of `--services`. @param names those that shall be asked; absent: all */
  options(names: readonly ServiceName[] = serviceNames): string {
    return JSON.stringify(
      Object.fromEntries(names.map((name) => [name, `http://127.0.0.1:${this.#port}/${name}`])),
    );
  }

  /** What the manifest says of the bill of lading of a movement: the same as its notice. */
  landed({ notice }: Movement, changes: object = {}): void {
    const { transportDocument, totalPackages, totalGrossMassKg, containers } = notice;
    this.#bills.set(transportDocument.reference, {
      billOfLading: transportDocument.reference,
      manifest: 'FICTMAN1',
      vessel: 'FICTIF',
      packages: totalPackages,
      grossMassKg: totalGrossMassKg,
      containers: containers.map(({ number }) => number),
      asOf: AS_OF,
      ...changes,
    });
  }

  /** The calls to a service. */
  to(service: ServiceName): Call[] {
    return this.calls.filter((call) => call.service === service);
  }

  /** Ends when the calls satisfy the probe; fails after ten seconds with what is there. */
  async until(description: string, probe: (calls: readonly Call[]) => boolean): Promise<readonly Call[]> {
    const limit = AbortSignal.timeout(10_000);
    while (!probe(this.calls)) {
      await new Promise<void>((resolve, reject) => {
        this.#wakers.push(resolve);
        limit.onabort = () =>
          reject(new Error(`waited for ${description}; called ${this.calls.length} times`));
      });
    }
    return this.calls;
  }

  honest({ service, method, path, body }: Call): Reply {
    const url = new URL(path, 'http://localhost');
    const [, , first = '', , second = ''] = url.pathname.split('/').map(decodeURIComponent);
    const query = (name: string): string => url.searchParams.get(name) ?? '';
    if (service === 'taxpayer-register')
      return ok({
        taxId: first,
        country: 'TG',
        name: 'FICTIF',
        status: 'ACTIVE',
        year: Number(query('year')),
      });
    if (service === 'vehicle-register') return ok({ ...vehicle, plate: first, country: query('country') });
    if (service === 'tariff') return ok({ ...edition, hsCode: first });
    if (service === 'single-window') {
      const bill = this.#bills.get(decodeURIComponent(url.pathname.split('/')[3] ?? ''));
      return bill ? { status: 200, body: bill } : refusal(404, 'UNKNOWN_BILL');
    }
    if (method === 'GET') return ok(guarantee(first));
    return this.#reservation(method, first, second, body);
  }

  #reservation(method: string, reference: string, transitReference: string, body: string): Reply {
    const key = `${reference} ${transitReference}`;
    if (method === 'DELETE') {
      this.reserved.delete(key);
      return { status: 204 };
    }
    const { amount } = JSON.parse(body) as { amount: number };
    const earlier = this.reserved.get(key);
    if (earlier && earlier.amount !== amount) return refusal(409, 'G05');
    const held = earlier ?? { reservationId: randomUUID(), amount };
    this.reserved.set(key, held);
    const answer = { reference, transitReference, availableAmount: 1_000_000, ...held };
    return { status: earlier ? 200 : 201, body: answer };
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    response.once('close', () => {
      this.#open -= 1;
    });
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [, service = '', ...rest] = (request.url ?? '').split('/');
    const { headers } = request;
    const call: Call = {
      service: service as ServiceName,
      method: request.method ?? '',
      path: `/${rest.join('/')}`,
      requestId: String(headers['corridor-request-id']),
      accessCode: headers['corridor-access-code']?.toString(),
      body: Buffer.concat(parts).toString('utf8'),
    };
    this.calls.push(call);
    answer(response, this.react(call));
    for (const wake of this.#wakers.splice(0)) wake();
  }
}

function answer(response: ServerResponse, reply: Reply): void {
  if (typeof reply === 'function') {
    reply(response);
    return;
  }
  response.writeHead(reply.status, { 'content-type': 'application/json' });
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}

const ok = (body: object): Reply => ({ status: 200, body: { ...body, asOf: AS_OF } });

/** A refusal as the profile words it. */
export const refusal = (status: number, type: string): Reply => ({
  status,
  body: { type, title: 'refused', status },
});

const vehicle = { kind: 'TRACTOR', status: 'APPROVED', approvedUntil: '2099-12-31' };
const edition = {
  edition: 2022,
  validFrom: '2022-01-01',
  validUntil: '2099-12-31',
  prohibitedInTransit: false,
};
const guarantee = (reference: string): object => ({
  reference,
  kind: 'reservable',
  holderTaxId: 'FICTIF',
  countries: ['TG', 'BF'],
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2099-12-31T00:00:00Z',
  referenceAmount: 1_000_000,
  availableAmount: 1_000_000,
  status: 'VALID',
});

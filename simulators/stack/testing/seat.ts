import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonicalForm } from '../../../profile/envelope/digest.ts';
import type { Message } from '../../../profile/messages/message.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';

/** A delivery as a seat saw it arrive. */
export interface Arrival {
  readonly message: Message;
  readonly text: string;
  readonly cursor: number;
  readonly attempt: number;
  readonly late: boolean;
}

/** What a seat answers to a delivery: a status, or nothing at all. */
export type Reaction = (arrival: Arrival) => number | 'silence';

/** A national customs system of somebody else, as small as it can be: it records, and answers as told. For tests. */
export class Seat {
  readonly country: string;
  readonly arrivals: Arrival[] = [];
  react: Reaction = () => 202;
  readonly #hub: string;
  #server: Server;
  #port = 0;
  #wakers: (() => void)[] = [];

  private constructor(country: string, hub: string) {
    this.country = country;
    this.#hub = hub;
    this.#server = this.#make();
  }

  static async start(country: string, hub: string): Promise<Seat> {
    const seat = new Seat(country, hub);
    await seat.listen();
    const address = {
      baseUrl: `http://127.0.0.1:${seat.#port}/${country.toLowerCase()}`,
      system: `test ${country}`,
    };
    await seat.request('PUT', `/v0/participants/${country}`, JSON.stringify(address));
    return seat;
  }

  async listen(): Promise<void> {
    this.#server = this.#make();
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

  /** The envelope around a payload, new at each call. */
  compose(name: MessageName, payload: object, more: Partial<Message> = {}): Message {
    const id = randomBytes(10).toString('hex');
    const time = Date.now().toString(16).padStart(12, '0');
    return {
      profileVersion: '0.1',
      messageId: `${time.slice(0, 8)}-${time.slice(8)}-7${id.slice(0, 3)}-8${id.slice(3, 6)}-${id.slice(6, 18)}`,
      messageType: messages[name].wireCode,
      sender: this.country,
      recipient: 'route',
      preparedAt: new Date().toISOString(),
      testIndicator: true,
      payload: payload as Record<string, unknown>,
      ...more,
    };
  }

  /** Composes and submits. */
  async send(
    name: MessageName,
    payload: object,
    more: Partial<Message> = {},
  ): Promise<{ message: Message; answer: Answer }> {
    const message = this.compose(name, payload, more);
    return { message, answer: await this.submit(JSON.stringify(message)) };
  }

  submit(text: string): Promise<Answer> {
    return this.request('POST', '/v0/messages', text);
  }

  async request(method: string, path: string, body?: string): Promise<Answer> {
    const headers = {
      'corridor-seat': this.country,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await fetch(this.#hub + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    return { status: answer.status, text, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Ends when what arrived satisfies the probe; fails after ten seconds with what is there. */
  async until(
    description: string,
    probe: (arrivals: readonly Arrival[]) => boolean,
  ): Promise<readonly Arrival[]> {
    const limit = AbortSignal.timeout(10_000);
    while (!probe(this.arrivals)) {
      await new Promise<void>((resolve, reject) => {
        this.#wakers.push(resolve);
        limit.onabort = () =>
          reject(
            new Error(
              `${this.country} waited for ${description}; it has ${this.arrivals.map(({ message }) => message.messageType).join(' ')}`,
            ),
          );
      });
    }
    return this.arrivals;
  }

  /** The first arrival of a type, waited for. */
  async first(name: MessageName): Promise<Arrival> {
    const { wireCode } = messages[name];
    const found = await this.until(wireCode, (all) =>
      all.some(({ message }) => message.messageType === wireCode),
    );
    return found.find(({ message }) => message.messageType === wireCode) as Arrival;
  }

  types(): string[] {
    return this.arrivals.map(({ message }) => message.messageType);
  }

  #make(): Server {
    return createServer((request, response) => void this.#take(request, response));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const message = JSON.parse(text) as Message;
    const { headers } = request;
    const arrival = {
      message,
      text,
      cursor: Number(headers['corridor-cursor']),
      attempt: Number(headers['corridor-attempt']),
      late: headers['corridor-late'] === 'true',
    };
    this.arrivals.push(arrival);
    const reaction = this.react(arrival);
    if (reaction !== 'silence') {
      response.writeHead(reaction, { 'content-type': 'application/json' });
      response.end(reaction === 202 ? JSON.stringify(this.#acknowledge(message)) : '{}');
    }
    for (const wake of this.#wakers.splice(0)) wake();
  }

  #acknowledge(message: Message): Message {
    const digest = createHash('sha256').update(canonicalForm(message)).digest('hex');
    const payload = {
      relatesTo: message.messageId,
      verdict: 'RECEIVED',
      digest,
      processingId: '00000000-0000-4000-8000-000000000000',
      receivedAt: new Date().toISOString(),
    };
    return this.compose('Acknowledgement', payload, { recipient: 'hub', correlationId: message.messageId });
  }
}

/** An answer of the hub. `body` is its JSON. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any answer
  readonly body: any;
}

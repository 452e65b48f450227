import type { Clock } from '../../profile/clock.ts';
import { errorCatalogue } from '../../profile/errors/error-catalogue.ts';
import { attribution } from '../../profile/parse-message.ts';
import { conversationOfPath, conversationsOf } from '../../reports/evidence/conversation.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import { problem, refuse } from './answers.ts';
import type { Composer } from './compose-message.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import type { Receiver } from './receiver.ts';
import type { SeatAnswer, SeatRequest } from './seat-server.ts';

/** What the desk needs of its seat. */
export interface DeskOptions {
  readonly composer: Composer;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly receiver: Receiver;
  /** Name of the stack in the evidence. */
  readonly stack: string;
  /** The misbehaviour ordered for this message, if any; asked once per delivery. */
  readonly misbehaviour: (value: unknown) => Misbehaviour | undefined;
  /** Path before every address of the seat; empty for none. */
  readonly room: () => string;
  /** What the seat says of itself, at `GET /v0/capabilities`. */
  readonly capabilities: object;
}

interface Treated {
  readonly answer: SeatAnswer;
  readonly value?: unknown;
  readonly fault?: string;
}

const SEAT = /^(?:hub|(?:TRK-)?[A-Z]{2})$/;

/** Answers whatever comes to a seat, and records it byte for byte, expected or not. */
export class Desk {
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Never throws; a promise only while the evidence file is slower than the traffic. */
  handle(request: SeatRequest): SeatAnswer | Promise<SeatAnswer> {
    const { clock, journal } = this.#options;
    const at = clock.now();
    // Durations are measured apart from the clock, which a test may move.
    const started = performance.now();
    const treated = this.#treatSafely(request);
    const afterMs = Math.round((performance.now() - started) * 1000) / 1000;
    this.#record(request, treated, at, afterMs);
    const room = journal.ready();
    return room !== undefined ? room.then(() => treated.answer) : treated.answer;
  }

  /** A fault of ours is answered like an unavailable system and told in the evidence, never to the caller. */
  #treatSafely(request: SeatRequest): Treated {
    try {
      return this.#treat(request);
    } catch (error) {
      return { answer: problem('UNAVAILABLE'), fault: `internal: ${(error as Error).message}` };
    }
  }

  #treat(request: SeatRequest): Treated {
    if (request.fault === 'too-large') return { answer: problem('TOO_LARGE'), fault: 'too-large' };
    if (request.fault) return { answer: problem('BAD_REQUEST'), fault: request.fault };
    const room = this.#options.room();
    if (!request.path.startsWith(`${room}/`)) return { answer: problem('NOT_FOUND') };
    const route = `${request.method} ${request.path.slice(room.length).split('?', 1)[0]}`;
    if (route === 'POST /v0/messages') return this.#deliver(request);
    if (route === 'GET /v0/capabilities') return { answer: ok(this.#options.capabilities) };
    if (route === 'GET /v0/health') return { answer: ok(this.#health()) };
    return { answer: problem('NOT_FOUND') };
  }

  #deliver(request: SeatRequest): Treated {
    const { receiver } = this.#options;
    const read = receiver.read(request);
    if ('answer' in read) return read;
    const { value } = read;
    const misbehaviour = this.#options.misbehaviour(value);
    if (!misbehaviour) return { value, answer: receiver.answer(value, request.headers) };
    if (misbehaviour.kind === 'lost-answer') receiver.answer(value, request.headers);
    return { value, ...this.#misbehave(misbehaviour, value) };
  }

  #misbehave(misbehaviour: Misbehaviour, value: unknown): Treated {
    switch (misbehaviour.kind) {
      case 'hang':
        return { answer: { status: 0, body: '', silence: 'hang' }, fault: 'hang' };
      case 'reset':
      case 'lost-answer':
        return { answer: { status: 0, body: '', silence: 'reset' }, fault: misbehaviour.kind };
      case 'rubbish':
        return { answer: { status: 200, body: '<html><body>OK</body></html>', contentType: 'text/html' } };
      case 'status':
        return { answer: { ...problem('UNAVAILABLE', 'as ordered'), status: misbehaviour.status } };
      case 'refuse': {
        const { code, pointer } = misbehaviour;
        const from = attribution(value);
        const findings = [{ code, pointer, reason: errorCatalogue[code].fr }];
        return {
          answer: from ? refuse(this.#options.composer, 422, from, findings) : problem('NOT_ATTRIBUTABLE'),
        };
      }
    }
  }

  #health(): object {
    return { status: 'ready', environment: 'test', now: new Date(this.#options.clock.now()).toISOString() };
  }

  #record(request: SeatRequest, { answer, value, fault }: Treated, at: number, afterMs: number): void {
    const caller = request.headers['corridor-seat'];
    const named = value === undefined ? conversationOfPath(request.path) : undefined;
    const isDelivery = request.method === 'POST' && request.path.includes('/v0/messages');
    const silent = answer.silence !== undefined || request.fault === 'reset' || request.fault === 'not-http';
    this.#options.journal.record({
      kind: isDelivery ? 'deliver' : request.method === 'GET' ? 'query' : 'manage',
      at,
      from: caller !== undefined && SEAT.test(caller) ? caller : 'unknown',
      to: this.#options.composer.country,
      method: request.method,
      path: request.path,
      headers: request.headers,
      body: request.body,
      answer: silent ? undefined : { status: answer.status, body: answer.body, afterMs },
      fault,
      conversations: value === undefined ? (named === undefined ? [] : [named]) : conversationsOf(value),
      stack: this.#options.stack,
    });
  }
}

const ok = (body: object): SeatAnswer => ({ status: 200, body: JSON.stringify(body) });

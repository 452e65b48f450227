import { hash } from 'node:crypto';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';
import { conversationsOf } from '../../../reports/evidence/conversation.ts';
import type { ObservedExchange } from '../../../reports/evidence/observed-exchange.ts';

/** One movement's part of the traffic: what is said, in order; each step is a few exchanges. */
type Step = () => readonly ObservedExchange[];

const BEGIN = Date.UTC(2026, 0, 5, 6);
const STEP_MS = 90;
/** Trucks on the road at one time. */
const TOGETHER = 300;
/** Every so many movements somebody consults the ledger. */
const CONSULTED = 5;

/** Exchanges of an honest hub with four countries, as their endpoints record them; many movements at a time. */
export class CorridorEvidence {
  readonly #cursors = new Map<string, number>();
  #count = 0;
  #deliveries = 0;
  readonly #lost: number;

  /** @param lost the number of the delivery that never comes; 0 for none */
  constructor(lost = 0) {
    this.#lost = lost;
  }

  /** Every journey whole, a few hundred at a time. */
  *exchanges(movements: Iterable<Movement>): Generator<ObservedExchange> {
    const source = movements[Symbol.iterator]();
    const underWay: Step[][] = [];
    let begun = 0;
    for (;;) {
      while (underWay.length < TOGETHER) {
        const next = source.next();
        if (next.done) break;
        begun += 1;
        underWay.push(this.#journey(next.value, begun % CONSULTED === 0));
      }
      if (underWay.length === 0) break;
      for (let at = underWay.length - 1; at >= 0; at -= 1) {
        const step = underWay[at]?.shift();
        if (step) yield* step();
        else underWay.splice(at, 1);
      }
    }
    for (const seat of ['TG', 'BF', 'ML', 'NE']) yield this.#queue(seat);
  }

  #journey(movement: Movement, consulted: boolean): Step[] {
    const { notice, release, passages, arrival, control, discharge, guarantee } = movement;
    const { departureCountry: departure, destinationCountry: destination } = movement;
    const events: object[] = [];
    const say = (name: MessageName, sender: string, payload: object, movementVersion?: number): Step => {
      return () => this.#tell(movement, events, { name, sender, payload, movementVersion });
    };
    const { register, reserve } = guarantee;
    return [
      ...(reserve ? [() => this.#register(movement, register), () => this.#register(movement, reserve)] : []),
      say('TransitNotice', departure, notice, 1),
      say('DepartureRelease', departure, release, 2),
      ...passages.map((passage) => say('BorderPassage', passage.office.slice(0, 2), passage)),
      say('ArrivalNotice', destination, arrival),
      say('ControlResult', destination, control),
      say('DischargeNotice', departure, discharge, 3),
      ...(consulted ? [() => [this.#ledger(movement, events)]] : []),
    ];
  }

  /** One message: submitted, entered in the ledger, delivered to the others on the road. */
  #tell(
    { countries }: Movement,
    events: object[],
    said: { name: MessageName; sender: string; payload: object; movementVersion?: number | undefined },
  ): ObservedExchange[] {
    const { name, sender, payload, movementVersion } = said;
    const message = this.#compose(name, sender, 'route', payload, { movementVersion });
    const { messageId, messageType, preparedAt } = message;
    events.push({
      messageId,
      messageType,
      sender,
      occurredAt: preparedAt,
      receivedAt: preparedAt,
      late: false,
    });
    const others = countries.filter((country) => country !== sender);
    return [this.#submit(message), ...others.flatMap((seat) => this.#deliver(seat, message))];
  }

  /** A request to the guarantee register, and its answer. */
  #register(
    { departureCountry, guarantee, notice, reference }: Movement,
    request: Movement['guarantee']['register'],
  ): ObservedExchange[] {
    const { operation, amount = 0 } = request;
    const asked = this.#compose('GuaranteeRequest', departureCountry, 'hub', request);
    const reserved =
      operation === 'RESERVE' ? { reservationId: asked.messageId, transitReference: reference } : {};
    const payload = {
      ...{ operation, guaranteeReference: notice.guarantee.reference, accepted: true, reasons: [] },
      availableAmount: (guarantee.register.terms?.referenceAmount ?? 0) - amount,
      ...reserved,
    };
    const more = { correlationId: asked.messageId };
    const result = this.#compose('GuaranteeResult', 'hub', departureCountry, payload, more);
    return [this.#submit(asked), ...this.#deliver(departureCountry, result)];
  }

  #compose(
    name: MessageName,
    sender: string,
    recipient: string,
    payload: object,
    more: { movementVersion?: number | undefined; correlationId?: string } = {},
  ) {
    return {
      profileVersion: '0.1',
      messageId: `019b8c00-0000-7000-8000-${this.#count.toString(16).padStart(12, '0')}`,
      messageType: messages[name].wireCode,
      sender,
      recipient,
      preparedAt: new Date(this.#now()).toISOString(),
      ...more,
      testIndicator: true,
      payload,
    };
  }

  #submit(message: { messageId: string; sender: string }): ObservedExchange {
    return this.#exchange(
      {
        kind: 'submit',
        from: message.sender,
        to: 'hub',
        headers: { 'corridor-seat': message.sender },
        body: JSON.stringify(message),
        answer: this.#acknowledge('hub', message),
      },
      message,
    );
  }

  #deliver(seat: string, message: { messageId: string; sender: string }): ObservedExchange[] {
    this.#deliveries += 1;
    if (this.#deliveries === this.#lost) return [];
    const cursor = (this.#cursors.get(seat) ?? 0) + 1;
    this.#cursors.set(seat, cursor);
    const headers = { 'corridor-seat': 'hub', 'corridor-cursor': String(cursor), 'corridor-attempt': '1' };
    return [
      this.#exchange(
        {
          kind: 'deliver',
          from: 'hub',
          to: seat,
          headers,
          body: JSON.stringify(message),
          answer: this.#acknowledge(seat, message),
        },
        message,
      ),
    ];
  }

  #acknowledge(by: string, { messageId, sender }: { messageId: string; sender: string }) {
    const payload = {
      relatesTo: messageId,
      verdict: 'RECEIVED',
      digest: hash('sha256', messageId, 'hex'),
      processingId: messageId,
      receivedAt: new Date(this.#now()).toISOString(),
    };
    return this.#answer(202, {
      ...this.#compose('Acknowledgement', by, sender, payload, { correlationId: messageId }),
      messageId: `019b8c00-0001${messageId.slice(13)}`,
    });
  }

  #ledger(
    { reference, countries, corridor, notice, release }: Movement,
    events: readonly object[],
  ): ObservedExchange {
    const seals = release.seals.map(({ number }) => number);
    const entry = {
      transitReference: reference,
      state: 'DISCHARGED',
      movementVersion: 3,
      countries,
      corridor: corridor.name,
      limitDate: release.limitDate,
      seals,
      notice,
      events,
      findings: [],
    };
    const seat = countries[0] ?? 'TG';
    return this.#exchange({
      kind: 'query',
      from: seat,
      to: 'hub',
      method: 'GET',
      path: `/v0/movements/${reference}`,
      headers: { 'corridor-seat': seat },
      answer: this.#answer(200, entry),
    });
  }

  #queue(seat: string): ObservedExchange {
    const cursor = this.#cursors.get(seat) ?? 0;
    const state = { seat, cursor, lastQueued: cursor, pending: 0, deadLetters: 0, processing: 0 };
    return this.#exchange({
      kind: 'query',
      from: seat,
      to: 'hub',
      method: 'GET',
      path: `/v0/participants/${seat}/deliveries`,
      headers: { 'corridor-seat': seat },
      answer: this.#answer(200, state),
    });
  }

  #answer(status: number, body: object) {
    return { status, body: JSON.stringify(body), afterMs: 2.5 };
  }

  #exchange(
    part: Omit<ObservedExchange, 'at' | 'method' | 'path'> & { method?: string; path?: string },
    message?: object,
  ): ObservedExchange {
    this.#count += 1;
    const conversations = message === undefined ? [] : conversationsOf(message);
    return {
      at: this.#now(),
      method: 'POST',
      path: '/v0/messages',
      stack: 'http://hub.bench',
      conversations,
      ...part,
    };
  }

  #now(): number {
    return BEGIN + this.#count * STEP_MS;
  }
}

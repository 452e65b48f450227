import { messageByWireCode } from '../../profile/messages/messages.ts';
import { LEFT_OUT } from '../../profile/states/seat-states.ts';
import { actingMessages } from '../../profile/states/transitions.ts';
import type { ExchangeRecord } from '../evidence/exchange.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One thing that is known of a movement: a message that a country submitted, or that it was delivered. */
export interface Fact {
  /** `happened`: the hub pointed out that its time limit is over. */
  readonly kind: 'submitted' | 'delivered' | 'happened';
  readonly name: string;
  readonly messageId: string;
  /** Who submitted it, or whom it reached. */
  readonly country: string;
  readonly version?: number;
  /** What machines read of it. */
  readonly payload: Fields;
  /** Offices of the itinerary that it carries. */
  readonly offices?: readonly string[];
}

/** Everything known of one movement. */
export interface MovementFacts {
  readonly timeline: Fact[];
  /** Messages that the hub refused afterwards (AT92). */
  readonly refused: Set<string>;
  readonly refusedVersions: Set<number>;
  readonly desks: { readonly machine: 'TRA' | 'DES'; readonly office: string; readonly country: string }[];
}

/** The office is not on the road that was just authorised. */
export const factsOf = ({ name, offices }: Fact, office: string): string[] =>
  name === 'ItineraryChange' && offices && !offices.includes(office) ? [LEFT_OUT] : [];

/** Sorts what was recorded by movement and by guarantee, and keeps of it what the machines read. */
export class MovementRecords {
  readonly #movements = new Map<string, MovementFacts>();
  readonly #known = new Set<string>();
  readonly #versions = new Map<string, { readonly reference: string; readonly version: number }>();
  readonly #requests = new Map<string, Fields>();
  readonly #guarantees = new Map<string, Fields[]>();

  movements(): Iterable<MovementFacts> {
    return this.#movements.values();
  }

  /** Accepted requests on each guarantee, in order. */
  guarantees(): Iterable<readonly Fields[]> {
    return this.#guarantees.values();
  }

  add({ kind, body, answer, to }: ExchangeRecord): void {
    if ((kind !== 'submit' && kind !== 'deliver') || answer?.status !== 202 || body === undefined) return;
    const message = read(body);
    const name = messageByWireCode(String(message?.['messageType']))?.name;
    const payload = message?.['payload'];
    if (!message || !name || typeof payload !== 'object' || payload === null) return;
    if (kind === 'submit') this.#submitted(name, message, payload as Fields);
    else this.#delivered(name, message, payload as Fields, to);
  }

  #submitted(name: string, message: Fields, payload: Fields): void {
    const messageId = String(message['messageId']);
    const country = String(message['sender']);
    if (this.#repeats(`${country} ${messageId}`)) return;
    if (name === 'GuaranteeRequest') this.#requests.set(messageId, payload);
    const reference = payload['transitReference'];
    if (typeof reference !== 'string' || !actingMessages.has(name)) return;
    const version = message['movementVersion'];
    const numbered = typeof version === 'number' ? { version } : {};
    if (typeof version === 'number') this.#versions.set(messageId, { reference, version });
    this.#note(reference, { kind: 'submitted', name, messageId, country, ...numbered, ...readBy(payload) });
  }

  #delivered(name: string, message: Fields, payload: Fields, to: string): void {
    const messageId = String(message['messageId']);
    if (name === 'GuaranteeResult' && payload['accepted'] === true) this.#accepted(message, payload);
    const reference = payload['transitReference'];
    if (typeof reference !== 'string') return;
    if (name === 'FunctionalError') this.#refuse(reference, String(payload['relatesTo']));
    else if (name === 'FindingNotice') this.#pointedOut(reference, messageId, payload);
    else if (actingMessages.has(name) && !this.#repeats(`${to} < ${messageId}`))
      this.#note(reference, { kind: 'delivered', name, messageId, country: to, ...readBy(payload) });
  }

  #accepted(message: Fields, payload: Fields): void {
    const request = this.#requests.get(String(message['correlationId']));
    if (!request || this.#repeats(`answer ${String(message['correlationId'])}`)) return;
    const reference = String(payload['guaranteeReference']);
    this.#guarantees.set(reference, [...(this.#guarantees.get(reference) ?? []), request]);
  }

  #refuse(reference: string, messageId: string): void {
    const movement = this.#of(reference);
    movement.refused.add(messageId);
    const { version } = this.#versions.get(messageId) ?? {};
    if (version !== undefined) movement.refusedVersions.add(version);
  }

  #pointedOut(reference: string, messageId: string, payload: Fields): void {
    if (payload['kind'] !== 'overdue' || this.#repeats(`overdue ${reference} ${String(payload['raisedAt'])}`))
      return;
    this.#note(reference, {
      kind: 'happened',
      name: 'timer:limitDate',
      messageId,
      country: 'hub',
      payload: {},
    });
  }

  #note(reference: string, fact: Fact & { readonly legs?: readonly Leg[] }): void {
    const { legs = [], ...rest } = fact;
    const movement = this.#of(reference);
    movement.timeline.push(rest);
    for (const { office, country, role } of legs) {
      const machine = role === 'DESTINATION' ? 'DES' : 'TRA';
      const known = movement.desks.some((desk) => desk.office === office && desk.machine === machine);
      if (role !== 'DEPARTURE' && !known) movement.desks.push({ machine, office, country });
    }
  }

  #of(reference: string): MovementFacts {
    const known = this.#movements.get(reference);
    if (known) return known;
    const fresh = { timeline: [], refused: new Set<string>(), refusedVersions: new Set<number>(), desks: [] };
    this.#movements.set(reference, fresh);
    return fresh;
  }

  #repeats(key: string): boolean {
    if (this.#known.has(key)) return true;
    this.#known.add(key);
    return false;
  }
}

interface Leg {
  readonly office: string;
  readonly country: string;
  readonly role: string;
}

/** The few members that transitions are narrowed by; a declaration of 40 items is not kept. */
function readBy(payload: Fields): { payload: Fields; offices?: readonly string[]; legs?: readonly Leg[] } {
  const kept: Record<string, unknown> = {};
  for (const field of ['status', 'outcome', 'hold', 'controlResult', 'result', 'basis', 'decision', 'office'])
    if (payload[field] !== undefined) kept[field] = payload[field];
  const legs = (payload['itinerary'] as { legs?: unknown } | undefined)?.legs;
  if (!Array.isArray(legs)) return { payload: kept };
  return { payload: kept, legs, offices: legs.map(({ office }) => String(office)) };
}

function read(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

import type { GuaranteeRequestPayload } from '../../../profile/messages/guarantee-request.ts';
import type { Message } from '../../../profile/messages/message.ts';
import { type MessageName, messageByWireCode, messages } from '../../../profile/messages/messages.ts';
import { isLate } from '../../../profile/order.ts';
import { recipientsOf } from '../../../profile/routing.ts';
import { actingMessages, nextState } from '../../../profile/states/transitions.ts';
import { timers } from '../../../profile/timers/timers.ts';
import { SECOND_MS } from '../units.ts';
import { DueList } from './due-list.ts';
import { applied, registered } from './effects.ts';
import { inTurn, placeIn } from './places.ts';
import type { Due, Queued } from './queues.ts';
import { competenceFaults, contentFaults, faultOf, stateFaults, strangerFaults } from './refusals.ts';
import { RegisterModel } from './register.ts';
import { destinationOf, type Entry, type Fault, type MovementView, type Outcome } from './views.ts';

const RELEASING = new Set(['CONFORM', 'RESOLVED', 'RECOVERED', 'FORCE_MAJEURE']);

/**
 * The hub as the profile describes it: given the messages that cross, what must become of each, and what the books must hold.
 * It knows the profile and nothing else.
 */
export class HubModel {
  readonly movements = new Map<string, MovementView>();
  readonly register = new RegisterModel();
  /** Every message submitted, by sender and messageId. */
  readonly entries = new Map<string, Entry>();
  readonly queued: Queued[] = [];
  /** Movements about which the hub has to ask the country of departure, one for each time. */
  readonly questions: string[] = [];
  readonly due = new DueList();
  readonly #participants: readonly string[];
  readonly #waiting = new Map<string, Entry[]>();
  readonly #askedEarly = new Set<string>();
  #order = 0;

  constructor(participants: readonly string[]) {
    this.#participants = participants;
  }

  /** Takes a message that nothing is wrong with by itself. */
  submit(message: Message, now: number): Entry {
    const name = messageByWireCode(message.messageType)?.name ?? message.messageType;
    this.#order += 1;
    const late = isLate(message.preparedAt, new Date(now).toISOString());
    const entry: Entry = {
      ...{ name, message, receivedAt: now, order: this.#order, late },
      ...{ outcome: { kind: 'accepted' }, told: [], times: 1 },
    };
    this.entries.set(keyOf(message), entry);
    if (name === 'GuaranteeRequest') this.#ask(entry, now);
    else if (name === 'MovementQuery') this.#inform(entry);
    else if (actingMessages.has(name)) this.#post(entry);
    else entry.told = recipientsOf(message, [], this.#participants);
    return entry;
  }

  /** Notes a message that is refused in the answer to its submission. */
  refuse(message: Message, name: MessageName, status: number, faults: readonly Fault[], now: number): Entry {
    const outcome = { kind: 'refused-at-once', status, faults } as const;
    const entry: Entry = {
      name,
      message,
      receivedAt: now,
      order: 0,
      late: false,
      outcome,
      told: [],
      times: 1,
    };
    this.entries.set(`${keyOf(message)} ${this.entries.size}`, entry);
    return entry;
  }

  /** An id was used again for other content: its sender is warned. @source exchange rules sections 1, 9 */
  warnOfReuse({ sender, payload }: Message): void {
    const movement = this.movements.get(String(payload['transitReference']));
    if (!movement?.countries.includes(sender)) return;
    this.#save({
      ...movement,
      findings: [...movement.findings, { kind: 'duplicate-id', recipients: [sender] }],
    });
  }

  /** The hub's clock has come to `now`: what fell due happens, in order. */
  advance(now: number): void {
    for (const one of this.due.take(now)) this.#fall(one);
  }

  /**
   * Whether a message would wait beside others that wait for something else: early ones, and ones over a gap. The profile does
   * not say which of them goes first once both may go, so that nothing can be judged of it.
   */
  isUnclear(message: Message): boolean {
    const name = messageByWireCode(message.messageType)?.name ?? message.messageType;
    if (!actingMessages.has(name)) return false;
    const reference = String(message.payload['transitReference']);
    const place = placeIn(this.movements.get(reference), name, message);
    if (place !== 'wait-for-notice' && place !== 'wait-for-version') return false;
    const other = place === 'wait-for-notice' ? 'version' : 'notice';
    return this.waiting(reference).some(({ outcome }) => outcome.kind === 'waits' && outcome.for === other);
  }

  /** Messages about a movement that wait. */
  waiting(reference: string): readonly Entry[] {
    return this.#waiting.get(reference) ?? [];
  }

  #ask(entry: Entry, now: number): void {
    const request = entry.message.payload as unknown as GuaranteeRequestPayload;
    const stateOf = (reference: string) => this.movements.get(reference)?.state;
    const { reasons, availableAmount } = this.register.request(request, entry.message.sender, now, stateOf);
    entry.reasons = reasons;
    if (availableAmount !== undefined) entry.available = availableAmount;
  }

  /** A country off the road learns nothing. @source exchange rules section 2; AT11 */
  #inform(entry: Entry): void {
    const { by } = entry.message.payload as { by?: { transitReference?: string } };
    const movement = this.movements.get(by?.transitReference ?? '');
    if (!movement) entry.asked = { rejection: 'UNKNOWN' };
    else if (!movement.countries.includes(entry.message.sender))
      entry.asked = { rejection: 'NOT_AUTHORISED' };
    else entry.asked = { state: movement.state, events: movement.events.length };
  }

  #post(entry: Entry): void {
    const reference = String(entry.message.payload['transitReference']);
    if (!this.#rule(entry, reference)) return;
    for (let moved = true; moved; ) {
      const waiting = this.waiting(reference);
      moved = inTurn(waiting).some((one) => this.#rule(one, reference));
    }
  }

  /** @returns whether the book changed by it, be it only that a number is free */
  #rule(entry: Entry, reference: string): boolean {
    const movement = this.movements.get(reference);
    const outcome = this.#outcomeOf(entry, movement);
    const waited = this.waiting(reference).includes(entry);
    entry.outcome = outcome;
    entry.before = movement?.state ?? 'NONE';
    if (outcome.kind === 'waits') {
      entry.waitedFor = outcome.for;
      if (!waited) this.#wait(entry, reference, outcome.for);
      return false;
    }
    if (waited)
      this.#waiting.set(
        reference,
        this.waiting(reference).filter((one) => one !== entry),
      );
    if (outcome.kind === 'accepted') this.#carryOut(entry, movement);
    else if (movement) return this.#freeNumber(entry, movement);
    return outcome.kind === 'accepted';
  }

  #outcomeOf({ name, message }: Entry, movement: MovementView | undefined): Outcome {
    const place = placeIn(movement, name, message);
    if (place === 'wait-for-notice') return { kind: 'waits', for: 'notice' };
    if (!movement) return refusedFor(strangerFaults(name, message));
    const competence = competenceFaults(name, message, movement);
    if (competence.length > 0) return refusedFor(competence);
    if (place === 'already-registered') return refusedFor([faultOf('DUPLICATE_MOVEMENT')]);
    if (place === 'superseded') return refusedFor([faultOf('VERSION_OUT_OF_ORDER')]);
    if (place === 'wait-for-version') return { kind: 'waits', for: 'version' };
    const state = stateFaults(name, message, movement);
    if (state.length > 0) return refusedFor(state);
    const { reference, notice } = movement;
    const reserved = this.register.reservation(notice.guarantee.reference, reference)?.id;
    return refusedFor(contentFaults(name, message, movement, reserved));
  }

  #carryOut(entry: Entry, before: MovementView | undefined): void {
    const { message, name } = entry;
    const after = before ? applied(before, entry) : registered(entry);
    entry.after = after.state;
    this.#save(after);
    this.#tell(entry, before, after);
    if (after.limitDate !== undefined && after.limitDate !== before?.limitDate)
      this.due.add({ kind: 'limit', reference: after.reference, dueAt: Date.parse(after.limitDate) });
    if (name === 'ArrivalNotice' && after.state === 'ARRIVED') {
      const dueAt =
        Date.parse(String(message.payload['arrivedAt'])) + timers.controlResult.seconds * SECOND_MS;
      this.due.add({ kind: 'result', reference: after.reference, dueAt });
    }
    const ends = name === 'DischargeNotice' && RELEASING.has(String(message.payload['basis']));
    if (ends || name === 'CancellationNotice') this.register.close(after.reference);
  }

  #tell(entry: Entry, before: MovementView | undefined, after: MovementView): void {
    const { message, name } = entry;
    const roads = [...after.countries, ...(before?.countries ?? [])];
    entry.told = recipientsOf(message, [...new Set(roads)], this.#participants);
    const { reference } = after;
    const newcomers = before ? after.countries.filter((country) => !before.countries.includes(country)) : [];
    for (const country of newcomers)
      for (const id of [after.noticeId, after.releaseId]) {
        const earlier = id === undefined ? undefined : this.entries.get(`${after.owner} ${id}`);
        if (!earlier || earlier.told.includes(country)) continue;
        earlier.told.push(country);
        this.queued.push({ country, reference, messageId: earlier.message.messageId, name: earlier.name });
      }
    for (const country of entry.told)
      this.queued.push({ country, reference, messageId: message.messageId, name });
  }

  #wait(entry: Entry, reference: string, reason: 'notice' | 'version'): void {
    const waiting = this.waiting(reference);
    const alike = waiting.some(({ outcome }) => outcome.kind === 'waits' && outcome.for === reason);
    this.#waiting.set(reference, [...waiting, entry]);
    if (alike) return;
    const [kind, timer] =
      reason === 'notice' ? (['early', 'earlyMessage'] as const) : (['gap', 'versionGap'] as const);
    const dueAt = entry.receivedAt + timers[timer].seconds * SECOND_MS;
    this.due.replace({ kind, reference, dueAt });
  }

  /** The number of a refused message may be taken again or left out. */
  #freeNumber({ name, message }: Entry, movement: MovementView): boolean {
    const numbered = messages[name as MessageName].numbering === 'movementVersion';
    const number = numbered ? (message.movementVersion ?? 0) : 0;
    if (movement.owner !== message.sender || number <= movement.version) return false;
    this.#save({ ...movement, refusedVersions: [...new Set([...movement.refusedVersions, number])] });
    return true;
  }

  #fall({ kind, reference, dueAt }: Due): void {
    const movement = this.movements.get(reference);
    const stillWaits = (reason: 'notice' | 'version'): Entry | undefined =>
      this.waiting(reference).find(({ outcome }) => outcome.kind === 'waits' && outcome.for === reason);
    if (kind === 'early' && stillWaits('notice') && !this.#askedEarly.has(reference)) {
      this.#askedEarly.add(reference);
      this.questions.push(reference);
    }
    if (!movement) return;
    const gap = kind === 'gap' ? stillWaits('version') : undefined;
    if (gap) {
      this.questions.push(reference);
      this.#point(movement, 'version-gap', [movement.owner], gap.message.messageId);
    }
    if (kind === 'result' && movement.state === 'ARRIVED')
      this.#point(movement, 'result-missing', [...new Set([destinationOf(movement), movement.owner])]);
    const state = kind === 'limit' ? nextState(movement.state, 'timer:limitDate') : null;
    if (state !== null && Date.parse(movement.limitDate ?? '') === dueAt)
      this.#point({ ...movement, state }, 'overdue', movement.countries);
  }

  #point(movement: MovementView, kind: string, recipients: readonly string[], relatesTo?: string): void {
    const fact = { kind, recipients, ...(relatesTo !== undefined && { relatesTo }) };
    this.#save({ ...movement, findings: [...movement.findings, fact] });
  }

  #save(movement: MovementView): void {
    this.movements.set(movement.reference, movement);
  }
}

/** The key of a message. @source exchange rules section 1 */
export const keyOf = ({ sender, messageId }: Message): string => `${sender} ${messageId}`;

const refusedFor = (faults: readonly Fault[]): Outcome =>
  faults.length > 0 ? { kind: 'refused', faults } : { kind: 'accepted' };

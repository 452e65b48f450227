import type { Movement } from '../../fixtures/movements/movement.ts';
import { mutationNamed } from '../../fixtures/mutations/mutations.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import { parseMessage } from '../../profile/parse-message.ts';
import type { Observation } from '../checks/check.ts';
import { advanceClock } from '../support/stack-clock.ts';
import { breaksOnly } from './breaks-only.ts';
import { drawMovement } from './cast.ts';
import { compose } from './compose/compose.ts';
import type { Composition } from './compose/composition.ts';
import { secondsOf } from './durations.ts';
import { Judge } from './judge/judge.ts';
import { HubModel } from './model/hub-model.ts';
import type { Entry } from './model/views.ts';
import { isDeed, type Move, type MovementSpec } from './move.ts';
import type { Scene } from './scene.ts';

/** Longest that a country stays away or a delivery is tried again, seconds: all pauses are over then. */
const RETRIED_AFTER_S = 900;
const CLOCK_MARGIN_MS = 90_000;
const DUPLICATE = { code: 'DUPLICATE_ID', pointer: '/messageId' };

/** A move that was played: what it sent, and what must become of it. `idle`: it meant nothing where it stood. */
export interface Played {
  readonly move: Move;
  readonly entry?: Entry;
  readonly idle: boolean;
}

/** Plays moves on the wire, one after the other, and keeps the book that the profile wants kept. */
export class Player {
  readonly model: HubModel;
  readonly movements = new Map<number, Movement>();
  readonly played: Played[] = [];
  /** Ledger entries and register entries that were asked for, to be judged when they were asked for. */
  readonly observations: Observation[] = [];
  readonly #scene: Scene;
  readonly #judge: Judge;
  /** Deliveries fail here and there: pauses between attempts have to pass. */
  #troubled = false;

  constructor(scene: Scene, specs: readonly MovementSpec[]) {
    this.#scene = scene;
    this.model = new HubModel([...scene.environment.seats.keys()]);
    this.#judge = new Judge(scene, this.model);
    for (const spec of specs) {
      const movement = drawMovement(scene, spec);
      this.movements.set(spec.number, movement);
      for (const seat of scene.environment.seats.values()) seat.silence(movement.reference);
    }
  }

  get scene(): Scene {
    return this.#scene;
  }

  /** The entry of an earlier move, by its id. */
  entryOf(id: number | undefined): Entry | undefined {
    return this.played.find(({ move }) => move.id === id)?.entry;
  }

  async play(move: Move): Promise<Played> {
    const entry = isDeed(move.act) ? await this.#do(move) : await this.#send(move);
    const played = { move, idle: entry === null, ...(entry && { entry }) };
    this.played.push(played);
    return played;
  }

  /** Everybody is back, everything that had to be delivered has been, and each book is read once. */
  async end(): Promise<void> {
    await this.#settle();
    for (const movement of this.movements.values()) {
      if (movement.guarantee.reserve) await this.#readGuarantee(movement);
      await this.#readLedger(movement);
    }
    this.observations.push(...this.#judge.end(this.movements.values()));
  }

  // Messages

  async #send(move: Move): Promise<Entry | null> {
    const movement = this.movements.get(move.movement);
    const composition = movement && this.#compositionOf(move, movement);
    const draft = composition && compose(composition);
    if (!movement || !draft) return null;
    const seat = this.#scene.seat(move.by);
    const message = seat.compose(draft.name, draft.payload, draft.options);
    const mutation = move.detail.flatMap((word) => mutationNamed(word) ?? [])[0];
    if (mutation)
      return breaksOnly(mutation, message, this.#scene.reference)
        ? this.#sendFaulty(move, mutation.apply(message), mutation)
        : null;
    if (!this.#isClear(message)) return null;
    const now = this.#scene.environment.clock.now();
    const entry = this.model.submit(message, now);
    await this.#submit(message);
    if (entry.name === 'GuaranteeRequest') await this.#noteReservation(entry);
    if (this.model.due.isBehind(now)) await this.#settle();
    return entry;
  }

  /** Valid by itself, and the profile says what must become of it. */
  #isClear(message: Message): boolean {
    const { operation, guaranteeReference, transitReference } = message.payload as Record<string, string>;
    const { register } = this.model;
    const again =
      operation === 'RESERVE' && register.isSpent(guaranteeReference ?? '', transitReference ?? '');
    return !again && !this.model.isUnclear(message) && parseMessage(message, this.#scene.reference).ok;
  }

  async #sendFaulty(
    move: Move,
    message: Message,
    { code, pointer, breaks }: { code: string; pointer: string; breaks: string },
  ): Promise<Entry> {
    const fault = code === 'RULE' ? { code, pointer, rule: breaks } : { code, pointer };
    const now = this.#scene.environment.clock.now();
    const entry = this.model.refuse(message, move.act as MessageName, 422, [fault], now);
    await this.#submit(message);
    this.observations.push(...this.#judge.refusal(entry));
    return entry;
  }

  #compositionOf(move: Move, movement: Movement): Composition {
    const { reference, environment } = this.#scene;
    const view = this.model.movements.get(movement.reference);
    return { move, movement, view, model: this.model, reference, now: environment.clock.now() };
  }

  async #submit(message: Message): Promise<void> {
    const { submission } = await this.#scene.submit(message.sender, message);
    const silence = await this.#scene.silence(submission);
    if (silence) this.observations.push(...silence);
  }

  /** A release cites its reservation by the number that the register gave. */
  async #noteReservation({ message }: Entry): Promise<void> {
    const { operation, guaranteeReference, transitReference } = message.payload as Record<string, string>;
    if (operation !== 'RESERVE') return;
    await this.#settle();
    const answers = this.#scene.seat(message.sender).received(undefined, 'GuaranteeResult');
    const answer = answers.find((one) => one.message.correlationId === message.messageId)?.message.payload;
    const id = answer?.['reservationId'];
    if (typeof id === 'string')
      this.model.register.note(guaranteeReference ?? '', transitReference ?? '', id);
  }

  // Deeds

  /** @returns null when there was nothing to do */
  async #do(move: Move): Promise<Entry | null | undefined> {
    const movement = this.movements.get(move.movement);
    switch (move.act) {
      case 'repeat':
        return this.#repeat(move);
      case 'reuse-id':
        return this.#reuse(move);
      case 'consult':
        if (!movement) return null;
        await this.#settle();
        return void (await this.#readLedger(movement, move.by));
      case 'consult-guarantee':
        if (!movement) return null;
        await this.#settle();
        return void (await this.#readGuarantee(movement));
      case 'pull':
        await this.#settle();
        return void (await this.#scene.seat(move.by).pull());
      case 'lose-answers':
        this.#troubled = true;
        return void this.#scene.seat(move.by).misbehave({ kind: 'lost-answer' }, move.count ?? 1);
      case 'leave':
        return this.#leave(move.by);
      case 'return':
        return this.#return(move.by);
      case 'restart':
        return this.#restart();
      default:
        return this.#wait(move);
    }
  }

  async #repeat({ of, count = 1 }: Move): Promise<Entry | null> {
    const entry = this.entryOf(of);
    if (!entry || entry.outcome.kind === 'refused-at-once') return null;
    for (let nth = 0; nth < count; nth += 1) {
      entry.times += 1;
      const silence = await this.#scene.silence(
        await this.#scene.seat(entry.message.sender).resend(entry.message.messageId),
      );
      if (silence) this.observations.push(...silence);
    }
    return entry;
  }

  /** The same id for the same message prepared a second earlier: another digest. */
  async #reuse({ of }: Move): Promise<Entry | null> {
    const entry = this.entryOf(of);
    if (!entry || entry.outcome.kind === 'refused-at-once') return null;
    const preparedAt = new Date(Date.parse(entry.message.preparedAt) - 1000).toISOString();
    const other = { ...entry.message, preparedAt };
    const now = this.#scene.environment.clock.now();
    const refused = this.model.refuse(other, entry.name as MessageName, 409, [DUPLICATE], now);
    this.model.warnOfReuse(other);
    const bytes = JSON.stringify(other);
    const silence = await this.#scene.silence(await this.#scene.seat(other.sender).submitBytes(bytes));
    this.observations.push(...(silence ?? this.#judge.refusal(refused)));
    return refused;
  }

  async #leave(country: string): Promise<null | undefined> {
    const { away } = this.#scene;
    if (away.has(country) || !this.#canMoveClock) return null;
    await this.#settle();
    away.add(country);
    this.#troubled = true;
    await this.#scene.seat(country).goAway();
    return undefined;
  }

  async #return(country: string): Promise<null | undefined> {
    if (!this.#scene.away.delete(country)) return null;
    await this.#scene.seat(country).comeBack();
    return undefined;
  }

  async #restart(): Promise<null | undefined> {
    const { restart } = this.#scene.environment.stack;
    if (!restart) return null;
    this.#judge.restarted = true;
    await restart();
    return undefined;
  }

  /** Nobody stays away while long times pass: dead letters are another story. */
  async #wait(move: Move): Promise<null | undefined> {
    if (!this.#canMoveClock) return null;
    const movement = this.movements.get(move.movement);
    const view = movement && this.model.movements.get(movement.reference);
    const seconds = secondsOf(move, this.#scene.environment.clock.now(), view?.limitDate);
    if (seconds === null) return null;
    await this.#settle();
    await this.#pass(seconds);
    return undefined;
  }

  // Time and barrier

  get #canMoveClock(): boolean {
    return this.#scene.environment.capabilities.testClock;
  }

  /** Lets time pass on the test clock; never so that something falls due within what two clocks may differ. */
  async #pass(seconds: number): Promise<void> {
    const { clock } = this.#scene.environment;
    let wanted = seconds;
    while (this.model.due.isDoubtful(clock.now() + wanted * 1000, CLOCK_MARGIN_MS)) wanted += 240;
    await advanceClock(this.#scene, wanted);
    this.model.advance(clock.now());
  }

  /** Whoever was away is back and pauses between attempts are over: only then can absence be judged. */
  async #settle(): Promise<void> {
    if (this.#troubled) {
      for (const country of this.#scene.away) await this.#return(country);
      for (const seat of this.#scene.environment.seats.values()) seat.behave();
      this.#troubled = false;
      if (this.#canMoveClock) await this.#pass(RETRIED_AFTER_S);
    }
    const { clock } = this.#scene.environment;
    if (this.#canMoveClock && this.model.due.isBehind(clock.now())) await this.#pass(1);
    await this.#scene.settle();
  }

  async #readLedger(movement: Movement, by: string = movement.departureCountry): Promise<void> {
    const silence = await this.#scene.silence(await this.#scene.seat(by).query(movement.reference));
    this.observations.push(...(silence ?? this.#judge.ledger(movement, by)));
  }

  async #readGuarantee(movement: Movement): Promise<void> {
    const { guarantee, departureCountry } = movement;
    const { guaranteeReference } = guarantee.register;
    const silence = await this.#scene.silence(
      await this.#scene.seat(departureCountry).guarantee(guaranteeReference),
    );
    this.observations.push(...(silence ?? this.#judge.guarantee(movement)));
  }
}

import type { Movement } from '../../fixtures/movements/movement.ts';
import { mutationNamed } from '../../fixtures/mutations/mutations.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import { parseMessage } from '../../profile/parse-message.ts';
import type { Observation } from '../checks/check.ts';
import { reservationGiven } from '../support/guarantee-desk.ts';
import { Barrier } from './barrier.ts';
import { breaksOnly } from './breaks-only.ts';
import { drawMovement } from './cast.ts';
import { compose } from './compose/compose.ts';
import type { Composition } from './compose/composition.ts';
import { Judge } from './judge/judge.ts';
import { HubModel } from './model/hub-model.ts';
import type { Entry } from './model/views.ts';
import { isDeed, type Move, type MovementSpec } from './move.ts';
import { Deeds } from './player-deeds.ts';
import type { Scene } from './scene.ts';

/** A move that was played: what it sent, and what must become of it. `idle`: it meant nothing where it stood. */
interface Played {
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
  readonly #barrier: Barrier;
  readonly #deeds: Deeds;

  constructor(scene: Scene, specs: readonly MovementSpec[]) {
    this.#scene = scene;
    this.model = new HubModel([...scene.environment.seats.keys()]);
    this.#judge = new Judge(scene, this.model);
    this.#barrier = new Barrier(scene, this.model);
    this.#deeds = new Deeds(this, this.#barrier, this.#judge);
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
    const entry = isDeed(move.act) ? await this.#deeds.do(move) : await this.#send(move);
    const played = { move, idle: entry === null, ...(entry && { entry }) };
    this.played.push(played);
    return played;
  }

  /** Everybody is back, everything that had to be delivered has been, and each book is read once. */
  async end(): Promise<void> {
    await this.#barrier.settle();
    for (const movement of this.movements.values()) {
      if (movement.guarantee.reserve) await this.#deeds.readGuarantee(movement);
      await this.#deeds.readLedger(movement);
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
    if (this.model.due.isBehind(now)) await this.#barrier.settle();
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
    await this.#barrier.settle();
    const id = reservationGiven(this.#scene.seat(message.sender), message.messageId);
    if (id !== undefined) this.model.register.note(guaranteeReference ?? '', transitReference ?? '', id);
  }
}

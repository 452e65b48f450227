import type { Movement } from '../../fixtures/movements/movement.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { Barrier } from './barrier.ts';
import { secondsOf } from './durations.ts';
import type { Judge } from './judge/judge.ts';
import type { Entry } from './model/views.ts';
import type { Move } from './move.ts';
import type { Player } from './player.ts';
import { SECOND_MS } from './units.ts';

const DUPLICATE = { code: 'DUPLICATE_ID', pointer: '/messageId' };

/** What somebody does beside sending a message: on the link, on the clock, in a book. */
export class Deeds {
  readonly #player: Player;
  readonly #barrier: Barrier;
  readonly #judge: Judge;

  constructor(player: Player, barrier: Barrier, judge: Judge) {
    this.#player = player;
    this.#barrier = barrier;
    this.#judge = judge;
  }

  /** @returns null when there was nothing to do */
  async do(move: Move): Promise<Entry | null | undefined> {
    const movement = this.#player.movements.get(move.movement);
    switch (move.act) {
      case 'repeat':
        return this.#repeat(move);
      case 'reuse-id':
        return this.#reuse(move);
      case 'consult':
        if (!movement) return null;
        await this.#barrier.settle();
        return void (await this.readLedger(movement, move.by));
      case 'consult-guarantee':
        if (!movement) return null;
        await this.#barrier.settle();
        return void (await this.readGuarantee(movement));
      case 'pull':
        await this.#barrier.settle();
        return void (await this.#player.scene.seat(move.by).pull());
      case 'lose-answers':
        this.#barrier.troubled = true;
        return void this.#player.scene.seat(move.by).misbehave({ kind: 'lost-answer' }, move.count ?? 1);
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
    const entry = this.#player.entryOf(of);
    if (!entry || entry.outcome.kind === 'refused-at-once') return null;
    for (let nth = 0; nth < count && !this.#player.scene.ended; nth += 1) {
      entry.times += 1;
      const silence = await this.#player.scene.silence(
        await this.#player.scene.seat(entry.message.sender).resend(entry.message.messageId),
      );
      if (silence) this.#player.observations.push(...silence);
    }
    return entry;
  }

  /** The same id for the same message prepared a second earlier: another digest. */
  async #reuse({ of }: Move): Promise<Entry | null> {
    const entry = this.#player.entryOf(of);
    if (!entry || entry.outcome.kind === 'refused-at-once') return null;
    const preparedAt = new Date(Date.parse(entry.message.preparedAt) - SECOND_MS).toISOString();
    const other = { ...entry.message, preparedAt };
    const now = this.#player.scene.environment.clock.now();
    const refused = this.#player.model.refuse(other, entry.name as MessageName, 409, [DUPLICATE], now);
    this.#player.model.warnOfReuse(other);
    const bytes = JSON.stringify(other);
    const silence = await this.#player.scene.silence(
      await this.#player.scene.seat(other.sender).submitBytes(bytes),
    );
    this.#player.observations.push(...(silence ?? this.#judge.refusal(refused)));
    return refused;
  }

  async #leave(country: string): Promise<null | undefined> {
    const { away } = this.#player.scene;
    if (away.has(country) || !this.#barrier.canMoveClock) return null;
    await this.#barrier.settle();
    away.add(country);
    this.#barrier.troubled = true;
    await this.#player.scene.seat(country).goAway();
    return undefined;
  }

  async #return(country: string): Promise<null | undefined> {
    return (await this.#barrier.comeBack(country)) ? undefined : null;
  }

  async #restart(): Promise<null | undefined> {
    const { restart } = this.#player.scene.environment.stack;
    if (!restart) return null;
    this.#judge.restarted = true;
    await restart();
    return undefined;
  }

  /** Nobody stays away while long times pass: dead letters are another story. */
  async #wait(move: Move): Promise<null | undefined> {
    if (!this.#barrier.canMoveClock) return null;
    const movement = this.#player.movements.get(move.movement);
    const view = movement && this.#player.model.movements.get(movement.reference);
    const seconds = secondsOf(move, this.#player.scene.environment.clock.now(), view?.limitDate);
    if (seconds === null) return null;
    await this.#barrier.settle();
    await this.#barrier.pass(seconds);
    return undefined;
  }

  async readLedger(movement: Movement, by: string = movement.departureCountry): Promise<void> {
    const silence = await this.#player.scene.silence(
      await this.#player.scene.seat(by).query(movement.reference),
    );
    this.#player.observations.push(...(silence ?? this.#judge.ledger(movement, by)));
  }

  async readGuarantee(movement: Movement): Promise<void> {
    const { guarantee, departureCountry } = movement;
    const { guaranteeReference } = guarantee.register;
    const silence = await this.#player.scene.silence(
      await this.#player.scene.seat(departureCountry).guarantee(guaranteeReference),
    );
    this.#player.observations.push(...(silence ?? this.#judge.guarantee(movement)));
  }
}

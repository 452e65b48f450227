import { setTimeout as pause } from 'node:timers/promises';
import { generateMovement } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import type { Random } from '../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import type { Clock } from '../../profile/clock.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import type { CustomsSystem, Submission } from '../../simulators/customs/index.ts';
import { InFlight } from './in-flight.ts';
import { type Step, stepsOf } from './journey.ts';

/** What traffic is made of. */
export interface TrafficOptions {
  readonly seats: ReadonlyMap<string, CustomsSystem>;
  readonly reference: FixtureReferenceData;
  readonly clock: Clock;
  readonly random: Random;
  readonly salt: string;
  /** Movements on the road at a time. */
  readonly onTheRoad: number;
  readonly journal: Journal;
}

/** Pauses before a message is repeated, ms: they double up to the longest, less a part that chance takes off. */
const RETRY_MS = { first: 80, longest: 400 };
/** Longer than any register takes to answer once the storm is over. */
const RESULT_WITHIN_MS = 600_000;

/**
 * Whole movements on all corridors, many at a time, without end until told. Each seat repeats a message unchanged until it is
 * acknowledged (P03), and says the next thing about a movement only then.
 */
export class Traffic {
  readonly inFlight: InFlight;
  /** Movements that have been announced, with their guarantees, in order. */
  readonly begun: Movement[] = [];
  /** What was refused although it is honest, in words. */
  readonly refused: string[] = [];
  messages = 0;
  ended = 0;
  readonly #options: TrafficOptions;
  readonly #stop = new AbortController();
  readonly #giveUp = new AbortController();
  #going: Promise<unknown> = Promise.resolve();
  #gate = Promise.resolve();

  constructor(options: TrafficOptions) {
    this.#options = options;
    this.inFlight = new InFlight(options.journal);
  }

  begin(): void {
    const lanes = Array.from({ length: this.#options.onTheRoad }, (_, lane) => this.#drive(lane));
    this.#going = Promise.all(lanes);
  }

  /** Nothing new is said until the gate opens again; the answer opens it. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  /** No new movements; ends when those on the road have ended. */
  async end(): Promise<void> {
    this.#stop.abort();
    await this.#going;
  }

  /** Whoever still waits gives up. */
  giveUp(): void {
    this.#stop.abort();
    this.#giveUp.abort();
  }

  async #drive(lane: number): Promise<void> {
    const corridors = [...this.#options.reference.corridors.keys()];
    for (let turn = 0; !this.#stop.signal.aborted; turn += 1) {
      const sequence = turn * this.#options.onTheRoad + lane;
      const random = this.#options.random.fork(`movement/${sequence}`);
      const { reference, salt, clock } = this.#options;
      const corridor = corridors[sequence % corridors.length] ?? '';
      const now = clock.now() - 60_000;
      const movement = generateMovement({ random, reference, corridor, salt, sequence, now });
      this.begun.push(movement);
      if (await this.#travel(movement, random)) this.ended += 1;
    }
  }

  /** @returns whether it came to its end */
  async #travel(movement: Movement, random: Random): Promise<boolean> {
    const { guarantee, countries } = movement;
    const { registrar, register, reserve } = guarantee;
    const desk = { from: registrar, name: 'GuaranteeRequest', numbers: {} } as const;
    let reservationId: string | undefined;
    for (const payload of reserve ? [register, reserve] : [register]) {
      const asked = await this.#say({ ...desk, payload }, [registrar], random);
      const result = asked && (await this.#resultOf(registrar, asked));
      if (!result) return false;
      const { reservationId: given } = result.payload;
      if (typeof given === 'string') reservationId = given;
    }
    for (const step of stepsOf(movement, random, reservationId)) {
      const others = countries.filter((country) => country !== step.from);
      if (!(await this.#say(step, others, random))) return false;
    }
    return true;
  }

  async #resultOf(country: string, asked: Message): Promise<Message | undefined> {
    const matches = ({ message, name }: { message: Message; name: string }): boolean =>
      (name satisfies string as MessageName) === 'GuaranteeResult' &&
      message.correlationId === asked.messageId;
    const given = Promise.withResolvers<undefined>();
    this.#giveUp.signal.addEventListener('abort', () => given.resolve(undefined), { once: true });
    const received = await Promise.race([this.#seat(country).next(matches, RESULT_WITHIN_MS), given.promise]);
    return received?.message;
  }

  /** Says one thing until it is acknowledged. @returns undefined when it was refused, or nobody waits any more */
  async #say(step: Step, told: readonly string[], random: Random): Promise<Message | undefined> {
    await this.#gate;
    const seat = this.#seat(step.from);
    const message = seat.compose(step.name, step.payload, step.numbers);
    this.messages += 1;
    let submission = await this.inFlight.submission(() => seat.submit(message));
    for (let repeats = 0; ; repeats += 1) {
      const end = endOf(submission, message);
      if (end === 'acknowledged') {
        // the register answers its registrar with a message of its own; anything else comes as it is
        this.inFlight.acknowledged(message, step.name === 'GuaranteeRequest' ? [] : told);
        return message;
      }
      if (end === 'refused') {
        this.refused.push(`${step.name} of ${step.from}: ${submission.bytes.toString('utf8').slice(0, 400)}`);
        return undefined;
      }
      if (this.#giveUp.signal.aborted) return undefined;
      const most = Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** repeats);
      await pause(random.int(Math.ceil(most / 2), most));
      submission = await this.inFlight.submission(() => seat.resend(message.messageId));
    }
  }

  #seat(country: string): CustomsSystem {
    const seat = this.#options.seats.get(country);
    if (!seat) throw new Error(`no seat ${country}`);
    return seat;
  }
}

/** Only a message of the hub about this one ends a submission; what a link made of it, or nothing, does not (P03). */
function endOf({ status, answer }: Submission, { messageId }: Message): 'acknowledged' | 'refused' | 'open' {
  if (answer?.payload?.['relatesTo'] !== messageId) return 'open';
  if (status === 202 && answer.messageType === 'AT90') return 'acknowledged';
  return answer.messageType === 'AT91' ? 'refused' : 'open';
}

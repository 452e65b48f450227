import type { Movement } from '../../fixtures/movements/movement.ts';
import { createRandom } from '../../fixtures/random.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import { type Step, stepsOf } from '../storm/journey.ts';

/** Nobody waits longer for the register: what it was asked may be lost. */
const RESULT_WITHIN_MS = 2000;
/** So often a submission that nobody answered is repeated. */
const MOST_REPEATS = 2;

export interface JourneysOptions {
  readonly seats: ReadonlyMap<string, CustomsSystem>;
  /** See `RushOptions`. */
  readonly repeatEvery: number;
}

/** Whole journeys, each message said when the one before is acknowledged; what is lost is passed over. */
export class Journeys {
  /** Submissions that the hub did not take, however often they were repeated. */
  turnedAway = 0;
  /** Messages acknowledged so far. */
  acknowledged = 0;
  readonly #options: JourneysOptions;

  constructor(options: JourneysOptions) {
    this.#options = options;
  }

  async travelAll(movements: readonly Movement[], atOnce: number): Promise<void> {
    const left = [...movements];
    const drive = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) await this.#travel(next);
    };
    await Promise.all(Array.from({ length: atOnce }, drive));
  }

  async #travel(movement: Movement): Promise<void> {
    const { registrar, register, reserve } = movement.guarantee;
    const desk = { from: registrar, name: 'GuaranteeRequest', numbers: {} } as const;
    let reservationId: string | undefined;
    for (const payload of reserve ? [register, reserve] : [register]) {
      const asked = await this.#say({ ...desk, payload });
      const result = await this.#seat(registrar).next(
        ({ message }) => message.messageType === 'AT15' && message.correlationId === asked.messageId,
        RESULT_WITHIN_MS,
      );
      const given = result?.message.payload['reservationId'];
      if (typeof given === 'string') reservationId = given;
    }
    const random = createRandom(1).fork(movement.reference);
    for (const step of stepsOf(movement, random, reservationId)) await this.#say(step);
  }

  async #say({ from, name, payload, numbers }: Step): Promise<Message> {
    const seat = this.#seat(from);
    const message = seat.compose(name, payload, numbers);
    let { status } = await seat.submit(message);
    for (let repeats = 0; status !== 202 && repeats < MOST_REPEATS; repeats += 1)
      ({ status } = await seat.resend(message.messageId));
    if (status !== 202) this.turnedAway += 1;
    else this.acknowledged += 1;
    const { repeatEvery } = this.#options;
    if (status === 202 && repeatEvery > 0 && this.acknowledged % repeatEvery === 0)
      await seat.resend(message.messageId);
    return message;
  }

  #seat(country: string): CustomsSystem {
    const seat = this.#options.seats.get(country);
    if (!seat) throw new Error(`no seat ${country}`);
    return seat;
  }
}

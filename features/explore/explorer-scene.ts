import { generateMovement, type MovementOverrides } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import type { Random } from '../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import type { CustomsSystem, HubAnswer, Submission } from '../../simulators/customs/index.ts';
import type { Observation } from '../checks/check.ts';
import { drain } from '../support/drain.ts';
import type { Environment } from '../support/environment.ts';
import { HarnessError } from '../support/errors.ts';
import type { RunContext } from '../support/run-context.ts';
import { silenceOf, undelivered } from '../support/silence.ts';
import type { Scene } from './scene.ts';

/** A sequence on a stack that the explorer has to itself: it sees all that crosses there. */
export class ExplorerScene implements Scene, Disposable {
  readonly environment: Environment;
  readonly reference: FixtureReferenceData;
  readonly recorded: ExchangeRecord[] = [];
  readonly away = new Set<string>();
  readonly alone: boolean;
  /** What the stack keeps back, or leaves unanswered. */
  readonly observations: Observation[] = [];
  readonly #run: RunContext;
  readonly #id: string;
  readonly #unsubscribe: () => void;

  constructor(run: RunContext, environment: Environment, id: string) {
    this.#run = run;
    this.#id = id;
    this.environment = environment;
    this.alone = run.settings.exclusive !== undefined;
    this.reference = run.settings.reference;
    this.#unsubscribe = run.settings.journal.subscribe((record) => {
      if (record.stack === environment.stackName) this.recorded.push(record);
    });
  }

  draw(random: Random, corridor: string, overrides: MovementOverrides): Movement {
    const { salt, reference, journal } = this.#run.settings;
    const sequence = this.#run.serial(1);
    const now = this.environment.clock.now();
    const movement = generateMovement({ random, reference, corridor, salt, sequence, now, overrides });
    journal.claim(movement.reference, this.#id);
    journal.claim(movement.notice.guarantee.reference, this.#id);
    return movement;
  }

  get ended(): boolean {
    return this.#run.settings.signal.aborted;
  }

  seat(country: string): CustomsSystem {
    const seat = this.environment.seats.get(country);
    if (seat) return seat;
    throw new HarnessError(
      'NO_SEAT',
      `${country} n'est pas simulé ; le sont : ${[...this.environment.seats.keys()].join(', ')}.`,
      'Explorez une cible où ce pays est simulé, ou retirez ses faits de la suite.',
    );
  }

  async submit(country: string, message: Message): Promise<{ readonly submission: Submission }> {
    this.#run.settings.journal.claim(message.messageId, this.#id);
    return { submission: await this.seat(country).submit(message) };
  }

  silence(answer: HubAnswer): Promise<Observation[] | undefined> {
    const { answerWithinMs } = this.#run.settings;
    return silenceOf(this.environment.stack.description.hub, answer, answerWithinMs);
  }

  async settle(): Promise<void> {
    const inReach = [...this.environment.seats.values()].filter(({ country }) => !this.away.has(country));
    await Promise.all(inReach.map((seat) => seat.settled()));
    const state = await drain(inReach, this.#run.settings.realClock);
    if (!state.drained) this.observations.push(...undelivered(state, []));
  }

  [Symbol.dispose](): void {
    this.#unsubscribe();
  }
}

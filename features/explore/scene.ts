import type { MovementOverrides } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import type { Random } from '../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import type { CustomsSystem, HubAnswer, Submission } from '../../simulators/customs/index.ts';
import type { Observation } from '../checks/check.ts';
import type { Environment } from '../support/environment.ts';

/**
 * Where a sequence is played: a stack with the simulated countries around it, and what was recorded of it. A scenario of the
 * specification is one; the explorer has its own.
 */
export interface Scene {
  readonly environment: Environment;
  readonly reference: FixtureReferenceData;
  /** Everything recorded for this scene so far. */
  readonly recorded: readonly ExchangeRecord[];
  /** Nobody else uses the stack: everything that crosses is among what is recorded. */
  readonly alone: boolean;
  /** Countries made unreachable: the drain barrier does not wait for them. */
  readonly away: Set<string>;
  /** Draws a movement under fresh identifiers; its traffic belongs to this scene from now on. */
  draw(random: Random, corridor: string, overrides: MovementOverrides): Movement;
  seat(country: string): CustomsSystem;
  /** Sends a message as it is; what the stack answers is told. */
  submit(country: string, message: Message): Promise<{ readonly submission: Submission }>;
  /** What to judge of an answer that did not come; undefined when there was one. */
  silence(answer: HubAnswer): Promise<Observation[] | undefined>;
  /** Waits at the drain barrier. */
  settle(): Promise<void>;
  /** Ends what is played with `fail` when one of these is not as required; absent where all is judged at the end. */
  judge?(observations: readonly Observation[]): void;
  /** Somebody has ended the run: what would take long is cut short. */
  readonly ended: boolean;
}

import type { MessageName } from '../../profile/messages/messages.ts';
import type { MovementState } from '../../profile/states/movement-states.ts';
import { timers } from '../../profile/timers/timers.ts';
import { refusalsOfLegal } from '../checks/message-accepted.ts';
import { movementState } from '../checks/movement-ledger.ts';
import { HarnessError } from './errors.ts';
import type { Stage } from './scenario-movement.ts';
import { sendValid } from './sending.ts';
import { advanceClock, secondsPastLimit } from './stack-clock.ts';
import type { CorridorWorld } from './world.ts';

/** How a movement comes into a state: a journey up to a stage, then the time limit, then these messages. */
interface Path {
  readonly stage: Stage;
  /** The time limit passes, past any doubt between two clocks; needs the test clock. */
  readonly pastLimit?: true;
  readonly last?: readonly (readonly [MessageName, object])[];
}

const DIFFERENCES = {
  result: 'B1',
  differences: [{ pointer: '/items/0/packages/count', found: 'un de moins' }],
};

const PATHS: Partial<Record<MovementState, Path>> = {
  REGISTERED: { stage: 'announced' },
  RELEASED: { stage: 'released' },
  IN_TRANSIT: { stage: 'underway' },
  SUSPENDED: { stage: 'underway', last: [['IncidentNotice', { hold: true }]] },
  OVERDUE: { stage: 'underway', pastLimit: true },
  UNDER_ENQUIRY: { stage: 'underway', pastLimit: true, last: [['EnquiryRequest', {}]] },
  ARRIVED: { stage: 'arrived' },
  CONTROLLED: { stage: 'controlled' },
  DISCREPANCY: { stage: 'arrived', last: [['ControlResult', DIFFERENCES]] },
  RECOVERY: {
    stage: 'arrived',
    last: [
      ['ControlResult', DIFFERENCES],
      ['RecoveryNotice', {}],
    ],
  },
  PARTIALLY_DISCHARGED: {
    stage: 'controlled',
    last: [['DischargeNotice', { basis: 'PARTIAL', openItems: [1] }]],
  },
  DISCHARGED: { stage: 'discharged' },
  CLOSED_MANUALLY: {
    stage: 'underway',
    last: [['DischargeNotice', { basis: 'BY_HAND', reason: 'Sans nouvelle du camion.' }]],
  },
  CANCELLED: { stage: 'released', last: [['CancellationNotice', {}]] },
};

/** Brings the current movement into a state, by messages that are all legal, and makes sure that the stack went along. */
export async function bringInto(world: CorridorWorld, state: string): Promise<void> {
  const { stage, pastLimit, last = [] } = PATHS[state as MovementState] ?? noWay(state);
  await world.reach(stage);
  if (pastLimit) await advanceClock(world, secondsPastLimit(world, timers.clockTolerance.seconds));
  const sent: string[] = [];
  for (const [name, changes] of last) {
    sent.push((await sendValid(world, name, changes)).message.messageId);
    await world.settle();
  }
  const refused = refusalsOfLegal(world.recorded, sent);
  if (refused.length > 0) world.judge(refused);
  const reached = movementState(await world.ledger(), world.movement.reference, state);
  world.judge(reached.map((observation) => ({ ...observation, requirement: 'LED-007' })));
}

function noWay(state: string): never {
  throw new HarnessError(
    'UNKNOWN_WORD',
    `Aucun chemin vers l'état ${state}.`,
    'Voir features/support/bring-into.ts.',
  );
}

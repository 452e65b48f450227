import type { Message } from '../../../profile/messages/message.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';
import { type Place, placeOf } from '../../../profile/order.ts';
import type { Entry, MovementView } from './views.ts';

/** Early messages in order of reception, those that wait for a version in order of version. */
export const inTurn = (waiting: readonly Entry[]): Entry[] =>
  [...waiting].sort((a, b) => rank(a) - rank(b) || a.order - b.order);

const rank = ({ outcome, message }: Entry): number =>
  outcome.kind === 'waits' && outcome.for === 'version' ? (message.movementVersion ?? 0) : 0;

/** Where a message stands in the order of its movement. */
export function placeIn(movement: MovementView | undefined, name: string, message: Message): Place {
  const status = message.payload['status'];
  const { movementVersion } = message;
  const numbered =
    messages[name as MessageName].numbering === 'movementVersion' && movementVersion !== undefined;
  const ordered = {
    name,
    ...(typeof status === 'string' && { status }),
    ...(numbered && { movementVersion }),
  };
  return placeOf(ordered, viewOf(movement, message));
}

/** Numbers of refused messages count as there for those above them. */
function viewOf(movement: MovementView | undefined, { movementVersion = 0 }: Message) {
  let reached = movement?.version ?? 0;
  while (reached < movementVersion - 1 && movement?.refusedVersions.includes(reached + 1)) reached += 1;
  const released = movement !== undefined && movement.state !== 'REGISTERED';
  return { known: movement !== undefined, released, movementVersion: reached };
}

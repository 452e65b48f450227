import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import { type Ordered, type OrderView, type Place, placeOf } from '../../../profile/order.ts';
import type { Received } from '../intake/received.ts';
import type { Movement } from './movement.ts';
import { finding } from './step.ts';

/** The place of a message among those about its movement. */
export interface Order {
  /** What it has to wait for: notice and release (`early`), or a version before it (`gap`). */
  readonly wait: 'early' | 'gap' | null;
  /** Why it says again what was said. */
  readonly repeated: WireFinding[];
}

/**
 * Judges order alone.
 * @source exchange rules sections 4 and 5
 */
export function orderOf(movement: Movement | null, received: Received): Order {
  const place = placeOf(orderedOf(received), viewOf(movement, received));
  return { wait: waits[place] ?? null, repeated: repeated(place) };
}

const waits: Partial<Record<Place, 'early' | 'gap'>> = {
  'wait-for-notice': 'early',
  'wait-for-version': 'gap',
};

/** A gap in `originSeq` holds nothing up: posts of one country may send over different links. */
const orderedOf = ({ name, message, definition }: Received): Ordered => {
  const { status } = message.payload as { status?: string };
  const { movementVersion } = message;
  const numbered = definition.numbering === 'movementVersion' && movementVersion !== undefined;
  return { name, ...(status === undefined ? {} : { status }), ...(numbered ? { movementVersion } : {}) };
};

/** Numbers of refused messages count as there for those above them, and as free for one that takes them again. */
function viewOf(movement: Movement | null, { message }: Received): OrderView {
  const given = message.movementVersion ?? 0;
  let reached = movement?.version ?? 0;
  while (reached < given - 1 && movement?.refusedVersions.includes(reached + 1)) reached += 1;
  const released = movement !== null && movement.state !== 'REGISTERED';
  return { known: movement !== null, released, movementVersion: reached };
}

/** The same thing said again: a reference registered twice, a version passed. */
function repeated(place: Place): WireFinding[] {
  if (place === 'already-registered') return [finding('DUPLICATE_MOVEMENT')];
  return place === 'superseded' ? [finding('VERSION_OUT_OF_ORDER')] : [];
}

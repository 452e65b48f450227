import { randomBytes } from 'node:crypto';
import { generateMovement, type MovementOverrides } from '../../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import type { Seat } from './seat.ts';

const reference = loadReferenceData();
let sequence = 0;

/** A movement that no stack has seen. For tests. */
export function newMovement(
  corridor = 'LOME-CINKANSE-OUAGADOUGOU',
  overrides: MovementOverrides = { guaranteeKind: 'fund' },
): Movement {
  sequence += 1;
  const salt = randomBytes(4).toString('hex');
  const random = createRandom(sequence);
  return generateMovement({
    random,
    reference,
    corridor,
    salt,
    sequence,
    now: Date.now() - 60_000,
    overrides,
  });
}

/** Seats by country. */
export type Seats = Readonly<Record<string, Seat>>;

const seatOf = (seats: Seats, country: string): Seat => {
  const seat = seats[country];
  if (!seat) throw new Error(`no seat ${country}`);
  return seat;
};

/** Registers and releases a movement. */
export async function depart(seats: Seats, movement: Movement): Promise<void> {
  const seat = seatOf(seats, movement.departureCountry);
  await seat.send('TransitNotice', movement.notice, { movementVersion: 1 });
  await seat.send('DepartureRelease', movement.release, { movementVersion: 2 });
}

/** Every passage of the journey, in order of travel. */
export async function passBorders(seats: Seats, movement: Movement): Promise<void> {
  const counts = new Map<string, number>();
  for (const passage of movement.passages) {
    const country = passage.office.slice(0, 2);
    counts.set(country, (counts.get(country) ?? 0) + 1);
    const originSeq = counts.get(country) ?? 1;
    await seatOf(seats, country).send('BorderPassage', passage, { originSeq });
  }
}

/** Arrival, control and discharge. */
export async function arriveAndEnd(seats: Seats, movement: Movement): Promise<void> {
  const destination = seatOf(seats, movement.destinationCountry);
  const own = movement.passages.filter(
    ({ office }) => office.slice(0, 2) === movement.destinationCountry,
  ).length;
  await destination.send('ArrivalNotice', movement.arrival, { originSeq: own + 1 });
  await destination.send('ControlResult', movement.control, { originSeq: own + 2 });
  await seatOf(seats, movement.departureCountry).send('DischargeNotice', movement.discharge, {
    movementVersion: 3,
  });
}

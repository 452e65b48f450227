import type { CorridorData } from '../../../fixtures/corridors/corridor-data.ts';

/** Legs of a corridor between which one device is on the truck, by position. */
export interface Carried {
  readonly from: number;
  readonly to: number;
}

/**
 * A hand-over at each border: the device of the one country comes off at the office of exit, that of the neighbour goes on
 * at the office of entry. One row for each device of the journey, in order; between two of them nothing is reported.
 * Give each as `carried` of a journey with the same `random`: the truck is the same, the devices are their own.
 * @source assumption (hand-over at Cinkansé); tracking notes, section 1
 */
export function handOvers({ legs }: CorridorData): Carried[] {
  const starts = legs.flatMap(({ role }, index) => (role === 'DEPARTURE' || role === 'ENTRY' ? [index] : []));
  const ends = legs.flatMap(({ role }, index) => (role === 'EXIT' || role === 'DESTINATION' ? [index] : []));
  return starts.map((from, index) => ({ from, to: ends[index] ?? legs.length - 1 }));
}

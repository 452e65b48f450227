import { Itinerary } from './itinerary.ts';
import type { Emission, JourneyOptions } from './journey-options.ts';
import { Tracker } from './tracker.ts';
import { Truck } from './truck.ts';

/** A journey that is stepped through: at each `next` what the device sends next, null at the end. */
export interface Journey extends Iterable<Emission> {
  /** Release, ms since the epoch. */
  readonly releasedAt: number;
  /** Readings still in the memory of the device; at the end: those that nobody will get. */
  readonly waiting: number;
  /** The next thing sent, in order of true time; null when nothing will ever be sent again. */
  next(): Emission | null;
}

/**
 * A truck on a corridor in virtual time, and its device. The same options give the same emissions and the same truth.
 * Keeps no past: its memory is that of the device and of the leg on which the truck is.
 * @throws RangeError for pins that do not rise, here, or that no truck can meet, while it drives
 */
export function createJourney(options: JourneyOptions): Journey {
  const itinerary = new Itinerary(options);
  const { onTruth } = options;
  const truck: Truck = new Truck(itinerary, {
    truth: (event) => onTruth?.(event),
    device: (event, at) => tracker.meets(event, at),
  });
  // Devices that follow each other on one truck have errors of their own.
  const random = options.random.fork(`device ${itinerary.carried.from}`);
  const tracker = new Tracker(truck, itinerary.cells, options.device, random, (what, at) =>
    onTruth?.(truck.truthOf(what, at)),
  );
  const next = (): Emission | null => step(truck, tracker);
  return {
    releasedAt: itinerary.releasedAt,
    get waiting() {
      return tracker.waiting;
    },
    next,
    *[Symbol.iterator]() {
      for (let emission = next(); emission; emission = next()) yield emission;
    },
  };
}

/** Lets truck and device act in order of time until something is sent. */
function step(truck: Truck, tracker: Tracker): Emission | null {
  for (;;) {
    const at = tracker.dueAt;
    if (!truck.over && truck.motion.t1 <= at) {
      truck.step();
      tracker.moved();
      if (truck.over) tracker.stop();
      continue;
    }
    if (at === Number.POSITIVE_INFINITY || (truck.over && tracker.isFinished)) return null;
    const emission = tracker.act(at);
    if (emission) return emission;
  }
}

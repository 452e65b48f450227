import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { JourneyPins } from './journey-options.ts';

/** The instants of a movement, so that the reports of a device and the messages of customs tell the same story. */
export function pinsOf({ release, passages, arrival, control }: Movement): JourneyPins {
  return {
    releasedAt: Date.parse(release.releasedAt),
    passages: passages.map(({ presentedAt, passedAt }) => ({
      presentedAt: Date.parse(presentedAt),
      passedAt: Date.parse(passedAt),
    })),
    arrivedAt: Date.parse(arrival.arrivedAt),
    controlledAt: Date.parse(control.controlledAt),
  };
}

import { parsePlate } from '../../profile/identifiers/plate.ts';
import type { IncidentNoticePayload } from '../../profile/messages/incident-notice.ts';
import type { Vehicle } from '../../profile/messages/parts/parts.ts';
import { HarnessError } from './errors.ts';
import type { CorridorWorld, Sent } from './world.ts';

/** The vehicle of the movement, but for its plate: another truck of the same carrier. */
export const otherTruck = ({ movement }: CorridorWorld, plate: string): Vehicle => ({
  ...movement.notice.vehicle,
  plate: parsePlate(plate),
});

/** A country reports an incident of a movement, in the name of its first office on the road. */
export function reportIncident(
  world: CorridorWorld,
  country: string,
  changes: Partial<IncidentNoticePayload>,
): Promise<Sent> {
  const { reference, notice } = world.movement;
  const office = notice.itinerary.legs.find((leg) => leg.country === country)?.office;
  if (!office)
    throw new HarnessError(
      'SCENARIO_ORDER',
      `${country} n'est pas sur l'itinéraire.`,
      'Choisissez un autre pays.',
    );
  const payload: IncidentNoticePayload = {
    transitReference: reference,
    office,
    code: '5',
    occurredAt: new Date(world.environment.clock.now()).toISOString(),
    status: 'OPEN',
    hold: false,
    place: { text: 'Point kilométrique fictif 12' },
    description: 'Panne du tracteur, marchandise intacte',
    ...changes,
  };
  return world.send(country, 'IncidentNotice', payload);
}

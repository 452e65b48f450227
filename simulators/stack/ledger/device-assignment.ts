import type { DeviceAssignmentPayload } from '../../../profile/messages/device-assignment.ts';
import { handler } from './handler.ts';
import type { Movement } from './movement.ts';
import { finding } from './step.ts';

/**
 * What an office says of a tracking device, as far as the ledger can judge it; what the books of the platforms say comes after
 * (`tracking/take-assignment.ts`).
 */
export const deviceAssignment = handler<DeviceAssignmentPayload>({
  occurredAt: ({ at }) => at,
  event: ({ office }) => ({ office }),
  refuse(movement, { message: { payload } }) {
    if (!isCompetent(movement, payload.office)) return [finding('OFF_ROUTE', undefined, payload.office)];
    return platesOf(movement).includes(payload.plate) ? [] : [finding('VEHICLE_DIFFERS')];
  },
});

/** An office on the itinerary in force, or the one where the truck has arrived instead. */
const isCompetent = ({ legs, events }: Movement, office: string): boolean =>
  legs.some((leg) => leg.office === office) ||
  events.some((event) => event.messageType === 'AT07' && event.office === office);

/** Plates under which the goods travel or travelled: those of the notice, and of a transhipment. */
const platesOf = ({ notice: { vehicle }, events }: Movement): string[] => [
  vehicle.plate,
  ...(vehicle.trailerPlate === undefined ? [] : [vehicle.trailerPlate]),
  ...events.flatMap(({ newPlate }) => newPlate ?? []),
];

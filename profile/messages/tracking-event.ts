import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { alertCodes, gnssStates, lockStates, trackingKinds } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { deviceId } from '../identifiers/device-id.ts';
import { platformCode } from '../identifiers/platform-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { defineMessage } from './message.ts';

/** A tracking platform tells where a truck is, or what happened to it, in the words that all platforms share. */
export const TrackingEvent = defineMessage({
  name: 'TrackingEvent',
  wireCode: 'AT17',
  french: 'événement de suivi',
  purpose: {
    fr: 'Une plateforme de suivi dit au pays où se trouve le camion et au pays de départ où il est, ou ce qui lui arrive.',
    en: 'A tracking platform tells the country where the truck is, and the country of departure, where it is or what happens to it.',
  },
  sender: 'tracking platform',
  recipients: 'territory',
  class: 'tracking',
  legalIn: 'any',
  numbering: 'none',
  counterparts: { wco: 'EPCIS 2.0 ObjectEvent with sensorElementList' },
  payload: z.strictObject({
    transitReference,
    /** The same event told again keeps it. */
    eventId: z.uuid(),
    platform: platformCode,
    deviceId,
    /** Rises by 1 with each event about this device on this movement, in the order in which the platform learnt of them. */
    deviceSeq: z.int().min(1).max(9_999_999),
    kind: code(trackingKinds),
    /** ALERT only. */
    alert: code(alertCodes).optional(),
    /** When it happened, by the device, UTC. */
    recordedAt: instant,
    /** When the platform learnt of it, UTC. */
    receivedAt: instant,
    /** Absent when the device knew of none. Of an older fix when `gnss` is not FIX. */
    position: z
      .strictObject({
        latitudeDeg: z.number().min(-90).max(90),
        longitudeDeg: z.number().min(-180).max(180),
      })
      .optional(),
    speedKmh: z.number().min(0).max(400).optional(),
    courseDeg: z.number().min(0).max(360).optional(),
    /** Country on whose territory the truck is. */
    territory: countryCode,
    /** Place on the itinerary: the leg (`seq`) towards whose office the truck is under way. */
    leg: z.int().min(1).max(99).optional(),
    lock: code(lockStates).optional(),
    /** Of SEAL_OPEN only: the device took the opening for rightful (card, password). */
    authorised: z.boolean().optional(),
    batteryPct: z.number().min(0).max(100).optional(),
    gnss: code(gnssStates),
    /** It comes from the memory of the device: there was no network when it was recorded. */
    stored: z.boolean(),
  }),
});
export type TrackingEventPayload = z.infer<typeof TrackingEvent.payload>;

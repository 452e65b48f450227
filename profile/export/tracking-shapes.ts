import { z } from 'zod';
import { code } from '../code-lists/code.ts';
import { deviceStates } from '../code-lists/code-lists.ts';
import { instant } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { deviceId } from '../identifiers/device-id.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { platformCode } from '../identifiers/platform-code.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { TrackingEvent } from '../messages/tracking-event.ts';

/**
 * The bodies of the binding that concern tracking (docs/profile/binding.md, section 8).
 * @source profile decision P05; draft message set 6.3 (states of a device), AT16, AT17
 */

const device = { platform: platformCode, deviceId };
const { transitReference: _reference, kind: _kind, alert, authorised, ...told } = TrackingEvent.payload.shape;

/** A position of a journey: the fields of its TrackingEvent, in the words of all platforms. */
export const journeyPosition = z.object({
  ...told,
  /** Absent of a report that is kept and was not due to be told. */
  deviceSeq: told.deviceSeq.optional(),
  /** Its clock was ahead by more than the tolerance: it stands where it came, and as a position was told to nobody. */
  clockAhead: z.boolean().optional(),
});

/** An alert of a journey: the fields of its TrackingEvent. */
export const journeyAlert = journeyPosition.extend({ alert: alert.unwrap(), authorised });

/** Section 8: all that the tracking platforms know of the journey of one movement. */
export const journey = z.object({
  transitReference,
  /** In order of `from`; `until` is absent while the device is attached. */
  assignments: z.array(z.object({ ...device, from: instant, until: instant.optional() })),
  /** Times without an attached device, from the removal of one to the attachment of the next, at `where`. */
  gaps: z.array(z.object({ from: instant, until: instant.optional(), where: officeCode })),
  /**
   * In order of the instant at which each stands in the journey: `recordedAt`, or `receivedAt` where `clockAhead`; of one instant, as
   * their platforms learnt of them. Those that came late or from a memory stand in their place.
   */
  positions: z.array(journeyPosition),
  alerts: z.array(journeyAlert),
  /** Every change of state of each device, in order of `since`. */
  deviceStates: z.array(z.object({ ...device, state: code(deviceStates), since: instant })),
});
export type Journey = z.infer<typeof journey>;

/** Where a platform listens to devices of one protocol. */
const listener = z.object({
  /** E.g. `jointech`, `teltonika`, `jt808`, `gt06`, `osmand`, `mqtt`. */
  protocol: z.string().min(1),
  transport: z.enum(['tcp', 'udp', 'http', 'mqtt']),
  host: z.string().min(1),
  port: z.int().min(1).max(65_535),
});

/** Section 8: the tracking platforms that this stack hosts. */
export const trackingPlatforms = z.object({
  platforms: z.array(
    z.object({ platform: platformCode, country: countryCode, listeners: z.array(listener) }),
  ),
});
export type TrackingPlatforms = z.infer<typeof trackingPlatforms>;

/** Section 8: what a platform is told of a device to know it. */
export const deviceRegistration = z.object({
  protocol: z.string().min(1).max(40),
  /** The device's clock, minutes ahead of UTC, from -12:00 to +14:00; what the vendor ships it with differs by protocol. */
  zoneMinutes: z.int().min(-720).max(840),
});
export type DeviceRegistration = z.infer<typeof deviceRegistration>;

/** Section 8: a device as its platform knows it. */
export const trackedDevice = deviceRegistration.extend({
  ...device,
  state: code(deviceStates),
  /** The movement to which it is attached. */
  transitReference: transitReference.optional(),
  /** `recordedAt` of its newest report. */
  lastReportAt: instant.optional(),
  /** `deviceSeq` of the last event told about it on its movement; 0 before the first. */
  lastEventSeq: z.int().min(0),
});
export type TrackedDevice = z.infer<typeof trackedDevice>;

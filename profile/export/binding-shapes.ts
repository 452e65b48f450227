import { z } from 'zod';
import { capabilities } from '../capabilities.ts';
import { code } from '../code-lists/code.ts';
import { findingKinds, guaranteeKinds } from '../code-lists/code-lists.ts';
import { instant, messageId, seat } from '../envelope/envelope.ts';
import { countryCode } from '../identifiers/country-code.ts';
import { guaranteeReference } from '../identifiers/guarantee-reference.ts';
import { officeCode } from '../identifiers/office-code.ts';
import { sealNumber } from '../identifiers/seal-number.ts';
import { transitReference } from '../identifiers/transit-reference.ts';
import { movementEvent } from '../messages/parts/movement-event.ts';
import { amount, finding, text } from '../messages/parts/parts.ts';
import { itineraryEntry, officeEntry } from '../messages/parts/reference-content.ts';
import { TransitNotice } from '../messages/transit-notice.ts';
import { problemDetails } from '../problem.ts';
import { serviceStates } from '../services/service-states.ts';
import { type MovementState, movementStates } from '../states/movement-states.ts';
import { deviceRegistration, journey, trackedDevice, trackingPlatforms } from './tracking-shapes.ts';

/**
 * The bodies of the binding that are not messages (docs/profile/binding.md). A stack may add fields to what it
 * answers; a caller ignores those it does not know.
 * @source profile decisions P05, P06; binding sections 2 to 7
 */

/** Position in a recipient's queue: 1, 2, 3 ...; 0 is before the first. */
const cursor = z.int().min(0);
const count = z.int().min(0);
const states = Object.keys(movementStates) as [MovementState, ...MovementState[]];

/** A whole message, as one of the message schemas describes it. */
const anyMessage = z.looseObject({ messageType: z.string() });

/** Section 2: one page of a recipient's queue. */
export const pullAnswer = z.object({
  messages: z.array(z.object({ cursor: z.int().min(1), late: z.boolean(), message: anyMessage })).max(500),
  /** `after` for the next pull. */
  next: cursor,
  more: z.boolean(),
});

/** Section 3: how far deliveries to one seat have come. */
export const deliveryState = z.object({
  seat,
  cursor,
  lastQueued: cursor,
  pending: count,
  deadLetters: count,
  processing: count,
});

/** Section 3: the dead letters of one seat. */
export const deadLetters = z.object({
  deadLetters: z.array(
    z.object({
      cursor: z.int().min(1),
      messageId,
      messageType: z.string(),
      firstAttemptAt: instant,
      deadAt: instant,
      reason: z.string(),
    }),
  ),
});

/** Section 3: how many dead letters went back to the queue. */
export const redelivery = z.object({ requeued: count });

/** A finding as the ledger publishes it. */
export const ledgerFinding = z.object({
  kind: code(findingKinds),
  raisedAt: instant,
  country: countryCode.optional(),
  office: officeCode.optional(),
  relatesTo: messageId.optional(),
  detail: text(500).optional(),
});

/** Section 4: what the ledger holds of a movement. `limitDate` is absent before the release. */
export const ledgerEntry = z.object({
  transitReference,
  state: z.enum(states),
  movementVersion: z.int().min(1),
  countries: z.array(countryCode).min(1),
  corridor: z.string(),
  limitDate: instant.optional(),
  seals: z.array(sealNumber),
  notice: TransitNotice.payload,
  events: z.array(movementEvent),
  findings: z.array(ledgerFinding),
});

/** Section 4: an entry of the guarantee register, without access code; amounts (whole XOF) absent for kind `fund`. */
export const guaranteeEntry = z.object({
  guaranteeReference,
  kind: code(guaranteeKinds),
  holderTaxId: z.string(),
  countries: z.array(countryCode).min(1),
  validFrom: instant,
  validUntil: instant,
  referenceAmount: amount.optional(),
  reservedAmount: amount.optional(),
  availableAmount: amount.optional(),
  reservations: z.array(z.object({ transitReference, amount, reservationId: z.uuid() })),
});

/** Section 4: the reference data in force. */
export const referenceDataAnswer = z.object({
  offices: z.array(officeEntry),
  itineraries: z.array(itineraryEntry),
  holidays: z.array(z.object({ country: countryCode, date: z.iso.date(), name: z.string() })),
  unavailabilities: z.array(
    z.object({
      country: countryCode,
      type: z.enum(['S', 'U', 'N']),
      from: instant,
      until: instant.optional(),
      fallback: z.string().optional(),
    }),
  ),
  codeLists: z
    .array(
      z.object({
        country: countryCode,
        list: z.string(),
        codes: z.array(z.object({ code: z.string(), fr: z.string(), en: z.string() })),
      }),
    )
    .optional(),
  versions: z.array(
    z.object({
      country: countryCode,
      kind: z.string(),
      list: z.string().optional(),
      version: z.int().min(0),
      effectiveFrom: instant.optional(),
    }),
  ),
});

/** Section 5: where a seat takes deliveries. */
export const participantRegistration = z.object({ baseUrl: z.url(), system: text(140) });
/** Section 5: a seat, and where it takes deliveries. */
export const participant = participantRegistration.extend({ seat });
/** Section 5: every seat that is registered. */
export const participants = z.object({ participants: z.array(participant) });

/** Section 5: the stack answers, in which environment, and what its clock shows. */
export const health = z.object({
  status: z.literal('ready'),
  environment: z.enum(['test', 'preproduction', 'production']),
  now: instant,
});

/** Section 6: what the test clock shows. */
export const testClock = z.object({ now: instant });
/** Section 6: by how much the test clock is put forward. */
export const testClockAdvance = z.object({ seconds: z.number().min(0) });

/** Every body that is not a message, by the name under which it is published. */
export const bindingShapes = {
  ProblemDetails: { schema: problemDetails, title: 'Problem details (RFC 9457), binding section 7' },
  PullAnswer: { schema: pullAnswer, title: 'Answer to a pull, binding section 2' },
  DeliveryState: { schema: deliveryState, title: 'Delivery state of a seat, binding section 3' },
  DeadLetters: { schema: deadLetters, title: 'Dead letters of a seat, binding section 3' },
  Redelivery: { schema: redelivery, title: 'Answer to a request for redelivery, binding section 3' },
  LedgerEntry: { schema: ledgerEntry, title: 'Ledger entry of a movement, binding section 4' },
  GuaranteeEntry: { schema: guaranteeEntry, title: 'Entry of the guarantee register, binding section 4' },
  ReferenceDataAnswer: { schema: referenceDataAnswer, title: 'Reference data in force, binding section 4' },
  ParticipantRegistration: { schema: participantRegistration, title: 'Delivery address, binding section 5' },
  Participant: { schema: participant, title: 'Participant, binding section 5' },
  Participants: { schema: participants, title: 'Participants, binding section 5' },
  Capabilities: { schema: capabilities, title: 'Capabilities (ICS), binding section 5' },
  Health: { schema: health, title: 'Health, binding section 5' },
  TestClock: { schema: testClock, title: 'Test clock, binding section 6' },
  TestClockAdvance: { schema: testClockAdvance, title: 'Advance of the test clock, binding section 6' },
  Journey: { schema: journey, title: 'Journey of a movement, binding section 8' },
  TrackingPlatforms: { schema: trackingPlatforms, title: 'Tracking platforms hosted, binding section 8' },
  DeviceRegistration: { schema: deviceRegistration, title: 'Registration of a device, binding section 8' },
  TrackedDevice: { schema: trackedDevice, title: 'A tracking device, binding section 8' },
  ServiceStates: { schema: serviceStates, title: 'State of the national services, services section 7' },
  Finding: { schema: finding, title: 'Finding of a refusal' },
  MovementEvent: { schema: movementEvent, title: 'Event of a movement' },
} as const satisfies Record<string, { schema: z.ZodType; title: string }>;

export type BindingShapeName = keyof typeof bindingShapes;

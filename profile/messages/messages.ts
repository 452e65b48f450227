import { Acknowledgement } from './acknowledgement.ts';
import { ArrivalNotice } from './arrival-notice.ts';
import { BorderPassage } from './border-passage.ts';
import { CancellationNotice } from './cancellation-notice.ts';
import { ControlResult } from './control-result.ts';
import { DepartureRelease } from './departure-release.ts';
import { DeviceAssignment } from './device-assignment.ts';
import { DischargeNotice } from './discharge-notice.ts';
import { EnquiryRequest } from './enquiry-request.ts';
import { EnquiryResponse } from './enquiry-response.ts';
import { FindingNotice } from './finding-notice.ts';
import { FunctionalError } from './functional-error.ts';
import { GuaranteeRequest } from './guarantee-request.ts';
import { GuaranteeResult } from './guarantee-result.ts';
import { IncidentNotice } from './incident-notice.ts';
import { ItineraryChange } from './itinerary-change.ts';
import type { MessageDefinition } from './message.ts';
import { MovementQuery } from './movement-query.ts';
import { MovementResponse } from './movement-response.ts';
import { RecoveryNotice } from './recovery-notice.ts';
import { ReferenceDataNotice } from './reference-data-notice.ts';
import { SyntaxError } from './syntax-error.ts';
import { TrackingEvent } from './tracking-event.ts';
import { TransitNotice } from './transit-notice.ts';

/** Every message of the profile, in order of wire code. A new message is one new file and one row here. */
export const messages = {
  TransitNotice,
  DepartureRelease,
  CancellationNotice,
  ItineraryChange,
  BorderPassage,
  IncidentNotice,
  ArrivalNotice,
  ControlResult,
  DischargeNotice,
  MovementQuery,
  MovementResponse,
  EnquiryRequest,
  EnquiryResponse,
  GuaranteeRequest,
  GuaranteeResult,
  DeviceAssignment,
  TrackingEvent,
  ReferenceDataNotice,
  RecoveryNotice,
  Acknowledgement,
  SyntaxError,
  FunctionalError,
  FindingNotice,
} as const;

export type MessageName = keyof typeof messages;

/** The same definitions, untyped, for code that treats all messages alike. */
export const allMessages: readonly MessageDefinition[] = Object.values(messages);

const byWireCode = new Map(allMessages.map((definition) => [definition.wireCode, definition]));

/** The definition with this wire code, or undefined. */
export const messageByWireCode = (wireCode: string): MessageDefinition | undefined =>
  byWireCode.get(wireCode);

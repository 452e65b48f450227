import { acknowledgement, findingNotice, functionalError, syntaxError } from './examples/answers.ts';
import type { ExampleOf } from './examples/example.ts';
import {
  guaranteeRequest,
  guaranteeResult,
  referenceDataNotice,
} from './examples/guarantee-and-reference-data.ts';
import {
  enquiryRequest,
  enquiryResponse,
  movementQuery,
  movementResponse,
  recoveryNotice,
} from './examples/query-and-enquiry.ts';
import {
  arrivalNotice,
  borderPassage,
  cancellationNotice,
  controlResult,
  departureRelease,
  dischargeNotice,
  incidentNotice,
  itineraryChange,
} from './examples/road.ts';
import { deviceAssignment, trackingEvent } from './examples/tracking.ts';
import { transitNotice } from './examples/transit-notice.ts';
import type { MessageName } from './messages.ts';

/**
 * One whole valid message of each kind, written out, all synthetic: a movement from Lomé to Ouagadougou by
 * Cinkansé. Documents and OpenAPI show these. They illustrate each message alone; they are not one conversation.
 */
export const examples: { readonly [Name in MessageName]: ExampleOf<Name> } = {
  TransitNotice: transitNotice,
  DepartureRelease: departureRelease,
  CancellationNotice: cancellationNotice,
  ItineraryChange: itineraryChange,
  BorderPassage: borderPassage,
  IncidentNotice: incidentNotice,
  ArrivalNotice: arrivalNotice,
  ControlResult: controlResult,
  DischargeNotice: dischargeNotice,
  MovementQuery: movementQuery,
  MovementResponse: movementResponse,
  EnquiryRequest: enquiryRequest,
  EnquiryResponse: enquiryResponse,
  GuaranteeRequest: guaranteeRequest,
  GuaranteeResult: guaranteeResult,
  DeviceAssignment: deviceAssignment,
  TrackingEvent: trackingEvent,
  ReferenceDataNotice: referenceDataNotice,
  RecoveryNotice: recoveryNotice,
  Acknowledgement: acknowledgement,
  SyntaxError: syntaxError,
  FunctionalError: functionalError,
  FindingNotice: findingNotice,
};

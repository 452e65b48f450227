import {
  amendedNotice,
  cancellationNotice,
  departureRelease,
  dischargeNotice,
  enquiryRequest,
  enquiryResponse,
  itineraryChange,
  recoveryNotice,
} from './at-departure.ts';
import { deviceAssignment } from './device-assignment.ts';
import type { Handlers } from './handler.ts';
import { arrivalNotice, borderPassage, controlResult, incidentNotice } from './on-the-road.ts';

/** What each message about a movement does to the book. A new one is one row here. */
export const handlers: Handlers = {
  TransitNotice: amendedNotice,
  DepartureRelease: departureRelease,
  CancellationNotice: cancellationNotice,
  ItineraryChange: itineraryChange,
  BorderPassage: borderPassage,
  IncidentNotice: incidentNotice,
  ArrivalNotice: arrivalNotice,
  ControlResult: controlResult,
  DischargeNotice: dischargeNotice,
  DeviceAssignment: deviceAssignment,
  EnquiryRequest: enquiryRequest,
  EnquiryResponse: enquiryResponse,
  RecoveryNotice: recoveryNotice,
};

import type { Entry, Outcome } from '../model/views.ts';

/** The requirement that a refusal with this code answers to. */
const BY_CODE: Readonly<Record<string, string>> = {
  UNKNOWN_MOVEMENT: 'ERR-011',
  OFF_ROUTE: 'ERR-014',
  NOT_THE_OWNER: 'ERR-029',
  DUPLICATE_MOVEMENT: 'ERR-030',
  REFERENCE_MISMATCH: 'ERR-031',
  VERSION_OUT_OF_ORDER: 'ORD-008',
  ALREADY_ARRIVED: 'ARR-007',
  ALREADY_PASSED: 'PAS-013',
  SEALS_DIFFER: 'DEP-008',
  GUARANTEE_NOT_RESERVED: 'GUA-014',
  NOT_AMENDABLE: 'AMD-003',
  NO_ENQUIRY: 'ENQ-008',
  DUPLICATE_ID: 'KEY-003',
  CHECK_DIGIT: 'ERR-005',
  MISSING_FIELD: 'ERR-004',
  NOT_IN_CODE_LIST: 'ERR-006',
  UNEXPECTED_FIELD: 'ERR-017',
  WRONG_TYPE: 'ERR-018',
  UNKNOWN_OFFICE: 'ERR-024',
  REAL_MESSAGE_REFUSED: 'TST-001',
};

/** What OUT_OF_SEQUENCE says for a message in a state, where a requirement names it. */
const OUT_OF_SEQUENCE: Readonly<Record<string, string>> = {
  'CancellationNotice IN_TRANSIT': 'CAN-003',
  'DepartureRelease RELEASED': 'DEP-007',
  'DepartureRelease IN_TRANSIT': 'DEP-007',
  'DepartureRelease CANCELLED': 'CAN-005',
  'ControlResult RELEASED': 'CTL-005',
  'ControlResult IN_TRANSIT': 'CTL-005',
  'DischargeNotice ARRIVED': 'DIS-002',
  'TransitNotice ARRIVED': 'AMD-006',
  'ItineraryChange ARRIVED': 'ITI-008',
  'DeviceAssignment CANCELLED': 'TRK-019',
  'DeviceAssignment DISCHARGED': 'TRK-019',
};

/** What a message does that took effect, by name, or by name and the state after it. */
const EFFECTS: Readonly<Record<string, string>> = {
  'TransitNotice NONE>REGISTERED': 'DEP-001',
  TransitNotice: 'AMD-001',
  DepartureRelease: 'DEP-002',
  CancellationNotice: 'CAN-001',
  'CancellationNotice RELEASED>CANCELLED': 'CAN-002',
  ItineraryChange: 'ITI-002',
  BorderPassage: 'PAS-001',
  'BorderPassage SUSPENDED>IN_TRANSIT': 'PAS-007',
  'BorderPassage OVERDUE>OVERDUE': 'PAS-015',
  IncidentNotice: 'INC-003',
  'IncidentNotice SUSPENDED>IN_TRANSIT': 'INC-002',
  ArrivalNotice: 'ARR-001',
  'ArrivalNotice OVERDUE>ARRIVED': 'ARR-006',
  'ArrivalNotice RELEASED>ARRIVED': 'ARR-004',
  'ArrivalNotice UNDER_ENQUIRY>ARRIVED': 'ENQ-005',
  'ArrivalNotice CLOSED_MANUALLY>CLOSED_MANUALLY': 'ARR-008',
  ControlResult: 'CTL-001',
  'ControlResult ARRIVED>DISCREPANCY': 'CTL-002',
  'ControlResult CONTROLLED>DISCREPANCY': 'CTL-004',
  'ControlResult DISCREPANCY>CONTROLLED': 'CTL-004',
  DischargeNotice: 'DIS-001',
  'DischargeNotice DISCREPANCY>DISCHARGED': 'DIS-003',
  'DischargeNotice RECOVERY>DISCHARGED': 'ENQ-007',
  DeviceAssignment: 'TRK-010',
  EnquiryRequest: 'ENQ-003',
  EnquiryResponse: 'ENQ-004',
  RecoveryNotice: 'ENQ-006',
};

/** By the state alone, whatever led there. */
const BY_STATE_AFTER: Readonly<Record<string, string>> = {
  'BorderPassage SUSPENDED': 'PAS-006',
  'IncidentNotice SUSPENDED': 'INC-001',
  'ArrivalNotice CONTROLLED': 'ARR-002',
  'ArrivalNotice DISCREPANCY': 'ARR-003',
  'DischargeNotice PARTIALLY_DISCHARGED': 'DIS-004',
  'DischargeNotice CLOSED_MANUALLY': 'DIS-006',
};

const LATE_PASSAGE = new Set(['ARRIVED', 'CONTROLLED', 'DISCREPANCY', 'PARTIALLY_DISCHARGED', 'DISCHARGED']);

/** The requirement that says that this message takes effect, and what it does to the state. */
export function requirementOfEffect({ name, before, after }: Entry): string {
  if (name === 'BorderPassage' && before === after && LATE_PASSAGE.has(before ?? '')) return 'PAS-008';
  const force = name === 'DischargeNotice' && after === 'DISCHARGED' && !DISCHARGED_FROM.has(before ?? '');
  if (force) return 'DIS-005';
  return (
    BY_STATE_AFTER[before === after ? '' : `${name} ${after}`] ??
    EFFECTS[`${name} ${before}>${after}`] ??
    EFFECTS[name] ??
    'LED-007'
  );
}

const DISCHARGED_FROM = new Set(['CONTROLLED', 'DISCREPANCY', 'PARTIALLY_DISCHARGED', 'RECOVERY']);

/** The requirement that a refusal answers to. */
export function requirementOfRefusal(
  name: string,
  outcome: Extract<Outcome, { faults: unknown }>,
  state: string | undefined,
): string {
  const [fault, second] = outcome.faults;
  if (second && outcome.kind === 'refused-at-once') return 'ERR-007';
  if (fault?.rule === 'R06') return 'ERR-012';
  if (fault?.code === 'RULE') return 'ERR-032';
  if (fault?.code === 'OUT_OF_SEQUENCE')
    return OUT_OF_SEQUENCE[`${name} ${state}`] ?? (state === 'DISCHARGED' ? 'DIS-009' : 'ERR-010');
  return BY_CODE[fault?.code ?? ''] ?? 'ERR-009';
}

/** What the hub points out, by kind. */
export const REQUIREMENT_OF_FINDING: Readonly<Record<string, string>> = {
  'passage-missing': 'ARR-005',
  'passage-order': 'PAS-009',
  'seals-discontinued': 'PAS-011',
  'version-gap': 'ORD-009',
  overdue: 'ENQ-002',
  'result-missing': 'CTL-006',
  'duplicate-id': 'KEY-004',
  'late-message': 'LED-004',
};

/** What a request on the register answers to: by the reasons of the refusal, or by the operation that is accepted. */
export function requirementOfRegister(operation: string, reasons: readonly string[]): string {
  const byReason: Readonly<Record<string, string>> = {
    G01: 'GUA-008',
    G02: 'GUA-016',
    G03: 'GUA-009',
    G04: 'GUA-017',
    COUNTRY_NOT_COVERED: 'GUA-010',
    INSUFFICIENT: 'GUA-003',
  };
  const [reason] = reasons;
  if (reason && reason !== 'G05') return byReason[reason] ?? 'GUA-001';
  const refused = { RELEASE: 'GUA-004', CANCEL: 'GUA-021', CLAIM: 'GUA-020', RESERVE: 'GUA-018' };
  const accepted = { REGISTER: 'GUA-001', RESERVE: 'GUA-002', RELEASE: 'GUA-013', QUERY: 'GUA-023' };
  const table: Readonly<Record<string, string>> = reason ? refused : accepted;
  return table[operation] ?? 'GUA-001';
}

import { EXAMPLE_REFERENCE, type ExampleOf, exampleEnvelope } from './example.ts';

/** The truck may leave; its time limit runs. */
export const departureRelease: ExampleOf<'DepartureRelease'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000002',
  messageType: 'AT02',
  sender: 'TG',
  recipient: 'route',
  preparedAt: '2026-11-02T10:05:00.000Z',
  movementVersion: 2,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'TG0LOM1',
    releasedAt: '2026-11-02T10:00:00Z',
    limitDate: '2026-11-09T12:00:00Z',
    seals: [{ number: 'TGD-0001234', kind: 'MECHANICAL', affixedBy: 'CUSTOMS' }],
    sealCount: 1,
    controlResult: 'A2',
    deviceId: 'SYN-0001',
    reservationId: '9f1c7a52-0000-4000-8000-000000000001',
  },
};

/** Instead of a release: the office of departure withdraws the movement. */
export const cancellationNotice: ExampleOf<'CancellationNotice'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000003',
  messageType: 'AT03',
  sender: 'TG',
  recipient: 'route',
  preparedAt: '2026-11-02T09:00:00.000Z',
  movementVersion: 2,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'TG0LOM1',
    reason: 'Déclaration remplacée à la demande du déclarant',
    decidedAt: '2026-11-02T08:55:00Z',
  },
};

/** The road by Cinkansé is closed for the usual destination: another day is planned. */
export const itineraryChange: ExampleOf<'ItineraryChange'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000004',
  messageType: 'AT04',
  sender: 'TG',
  recipient: 'route',
  preparedAt: '2026-11-03T09:00:00.000Z',
  originSeq: 1,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    decision: 'AUTHORISED',
    office: 'TG0LOM1',
    decidedAt: '2026-11-03T08:45:00Z',
    reason: 'Route coupée, départ différé de deux jours',
    itinerary: {
      corridor: 'LOME-CINKANSE-OUAGADOUGOU',
      legs: [
        {
          sequence: 1,
          office: 'TG0LOM1',
          country: 'TG',
          role: 'DEPARTURE',
          plannedAt: '2026-11-02T12:00:00Z',
        },
        { sequence: 2, office: 'TG0CIN1', country: 'TG', role: 'EXIT', plannedAt: '2026-11-06T08:00:00Z' },
        { sequence: 3, office: 'BF0CIN1', country: 'BF', role: 'ENTRY', plannedAt: '2026-11-06T10:00:00Z' },
        {
          sequence: 4,
          office: 'BF0OUA1',
          country: 'BF',
          role: 'DESTINATION',
          plannedAt: '2026-11-07T16:00:00Z',
        },
      ],
    },
    newLimitDate: '2026-11-11T12:00:00Z',
  },
};

/** The truck has left Togo. */
export const borderPassage: ExampleOf<'BorderPassage'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000005',
  messageType: 'AT05',
  sender: 'TG',
  recipient: 'route',
  preparedAt: '2026-11-04T09:45:00.000Z',
  originSeq: 2,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'TG0CIN1',
    direction: 'EXIT',
    outcome: 'PASSED',
    presentedAt: '2026-11-04T07:10:00Z',
    passedAt: '2026-11-04T09:40:00Z',
    seals: { state: 'intact', numbers: ['TGD-0001234'] },
    plate: 'TG-0001-AA',
  },
};

/** A breakdown on the way; the truck need not wait for customs. */
export const incidentNotice: ExampleOf<'IncidentNotice'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000006',
  messageType: 'AT06',
  sender: 'BF',
  recipient: 'route',
  preparedAt: '2026-11-04T15:20:00.000Z',
  originSeq: 1,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'BF0CIN1',
    code: '5',
    occurredAt: '2026-11-04T14:30:00Z',
    status: 'OPEN',
    hold: false,
    place: { latitudeDeg: 11.78, longitudeDeg: -0.37, text: 'Tenkodogo' },
    description: 'Panne de moteur, réparation sur place',
  },
};

/** The truck has arrived; the control comes apart. */
export const arrivalNotice: ExampleOf<'ArrivalNotice'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000007',
  messageType: 'AT07',
  sender: 'BF',
  recipient: 'route',
  preparedAt: '2026-11-05T16:10:00.000Z',
  originSeq: 2,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'BF0OUA1',
    arrivedAt: '2026-11-05T16:00:00Z',
    seals: { state: 'intact', numbers: ['TGD-0001234'] },
  },
};

/** The control found what was declared. */
export const controlResult: ExampleOf<'ControlResult'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000008',
  messageType: 'AT08',
  sender: 'BF',
  recipient: 'route',
  preparedAt: '2026-11-06T09:15:00.000Z',
  originSeq: 3,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'BF0OUA1',
    controlledAt: '2026-11-06T09:00:00Z',
    result: 'A1',
    differences: [],
  },
};

/** The movement is over; the guarantee may be released. */
export const dischargeNotice: ExampleOf<'DischargeNotice'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000009',
  messageType: 'AT09',
  sender: 'TG',
  recipient: 'route',
  preparedAt: '2026-11-06T11:05:00.000Z',
  movementVersion: 3,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'TG0LOM1',
    dischargedAt: '2026-11-06T11:00:00Z',
    basis: 'CONFORM',
  },
};

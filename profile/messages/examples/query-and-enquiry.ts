import { EXAMPLE_REFERENCE, type ExampleOf, exampleEnvelope } from './example.ts';

/** Burkina Faso asks for the state of a movement it is concerned by. */
export const movementQuery: ExampleOf<'MovementQuery'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-00000000000a',
  messageType: 'AT10',
  sender: 'BF',
  recipient: 'hub',
  preparedAt: '2026-11-04T11:00:00.000Z',
  payload: {
    by: { transitReference: EXAMPLE_REFERENCE },
    scope: 'STATUS',
    reason: 'Camion présenté sans avis de transit reçu',
  },
};

/** What is known of it. */
export const movementResponse: ExampleOf<'MovementResponse'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-00000000000b',
  messageType: 'AT11',
  sender: 'hub',
  recipient: 'BF',
  preparedAt: '2026-11-04T11:00:02.000Z',
  correlationId: '01a19b61-2f40-7000-8000-00000000000a',
  payload: {
    outcome: 'FOUND',
    movement: {
      transitReference: EXAMPLE_REFERENCE,
      state: 'IN_TRANSIT',
      movementVersion: 2,
      limitDate: '2026-11-09T12:00:00Z',
    },
  },
};

/** The time limit has passed and nobody has seen the truck. */
export const enquiryRequest: ExampleOf<'EnquiryRequest'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-00000000000c',
  messageType: 'AT12',
  sender: 'TG',
  recipient: 'BF',
  preparedAt: '2026-11-16T08:00:00.000Z',
  movementVersion: 3,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'TG0LOM1',
    enquiredAt: '2026-11-16T08:00:00Z',
    reason: "Aucun avis d'arrivée sept jours après la fin du délai",
    respondBy: '2026-12-14T08:00:00Z',
    contact: 'Bureau de Lomé-Port, apurement',
  },
};

/** The destination has no trace of it. */
export const enquiryResponse: ExampleOf<'EnquiryResponse'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-00000000000d',
  messageType: 'AT13',
  sender: 'BF',
  recipient: 'TG',
  preparedAt: '2026-11-18T10:00:00.000Z',
  correlationId: '01a19b61-2f40-7000-8000-00000000000c',
  originSeq: 1,
  payload: { transitReference: EXAMPLE_REFERENCE, office: 'BF0OUA1', code: '1' },
};

/** Nobody can account for the goods: the duties are claimed. */
export const recoveryNotice: ExampleOf<'RecoveryNotice'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-00000000000e',
  messageType: 'AT21',
  sender: 'TG',
  recipient: 'route',
  preparedAt: '2026-12-15T09:00:00.000Z',
  movementVersion: 4,
  payload: {
    transitReference: EXAMPLE_REFERENCE,
    office: 'TG0LOM1',
    startedAt: '2026-12-15T08:30:00Z',
    reason: 'Aucune trace du mouvement à la fin de la recherche',
    amount: { amount: 2_200_000, currency: 'XOF' },
  },
};

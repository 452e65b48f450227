import { EXAMPLE_REFERENCE, type ExampleOf, exampleEnvelope } from './example.ts';

const NOTICE_ID = '01a19b61-2f40-7000-8000-000000000001';

/** The hub has the TransitNotice. */
export const acknowledgement: ExampleOf<'Acknowledgement'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000012',
  messageType: 'AT90',
  sender: 'hub',
  recipient: 'TG',
  preparedAt: '2026-11-02T08:30:00.250Z',
  correlationId: NOTICE_ID,
  payload: {
    relatesTo: NOTICE_ID,
    verdict: 'RECEIVED',
    digest: '0000000000000000000000000000000000000000000000000000000000000000',
    processingId: '9f1c7a52-0000-4000-8000-000000000002',
    receivedAt: '2026-11-02T08:30:00.240Z',
  },
};

/** The hub refuses a TransitNotice that is wrong by itself. */
export const syntaxError: ExampleOf<'SyntaxError'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000013',
  messageType: 'AT91',
  sender: 'hub',
  recipient: 'TG',
  preparedAt: '2026-11-02T08:30:00.250Z',
  correlationId: NOTICE_ID,
  payload: {
    relatesTo: NOTICE_ID,
    findings: [
      { code: 'PATTERN', pointer: '/payload/items/0/hsCode', reason: 'forme incorrecte' },
      { code: 'MISSING_FIELD', pointer: '/payload/sealCount', reason: 'champ obligatoire absent' },
    ],
  },
};

/** The hub refuses a passage of a movement that it does not know. */
export const functionalError: ExampleOf<'FunctionalError'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000014',
  messageType: 'AT92',
  sender: 'hub',
  recipient: 'BF',
  preparedAt: '2026-11-06T09:16:00.000Z',
  correlationId: '01a19b61-2f40-7000-8000-000000000008',
  payload: {
    relatesTo: '01a19b61-2f40-7000-8000-000000000008',
    transitReference: EXAMPLE_REFERENCE,
    findings: [
      { code: 'UNKNOWN_MOVEMENT', pointer: '/payload/transitReference', reason: 'mouvement inconnu' },
    ],
  },
};

/** The hub points out that a passage was never recorded. */
export const findingNotice: ExampleOf<'FindingNotice'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000015',
  messageType: 'AT93',
  sender: 'hub',
  recipient: 'TG',
  preparedAt: '2026-11-05T16:11:00.000Z',
  payload: {
    kind: 'passage-missing',
    raisedAt: '2026-11-05T16:11:00Z',
    transitReference: EXAMPLE_REFERENCE,
    relatesTo: '01a19b61-2f40-7000-8000-000000000007',
    country: 'BF',
    office: 'BF0CIN1',
    detail: 'Arrivée à BF0OUA1 sans passage enregistré à BF0CIN1',
  },
};

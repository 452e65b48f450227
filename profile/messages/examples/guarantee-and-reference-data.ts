import { EXAMPLE_REFERENCE, type ExampleOf, exampleEnvelope } from './example.ts';

/** Togo reserves the guarantee for the movement before it releases the goods. */
export const guaranteeRequest: ExampleOf<'GuaranteeRequest'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-00000000000f',
  messageType: 'AT14',
  sender: 'TG',
  recipient: 'hub',
  preparedAt: '2026-11-02T09:30:00.000Z',
  payload: {
    operation: 'RESERVE',
    guaranteeReference: '26TG000000000CCI6',
    accessCode: 'TEST',
    transitReference: EXAMPLE_REFERENCE,
    amount: 2_200_000,
    countries: ['TG', 'BF'],
    holderTaxId: 'TG-NIF-0000001',
  },
};

/** The register has reserved the amount. */
export const guaranteeResult: ExampleOf<'GuaranteeResult'> = {
  ...exampleEnvelope,
  messageId: '01a19b61-2f40-7000-8000-000000000010',
  messageType: 'AT15',
  sender: 'hub',
  recipient: 'TG',
  preparedAt: '2026-11-02T09:30:01.000Z',
  correlationId: '01a19b61-2f40-7000-8000-00000000000f',
  payload: {
    operation: 'RESERVE',
    guaranteeReference: '26TG000000000CCI6',
    accepted: true,
    reasons: [],
    availableAmount: 47_800_000,
    reservationId: '9f1c7a52-0000-4000-8000-000000000001',
    transitReference: EXAMPLE_REFERENCE,
  },
};

/** Burkina Faso announces that its system will be away for a night. */
export const referenceDataNotice: ExampleOf<'ReferenceDataNotice'> = {
  profileVersion: '0.1',
  messageId: '01a19b61-2f40-7000-8000-000000000011',
  messageType: 'AT20',
  sender: 'BF',
  recipient: 'all',
  preparedAt: '2026-11-02T08:00:00.000Z',
  testIndicator: true,
  payload: {
    country: 'BF',
    version: 1,
    effectiveFrom: '2026-11-03T22:00:00Z',
    content: {
      kind: 'UNAVAILABILITY',
      type: 'S',
      from: '2026-11-03T22:00:00Z',
      until: '2026-11-04T04:00:00Z',
      fallback: 'Traitement à la main, saisie à la reprise',
    },
  },
};

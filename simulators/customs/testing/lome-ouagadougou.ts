import { transitReferenceOf } from '../../../profile/identifiers/national-reference.ts';
import { parseOfficeCode } from '../../../profile/identifiers/office-code.ts';

/** Payloads of one movement Lomé-Ouagadougou, written by hand so that tests here do not rest on a generator. */
export interface ExampleMovement {
  readonly reference: string;
  readonly notice: Record<string, unknown>;
  readonly release: Record<string, unknown>;
  readonly entry: Record<string, unknown>;
  readonly arrival: Record<string, unknown>;
  readonly control: Record<string, unknown>;
  readonly discharge: Record<string, unknown>;
}

const at = (hour: string): string => `2026-11-20T${hour}:00Z`;

const OFFICE = parseOfficeCode('TG0LOM1');
const DESTINATION = 'BF0OUA1';
const SEALS = [{ number: 'TGD-0001234', kind: 'MECHANICAL', affixedBy: 'CUSTOMS' }];
const INTACT = { state: 'intact', numbers: ['TGD-0001234'] };
const TRADER = { name: 'Transitaire fictif', taxId: 'TG-FICTIF-1', country: 'TG' };

const LEGS = [
  { sequence: 1, office: OFFICE, country: 'TG', role: 'DEPARTURE', plannedAt: at('06:00') },
  { sequence: 2, office: 'TG0CIN1', country: 'TG', role: 'EXIT', plannedAt: at('14:00') },
  { sequence: 3, office: 'BF0CIN1', country: 'BF', role: 'ENTRY', plannedAt: at('15:00') },
  { sequence: 4, office: DESTINATION, country: 'BF', role: 'DESTINATION', plannedAt: at('20:00') },
];

const ITEM = {
  sequence: 1,
  hsCode: '100630',
  origin: 'TG',
  description: 'Riz en sacs (fictif)',
  packages: { kind: 'BG', count: 600 },
  grossMassKg: 30_000,
  netMassKg: 29_700,
  value: { amount: 12_000_000, currency: 'XOF' },
};

/** The movement with this serial number; all its facts lie on 20 November 2026. */
export function exampleMovement(number: number): ExampleMovement {
  const nationalReference = { office: OFFICE, year: 2026, serial: 'T', number };
  const transitReference = transitReferenceOf(nationalReference);
  const releasedAt = at('07:00');
  const limitDate = '2026-12-01T00:00:00Z';
  const passage = { presentedAt: at('14:40'), passedAt: at('15:10'), seals: INTACT };
  const destination = { transitReference, office: DESTINATION };
  return {
    reference: transitReference,
    notice: noticeOf(transitReference, nationalReference),
    release: {
      ...{ transitReference, office: OFFICE, releasedAt, limitDate },
      ...{ seals: SEALS, sealCount: 1, controlResult: 'A2' },
    },
    entry: { transitReference, office: 'BF0CIN1', direction: 'ENTRY', outcome: 'PASSED', ...passage },
    arrival: { ...destination, arrivedAt: at('20:30'), seals: INTACT },
    control: { ...destination, controlledAt: at('21:30'), result: 'A1', differences: [] },
    discharge: { transitReference, office: OFFICE, dischargedAt: at('22:00'), basis: 'CONFORM' },
  };
}

const noticeOf = (transitReference: string, nationalReference: object): Record<string, unknown> => ({
  status: 'REGISTERED',
  transitReference,
  nationalReference,
  declarationModel: 'IM8',
  additionalCodes: ['981'],
  principal: TRADER,
  declarant: TRADER,
  exporter: TRADER,
  consignee: { name: 'Destinataire fictif', country: 'BF' },
  itinerary: { corridor: 'LOME-CINKANSE-OUAGADOUGOU', legs: LEGS },
  vehicle: { plate: 'TG-1234-AB', country: 'TG' },
  containerised: false,
  containers: [],
  seals: SEALS,
  sealCount: 1,
  items: [ITEM],
  totalGrossMassKg: 30_000,
  totalPackages: 600,
  transportDocument: { reference: 'BL-FICTIF-1' },
  documents: [],
  guarantee: { reference: '26TG000000000CCI6', kind: 'fund', dutiesAtRisk: 3_000_000 },
});

import {
  controlResults,
  dischargeBases,
  findingKinds,
  guaranteeOperations,
  sealsStates,
} from '../../profile/code-lists/code-lists.ts';

/** How a field of a payload is read from one cell, and compared. */
export type FieldKind =
  | 'code'
  | 'text'
  | 'instant'
  | 'mass'
  | 'integer'
  | 'boolean'
  | 'itinerary'
  | 'seals'
  | 'found-mass'
  | 'identifier';

/** One field that an export may give in a column of its own. */
export interface PayloadField {
  readonly kind: FieldKind;
  /** Where it stands in the payload, by wire code of the message; in others it is left out. */
  readonly at: Readonly<Record<string, string>>;
  /** The words that count; any other is refused, never taken for nothing. */
  readonly codes?: readonly string[];
}

const code = (at: PayloadField['at'], codes: readonly string[]): PayloadField => ({
  kind: 'code',
  at,
  codes,
});
const as = (kind: FieldKind, at: PayloadField['at']): PayloadField => ({ kind, at });
const keys = (list: object): string[] => Object.keys(list);

/**
 * What reconciling reads of payloads and a table can hold, by the name that `fields` of columns.yaml gives it; and what names a person
 * or a firm. Goods by item, or several differences of one control, need the payload as JSON.
 * @source profile messages; reports/reconcile/tables/exchanges.sql
 */
export const payloadFields = {
  status: code({ AT01: 'status' }, ['REGISTERED', 'AMENDED']),
  itinerary: as('itinerary', { AT01: 'itinerary.legs', AT04: 'itinerary.legs' }),
  corridor: as('text', { AT01: 'itinerary.corridor', AT04: 'itinerary.corridor' }),
  totalGrossMassKg: as('mass', { AT01: 'totalGrossMassKg' }),
  totalPackages: as('integer', { AT01: 'totalPackages' }),
  packageKind: as('text', { AT01: 'items.0.packages.kind' }),
  seals: as('seals', {
    AT01: 'seals',
    AT02: 'seals',
    AT05: 'seals.numbers',
    AT06: 'newSeals',
    AT07: 'seals.numbers',
  }),
  sealState: code({ AT05: 'seals.state', AT07: 'seals.state' }, keys(sealsStates)),
  limitDate: as('instant', { AT02: 'limitDate' }),
  newLimitDate: as('instant', { AT04: 'newLimitDate' }),
  decision: code({ AT04: 'decision' }, ['REQUESTED', 'AUTHORISED', 'REFUSED']),
  office: as('text', { AT05: 'office', AT06: 'office', AT07: 'office', AT08: 'office', AT93: 'office' }),
  direction: code({ AT05: 'direction' }, ['EXIT', 'ENTRY']),
  outcome: code({ AT05: 'outcome' }, ['PASSED', 'REFUSED']),
  presentedAt: as('instant', { AT05: 'presentedAt' }),
  passedAt: as('instant', { AT05: 'passedAt' }),
  occurredAt: as('instant', { AT06: 'occurredAt' }),
  arrivedAt: as('instant', { AT07: 'arrivedAt' }),
  result: code({ AT07: 'controlResult.result', AT08: 'result' }, keys(controlResults)),
  foundGrossMassKg: as('found-mass', { AT07: 'controlResult.differences', AT08: 'differences' }),
  basis: code({ AT09: 'basis' }, keys(dischargeBases)),
  operation: code({ AT14: 'operation', AT15: 'operation' }, keys(guaranteeOperations)),
  guaranteeReference: as('text', { AT14: 'guaranteeReference', AT15: 'guaranteeReference' }),
  amount: as('integer', { AT14: 'amount' }),
  referenceAmount: as('integer', { AT14: 'terms.referenceAmount' }),
  accepted: as('boolean', { AT15: 'accepted' }),
  availableAmount: as('integer', { AT15: 'availableAmount' }),
  reservationId: as('text', { AT15: 'reservationId' }),
  findingKind: code({ AT93: 'kind' }, keys(findingKinds)),
  relatesTo: as('text', { AT93: 'relatesTo' }),
  country: as('text', { AT93: 'country' }),
  principal: as('identifier', { AT01: 'principal.name' }),
  principalTaxId: as('identifier', { AT01: 'principal.taxId' }),
  declarant: as('identifier', { AT01: 'declarant.name' }),
  declarantTaxId: as('identifier', { AT01: 'declarant.taxId' }),
  exporter: as('identifier', { AT01: 'exporter.name' }),
  consignee: as('identifier', { AT01: 'consignee.name' }),
  consigneeTaxId: as('identifier', { AT01: 'consignee.taxId' }),
  driver: as('identifier', { AT01: 'vehicle.driver' }),
  plate: as('identifier', { AT01: 'vehicle.plate', AT05: 'plate' }),
  trailerPlate: as('identifier', { AT01: 'vehicle.trailerPlate' }),
} as const satisfies Readonly<Record<string, PayloadField>>;

/** Name of a field of {@link payloadFields}. */
export type FieldName = keyof typeof payloadFields;

/** The same, untyped, for code that treats all fields alike. */
export const fieldOf = (name: FieldName): PayloadField => payloadFields[name];

/** Names of all fields, in the order of the table. */
export const fieldNames = Object.keys(payloadFields) as [FieldName, ...FieldName[]];

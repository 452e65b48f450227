import type { MessageName } from '../../../profile/messages/messages.ts';
import { messages } from '../../../profile/messages/messages.ts';
import { ANOTHER_HOLDER, otherAccessCode } from '../../support/guarantee-desk.ts';
import { MINUTE_MS } from '../units.ts';
import { OPERATIONS, SCOPES, WORDS } from '../words.ts';
import {
  cancellationNotice,
  departureRelease,
  dischargeNotice,
  enquiryRequest,
  enquiryResponse,
  incidentNotice,
  itineraryChange,
  recoveryNotice,
  transitNotice,
} from './at-departure.ts';
import { type Composition, type Draft, has, meant, type Part } from './composition.ts';
import { arrivalNotice, borderPassage, controlResult } from './on-the-road.ts';

type Composer = (composition: Composition) => Part;

const movementQuery: Composer = (composition) => ({
  payload: {
    by: { transitReference: composition.movement.reference },
    scope: meant(composition, SCOPES) ?? 'EVENTS',
    reason: 'Contrôle en route',
  },
  options: { recipient: 'hub' },
});

const guaranteeRequest: Composer = (composition) => {
  const { movement } = composition;
  const { register, accessCode } = movement.guarantee;
  const operation = meant(composition, OPERATIONS) ?? 'QUERY';
  const { guaranteeReference } = register;
  const { holderTaxId } = has(composition, WORDS.otherHolder) ? ANOTHER_HOLDER : register;
  const code = has(composition, WORDS.wrongCode) ? otherAccessCode(accessCode) : accessCode;
  const moved = operation === 'RESERVE' || operation === 'RELEASE' || operation === 'CLAIM';
  const covered = operation === 'RESERVE' || operation === 'QUERY';
  return {
    payload: {
      ...{ operation, guaranteeReference, accessCode: code, holderTaxId },
      ...(operation === 'REGISTER' && { terms: register.terms }),
      ...(moved && { transitReference: movement.reference }),
      ...((operation === 'RESERVE' || operation === 'CLAIM') && { amount: amountOf(composition) }),
      ...(covered && { countries: countriesOf(composition) }),
    },
  };
};

/** Those crossed; with one more that the guarantee does not cover, where there is one. */
function countriesOf(composition: Composition): string[] {
  const { countries } = composition.movement;
  const other = [...composition.reference.countries].find(
    (country) => !countries.some((one) => one === country),
  );
  return has(composition, WORDS.oneCountryMore) && other ? [...countries, other] : [...countries];
}

function amountOf(composition: Composition): number {
  const { register, reserve } = composition.movement.guarantee;
  const usual = reserve?.amount ?? 1_000;
  if (has(composition, WORDS.tooMuch)) return (register.terms?.referenceAmount ?? usual) + 1;
  return has(composition, WORDS.otherAmount) ? usual + 1 : usual;
}

const composers: Readonly<Partial<Record<MessageName, Composer>>> = {
  TransitNotice: transitNotice,
  DepartureRelease: departureRelease,
  CancellationNotice: cancellationNotice,
  ItineraryChange: itineraryChange,
  BorderPassage: borderPassage,
  IncidentNotice: incidentNotice,
  ArrivalNotice: arrivalNotice,
  ControlResult: controlResult,
  DischargeNotice: dischargeNotice,
  EnquiryRequest: enquiryRequest,
  EnquiryResponse: enquiryResponse,
  RecoveryNotice: recoveryNotice,
  MovementQuery: movementQuery,
  GuaranteeRequest: guaranteeRequest,
};

/** What a move sends, with the number that it must carry; null for a message that sequences do not send. */
export function compose(composition: Composition): Draft | null {
  const name = composition.move.act as MessageName;
  const part = composers[name]?.(composition);
  if (!part) return null;
  const { payload, options = {} } = part;
  return {
    name,
    payload,
    options: { ...options, ...numberOf(composition, name), ...preparedOf(composition, payload) },
  };
}

/** Numbers are counted here, not by the seat: a refusal that is still on its way must not change them. */
function numberOf(composition: Composition, name: MessageName): Draft['options'] {
  const { numbering } = messages[name];
  const { view, model, movement, move } = composition;
  if (numbering === 'none') return {};
  if (numbering === 'originSeq') return { originSeq: 1 + sentBy(composition) };
  const waiting = model.waiting(movement.reference).map(({ message }) => message.movementVersion ?? 0);
  const version = view?.version ?? 0;
  if (has(composition, WORDS.reached)) return { movementVersion: Math.max(1, version) };
  if (has(composition, WORDS.behind)) return { movementVersion: Math.max(version, ...waiting) + 1 };
  if (has(composition, WORDS.skip)) return { movementVersion: Math.max(version, ...waiting) + 2 };
  let next = version + 1;
  while (waiting.includes(next)) next += 1;
  return { movementVersion: move.by === movement.departureCountry ? next : 1 };
}

const sentBy = ({ model, movement, move }: Composition): number =>
  [...model.entries.values()].filter(
    ({ message }) =>
      message.sender === move.by &&
      message.originSeq !== undefined &&
      message.payload['transitReference'] === movement.reference,
  ).length;

/** A message may have been composed when the fact happened, and leave only now. */
function preparedOf(composition: Composition, payload: Record<string, unknown>): Draft['options'] {
  const fact = payload['passedAt'] ?? payload['arrivedAt'];
  if (!has(composition, WORDS.onTheSpot) || typeof fact !== 'string') return {};
  return { preparedAt: new Date(Date.parse(fact) + MINUTE_MS).toISOString() };
}

import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { AMENDMENTS } from '../../support/amendments.ts';
import { itineraryFrom } from '../../support/itineraries.ts';
import { freshSealNumber } from '../../support/seals.ts';
import { destinationOf } from '../model/views.ts';
import { isRoad, roadNamed } from '../roads.ts';
import { DAY_MS } from '../units.ts';
import { BASES, DECISIONS, ENQUIRY_ANSWERS, WORDS } from '../words.ts';
import { type Composition, has, instantOf, justAfter, meant, officeOf, type Part } from './composition.ts';

type Payload = Record<string, unknown>;

/** Amendments beyond those of the written scenarios: what is far down in a long declaration. */
const FAR_DOWN: typeof AMENDMENTS = {
  'la désignation du dernier article': ({ items }) => ({
    items: items.map((item, index) =>
      index === items.length - 1 ? { ...item, description: 'Marchandise fictive autre' } : item,
    ),
  }),
};
export const CHANGES = { ...AMENDMENTS, ...FAR_DOWN };

export function transitNotice(composition: Composition): Part {
  const { movement, view, move } = composition;
  const change = move.detail.map((word) => CHANGES[word]).find((one) => one !== undefined);
  if (change) {
    const inForce = view?.notice ?? movement.notice;
    return { payload: { ...inForce, ...change(inForce), status: 'AMENDED' } };
  }
  const { notice } = movement;
  if (!has(composition, WORDS.mismatch)) return { payload: { ...notice } };
  const { nationalReference } = notice;
  const other = { ...nationalReference, number: (nationalReference.number % 9_999_998) + 1 };
  return { payload: { ...notice, nationalReference: other } satisfies TransitNoticePayload };
}

export function departureRelease(composition: Composition): Part {
  const { movement, view, model } = composition;
  const { release } = movement;
  const announced = view?.notice.seals ?? release.seals;
  const [first] = announced;
  const added = first ? [...announced, { ...first, number: freshSealNumber(first.number) }] : announced;
  const seals = has(composition, WORDS.sealAdded)
    ? added
    : announced.slice(has(composition, WORDS.sealLost) ? 1 : 0);
  const reserved = model.register.reservation(movement.notice.guarantee.reference, movement.reference)?.id;
  const cited = reserved !== undefined && !has(composition, WORDS.notReserved);
  return {
    payload: { ...release, seals, sealCount: seals.length, ...(cited && { reservationId: reserved }) },
  };
}

/** In the name of the office of departure, whoever says it. */
const common = ({ movement }: Composition): Payload => ({
  transitReference: movement.reference,
  office: movement.release.office,
});

/** In the name of the country that says it. */
const ownName = (composition: Composition): Payload => ({
  transitReference: composition.movement.reference,
  office: officeOf(composition, composition.move.by),
});

export const cancellationNotice = (composition: Composition): Part => ({
  payload: {
    ...common(composition),
    reason: 'Départ renoncé par le déclarant',
    decidedAt: instantOf(composition.now),
  },
});

export function itineraryChange(composition: Composition): Part {
  const { move, movement, reference, now } = composition;
  const road = move.detail.find(isRoad);
  const corridor = road === undefined ? movement.corridor.name : roadNamed(road);
  const decision = meant(composition, DECISIONS) ?? 'REQUESTED';
  return {
    payload: {
      ...ownName(composition),
      ...{ decision, decidedAt: instantOf(now), reason: 'Route coupée par une crue (fictif)' },
      ...(decision !== 'REFUSED' && { itinerary: itineraryFrom(reference, corridor, now) }),
      ...(has(composition, WORDS.newLimit) && { newLimitDate: instantOf(now + 9 * DAY_MS) }),
    },
  };
}

export function dischargeNotice(composition: Composition): Part {
  const basis = meant(composition, BASES) ?? 'CONFORM';
  const explained = ['BY_HAND', 'FORCE_MAJEURE', 'RECOVERED'].includes(basis);
  return {
    payload: {
      ...common(composition),
      ...{ dischargedAt: instantOf(composition.now), basis },
      ...(explained && { reason: 'Décision du bureau de départ (fictif)' }),
      ...(basis === 'PARTIAL' && { openItems: [1] }),
    },
  };
}

/** To the office of destination by the itinerary in force. */
export function enquiryRequest(composition: Composition): Part {
  const { now, view, movement } = composition;
  const asked = view ? destinationOf(view) : movement.destinationCountry;
  return {
    payload: {
      ...common(composition),
      enquiredAt: instantOf(now),
      reason: "Aucun avis d'arrivée dans le délai",
      respondBy: instantOf(now + 28 * DAY_MS),
      contact: 'Bureau de suivi du transit (fictif)',
    },
    options: { recipient: asked },
  };
}

/** Answers the last enquiry to this country; without one it answers the notice. */
export function enquiryResponse(composition: Composition): Part {
  const { view, movement, move } = composition;
  const open = view?.events.findLast(({ messageType, asked }) => messageType === 'AT12' && asked === move.by);
  const enquiry = has(composition, WORDS.unasked) ? undefined : open;
  const code = meant(composition, ENQUIRY_ANSWERS) ?? '1';
  const anything = [...composition.model.entries.values()].at(-1)?.message.messageId;
  const correlationId = enquiry?.messageId ?? view?.noticeId ?? anything;
  return {
    payload: {
      ...ownName(composition),
      code,
      ...(code === '4' && { text: 'Résultats du contrôle à suivre.' }),
    },
    options: { recipient: movement.departureCountry, ...(correlationId !== undefined && { correlationId }) },
  };
}

export const recoveryNotice = (composition: Composition): Part => ({
  payload: {
    ...common(composition),
    startedAt: instantOf(composition.now),
    reason: 'Mouvement non apuré',
    amount: { amount: Math.max(1, composition.movement.notice.guarantee.dutiesAtRisk), currency: 'XOF' },
  },
});

export function incidentNotice(composition: Composition): Part {
  const { view } = composition;
  const [first, ...others] = view?.seals ?? [];
  const fresh =
    first && has(composition, WORDS.newSeals) ? [freshSealNumber(first, 1), ...others] : undefined;
  return {
    payload: {
      ...ownName(composition),
      code: '5',
      occurredAt: instantOf(justAfter(composition)),
      status: has(composition, WORDS.closed) ? 'CLOSED' : 'OPEN',
      hold: has(composition, WORDS.hold),
      place: { text: 'Point kilométrique fictif 12' },
      description: 'Panne du tracteur, marchandise intacte',
      ...(fresh && {
        newSeals: fresh.map((number) => ({ number, kind: 'MECHANICAL', affixedBy: 'CUSTOMS' })),
      }),
    },
  };
}

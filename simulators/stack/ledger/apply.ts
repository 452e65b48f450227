import { competentSeat } from '../../../profile/competence.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { type Ordered, type OrderView, type Place, placeOf } from '../../../profile/order.ts';
import { nextState } from '../../../profile/states/transitions.ts';
import type { Hooks } from '../hooks.ts';
import type { Received } from '../intake/received.ts';
import {
  amendedNotice,
  cancellationNotice,
  departureRelease,
  dischargeNotice,
  enquiryRequest,
  enquiryResponse,
  itineraryChange,
  noticeInForce,
  recoveryNotice,
  referenceMismatch,
} from './at-departure.ts';
import type { AnyHandler, Handlers, LedgerContext } from './handlers.ts';
import { type BookEvent, destinationCountry, type Movement, ownerOf } from './movement.ts';
import { arrivalNotice, borderPassage, controlResult, incidentNotice } from './on-the-road.ts';
import { finding, type Step, step } from './step.ts';

const handlers: Handlers = {
  TransitNotice: amendedNotice,
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
};

/** The messages that act on a movement of the ledger. */
export const actsOnMovement = (received: Received): boolean => received.name in handlers;

/** What the book says to a message: refused, it waits for another, or this happens. */
export type Ruling =
  | { readonly kind: 'refused'; readonly findings: WireFinding[] }
  | { readonly kind: 'waits'; readonly reason: 'early' | 'gap' }
  | { readonly kind: 'applied'; readonly step: Step };

const ARRIVED = new Set(['ARRIVED', 'CONTROLLED', 'DISCREPANCY', 'PARTIALLY_DISCHARGED']);

/**
 * Judges a message against the ledger, in this order: known movement, competent sender, version, repetition, state, and
 * what the book says of its content.
 * @param movement null when the reference is not registered
 * @source profile decisions P12-P15; draft message set 6.3, 6.5
 */
export function apply(
  movement: Movement | null,
  received: Received,
  context: LedgerContext,
  hooks: Hooks,
): Ruling {
  const refused = (findings: WireFinding[]): Ruling | null => {
    const kept = hooks.onRefusal(findings, received, movement);
    return kept.length > 0 ? { kind: 'refused', findings: kept } : null;
  };
  const place = placeOf(orderedOf(received), viewOf(movement, received));
  const wait = hooks.onOrder(waits[place] ?? null, received, movement);
  if (!movement) {
    if (wait) return { kind: 'waits', reason: wait };
    return refused(strangerFindings(received)) ?? register(received, hooks);
  }
  const early = refused([...competence(movement, received), ...repeated(place, received)].slice(0, 1));
  if (early) return early;
  if (wait && !received.overdue) return { kind: 'waits', reason: wait };
  const to = hooks.onTransition(nextState(movement.state, received.name, received.message.payload), {
    movement,
    on: received.name,
  });
  const handler = handlers[received.name] ?? {};
  const late = refused([
    ...(to === null
      ? stateFindings(movement, received)
      : (handler.refuse?.(movement, received, context) ?? [])),
  ]);
  if (late) return late;
  return {
    kind: 'applied',
    step: effect(movement, { ...movement, state: to ?? movement.state }, received, handler, context),
  };
}

const waits: Partial<Record<Place, 'early' | 'gap'>> = {
  'wait-for-notice': 'early',
  'wait-for-version': 'gap',
  'wait-for-sequence': 'gap',
};

const orderedOf = ({ name, message, definition }: Received): Ordered => {
  const { status } = message.payload as { status?: string };
  const { movementVersion, originSeq } = message;
  return {
    name,
    ...(status === undefined ? {} : { status }),
    ...(definition.numbering === 'movementVersion' && movementVersion !== undefined
      ? { movementVersion }
      : {}),
    ...(definition.numbering === 'originSeq' && originSeq !== undefined ? { originSeq } : {}),
  };
};

const viewOf = (movement: Movement | null, { message: { sender } }: Received): OrderView => ({
  known: movement !== null,
  movementVersion: movement?.version ?? 0,
  sequencesSeen: new Set(
    (movement?.events ?? []).flatMap((event) => (event.sender === sender ? (event.originSeq ?? []) : [])),
  ),
});

/** The same thing said again: a reference registered twice, a number passed. */
function repeated(place: Place, { message }: Received): WireFinding[] {
  if (place === 'already-registered') return [finding('DUPLICATE_MOVEMENT')];
  if (place !== 'superseded') return [];
  return [finding('VERSION_OUT_OF_ORDER', message.movementVersion === undefined ? '/originSeq' : undefined)];
}

function strangerFindings({ name, message }: Received): WireFinding[] {
  const notice = message.payload as unknown as TransitNoticePayload;
  if (name !== 'TransitNotice' || notice.status !== 'REGISTERED') return [finding('UNKNOWN_MOVEMENT')];
  if (message.sender !== ownerOf(notice.transitReference)) return [finding('NOT_THE_OWNER')];
  return referenceMismatch(notice);
}

function register(received: Received, hooks: Hooks): Ruling {
  const { message } = received;
  const notice = message.payload as unknown as TransitNoticePayload;
  const state = hooks.onTransition('REGISTERED', { movement: null, on: 'TransitNotice' });
  if (state === null) return { kind: 'refused', findings: [finding('OUT_OF_SEQUENCE')] };
  const movement: Movement = {
    reference: notice.transitReference,
    owner: message.sender,
    state,
    version: message.movementVersion ?? 1,
    ...noticeInForce(notice),
    limitDate: null,
    seals: notice.seals.map(({ number }) => number),
    releasedSeals: null,
    noticeMessage: message.messageId,
    releaseMessage: null,
    events: [eventOf(received, {})],
    findings: [],
  };
  return { kind: 'applied', step: step(movement) };
}

/** Who may say this: the country of departure, or any on the road, each for an office of its own. */
function competence(movement: Movement, { name, message }: Received): WireFinding[] {
  const view = { departureCountry: movement.owner, destinationCountry: destinationCountry(movement) };
  const competent = competentSeat(name, message.payload, view);
  if (competent !== null && competent !== message.sender) return [finding('NOT_THE_OWNER')];
  return movement.countries.includes(message.sender) ? [] : [finding('OFF_ROUTE')];
}

function stateFindings(movement: Movement, { name }: Received): WireFinding[] {
  const again = name === 'ArrivalNotice' && ARRIVED.has(movement.state);
  return [finding(again ? 'ALREADY_ARRIVED' : 'OUT_OF_SEQUENCE')];
}

function eventOf(received: Received, handler: AnyHandler): BookEvent {
  const { message, receivedAt, late } = received;
  return {
    messageId: message.messageId,
    messageType: message.messageType,
    sender: message.sender,
    occurredAt: handler.occurredAt?.(message.payload) ?? message.preparedAt,
    receivedAt: new Date(receivedAt).toISOString(),
    late,
    ...(message.originSeq === undefined ? {} : { originSeq: message.originSeq }),
    ...handler.event?.(message.payload, received),
  };
}

function effect(
  before: Movement,
  after: Movement,
  received: Received,
  handler: AnyHandler,
  context: LedgerContext,
): Step {
  const numbered = received.definition.numbering === 'movementVersion';
  const version = numbered ? (received.message.movementVersion ?? before.version + 1) : before.version;
  const events = [...after.events, eventOf(received, handler)];
  const movement = { ...after, version, events };
  return handler.act?.(movement, received, context, before) ?? step(movement);
}

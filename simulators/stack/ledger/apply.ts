import { comparedPayload } from '../../../profile/compared-result.ts';
import { competentSeat } from '../../../profile/competence.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';
import { nextState } from '../../../profile/states/transitions.ts';
import type { Hooks } from '../hooks.ts';
import type { Received } from '../intake/received.ts';
import { noticeInForce, referenceMismatch } from './at-departure.ts';
import type { AnyHandler, LedgerContext } from './handler.ts';
import { handlers } from './handlers.ts';
import { type BookEvent, type BookFinding, destinationCountry, type Movement, ownerOf } from './movement.ts';
import { orderOf } from './order-of.ts';
import { finding, type Step, step } from './step.ts';

/** The messages that act on a movement of the ledger. */
export const actsOnMovement = (received: Received): boolean => received.name in handlers;

/** What the book says to a message: refused, it waits for another, or this happens. */
export type Ruling =
  | { readonly kind: 'refused'; readonly findings: WireFinding[] }
  | { readonly kind: 'waits'; readonly reason: 'early' | 'gap' }
  | { readonly kind: 'applied'; readonly step: Step };

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
  const order = orderOf(movement, received);
  const wait = hooks.onOrder(order.wait, received, movement);
  if (!movement) {
    if (wait) return { kind: 'waits', reason: wait };
    return refused(strangerFindings(received)) ?? register(received, hooks);
  }
  if (wait === 'early') return { kind: 'waits', reason: wait };
  const early = refused([...competence(movement, received), ...order.repeated].slice(0, 1));
  if (early) return early;
  if (wait) return { kind: 'waits', reason: wait };
  const payload = comparedPayload(movement.notice, received.name, received.message.payload);
  const to = hooks.onTransition(nextState(movement.state, received.name, payload), {
    movement,
    on: received.name,
    received,
  });
  const handler = handlers[received.name] ?? {};
  const state = stateFindings(movement, received, to);
  const late = refused(state.length > 0 ? state : (handler.refuse?.(movement, received, context) ?? []));
  if (late) return late;
  return {
    kind: 'applied',
    step: effect(movement, { ...movement, state: to ?? movement.state }, received, handler, context),
  };
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
  const state = hooks.onTransition('REGISTERED', { movement: null, on: 'TransitNotice', received });
  if (state === null) return { kind: 'refused', findings: [finding('OUT_OF_SEQUENCE')] };
  const movement: Movement = {
    reference: notice.transitReference,
    owner: message.sender,
    state,
    version: message.movementVersion ?? 1,
    refusedVersions: [],
    ...noticeInForce(notice),
    limitDate: null,
    seals: notice.seals.map(({ number }) => number),
    releasedSeals: null,
    noticeMessage: message.messageId,
    releaseMessage: null,
    events: [eventOf(received, {})],
    findings: received.late ? [lateFinding(received)] : [],
  };
  return { kind: 'applied', step: step(movement) };
}

/** Who may say this. A country off the road has nothing to say; of those on it, the competent one. */
function competence(movement: Movement, { name, definition, message }: Received): WireFinding[] {
  const { sender, payload } = message;
  if (!movement.countries.includes(sender)) return [finding('OFF_ROUTE')];
  const destinationCountryNow = destinationCountry(movement);
  const view = { departureCountry: movement.owner, destinationCountry: destinationCountryNow };
  const competent = [competentSeat(name, payload, view)];
  if (definition.sender === 'office of destination') competent.push(destinationCountryNow);
  return competent.some((seat) => seat !== null && seat !== sender) ? [finding('NOT_THE_OWNER')] : [];
}

const OVER = new Set(['DISCHARGED', 'CANCELLED']);

/** An arrival recorded already, or a state that does not admit the message. */
function stateFindings(movement: Movement, { name }: Received, to: MovementState | null): WireFinding[] {
  const arrived =
    name === 'ArrivalNotice' && movement.events.some(({ messageType }) => messageType === 'AT07');
  if (arrived && !OVER.has(movement.state)) return [finding('ALREADY_ARRIVED')];
  return to === null ? [finding('OUT_OF_SEQUENCE')] : [];
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
    ...handler.event?.(message.payload, received),
  };
}

/** A mark in the ledger; nobody is sent a notice for it. */
const lateFinding = ({ message, receivedAt }: Received): BookFinding => ({
  kind: 'late-message',
  raisedAt: new Date(receivedAt).toISOString(),
  relatesTo: message.messageId,
});

function effect(
  before: Movement,
  after: Movement,
  received: Received,
  handler: AnyHandler,
  context: LedgerContext,
): Step {
  const numbered = received.definition.numbering === 'movementVersion';
  const version = numbered ? (received.message.movementVersion ?? before.version + 1) : before.version;
  const event = eventOf(received, handler);
  const late = received.late ? [lateFinding(received)] : [];
  const movement = {
    ...after,
    version,
    refusedVersions: after.refusedVersions.filter((number) => number > version),
    events: [...after.events, event],
    findings: [...after.findings, ...late],
  };
  return handler.act?.(movement, received, context, before) ?? step(movement);
}

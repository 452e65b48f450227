import { competentSeat } from '../../../profile/competence.ts';
import { type ErrorCode, errorCatalogue } from '../../../profile/errors/error-catalogue.ts';
import type { DepartureReleasePayload } from '../../../profile/messages/departure-release.ts';
import type { Message } from '../../../profile/messages/message.ts';
import { messages } from '../../../profile/messages/messages.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { missingSeals, notAmendable, referencesAgree } from '../../../profile/rules/amendments.ts';
import { nextState } from '../../../profile/states/transitions.ts';
import { passedOf } from './seals.ts';
import { destinationOf, type Fault, type MovementView } from './views.ts';

/** A fault at the place that the catalogue gives its code, unless it has another. */
export const faultOf = (code: ErrorCode, pointer: string = errorCatalogue[code].pointer): Fault => ({
  code,
  pointer,
});

/** Faults of a message about a movement that nobody registered. */
export function strangerFaults(name: string, { payload, sender }: Message): Fault[] {
  const notice = payload as unknown as TransitNoticePayload;
  if (name !== 'TransitNotice' || notice.status !== 'REGISTERED') return [faultOf('UNKNOWN_MOVEMENT')];
  if (sender !== notice.transitReference.slice(2, 4)) return [faultOf('NOT_THE_OWNER')];
  return referencesAgree(notice) ? [] : [faultOf('REFERENCE_MISMATCH')];
}

/** Second check: who may say this. @source exchange rules section 8 */
export function competenceFaults(
  name: string,
  { sender, payload }: Message,
  movement: MovementView,
): Fault[] {
  if (!movement.countries.includes(sender)) return [faultOf('OFF_ROUTE')];
  const destinationCountry = destinationOf(movement);
  const named = competentSeat(name, payload, { departureCountry: movement.owner, destinationCountry });
  const atDestination = messages[name as 'ArrivalNotice']?.sender === 'office of destination';
  const wanted = [named, atDestination ? destinationCountry : null];
  return wanted.some((seat) => seat !== null && seat !== sender) ? [faultOf('NOT_THE_OWNER')] : [];
}

/** Fourth check: the state. An arrival that is recorded is told as such while the movement lasts (DIS-009). */
export function stateFaults(name: string, { payload }: Message, movement: MovementView): Fault[] {
  const over = movement.state === 'DISCHARGED' || movement.state === 'CANCELLED';
  const arrived = movement.events.some(({ messageType }) => messageType === 'AT07');
  if (name === 'ArrivalNotice' && arrived && !over) return [faultOf('ALREADY_ARRIVED')];
  return nextState(movement.state, name, payload) === null ? [faultOf('OUT_OF_SEQUENCE')] : [];
}

type Content = (message: Message, movement: MovementView, reservationId: string | undefined) => Fault[];

/** Fifth check: what the book says of the content. */
export function contentFaults(
  name: string,
  message: Message,
  movement: MovementView,
  reservationId: string | undefined,
): Fault[] {
  return contents[name]?.(message, movement, reservationId) ?? [];
}

const ofDestination: Content = ({ payload }, movement) =>
  String(payload['office']).slice(0, 2) === destinationOf(movement) ? [] : [faultOf('OFF_ROUTE')];

const contents: Readonly<Record<string, Content>> = {
  TransitNotice({ payload }, movement) {
    const notice = payload as unknown as TransitNoticePayload;
    if (!referencesAgree(notice)) return [faultOf('REFERENCE_MISMATCH')];
    if (movement.state === 'REGISTERED') return [];
    return notAmendable(movement.notice, notice).map((pointer) => faultOf('NOT_AMENDABLE', pointer));
  },
  DepartureRelease({ payload }, movement, reservationId) {
    const release = payload as unknown as DepartureReleasePayload;
    const lost = missingSeals(movement.notice, release).length > 0;
    const reservable = movement.notice.guarantee.kind === 'reservable';
    const reserved = reservationId !== undefined && release.reservationId === reservationId;
    return [
      ...(lost ? [faultOf('SEALS_DIFFER')] : []),
      ...(reservable && !reserved ? [faultOf('GUARANTEE_NOT_RESERVED')] : []),
    ];
  },
  BorderPassage({ payload }, movement) {
    const { office, direction, outcome } = payload;
    const onTheRoad = movement.legs.some((leg) => leg.office === office && leg.role === direction);
    if (!onTheRoad) return [faultOf('OFF_ROUTE')];
    const again = passedOf(movement).some(
      (event) => event.office === office && event.direction === direction,
    );
    return outcome === 'PASSED' && again ? [faultOf('ALREADY_PASSED')] : [];
  },
  ArrivalNotice: ofDestination,
  ControlResult: ofDestination,
  EnquiryResponse({ correlationId, sender }, { events }) {
    const asked = events.some(
      ({ messageType, messageId, asked: seat }) =>
        messageType === 'AT12' && messageId === correlationId && seat === sender,
    );
    return asked ? [] : [faultOf('NO_ENQUIRY')];
  },
};

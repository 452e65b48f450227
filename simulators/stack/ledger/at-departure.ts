import type { CancellationNoticePayload } from '../../../profile/messages/cancellation-notice.ts';
import type { DepartureReleasePayload } from '../../../profile/messages/departure-release.ts';
import type { DischargeNoticePayload } from '../../../profile/messages/discharge-notice.ts';
import type { EnquiryRequestPayload } from '../../../profile/messages/enquiry-request.ts';
import type { EnquiryResponsePayload } from '../../../profile/messages/enquiry-response.ts';
import type { ItineraryChangePayload } from '../../../profile/messages/itinerary-change.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { RecoveryNoticePayload } from '../../../profile/messages/recovery-notice.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { countriesOf } from '../../../profile/routing.ts';
import { missingSeals, notAmendable, referencesAgree } from '../../../profile/rules/amendments.ts';
import { handler } from './handler.ts';
import type { Movement } from './movement.ts';
import { finding, step } from './step.ts';

/** The SYDONIA key must be the one that the transit reference stands for. */
export const referenceMismatch = (notice: TransitNoticePayload): WireFinding[] =>
  referencesAgree(notice) ? [] : [finding('REFERENCE_MISMATCH')];

/** What a notice says of road and seals, as the book keeps it. */
export const noticeInForce = (notice: TransitNoticePayload) => ({
  notice,
  corridor: notice.itinerary.corridor,
  legs: notice.itinerary.legs,
  countries: countriesOf(notice.itinerary.legs),
});

/** A new version of a notice; after release only what is amendable may differ. */
export const amendedNotice = handler<TransitNoticePayload>({
  refuse(movement, { message: { payload } }) {
    const mismatch = referenceMismatch(payload);
    if (mismatch.length > 0 || movement.state === 'REGISTERED') return mismatch;
    return notAmendable(movement.notice, payload).map((pointer) => finding('NOT_AMENDABLE', pointer));
  },
  act(movement, { message: { messageId, payload } }, _context, before) {
    const beforeRelease = movement.state === 'REGISTERED';
    const road = beforeRelease
      ? { ...noticeInForce(payload), seals: payload.seals.map(({ number }) => number) }
      : { notice: payload };
    return step({ ...movement, ...road, noticeMessage: messageId }, { alsoTold: before.countries });
  },
});

/** The truck may go: time limit and seals are fixed. */
export const departureRelease = handler<DepartureReleasePayload>({
  occurredAt: ({ releasedAt }) => releasedAt,
  event: ({ office }) => ({ office }),
  refuse(movement, { message: { payload } }, { reservationId }) {
    const lost = missingSeals(movement.notice, payload);
    const reservable = movement.notice.guarantee.kind === 'reservable';
    const reserved = reservationId !== null && payload.reservationId === reservationId;
    return [
      ...(lost.length > 0 ? [finding('SEALS_DIFFER', undefined, lost.join(', '))] : []),
      ...(reservable && !reserved ? [finding('GUARANTEE_NOT_RESERVED')] : []),
    ];
  },
  act(movement, { message: { messageId, payload } }) {
    const seals = payload.seals.map(({ number }) => number);
    const released = { limitDate: payload.limitDate, seals, releasedSeals: seals, releaseMessage: messageId };
    return step({ ...movement, ...released }, { timers: [limitTimer(payload.limitDate)] });
  },
});

const limitTimer = (limitDate: string) => ({ kind: 'limit-date', dueAt: Date.parse(limitDate) }) as const;

/** The movement is withdrawn, and with it its reservation. */
export const cancellationNotice = handler<CancellationNoticePayload>({
  occurredAt: ({ decidedAt }) => decidedAt,
  event: ({ office }) => ({ office }),
  act: (movement) => step(movement, { reservations: 'cancel' }),
});

/** Another road: asked for by any office on it, decided by the office of departure. */
export const itineraryChange = handler<ItineraryChangePayload>({
  occurredAt: ({ decidedAt }) => decidedAt,
  event: ({ office }) => ({ office }),
  act(movement, { message: { payload } }, _context, before) {
    if (payload.decision !== 'AUTHORISED' || !payload.itinerary) return step(movement);
    const { legs, corridor } = payload.itinerary;
    const countries = countriesOf(legs);
    const limitDate = payload.newLimitDate ?? movement.limitDate;
    return step({ ...movement, legs, corridor, countries, limitDate } satisfies Movement, {
      alsoTold: before.countries,
      newcomers: countries.filter((country) => !before.countries.includes(country)),
      timers: payload.newLimitDate ? [limitTimer(payload.newLimitDate)] : [],
    });
  },
});

const RELEASING = new Set(['CONFORM', 'RESOLVED', 'RECOVERED', 'FORCE_MAJEURE']);

/** The end of the movement; on these grounds the guarantee is free again. */
export const dischargeNotice = handler<DischargeNoticePayload>({
  occurredAt: ({ dischargedAt }) => dischargedAt,
  event: ({ office }) => ({ office }),
  act: (movement, { message: { payload } }) =>
    step(movement, { reservations: RELEASING.has(payload.basis) ? 'release' : null }),
});

/** Nobody off the road hears of the movement (P02). */
const offTheRoad = (countries: readonly string[], recipient: string): WireFinding[] =>
  countries.includes(recipient) ? [] : [finding('OFF_ROUTE', '/recipient', recipient)];

/** The office of departure looks for the truck; who was asked may answer. */
export const enquiryRequest = handler<EnquiryRequestPayload>({
  occurredAt: ({ enquiredAt }) => enquiredAt,
  event: ({ office }, { message }) => ({ office, asked: message.recipient }),
  refuse: (movement, { message }) => offTheRoad(movement.countries, message.recipient),
});

/** An answer to an enquiry under way. */
export const enquiryResponse = handler<EnquiryResponsePayload>({
  event: ({ office }) => ({ office }),
  refuse(movement, { message }) {
    const { correlationId, sender } = message;
    const open = movement.events.some(
      (event) => event.messageType === 'AT12' && event.messageId === correlationId && event.asked === sender,
    );
    return open ? offTheRoad(movement.countries, message.recipient) : [finding('NO_ENQUIRY')];
  },
});

/** Duties are claimed. */
export const recoveryNotice = handler<RecoveryNoticePayload>({
  occurredAt: ({ startedAt }) => startedAt,
  event: ({ office }) => ({ office }),
});

import type { Message } from '../../../profile/messages/message.ts';
import { messages } from '../../../profile/messages/messages.ts';
import { occurredAt } from '../../../profile/messages/occurred-in.ts';
import type { Leg } from '../../../profile/messages/parts/parts.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { missingPassages, passagesOutOfOrder } from '../../../profile/passages.ts';
import { countriesOf } from '../../../profile/routing.ts';
import { nextState } from '../../../profile/states/transitions.ts';
import { continuityOf, newBreaks, passedOf } from './seals.ts';
import type { Entry, EventView, FindingView, MovementView } from './views.ts';

const numbersOf = (seals: unknown): string[] =>
  (seals as readonly { number: string }[]).map(({ number }) => number);

/** What a notice says of road and seals. */
const roadOf = (notice: TransitNoticePayload) => ({
  notice,
  corridor: notice.itinerary.corridor,
  legs: notice.itinerary.legs,
  countries: countriesOf(notice.itinerary.legs),
});

/** The movement that a first notice registers. */
export function registered(entry: Entry): MovementView {
  const notice = entry.message.payload as unknown as TransitNoticePayload;
  return {
    reference: notice.transitReference,
    owner: entry.message.sender,
    state: 'REGISTERED',
    version: entry.message.movementVersion ?? 1,
    refusedVersions: [],
    ...roadOf(notice),
    noticeId: entry.message.messageId,
    seals: numbersOf(notice.seals),
    events: [eventOf(entry)],
    findings: lateMark(entry),
  };
}

/** A movement after a message that took effect: the facts told of it are those at the end of `findings`. */
export function applied(before: MovementView, entry: Entry): MovementView {
  const { name, message } = entry;
  const numbered = messages[name as 'TransitNotice'].numbering === 'movementVersion';
  const version = numbered ? (message.movementVersion ?? before.version + 1) : before.version;
  const movement: MovementView = {
    ...before,
    state: nextState(before.state, name, message.payload) ?? before.state,
    version,
    refusedVersions: before.refusedVersions.filter((number) => number > version),
    events: [...before.events, eventOf(entry)],
    findings: [...before.findings, ...lateMark(entry)],
    ...changes[name]?.(message, before),
  };
  const { findings, seals } = consequences(movement, entry);
  return { ...movement, seals, findings: [...movement.findings, ...findings] };
}

type Change = (message: Message, before: MovementView) => Partial<MovementView>;

const changes: Readonly<Record<string, Change>> = {
  TransitNotice({ payload, messageId }, before) {
    const notice = payload as unknown as TransitNoticePayload;
    if (before.state !== 'REGISTERED') return { notice, noticeId: messageId };
    return { ...roadOf(notice), noticeId: messageId, seals: numbersOf(notice.seals) };
  },
  DepartureRelease({ payload, messageId }) {
    const seals = numbersOf(payload['seals']);
    return { limitDate: String(payload['limitDate']), seals, releasedSeals: seals, releaseId: messageId };
  },
  ItineraryChange({ payload }, before) {
    const itinerary = payload['itinerary'] as { corridor: string; legs: readonly Leg[] } | undefined;
    if (payload['decision'] !== 'AUTHORISED' || !itinerary) return {};
    const { corridor, legs } = itinerary;
    const limitDate = (payload['newLimitDate'] as string | undefined) ?? before.limitDate;
    return { corridor, legs, countries: countriesOf(legs), ...(limitDate !== undefined && { limitDate }) };
  },
};

/** Facts that a message gives rise to, and the seals in force after it. @source exchange rules section 9 */
function consequences(
  movement: MovementView,
  { name, message }: Entry,
): { findings: FindingView[]; seals: readonly string[] } {
  if (!['BorderPassage', 'ArrivalNotice', 'IncidentNotice'].includes(name))
    return { findings: [], seals: movement.seals };
  const { seals, breaks } = continuityOf(movement);
  const told = newBreaks(movement, breaks).map((relatesTo) => ({
    kind: 'seals-discontinued',
    recipients: movement.countries,
    relatesTo,
  }));
  const facts = name === 'ArrivalNotice' ? silences(movement, message) : disorder(movement, message, name);
  return { findings: [...facts, ...told], seals };
}

/** One fact for each office of passage that told nothing. */
const silences = (movement: MovementView, { messageId }: Message): FindingView[] =>
  missingPassages(movement.legs, passagesIn(movement)).map(({ country }) => ({
    kind: 'passage-missing',
    recipients: [...new Set([movement.owner, country])],
    relatesTo: messageId,
  }));

function disorder(movement: MovementView, { messageId, payload }: Message, name: string): FindingView[] {
  if (name !== 'BorderPassage' || payload['outcome'] !== 'PASSED') return [];
  const pairs = passagesOutOfOrder(movement.legs, passagesIn(movement));
  const mine = pairs.some(({ earlier, later }) =>
    [earlier.office, later.office].includes(String(payload['office'])),
  );
  return mine ? [{ kind: 'passage-order', recipients: [movement.owner], relatesTo: messageId }] : [];
}

const passagesIn = (movement: MovementView) =>
  passedOf(movement).flatMap(({ office, occurredAt }) => (office ? [{ office, passedAt: occurredAt }] : []));

/** A mark in the ledger; nobody is sent a notice for it. @source exchange rules section 6 */
const lateMark = ({ late, message }: Entry): FindingView[] =>
  late ? [{ kind: 'late-message', recipients: [], relatesTo: message.messageId }] : [];

function eventOf({ name, message, order, late }: Entry): EventView {
  const { payload, messageId, messageType, sender } = message;
  const fields: Record<string, unknown> = {};
  for (const field of ['office', 'direction', 'outcome', 'seals'])
    if (payload[field] !== undefined && name !== 'TransitNotice') fields[field] = payload[field];
  if (name !== 'BorderPassage' && name !== 'ArrivalNotice') delete fields['seals'];
  if (name === 'IncidentNotice' && payload['newSeals']) fields['newSeals'] = numbersOf(payload['newSeals']);
  if (name === 'EnquiryRequest') fields['asked'] = message.recipient;
  return { messageId, messageType, sender, occurredAt: occurredAt(name, message), order, late, ...fields };
}

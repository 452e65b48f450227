import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, sameJson, show } from './check.ts';
import { type Fields, lastAnswer, listIn, memberOf, numberIn, textIn } from './recorded.ts';
import { type ToldEvent, toldEvents } from './tracking-events.ts';

/** Which journey, and who asked for it last; without `by`: whoever did. */
export interface JourneyAsked {
  readonly reference: string;
  readonly by?: string;
}

const answerTo = (records: readonly ExchangeRecord[], { reference, by }: JourneyAsked) =>
  lastAnswer(records, `/v0/journeys/${reference}`, by);

/** The journey that was answered last, as it is. */
export const journeyIn = (records: readonly ExchangeRecord[], asked: JourneyAsked): unknown =>
  answerTo(records, asked)?.body;

/** The journey of this movement is published to who asked. */
export function journeyPublished(records: readonly ExchangeRecord[], asked: JourneyAsked): Observation[] {
  const answer = answerTo(records, asked);
  return [
    observeEqual(`réponse à ${asked.by ?? 'la demande'}`, 200, answer?.status),
    observeEqual('mouvement du voyage', asked.reference, textIn(answer?.body, 'transitReference')),
  ];
}

/** What tells of a journey, as it is or as an EPCIS document. @source binding, section 8 */
const MEMBERS = ['positions', 'alerts', 'assignments', 'gaps', 'deviceStates', 'epcisBody'];

/** Who asked is told why not, and nothing of the journey. */
export function journeyRefused(
  records: readonly ExchangeRecord[],
  asked: JourneyAsked,
  expected: { readonly status: number; readonly code: string },
): Observation[] {
  const answer = answerTo(records, asked);
  const who = asked.by ?? 'la demande';
  const told = MEMBERS.filter((name) => memberOf(answer?.body, name) !== undefined);
  return [
    observeEqual(`réponse à ${who}`, expected.status, answer?.status),
    observeEqual(`motif donné à ${who}`, expected.code, textIn(answer?.body, 'code')),
    observe(told.length === 0, `${who} : rien du voyage`, `${who} : ${show(told)}`),
  ];
}

/** The journey gives these positions, or alerts, in this order, and no others. @param expected ISO 8601 instants */
export function journeyGives(
  records: readonly ExchangeRecord[],
  asked: JourneyAsked,
  what: 'positions' | 'alerts',
  expected: readonly string[],
): Observation[] {
  const given = listIn(journeyIn(records, asked), what)?.map((entry) => textIn(entry, 'recordedAt'));
  return [observeEqual(`${what === 'positions' ? 'positions' : 'alertes'} du voyage`, expected, given)];
}

/** Every list of the journey is in the order in which things happened, then in the order of numbers. */
export function journeyInOrder(records: readonly ExchangeRecord[], asked: JourneyAsked): Observation[] {
  const journey = journeyIn(records, asked);
  return (['positions', 'alerts'] as const).map((what) => {
    const list = listIn(journey, what);
    const wrong = list?.find((entry, index) => !mayFollow(list[index - 1] ?? entry, entry));
    const seen = wrong ? `${show(textIn(wrong, 'recordedAt'))} n'est pas à sa place` : 'en ordre';
    const ok = list !== undefined && wrong === undefined;
    return observe(ok, `${what} : dans l'ordre des faits`, `${what} : ${list ? seen : 'aucune liste'}`);
  });
}

/** An entry without an instant has no place at all; numbers are those of one device. */
function mayFollow(one: Fields, next: Fields): boolean {
  const apart = placedAt(next) - placedAt(one);
  const numbered = ['platform', 'deviceId'].every((name) => textIn(one, name) === textIn(next, name));
  if (apart !== 0 || !numbered) return apart >= 0;
  return (numberIn(one, 'deviceSeq') ?? 0) <= (numberIn(next, 'deviceSeq') ?? Number.POSITIVE_INFINITY);
}

/** Where it stands, ms since the epoch: of a clock that is ahead, where it came. @source binding, section 8 */
const placedAt = (entry: Fields): number =>
  Date.parse(textIn(entry, entry['clockAhead'] === true ? 'receivedAt' : 'recordedAt'));

/** An event told as it stands in the journey: a position without kind, an alert with its code. */
const inJourney = ({ payload }: ToldEvent): Fields => {
  const { transitReference: _reference, kind: _kind, ...told } = payload;
  return told;
};

/** Each event that was told is in the journey, once, and says there what it said to each. */
export function journeyComplete(records: readonly ExchangeRecord[], asked: JourneyAsked): Observation[] {
  const journey = journeyIn(records, asked);
  const told = new Map(
    toldEvents(records)
      .filter(({ payload }) => payload['transitReference'] === asked.reference)
      .map((event) => [JSON.stringify(event.payload), event]),
  );
  const any = observe(told.size > 0, 'des événements ont été dits', `événements dits : ${told.size}`);
  return [any, ...[...told.values()].map((event) => standsIn(journey, event))];
}

function standsIn(journey: unknown, event: ToldEvent): Observation {
  const { payload, message } = event;
  const what = payload['kind'] === 'ALERT' ? 'alerts' : 'positions';
  const id = textIn(payload, 'eventId');
  const found = (listIn(journey, what) ?? []).filter((entry) => entry['eventId'] === id);
  const word = `${show(payload['alert'] ?? 'position')} de ${textIn(payload, 'recordedAt')}, ${textIn(payload, 'platform')}`;
  const same = found.length === 1 && sameJson(found[0], inJourney(event));
  const seen = found.length === 1 ? show(found[0]) : `${found.length} fois`;
  return observe(
    same,
    `${word} : au voyage une fois, comme dit`,
    same ? `${word} : au voyage` : `${word} : ${seen}`,
    {
      message,
    },
  );
}

/** The platforms whose devices have positions in the journey: all of one, then all of the next. */
export function journeyPlatforms(
  records: readonly ExchangeRecord[],
  asked: JourneyAsked,
  expected: readonly string[],
): Observation[] {
  const told = listIn(journeyIn(records, asked), 'positions')?.map((entry) => textIn(entry, 'platform'));
  const found = told?.filter((platform, index) => index === 0 || platform !== told[index - 1]);
  return [observeEqual('plateformes du voyage, en ordre', expected, found)];
}

/** Members of a position or an alert of a journey. @source binding, section 8; AT17 */
const WORDS =
  /^(?:eventId|deviceSeq|alert|authorised|recordedAt|receivedAt|platform|deviceId|position|speedKmh|courseDeg|territory|leg|lock|batteryPct|gnss|stored|clockAhead)$/;

/** No entry of the journey speaks in words of its own device or platform. */
export function journeyInOneVocabulary(
  records: readonly ExchangeRecord[],
  asked: JourneyAsked,
): Observation[] {
  const journey = journeyIn(records, asked);
  const entries = [...(listIn(journey, 'positions') ?? []), ...(listIn(journey, 'alerts') ?? [])];
  const words = entries.map(Object.keys);
  const foreign = [...new Set(words.flat())].filter((name) => !WORDS.test(name));
  const mute = words.filter(({ length }) => length === 0).length;
  return [
    observe(
      entries.length > 0,
      'un voyage qui dit quelque chose',
      `positions et alertes : ${entries.length}`,
    ),
    observe(mute === 0, 'aucune entrée sans mots', `entrées sans mots : ${mute}`),
    observe(foreign.length === 0, 'mots du profil seulement', `mots hors profil : ${show(foreign)}`),
  ];
}

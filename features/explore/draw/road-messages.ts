import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import type { ItineraryChangePayload } from '../../../profile/messages/itinerary-change.ts';
import type { MovementView } from '../model/views.ts';
import { roadWords } from '../roads.ts';
import { WORDS, wordOfDecision } from '../words.ts';
import type { Draft, Situation } from './messages.ts';

type Decision = ItineraryChangePayload['decision'];

/** What the countries along the road could tell of a movement, and what could become of the road. */
export function fromTheRoad(situation: Situation): Draft[] {
  const { movement, view } = situation;
  const legs = view?.legs ?? movement.notice.itinerary.legs;
  const onRoad = [...new Set(legs.map(({ country }) => country))];
  const passages = legs.flatMap(({ country, role }) =>
    role === 'EXIT' || role === 'ENTRY' ? passagesAt(movement, view, country, role) : [],
  );
  return [...passages, ...onRoad.flatMap(incidentsOf), ...roadChanges(situation, onRoad)];
}

function passagesAt(
  movement: Movement,
  view: MovementView | undefined,
  by: string,
  role: 'EXIT' | 'ENTRY',
): Draft[] {
  const side = role === 'EXIT' ? WORDS.exit : WORDS.entry;
  const act = 'BorderPassage';
  const passed = { by, act, detail: [side], payload: { outcome: 'PASSED' } };
  const refused = { by, act, detail: [side, WORDS.turnedBack], payload: { outcome: 'REFUSED' } };
  const seals = isLatest(movement, view, by, role) ? [WORDS.broken, WORDS.replaced, WORDS.changed] : [];
  return [
    { ...passed, weight: 1.5 },
    { ...refused, weight: 0.5 },
    { ...passed, detail: [side, WORDS.onTheSpot], weight: 0.5 },
    ...seals.map((word) => ({ ...passed, detail: [side, word], weight: 0.2 })),
    ...(role === 'ENTRY' ? [{ ...passed, detail: [side, WORDS.halfHourEarly], weight: 0.2 }] : []),
    { by, act, detail: [side, WORDS.offRoute], weight: 0.1 },
  ];
}

/** What befalls seals is told in order of occurrence: nothing later on the road is known yet. */
function isLatest(movement: Movement, view: MovementView | undefined, by: string, role: string): boolean {
  const passage = movement.passages.find(
    ({ office, direction }) => office.startsWith(by) && direction === role,
  );
  if (!passage || !view) return false;
  return view.events
    .filter(({ messageType }) => messageType !== 'AT01')
    .every(({ occurredAt }) => Date.parse(occurredAt) < Date.parse(passage.passedAt));
}

function incidentsOf(by: string): Draft[] {
  const incident = { by, act: 'IncidentNotice' };
  const open = { status: 'OPEN', hold: false };
  return [
    { ...incident, detail: [WORDS.hold], payload: { ...open, hold: true }, weight: 0.4 },
    { ...incident, detail: [WORDS.noHold], payload: open, weight: 0.4 },
    { ...incident, detail: [WORDS.closed], payload: { status: 'CLOSED', hold: false }, weight: 0.4 },
    { ...incident, detail: [WORDS.noHold, WORDS.newSeals], payload: open, weight: 0.2 },
  ];
}

function roadChanges({ movement, view, reference }: Situation, onRoad: readonly string[]): Draft[] {
  const by = movement.departureCountry;
  const words = roadsFrom(movement, reference);
  const change = (country: string, decision: Decision, detail: readonly string[], weight: number): Draft => ({
    ...{ by: country, act: 'ItineraryChange', detail: [wordOfDecision(decision), ...detail], weight },
    payload: { decision },
  });
  const known = view ? 0.3 : 0.05;
  return [
    ...words.map((road) => change(by, 'AUTHORISED', [road], known)),
    ...words.slice(0, 1).map((road) => change(by, 'AUTHORISED', [road, WORDS.newLimit], known)),
    ...words
      .slice(0, 1)
      .flatMap((road) => onRoad.map((country) => change(country, 'REQUESTED', [road], 0.1))),
    change(by, 'REFUSED', [], 0.2),
    ...onRoad.slice(1, 2).map((country) => change(country, 'REFUSED', [], 0.05)),
  ];
}

/** Those that begin where the movement did. */
const roadsFrom = ({ corridor }: Movement, { corridors }: FixtureReferenceData): string[] =>
  [...corridors.values()].flatMap(({ name, officeOfDeparture }) =>
    officeOfDeparture === corridor.officeOfDeparture ? (roadWords(name) ?? []) : [],
  );

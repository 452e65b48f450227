import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import { CHANGES } from '../compose/at-departure.ts';
import type { HubModel } from '../model/hub-model.ts';
import { destinationOf, type MovementView } from '../model/views.ts';
import { BASES, DECISIONS, ENQUIRY_ANSWERS, WORDS } from '../words.ts';
import { faultyMessages } from './faulty-messages.ts';
import { onGuarantee, standingOf } from './guarantees.ts';
import type { Option } from './option.ts';
import { roadWords } from './roads.ts';

const RESULTS = ['A1', 'A2', 'A5', 'B1'];

/** What options are drawn from: one movement of the sequence, as the book has it. */
export interface Situation {
  readonly number: number;
  readonly movement: Movement;
  readonly view: MovementView | undefined;
  readonly model: HubModel;
  readonly reference: FixtureReferenceData;
  /** Countries that take part. */
  readonly countries: readonly string[];
}

/** A message that could be sent about a movement; as likely as any other when it has no weight. */
export type Draft = Omit<Option, 'movement' | 'weight'> & { readonly weight?: number };

/** Every message that could be sent about a movement, legal or not. */
export function messageOptions(situation: Situation): Option[] {
  const drafts = [
    ...fromDeparture(situation),
    ...fromTheRoad(situation),
    ...fromDestination(situation),
    ...fromStrangers(situation),
    ...questions(situation),
    ...onGuarantee(situation),
    ...faultyMessages(situation),
  ];
  return drafts.map((draft) => ({ movement: situation.number, weight: 1, ...draft }));
}

function fromDeparture(situation: Situation): Draft[] {
  const { movement, view, model } = situation;
  const by = movement.departureCountry;
  const gap = model
    .waiting(movement.reference)
    .some(({ outcome }) => outcome.kind === 'waits' && outcome.for === 'version');
  const versioned: Draft[] = [
    { by, act: 'TransitNotice', detail: [], payload: { status: 'REGISTERED' }, weight: view ? 0.2 : 4 },
    ...Object.keys(CHANGES).map((change) => ({
      ...{ by, act: 'TransitNotice', detail: [change], payload: { status: 'AMENDED' } },
      weight: 0.25,
    })),
    { by, act: 'DepartureRelease', detail: [], payload: {}, weight: mayLeave(situation) ? 2 : 0.1 },
    { by, act: 'DepartureRelease', detail: [WORDS.sealAdded], payload: {}, weight: 0.4 },
    { by, act: 'CancellationNotice', detail: [], payload: {}, weight: 0.5 },
    { by, act: 'EnquiryRequest', detail: [], payload: {} },
    { by, act: 'RecoveryNotice', detail: [], payload: {} },
    ...Object.entries(BASES).map(([word, basis]) => ({
      ...{ by, act: 'DischargeNotice', detail: [word], payload: { basis }, weight: 0.6 },
    })),
  ];
  // Over a gap one more may wait behind the first; without one, a gap may open.
  const word = gap ? WORDS.behind : WORDS.skip;
  const skipping = view
    ? versioned.map((draft) => ({ ...withWord(draft, word), weight: gap ? 0.25 : 0.08 }))
    : [];
  return [
    ...versioned,
    ...skipping,
    ...(view
      ? versioned.slice(1, 9).map((draft) => ({ ...withWord(draft, WORDS.reached), weight: 0.05 }))
      : []),
    { by, act: 'TransitNotice', detail: [WORDS.mismatch], weight: 0.15 },
    { by, act: 'DepartureRelease', detail: [WORDS.sealLost], weight: 0.15 },
    { by, act: 'DepartureRelease', detail: [WORDS.notReserved], weight: 0.15 },
  ];
}

/** A reservable guarantee is reserved before the release. */
const mayLeave = (situation: Situation): boolean =>
  situation.movement.guarantee.reserve === undefined || standingOf(situation).reserved;

/** A message with one word more is not what the machine would take as it is. */
const withWord = ({ payload: _taken, ...draft }: Draft, word: string): Draft => ({
  ...draft,
  detail: [...draft.detail, word],
});

function fromTheRoad({ movement, view, reference }: Situation): Draft[] {
  const legs = view?.legs ?? movement.notice.itinerary.legs;
  const onRoad = [...new Set(legs.map(({ country }) => country))];
  const passages = legs.flatMap(({ country: by, role }): Draft[] => {
    if (role !== 'EXIT' && role !== 'ENTRY') return [];
    const side = role === 'EXIT' ? WORDS.exit : WORDS.entry;
    const passed = { by, act: 'BorderPassage', detail: [side], payload: { outcome: 'PASSED' } };
    const refused = {
      by,
      act: 'BorderPassage',
      detail: [side, WORDS.turnedBack],
      payload: { outcome: 'REFUSED' },
    };
    const seals = [WORDS.broken, WORDS.replaced, WORDS.changed];
    return [
      { ...passed, weight: 1.5 },
      { ...refused, weight: 0.5 },
      { ...passed, detail: [side, WORDS.onTheSpot], weight: 0.5 },
      ...(isLatest(movement, view, by, role)
        ? seals.map((word) => ({ ...passed, detail: [side, word], weight: 0.2 }))
        : []),
      ...(role === 'ENTRY' ? [{ ...passed, detail: [side, WORDS.halfHourEarly], weight: 0.2 }] : []),
      { by, act: 'BorderPassage', detail: [side, WORDS.offRoute], weight: 0.1 },
    ];
  });
  const incidents = onRoad.flatMap((by): Draft[] => [
    { by, act: 'IncidentNotice', detail: [WORDS.hold], payload: { status: 'OPEN', hold: true }, weight: 0.4 },
    {
      by,
      act: 'IncidentNotice',
      detail: [WORDS.noHold],
      payload: { status: 'OPEN', hold: false },
      weight: 0.4,
    },
    {
      by,
      act: 'IncidentNotice',
      detail: [WORDS.closed],
      payload: { status: 'CLOSED', hold: false },
      weight: 0.4,
    },
    {
      by,
      act: 'IncidentNotice',
      detail: [WORDS.noHold, WORDS.newSeals],
      payload: { status: 'OPEN', hold: false },
      weight: 0.2,
    },
  ]);
  return [...passages, ...incidents, ...roadChanges(movement, view, reference, onRoad)];
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

function roadChanges(
  movement: Movement,
  view: MovementView | undefined,
  reference: FixtureReferenceData,
  onRoad: readonly string[],
): Draft[] {
  const roads = [...reference.corridors.values()].filter(
    ({ officeOfDeparture }) => officeOfDeparture === movement.corridor.officeOfDeparture,
  );
  const words = roads.map(({ name }) => roadWords(name)).filter((word) => word !== undefined);
  const by = movement.departureCountry;
  const change = (country: string, decision: string, detail: readonly string[], weight: number): Draft => ({
    ...{ by: country, act: 'ItineraryChange', detail: [decision, ...detail], weight },
    payload: { decision: DECISIONS[decision] },
  });
  const known = view ? 0.3 : 0.05;
  return [
    ...words.map((road) => change(by, 'autorisé', [road], known)),
    ...words.slice(0, 1).map((road) => change(by, 'autorisé', [road, WORDS.newLimit], known)),
    ...words.slice(0, 1).flatMap((road) => onRoad.map((country) => change(country, 'demandé', [road], 0.1))),
    change(by, 'refusé', [], 0.2),
    ...onRoad.slice(1, 2).map((country) => change(country, 'refusé', [], 0.05)),
  ];
}

function fromDestination({ movement, view }: Situation): Draft[] {
  const by = view ? destinationOf(view) : movement.destinationCountry;
  const arrival = { by, act: 'ArrivalNotice' };
  return [
    { ...arrival, detail: [], payload: {}, weight: 1 },
    { ...arrival, detail: [WORDS.onTheSpot], payload: {}, weight: 0.3 },
    ...RESULTS.map((result) => ({
      ...arrival,
      detail: [result],
      payload: { controlResult: { result } },
      weight: 0.3,
    })),
    ...RESULTS.map((result) => ({
      by,
      act: 'ControlResult',
      detail: [result],
      payload: { result },
      weight: 0.6,
    })),
    ...Object.keys(ENQUIRY_ANSWERS).map((word) => ({
      by,
      act: 'EnquiryResponse',
      detail: [word],
      payload: {},
      weight: 0.7,
    })),
    { by, act: 'EnquiryResponse', detail: [WORDS.unasked], weight: 0.1 },
  ];
}

/** Who may not say it: a country on the road that is not competent, one that is not on it. */
function fromStrangers({ movement, countries, view }: Situation): Draft[] {
  const onRoad = view?.countries ?? movement.countries;
  const strangers = countries.filter((country) => !onRoad.includes(country)).slice(0, 1);
  const passing = onRoad.filter((country) => country !== movement.departureCountry).slice(0, 1);
  const departure = [
    'TransitNotice',
    'DepartureRelease',
    'CancellationNotice',
    'DischargeNotice',
    'RecoveryNotice',
  ];
  return [
    ...passing.flatMap((by) =>
      departure.map((act) => ({
        by,
        act,
        detail: act === 'DischargeNotice' ? ['à la main'] : [],
        weight: 0.06,
      })),
    ),
    ...strangers.map((by) => ({ by, act: 'IncidentNotice', detail: [WORDS.noHold], weight: 0.1 })),
    ...strangers.map((by) => ({ by, act: 'BorderPassage', detail: [WORDS.entry], weight: 0.1 })),
    { by: movement.departureCountry, act: 'ArrivalNotice', detail: [], weight: 0.06 },
    ...strangers.map((by) => ({ by, act: 'consult', detail: [], weight: 0.15 })),
  ];
}

function questions({ movement, view, countries }: Situation): Draft[] {
  const onRoad = view?.countries ?? movement.countries;
  return countries.flatMap((by) =>
    ['EVENTS', 'FULL'].map((scope) => ({
      ...{ by, act: 'MovementQuery', detail: [scope] },
      weight: onRoad.includes(by) ? 0.1 : 0.15,
    })),
  );
}

import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import { CHANGES } from '../compose/at-departure.ts';
import type { HubModel } from '../model/hub-model.ts';
import { destinationOf, type MovementView } from '../model/views.ts';
import { BASES, ENQUIRY_ANSWERS, RESULTS, SCOPES, WORDS, wordOfBasis } from '../words.ts';
import { faultyMessages } from './faulty-messages.ts';
import { onGuarantee, standingOf } from './guarantees.ts';
import type { Option } from './option.ts';
import { fromTheRoad } from './road-messages.ts';

/** One amendment of a notice stands for all where it is its number that matters. */
const ANY_AMENDMENT = 'le conducteur';

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
  const numbered = versioned.filter(
    ({ act, detail }) => act !== 'TransitNotice' || detail[0] === ANY_AMENDMENT,
  );
  // Over a gap one more may wait behind the first; without one, a gap may open.
  const word = gap ? WORDS.behind : WORDS.skip;
  const skipping = view
    ? versioned.map((draft) => ({ ...withWord(draft, word), weight: gap ? 0.25 : 0.08 }))
    : [];
  return [
    ...versioned,
    ...skipping,
    ...(view ? numbered.map((draft) => ({ ...withWord(draft, WORDS.reached), weight: 0.05 })) : []),
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

function fromDestination({ movement, view }: Situation): Draft[] {
  const by = view ? destinationOf(view) : movement.destinationCountry;
  const arrival = { by, act: 'ArrivalNotice' };
  return [
    { ...arrival, detail: [], payload: {}, weight: 1 },
    { ...arrival, detail: [WORDS.onTheSpot], payload: {}, weight: 0.3 },
    ...Object.entries(RESULTS).flatMap(([word, result]) => [
      { ...arrival, detail: [word], payload: { controlResult: { result } }, weight: 0.3 },
      { by, act: 'ControlResult', detail: [word], payload: { result }, weight: 0.6 },
    ]),
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
        detail: act === 'DischargeNotice' ? [wordOfBasis('BY_HAND')] : [],
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
    Object.keys(SCOPES).map((scope) => ({
      ...{ by, act: 'MovementQuery', detail: [scope] },
      weight: onRoad.includes(by) ? 0.1 : 0.15,
    })),
  );
}

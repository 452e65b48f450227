import type { Movement } from '../../fixtures/movements/movement.ts';
import type { MessageName } from '../../profile/messages/messages.ts';

/** How far a movement has come, in the order of a journey without incident. */
export const stages = [
  'prepared',
  'announced',
  'released',
  'underway',
  'arrived',
  'controlled',
  'discharged',
] as const;
export type Stage = (typeof stages)[number];

/** One message of a journey without incident: who sends it and what it says. */
export interface JourneyStep {
  readonly stage: Stage;
  readonly from: string;
  readonly name: MessageName;
  readonly payload: object;
}

/** The messages of a whole journey, in order. `underway` holds every passage. */
export function journeyOf(movement: Movement): JourneyStep[] {
  const { departureCountry, destinationCountry, notice, release, passages, arrival, control, discharge } =
    movement;
  return [
    { stage: 'announced', from: departureCountry, name: 'TransitNotice', payload: notice },
    { stage: 'released', from: departureCountry, name: 'DepartureRelease', payload: release },
    ...passages.map((payload) => ({
      stage: 'underway' as const,
      from: payload.office.slice(0, 2),
      name: 'BorderPassage' as const,
      payload,
    })),
    { stage: 'arrived', from: destinationCountry, name: 'ArrivalNotice', payload: arrival },
    { stage: 'controlled', from: destinationCountry, name: 'ControlResult', payload: control },
    { stage: 'discharged', from: departureCountry, name: 'DischargeNotice', payload: discharge },
  ];
}

/** The messages that bring a movement from one stage to another, both included in the order of travel. */
export function stepsBetween(movement: Movement, from: Stage, to: Stage): JourneyStep[] {
  const first = stages.indexOf(from);
  const last = stages.indexOf(to);
  return journeyOf(movement).filter(({ stage }) => {
    const position = stages.indexOf(stage);
    return position > first && position <= last;
  });
}

export type Direction = 'EXIT' | 'ENTRY';

/** The passage of a country on one side of its border, as it would go without incident. */
export const passageOf = ({ passages }: Movement, country: string, direction: Direction) =>
  passages.find((passage) => passage.office.startsWith(country) && passage.direction === direction);

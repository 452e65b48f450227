import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import type { MessageName } from '../../../profile/messages/messages.ts';
import type { EnvelopeOptions } from '../../../simulators/customs/index.ts';
import type { HubModel } from '../model/hub-model.ts';
import type { MovementView } from '../model/views.ts';
import type { Move } from '../move.ts';
import { MINUTE_MS } from '../units.ts';

/** What a message of a sequence is made from: the journey as drawn, and the book as it stands. */
export interface Composition {
  readonly move: Move;
  readonly movement: Movement;
  /** Undefined before the first notice. */
  readonly view: MovementView | undefined;
  readonly model: HubModel;
  readonly reference: FixtureReferenceData;
  /** ms since the epoch. */
  readonly now: number;
}

/** A message to be: the seat fills its envelope. */
export interface Draft {
  readonly name: MessageName;
  readonly payload: Record<string, unknown>;
  readonly options: EnvelopeOptions;
}

/** What one message is about; its number is put in afterwards. */
export type Part = Pick<Draft, 'payload'> & Partial<Draft>;

export const has = ({ move }: Composition, word: string): boolean => move.detail.includes(word);

/** What the first word that the table has a meaning for means. */
export function meant<Meaning>(
  composition: Composition,
  meanings: Readonly<Record<string, Meaning>>,
): Meaning | undefined {
  const word = composition.move.detail.find((one) => Object.hasOwn(meanings, one));
  return word === undefined ? undefined : meanings[word];
}

export const instantOf = (ms: number): string => new Date(ms).toISOString();

/** Just after all that is known to have happened on the road, and never in the future. */
export function justAfter({ view, movement, now }: Composition): number {
  const known = (view?.events ?? [])
    .filter(({ messageType }) => ['AT02', 'AT05', 'AT06'].includes(messageType))
    .map(({ occurredAt }) => Date.parse(occurredAt));
  return Math.min(now, Math.max(Date.parse(movement.release.releasedAt), ...known) + MINUTE_MS);
}

/** The office in whose name a country speaks of anything: its first on the itinerary in force, else any of its own. */
export function officeOf({ view, movement, reference }: Composition, country: string): string {
  const legs = view?.legs ?? movement.notice.itinerary.legs;
  const leg = legs.find((one) => one.country === country);
  if (leg) return leg.office;
  for (const office of reference.offices.values()) if (office.country === country) return office.code;
  return movement.release.office;
}

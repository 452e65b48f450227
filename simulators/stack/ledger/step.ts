import { type ErrorCode, errorCatalogue } from '../../../profile/errors/error-catalogue.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import type { BookFinding, Movement } from './movement.ts';

/** A warning to be sent (AT93) and to be kept in the ledger. */
export interface Notice extends Omit<BookFinding, 'raisedAt'> {
  readonly recipients: readonly string[];
  readonly detail: string;
}

/** Something to be done when the stack's clock reaches `dueAt` (ms since the epoch). */
export interface TimerRequest {
  readonly kind: TimerKind;
  readonly dueAt: number;
}
export type TimerKind = 'limit-date' | 'result-missing' | 'early' | 'gap' | 'device-silent';

/** What a message does to the ledger and beyond it. */
export interface Step {
  readonly movement: Movement;
  readonly notices: readonly Notice[];
  readonly timers: readonly TimerRequest[];
  /** Countries off the itinerary in force that are told of this message too: those of the old one. */
  readonly alsoTold: readonly string[];
  /** Countries new on the itinerary: they first receive the notice and the release. */
  readonly newcomers: readonly string[];
  /** What becomes of the movement's reservations. */
  readonly reservations: 'release' | 'cancel' | null;
}

/** A step with only what differs from "nothing else happens". */
export const step = (movement: Movement, rest: Partial<Omit<Step, 'movement'>> = {}): Step => ({
  movement,
  notices: [],
  timers: [],
  alsoTold: [],
  newcomers: [],
  reservations: null,
  ...rest,
});

/** One finding of the catalogue, at its own pointer unless another is given. */
export const finding = (code: ErrorCode, pointer?: string, detail?: string): WireFinding => ({
  code,
  pointer: pointer ?? errorCatalogue[code].pointer,
  reason: detail ? `${errorCatalogue[code].fr} : ${detail}` : errorCatalogue[code].fr,
});

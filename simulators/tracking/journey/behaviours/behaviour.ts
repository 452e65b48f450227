import type { Road } from '../../../../fixtures/corridors/road.ts';
import type { TruthKind } from '../truth.ts';

/** What changes on the device or its seal; what it can notice of that becomes an alert of its next reading. */
export type DeviceChange =
  | { readonly what: 'lock'; readonly becomes: 'locked' | 'opened' | 'cut' | 'tampered' }
  | { readonly what: 'door'; readonly open: boolean }
  | { readonly what: 'jamming'; readonly on: boolean }
  | { readonly what: 'network'; readonly on: boolean }
  | { readonly what: 'battery'; readonly atMostPct: number }
  | { readonly what: 'clock'; readonly wrongByMinutes: number }
  | { readonly what: 'detached' };

/** One step of what a truck or its crew does; steps follow each other at once, only `stop` and driving take time. */
export type Step =
  | { readonly do: 'stop'; readonly minutes: number; readonly why: string }
  | { readonly do: 'tell'; readonly what: TruthKind }
  | { readonly do: 'device'; readonly change: DeviceChange }
  /** Leaves the road; degrees to the right of the direction of travel, km as the crow flies. */
  | { readonly do: 'leave'; readonly turnDeg: number; readonly km: number }
  /** Back to where the road was left. */
  | { readonly do: 'back' }
  /** The device goes on another truck, which drives back to the start of the corridor. */
  | { readonly do: 'move-device' }
  /** The truck never comes back to its road. */
  | { readonly do: 'stay' };

/** Steps that begin when the truck comes to a place. */
export interface Act {
  /** By road from the office of departure. */
  readonly km: number;
  readonly steps: readonly Step[];
}

/** A named pattern: an ordinary incident or a fraud. */
export interface Behaviour {
  readonly name: string;
  readonly french: string;
  readonly fraud: boolean;
  /** What it does, where and when, in one sentence. */
  readonly does: string;
  /** What it leaves in the log of what really happened, at least. */
  readonly leaves: readonly TruthKind[];
  acts(road: Road): readonly Act[];
}

/** Where on the road a behaviour begins: by road from the start, or as a part of the whole road. */
export type Place = { readonly km: number } | { readonly share: number };

/** The kilometre of a place, kept off both ends of the road. */
export function kmOf(place: Place, road: Road): number {
  const km = 'km' in place ? place.km : place.share * road.lengthKm;
  return Math.min(road.lengthKm - 1, Math.max(1, km));
}

/** A step that only tells. */
export const tell = (what: TruthKind): Step => ({ do: 'tell', what });

/** A step that changes the device. */
export const device = (change: DeviceChange): Step => ({ do: 'device', change });

/** Whether the truck stops for an act, or what happens does so while it drives on. */
export const halts = ({ steps }: Act): boolean =>
  steps.some((step) => step.do !== 'tell' && step.do !== 'device');

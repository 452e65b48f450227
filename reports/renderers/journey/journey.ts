import type { gnssStates, lockStates } from '../../../profile/code-lists/code-lists.ts';
import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { RoadPlace } from '../../evidence/run.ts';

/** A position in degrees, WGS 84. */
export interface Place {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

/** State of a lock as the profile names it. */
export type LockState = keyof typeof lockStates;
type GnssState = keyof typeof gnssStates;

/** What one report of a device says; times in ms since the epoch, by the device. */
export interface TrackPoint {
  readonly atMs: number;
  readonly platform: string;
  readonly deviceId: string;
  /** Absent when the device told none, or none that lies on the globe. */
  readonly place?: Place;
  readonly speedKmh?: number;
  readonly batteryPct?: number;
  readonly lock?: LockState;
  /** Of an older fix when it is not FIX. */
  readonly gnss: GnssState;
  /** From the memory of the device: there was no network. */
  readonly stored: boolean;
}

/** An alert as it was told; `code` is one of the profile, or whatever stood there. */
export interface TrackAlert {
  readonly atMs: number;
  readonly code: AlertCode | (string & {});
  readonly deviceId: string;
  readonly place?: Place;
}

/** A device put on, taken off or relieved. */
export interface Assignment {
  readonly atMs: number;
  readonly action: string;
  readonly platform: string;
  readonly deviceId: string;
  readonly office?: string;
  /** The device that was relieved. */
  readonly replaces?: string;
}

/** A time without reports; absent end: it lasts. */
export interface Gap {
  readonly fromMs: number;
  readonly untilMs?: number;
}

/** When a gap ends, ms since the epoch; of one that lasts, never. */
export const endOf = ({ untilMs = Number.POSITIVE_INFINITY }: Gap): number => untilMs;

/** The road that one movement travelled, as far as the evidence tells; everything in order of time. */
export interface Journey {
  readonly reference: string;
  /** The corridor that was agreed; empty when the evidence holds none for this movement. */
  readonly road: readonly RoadPlace[];
  readonly points: readonly TrackPoint[];
  readonly alerts: readonly TrackAlert[];
  readonly assignments: readonly Assignment[];
  /** Times without an attached device, as an answer named them. */
  readonly gaps: readonly Gap[];
  /** Reports that could not be read, or whose position lies on no globe. */
  readonly unreadable: number;
  /** Reports beyond what a picture takes. */
  readonly left: number;
  /** Reports that a platform kept to itself, because the clock of the device was ahead. */
  readonly ahead: number;
}

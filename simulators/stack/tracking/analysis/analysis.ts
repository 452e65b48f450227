import type { OfficeZone, Road } from '../../../../fixtures/corridors/road.ts';
import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import type { Movement } from '../../ledger/movement.ts';
import type { KeptReport } from '../kept-report.ts';

/** Where a report lies on the road. */
export interface Here {
  readonly lat: number;
  readonly lon: number;
  /** By road from the office of departure. */
  readonly km: number;
  /** From the road, km. */
  readonly offKm: number;
  /** Offices of the itinerary in whose zone it lies. */
  readonly offices: readonly OfficeZone[];
}

/** What analyses may know beside the reports. Lengths in km, times in ms. */
export interface Around {
  readonly road: Road | null;
  readonly movement: Movement;
  /** When the report stands in the journey, ms since the epoch. */
  readonly at: number;
  /** Null without a fix or a road. */
  readonly here: Here | null;
  readonly limits: Limits;
}

export interface Limits {
  readonly corridorHalfWidthKm: number;
  readonly officeZoneKm: number;
  readonly overspeedKmh: number;
  readonly lowBatteryPct: number;
  readonly unauthorisedStopMs: number;
}

/** JSON that an analysis keeps from one report to the next; small, for it is kept with each report. */
export type Memory = { readonly [name: string]: string | number | boolean | null } | null;

/** What an analysis finds in one report. */
export interface Finding<State extends Memory> {
  /** The alert lasts at this moment. `detail` tells one occasion from another, e.g. a country. */
  readonly active: boolean | string;
  readonly after: State;
}

/**
 * One analysis of a journey, report by report in order: a pure function of what it remembers and of the report. An alert is told
 * when it begins to last.
 */
export interface Analysis<State extends Memory = Memory> {
  readonly alert: AlertCode;
  readonly start: State;
  look(before: State, report: KeptReport, around: Around): Finding<State>;
}

/** Types an analysis, then forgets the type of what it remembers. */
export const analysis = <State extends Memory>(given: Analysis<State>): Analysis =>
  given as unknown as Analysis;

/** Speed above which a truck moves: below it satellite fixes drift. km/h @source tracking notes, section 10.5 (0-2 km/h) */
const MOVING_ABOVE_KMH = 5;

/** Whether a truck moves; one that does not say its speed is taken to. */
export const isMoving = ({ speedKmh }: KeptReport): boolean =>
  speedKmh === null || speedKmh > MOVING_ABOVE_KMH;

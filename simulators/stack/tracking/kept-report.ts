import { createHash } from 'node:crypto';
import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import type { Condition, FrameContent, LockState, Report } from '../../tracking/protocols/protocol.ts';

/** One report as a platform keeps it: in the words of the profile, whatever the device speaks. */
export interface KeptReport {
  /** By the device, ms since the epoch; when it came where the device told no time. */
  readonly recordedAt: number;
  /** By the clock of the stack, ms since the epoch. */
  readonly receivedAt: number;
  /** The clock of the device was ahead by more than the tolerance. */
  readonly ahead: boolean;
  /** Degrees, WGS 84, south and west negative. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** The position is a fix of that moment. */
  readonly fixed: boolean;
  readonly speedKmh: number | null;
  readonly courseDeg: number | null;
  /** What the device itself warned of. */
  readonly alerts: readonly AlertCode[];
  /** Its frame has no room for some alerts: those before may last. */
  readonly partial: boolean;
  /** It comes from the memory of the device. */
  readonly stored: boolean;
  readonly lock: LockState | null;
  readonly authorised: boolean | null;
  readonly batteryPct: number | null;
}

/** Where a report stands in the journey: when it was recorded; when it came, where the clock of the device was ahead. */
export const placedAt = ({ ahead, recordedAt, receivedAt }: KeptReport): number =>
  ahead ? receivedAt : recordedAt;

/** What reading a frame takes besides the frame. */
export interface Reading {
  /** ms since the epoch. */
  readonly receivedAt: number;
  /** How far ahead a clock may be, ms. */
  readonly toleranceMs: number;
  /** A report this much older than its reception was stored, where the protocol does not say, ms. */
  readonly storedAfterMs: number;
}

/**
 * The reports of a frame, in its order. A frame without position gives one only when it tells of an alert or of the lock: a
 * sign of life is no report.
 */
export function reportsOf({ reports, conditions }: FrameContent, reading: Reading): KeptReport[] {
  if (reports.length > 0) return reports.map((report, index) => keep(report, conditions[index], reading));
  return conditions
    .filter(({ alerts, authorised }) => alerts.length > 0 || authorised !== null)
    .map((condition) => keep(null, condition, reading));
}

function keep(
  report: Report | null,
  condition: Condition | undefined,
  { receivedAt, toleranceMs, storedAfterMs }: Reading,
): KeptReport {
  const knows = report !== null && !isNowhere(report);
  const time = report?.time ? Date.parse(report.time) : receivedAt;
  return {
    recordedAt: time,
    receivedAt,
    ahead: time > receivedAt + toleranceMs,
    lat: knows ? report.lat : null,
    lon: knows ? report.lon : null,
    fixed: report?.fixed ?? false,
    speedKmh: report?.speedKmh ?? null,
    courseDeg: report?.courseDeg ?? null,
    alerts: condition?.alerts ?? [],
    partial: condition?.partial ?? false,
    stored: condition?.stored ?? receivedAt - time > storedAfterMs,
    lock: condition?.lock ?? null,
    authorised: condition?.authorised ?? null,
    batteryPct: condition?.batteryPct ?? null,
  };
}

/** Zero degrees without a fix: what a receiver says that has not known a position yet. @source tracking notes, section 3 */
const isNowhere = ({ fixed, lat, lon }: Report): boolean => !fixed && lat === 0 && lon === 0;

/**
 * The same of two reports of one device that say the same of the same instant: how and when they came does not count, so
 * that what is sent again from memory is known.
 */
export function digestOfReport({
  receivedAt: _received,
  stored: _stored,
  ahead: _ahead,
  ...said
}: KeptReport): Buffer {
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

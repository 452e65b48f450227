import { isDeepStrictEqual } from 'node:util';
import { alertsOf } from '../simulators/tracking/protocols/alerts-of.ts';
import type { FrameContent, ProtocolName, Report } from '../simulators/tracking/protocols/protocol.ts';
import { fieldRefused, type GivenFrame, pointerOf, shownOf } from './encode-input.ts';

/** How far what is read again may lie from what was given: half a step of the protocol, and the decimals of a report. */
interface Resolution {
  readonly deg: number;
  readonly kmh: number;
  readonly courseDeg: number;
  readonly m: number;
  /** ms; cut off, not rounded. */
  readonly ms: number;
}

/**
 * By the coarsest form of each protocol; finer forms refuse by themselves what is between their steps.
 * @source the codecs, simulators/tracking/protocols: steps of a minute (jointech 1/10,000, gt06 1/30,000), knots (jointech, the
 * lock of jt808), two degrees of course; reports keep 7 decimals of a degree and 1 of km/h
 */
const resolutions: { readonly [Name in ProtocolName]: Resolution } = {
  jointech: { deg: 9e-7, kmh: 0.98, courseDeg: 1, m: 0, ms: 0 },
  jt808: { deg: 9e-7, kmh: 0.98, courseDeg: 1, m: 0, ms: 0 },
  gt06: { deg: 3.5e-7, kmh: 0.5, courseDeg: 0.5, m: 0, ms: 999 },
  teltonika: { deg: 6e-8, kmh: 0.5, courseDeg: 0.5, m: 0.5, ms: 0 },
  osmand: { deg: 6e-8, kmh: 0.06, courseDeg: 1e-9, m: 6e-4, ms: 0 },
  mqtt: { deg: 6e-8, kmh: 0.06, courseDeg: 0, m: 0, ms: 0 },
};

/**
 * Compares a frame that was given with what its bytes say when they are read again.
 * @returns pointers of explanations in `fields` that the bytes do not say: there the rest of the frame decides
 * @throws UsageError at the first value that would be lost or altered
 */
export function requireSame(name: ProtocolName, given: GivenFrame, found: FrameContent): string[] {
  const { content, pointer, alerts, hasConditions } = given;
  const differs = (path: readonly PropertyKey[], value: unknown, read: unknown): never => {
    throw fieldRefused(
      `${pointer}${pointerOf(path)}`,
      `given ${shownOf(value)}, but its bytes say ${shownOf(read)}`,
    );
  };
  if (content.kind !== found.kind) differs(['kind'], content.kind, found.kind);
  if (content.deviceId !== found.deviceId) differs(['deviceId'], content.deviceId, found.deviceId);
  compareReports(resolutions[name], content.reports, found.reports, differs);
  if (hasConditions) {
    const path = firstDifference(content.conditions, found.conditions);
    if (path)
      differs(['conditions', ...path], inside(content.conditions, path), inside(found.conditions, path));
  }
  const read = alertsOf(found);
  if (alerts !== undefined && !isDeepStrictEqual(new Set(alerts), new Set(read)))
    differs(['alerts'], alerts, read);
  return Object.entries(content.fields).flatMap(([field, value]) => {
    if (isDeepStrictEqual(value, found.fields[field])) return [];
    return [
      `${pointer}${pointerOf(['fields', field, ...(firstDifference(value, found.fields[field]) ?? [])])}`,
    ];
  });
}

function compareReports(
  { deg, kmh, courseDeg, m, ms }: Resolution,
  given: readonly Report[],
  found: readonly Report[],
  differs: (path: readonly PropertyKey[], value: unknown, read: unknown) => never,
): void {
  const within = { lat: deg, lon: deg, speedKmh: kmh, courseDeg, altitudeM: m } as const;
  if (given.length !== found.length) differs(['reports'], given, found);
  for (const [index, report] of given.entries()) {
    const read = found[index] as Report;
    if (!isNear(instantOf(report), instantOf(read), ms))
      differs(['reports', index, 'time'], report.time, read.time);
    for (const [member, most] of Object.entries(within) as [keyof typeof within, number][])
      if (!isNear(report[member], read[member], most))
        differs(['reports', index, member], report[member], read[member]);
    if (report.fixed !== read.fixed) differs(['reports', index, 'fixed'], report.fixed, read.fixed);
  }
}

const instantOf = ({ time }: Report): number | null => (time === null ? null : Date.parse(time));

const isNear = (given: number | null, read: number | null, most: number): boolean =>
  given === null || read === null ? given === read : Math.abs(given - read) <= most;

/** Where two values of JSON first differ; an object may say less than the other, never more. */
function firstDifference(given: unknown, found: unknown): PropertyKey[] | undefined {
  if (isDeepStrictEqual(given, found)) return undefined;
  if (!isTree(given) || !isTree(found) || Array.isArray(given) !== Array.isArray(found)) return [];
  if (Array.isArray(given) && given.length !== (found as unknown as readonly unknown[]).length) return [];
  for (const name of new Set([...Object.keys(given), ...Object.keys(found)])) {
    const path = firstDifference(given[name], found[name]);
    if (path) return [name, ...path];
  }
  return [];
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const inside = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, step) => (isTree(inner) ? inner[String(step)] : undefined), value);

import { endOf, type Gap, type Journey, type Place, type TrackPoint } from './journey.ts';

/** A stretch of road between reports: told at once, told afterwards (dead zone), or not told at all. */
export interface Stretch {
  readonly kind: 'live' | 'stored' | 'silent';
  readonly places: readonly Place[];
}

/** What one device of one platform told. */
export interface Track {
  readonly platform: string;
  readonly deviceId: string;
  readonly points: readonly TrackPoint[];
}

/** Between the last report of a device and the first of the one that relieved it. */
export interface HandOver extends Gap {
  readonly untilMs: number;
  readonly from?: Place;
  readonly to?: Place;
}

/** Devices that are drawn; any further one is counted only. */
export const MOST_TRACKS = 8;

/** The reports by device, in the order in which the devices first reported. */
export function tracksOf({ points }: Pick<Journey, 'points'>): Track[] {
  const byDevice = Map.groupBy(points, ({ platform, deviceId }) => `${platform} ${deviceId}`);
  return [...byDevice.values()].slice(0, MOST_TRACKS).flatMap((own) => {
    const [first] = own;
    return first ? [{ platform: first.platform, deviceId: first.deviceId, points: own }] : [];
  });
}

/** The part of a track that can be drawn on a map, cut where its kind changes; neighbours share a place. */
export function stretchesOf({ points }: Track, gaps: readonly Gap[]): Stretch[] {
  const stretches: { kind: Stretch['kind']; places: Place[] }[] = [];
  const fixed = points.filter(isFixed);
  for (const [at, point] of fixed.entries()) {
    const before = fixed[at - 1];
    if (!before) continue;
    const kind = kindBetween(before, point, gaps);
    const open = stretches.at(-1);
    if (open?.kind === kind) open.places.push(point.place);
    else stretches.push({ kind, places: [before.place, point.place] });
  }
  return stretches;
}

/** True where the place is of the moment, so that the truck was there. */
export const isFixed = (point: TrackPoint): point is TrackPoint & { readonly place: Place } =>
  point.place !== undefined && point.gnss === 'FIX';

function kindBetween(before: TrackPoint, after: TrackPoint, gaps: readonly Gap[]): Stretch['kind'] {
  if (gaps.some((gap) => before.atMs <= gap.fromMs && endOf(gap) <= after.atMs)) return 'silent';
  return before.stored || after.stored ? 'stored' : 'live';
}

/** The times in which a device had no network: from the last report before to the first after. */
export function deadZonesOf({ points }: Track): Gap[] {
  const zones: { fromMs: number; untilMs: number }[] = [];
  for (const [at, point] of points.entries()) {
    if (!point.stored) continue;
    const fromMs = points[at - 1]?.atMs ?? point.atMs;
    const untilMs = points[at + 1]?.atMs ?? point.atMs;
    const open = zones.at(-1);
    if (open && open.untilMs >= fromMs) open.untilMs = untilMs;
    else zones.push({ fromMs, untilMs });
  }
  return zones;
}

/** Times in which one device had ended and the next had not begun. */
export function handOversOf(tracks: readonly Track[]): HandOver[] {
  const handOvers: HandOver[] = [];
  let last: TrackPoint | undefined;
  let lastPlace: Place | undefined;
  for (const { points } of tracks) {
    const [first] = points;
    if (first && last && first.atMs > last.atMs) {
      const to = points.find(isFixed)?.place;
      const ends = { ...(lastPlace && { from: lastPlace }), ...(to && { to }) };
      handOvers.push({ fromMs: last.atMs, untilMs: first.atMs, ...ends });
    }
    const end = points.at(-1);
    if (end && (!last || end.atMs > last.atMs)) {
      last = end;
      lastPlace = points.findLast(isFixed)?.place;
    }
  }
  return handOvers;
}

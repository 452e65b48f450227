import { geoDistance } from 'd3-geo';
import type { RoadPlace } from '../../evidence/run.ts';
import type { Assignment, Gap, Journey, Place, TrackAlert, TrackPoint } from './journey.ts';
import { drawMap, formOf, type JourneyMap } from './map.ts';
import { readJourneys, type TrackedScenario } from './read-journeys.ts';
import { drawStrip, type JourneyStrip } from './strip.ts';
import { deadZonesOf, handOversOf, MOST_TRACKS, type Track, tracksOf } from './tracks.ts';

/** Lines of each list in the page; all are in the evidence. */
const MOST_ALERTS = 60;
const MOST_ROWS = 200;
const MOST_ASSIGNMENTS = 20;
const EARTH_RADIUS_KM = 6_371;
/** A place this near is named. */
const NAMED_WITHIN_KM = 60;

/** Where something happened, and the nearest point of the planned road. */
export interface NamedPlace extends Place {
  readonly near?: string;
  readonly km?: number;
}

/** One line of the list of alerts; its number is its position, from 1. */
export interface PageAlert extends Omit<TrackAlert, 'place'> {
  readonly place?: NamedPlace;
}

/** One device in the legend. */
export interface PageTrack {
  readonly platform: string;
  readonly deviceId: string;
  readonly form: string;
  readonly reports: number;
  readonly stored: number;
}

/** A journey as the page shows it: drawn, listed, counted. */
export interface PageJourney {
  readonly reference: string;
  readonly map: JourneyMap;
  readonly strip: JourneyStrip;
  readonly tracks: readonly PageTrack[];
  readonly alerts: readonly PageAlert[];
  readonly assignments: readonly Assignment[];
  /** Times without a device: as an answer names them, else between the last report of one and the first of the next. */
  readonly handOvers: readonly Gap[];
  /** Dead zones of all devices, in order of time. */
  readonly deadZones: readonly Gap[];
  readonly rows: readonly TrackPoint[];
  readonly more: {
    readonly alerts: number;
    readonly rows: number;
    readonly assignments: number;
    readonly unreadable: number;
    readonly devices: number;
    readonly ahead: number;
  };
}

/** The journeys of a scenario, ready to be shown; empty when no device reported in it. */
export const pageJourneys = (scenario: TrackedScenario): PageJourney[] =>
  readJourneys(scenario).map(pageJourney);

/** Draws one journey and cuts its lists to what a reader can take in. */
export function pageJourney(journey: Journey): PageJourney {
  const { reference, points, road } = journey;
  const tracks = tracksOf(journey);
  const alerts = journey.alerts.slice(0, MOST_ALERTS);
  const devices = new Set(points.map(({ platform, deviceId }) => `${platform} ${deviceId}`)).size;
  return {
    reference,
    map: drawMap(journey, tracks, alerts),
    strip: drawStrip(journey, tracks, alerts),
    tracks: tracks.map(trackOf),
    alerts: alerts.map(({ place, ...alert }) => ({ ...alert, ...(place && { place: named(place, road) }) })),
    assignments: journey.assignments.slice(0, MOST_ASSIGNMENTS),
    handOvers:
      journey.gaps.length > 0
        ? journey.gaps
        : handOversOf(tracks).map(({ fromMs, untilMs }) => ({ fromMs, untilMs })),
    deadZones: tracks.flatMap(deadZonesOf).sort((one, other) => one.fromMs - other.fromMs),
    rows: points.slice(0, MOST_ROWS),
    more: {
      alerts: journey.alerts.length - alerts.length,
      rows: Math.max(0, points.length - MOST_ROWS) + journey.left,
      assignments: Math.max(0, journey.assignments.length - MOST_ASSIGNMENTS),
      unreadable: journey.unreadable,
      ahead: journey.ahead,
      devices: Math.max(0, devices - MOST_TRACKS),
    },
  };
}

const trackOf = ({ platform, deviceId, points }: Track, at: number): PageTrack => ({
  platform,
  deviceId,
  form: formOf(at),
  reports: points.length,
  stored: points.filter(({ stored }) => stored).length,
});

/** The place with the nearest point of the road, as the crow flies. */
function named({ latitudeDeg, longitudeDeg }: Place, road: readonly RoadPlace[]): NamedPlace {
  const [nearest] = road
    .map((point) => ({
      near: point.name,
      km: Math.round(
        geoDistance([longitudeDeg, latitudeDeg], [point.longitudeDeg, point.latitudeDeg]) * EARTH_RADIUS_KM,
      ),
    }))
    .filter(({ km }) => km <= NAMED_WITHIN_KM)
    .sort((one, other) => one.km - other.km);
  return { latitudeDeg, longitudeDeg, ...nearest };
}

import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { RoadPlace } from '../../evidence/run.ts';
import { type Label, type Point, placeLabels } from '../labels.ts';
import { type CountryName, nameCountries } from './country-names.ts';
import { type Frame, frameOf, onMap, rounded } from './frame.ts';
import type { Journey, Place, TrackAlert } from './journey.ts';
import { type Sign, signsOf } from './signs.ts';
import { type HandOver, handOversOf, isFixed, type Stretch, stretchesOf, type Track } from './tracks.ts';

/** The road of one device: lines, and marks of a form of its own, so that colour is not needed. */
export interface MapTrack {
  readonly stretches: readonly { readonly kind: Stretch['kind']; readonly path: string }[];
  /** Form of the mark, around its middle. */
  readonly form: string;
  readonly marks: readonly Point[];
}

/** Everything that a map of one journey shows, in units of its picture. */
export interface JourneyMap {
  readonly width: number;
  readonly height: number;
  /** Brings the shared outlines into this window. */
  readonly outlines: string;
  readonly countries: readonly CountryName[];
  readonly corridor: string;
  readonly places: readonly (Point & { readonly name: string; readonly offices: readonly string[] })[];
  readonly labels: readonly Label[];
  readonly tracks: readonly MapTrack[];
  readonly handOvers: readonly string[];
  /** Alerts at their spot, with the sign at `at` beside it, so that it hides neither office nor road. */
  readonly signs: readonly (Sign & { readonly at: Point })[];
  /** Reported places that lie beyond the frame, drawn at its rim. */
  readonly beyond: readonly Point[];
}

const forms = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
const MARK_AREA = 42;
/** Marks of one track stand at least this far apart, and are no more than this. */
const MARK_DISTANCE = 34;
const MOST_MARKS = 60;
/** Two points nearer than this are one on a screen. */
const LEAST_STEP = 0.8;
const MOST_BEYOND = 30;
const NAME_STEP = 7;

const pathOf = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
).digits(1);

/** The form of the marks of a track, by its number; the same in the legend. */
export const formOf = (track: number): string =>
  symbol(forms[track % forms.length], MARK_AREA).digits(1)() ?? '';

/**
 * Draws a journey: outlines of the countries, the planned corridor, the road of each device, what it could not tell at once,
 * hand-overs, alerts, offices.
 * @param alerts those that are listed, in the order of their numbers
 */
export function drawMap(
  journey: Journey,
  tracks: readonly Track[],
  alerts: readonly TrackAlert[],
): JourneyMap {
  const { road } = journey;
  const fixed = tracks.flatMap(({ points }) => points.filter(isFixed).map(({ place }) => place));
  const frame = frameOf(road, fixed);
  const { width, height, scale, shiftX, shiftY } = frame;
  const places = road.map((place) => ({
    ...spot(frame, place),
    name: place.name,
    offices: place.offices ?? [],
  }));
  const travelled = tracks.map(({ points }) => points.filter(isFixed).map(({ place }) => spot(frame, place)));
  const drawn = tracks.map((track, at) => drawTrack(frame, track, journey, at));
  const signs = signsOf(
    alerts.flatMap(({ place }, at) => (place ? [{ ...spot(frame, place), number: at + 1 }] : [])),
  ).map((sign) => ({ ...sign, at: besideSpot(sign, frame) }));
  const obstacles = [...places, ...signs.flatMap(cornersOf), ...drawn.flatMap(({ marks }) => marks)];
  const labels = placeLabels(namesInOrder(road, places), obstacles, width);
  return {
    width,
    height,
    outlines: `translate(${rounded(shiftX)} ${rounded(shiftY)}) scale(${Math.round(scale * 1e4) / 1e4})`,
    countries: nameCountries(frame, labels, [...obstacles, ...along(places), ...travelled.flatMap(along)]),
    corridor: pathOf(places) ?? '',
    places,
    labels,
    tracks: drawn,
    handOvers: handOversOf(tracks).flatMap((handOver) => handOverPath(frame, handOver)),
    signs,
    beyond: beyondOf(frame, fixed),
  };
}

const spot = (frame: Frame, place: Place): Point => {
  const { x, y } = onMap(frame, place);
  return { x, y };
};

/** Left above the spot, where names seldom stand; at the left and upper rim on the other side. */
const besideSpot = ({ x, y, width }: Sign, { width: most }: Frame): Point => ({
  x: rounded(Math.min(most - width / 2 - 2, x - 14 - width / 2 > 2 ? x - 14 : x + 14)),
  y: y > 28 ? y - 16 : y + 16,
});

/** The points by which a sign keeps names away. */
const cornersOf = ({ at, width }: JourneyMap['signs'][number]): Point[] =>
  [-6, 0, 6].flatMap((y) => [-width / 2, 0, width / 2].map((x) => ({ x: at.x + x, y: at.y + y })));

/** Points along a line, near enough to each other that no name slips between them. */
function along(points: readonly Point[]): Point[] {
  return points.flatMap((point, at) => {
    const last = points[at - 1] ?? point;
    const steps = Math.min(40, Math.ceil(Math.hypot(point.x - last.x, point.y - last.y) / NAME_STEP));
    return Array.from({ length: steps }, (_, step) => ({
      x: last.x + ((point.x - last.x) * step) / steps,
      y: last.y + ((point.y - last.y) * step) / steps,
    }));
  });
}

function drawTrack(frame: Frame, track: Track, { gaps }: Journey, at: number): MapTrack {
  const stretches = stretchesOf(track, gaps).map(({ kind, places }) => ({
    kind,
    path:
      pathOf(
        thinned(
          places.map((place) => spot(frame, place)),
          LEAST_STEP,
        ),
      ) ?? '',
  }));
  const spots = track.points.filter(isFixed).map(({ place }) => spot(frame, place));
  const marks = thinned(spots, MARK_DISTANCE).slice(0, MOST_MARKS);
  return { stretches, form: formOf(at), marks };
}

/** Without the points that lie nearer than `step` to the last one kept; both ends stay. */
function thinned(points: readonly Point[], step: number): Point[] {
  const kept: Point[] = [];
  for (const [at, point] of points.entries()) {
    const last = kept.at(-1);
    const far = !last || Math.hypot(point.x - last.x, point.y - last.y) >= step;
    if (far || at === points.length - 1) kept.push(point);
  }
  return kept;
}

/** Ends and offices first: where there is no room for all, they are named. */
function namesInOrder(road: readonly RoadPlace[], places: readonly Point[]) {
  const weight = (at: number): number => {
    if (at === 0 || at === road.length - 1) return 0;
    return (road[at]?.offices ?? []).length > 0 ? 1 : 2;
  };
  return [...places.entries()]
    .sort(([one], [other]) => weight(one) - weight(other))
    .map(([at, { x, y }]) => ({ x, y, text: road[at]?.name ?? '' }));
}

function handOverPath(frame: Frame, { from, to }: HandOver): string[] {
  if (!from || !to) return [];
  return [pathOf([spot(frame, from), spot(frame, to)]) ?? ''];
}

function beyondOf(frame: Frame, places: readonly Place[]): Point[] {
  const beyond = places.flatMap((place) => {
    const { x, y, beyond: isBeyond } = onMap(frame, place);
    return isBeyond ? [{ x, y }] : [];
  });
  return thinned(beyond, MARK_DISTANCE / 2).slice(0, MOST_BEYOND);
}

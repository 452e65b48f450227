import { createRequire } from 'node:module';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { geoBounds, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { baseProjection, type Frame, REGION } from './frame.ts';

/** The countries that a map of the region may show, by their number in ISO 3166-1. */
const names = {
  '012': ['Algérie', 'Algeria'],
  '120': ['Cameroun', 'Cameroon'],
  '148': ['Tchad', 'Chad'],
  '204': ['Bénin', 'Benin'],
  '288': ['Ghana', 'Ghana'],
  '324': ['Guinée', 'Guinea'],
  '384': ["Côte d'Ivoire", "Côte d'Ivoire"],
  '430': ['Libéria', 'Liberia'],
  '466': ['Mali', 'Mali'],
  '478': ['Mauritanie', 'Mauritania'],
  '562': ['Niger', 'Niger'],
  '566': ['Nigéria', 'Nigeria'],
  '686': ['Sénégal', 'Senegal'],
  '694': ['Sierra Leone', 'Sierra Leone'],
  '768': ['Togo', 'Togo'],
  '854': ['Burkina Faso', 'Burkina Faso'],
} as const satisfies Readonly<Record<string, readonly [fr: string, en: string]>>;

/** A country of which some lies in a window. */
export interface SeenCountry {
  readonly fr: string;
  readonly en: string;
  /** Middle of the part that is seen. */
  readonly x: number;
  readonly y: number;
  /** True where a spot of the window is in the country. */
  readonly holds: (x: number, y: number) => boolean;
}

interface Country {
  readonly fr: string;
  readonly en: string;
  readonly shape: Shape;
  /** West and south, east and north, in degrees: most countries need no closer look. */
  readonly bounds: readonly [readonly [number, number], readonly [number, number]];
}

interface World {
  /** Borders and coasts of the region as one SVG path in the base projection. */
  readonly outlines: string;
  readonly countries: readonly Country[];
}

type Shape = Feature<Polygon | MultiPolygon>;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Less than this of a country is in the window: it has no name there. */
const LEAST_AREA = 5_000;

let known: World | undefined;

/**
 * Borders and coasts of the region: made once, and only when a report has a journey to show.
 * @source Natural Earth 1:50m, public domain, as the package world-atlas 2.0.2 holds it; the lines say nothing of any claim
 */
export function world(): World {
  known ??= readWorld();
  return known;
}

function readWorld(): World {
  const atlas: Atlas = createRequire(__filename)('world-atlas/countries-50m.json');
  const projection = baseProjection();
  const corner = projection([REGION.west, REGION.north]) ?? [0, 0];
  const opposite = projection([REGION.east, REGION.south]) ?? [0, 0];
  projection.clipExtent([corner, opposite]);
  const outlines = geoPath(projection).digits(1)(mesh(atlas, atlas.objects.countries)) ?? '';
  const { features } = feature(atlas, atlas.objects.countries);
  const countries = features.flatMap((shape) => {
    const name = Object.entries(names).find(([id]) => id === shape.id)?.[1];
    return name && isArea(shape) ? [{ fr: name[0], en: name[1], shape, bounds: geoBounds(shape) }] : [];
  });
  return { outlines: relative(outlines), countries };
}

const isArea = (shape: Feature): shape is Shape =>
  shape.geometry.type === 'Polygon' || shape.geometry.type === 'MultiPolygon';

/** The same path with steps instead of places: half as long. Whole tenths, so that no rounding adds up. */
function relative(path: string): string {
  return path.replace(/M([^MZ]*)(Z?)/g, (_, line: string, end: string) => {
    let [lastX, lastY] = [0, 0];
    const steps = line.split('L').map((pair, at) => {
      const [x = 0, y = 0] = pair.split(',').map((value) => Math.round(Number(value) * 10));
      const step = `${(x - lastX) / 10},${(y - lastY) / 10}`;
      [lastX, lastY] = [x, y];
      return at === 0 ? `M${step}` : at === 1 ? `l${step}` : step;
    });
    return `${steps.join(' ')}${end.toLowerCase()}`;
  });
}

/** Windows whose countries are kept: most maps of a run have the window of their corridor. */
const MOST_WINDOWS = 32;
const seen = new Map<string, readonly SeenCountry[]>();

/** The countries of which enough lies in the window, the largest part first. */
export function countriesIn(frame: Frame): readonly SeenCountry[] {
  const key = JSON.stringify(frame);
  const kept = seen.get(key) ?? lookIn(frame);
  if (seen.size >= MOST_WINDOWS) seen.clear();
  seen.set(key, kept);
  return kept;
}

function lookIn({ width, height, scale, shiftX, shiftY }: Frame): SeenCountry[] {
  const whole = baseProjection()
    .scale(1_000 * scale)
    .translate([shiftX, shiftY]);
  const holds = (shape: Shape, x: number, y: number): boolean => {
    const place = whole.invert?.([x, y]);
    return place !== undefined && place !== null && booleanPointInPolygon(place, shape);
  };
  const path = geoPath(
    baseProjection()
      .scale(1_000 * scale)
      .translate([shiftX, shiftY])
      .clipExtent([
        [0, 0],
        [width, height],
      ]),
  );
  const [west = 0, north = 0] = whole.invert?.([0, 0]) ?? [];
  const [east = 0, south = 0] = whole.invert?.([width, height]) ?? [];
  const isNear = ({ bounds: [least, most] }: Country): boolean =>
    least[0] < east && most[0] > west && least[1] < north && most[1] > south;
  return world()
    .countries.filter(isNear)
    .map((country) => ({ ...country, area: path.area(country.shape) }))
    .filter(({ area }) => area >= LEAST_AREA)
    .sort((one, other) => other.area - one.area)
    .map(({ fr, en, shape }) => {
      const [x, y] = path.centroid(shape);
      return { fr, en, x, y, holds: holds.bind(undefined, shape) };
    });
}

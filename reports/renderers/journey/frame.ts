import { type GeoProjection, geoMercator } from 'd3-geo';
import type { Point } from '../labels.ts';
import type { Place } from './journey.ts';

/** Width of a map in units of its picture; its height follows from the road. */
const MAP_WIDTH = 520;
const LEAST_HEIGHT = 300;
const MOST_HEIGHT = 620;
const MARGIN_X = 70;
const MARGIN_Y = 34;
/** A truck that never moved is shown with this much around it, in units of the base projection (about 0.6 degrees). */
const LEAST_SPAN = 10;
/** Places farther than this from the planned road do not widen the window. */
const NEAR_DEG = 2.5;
/** A place beyond the frame is drawn this far inside its rim. */
const RIM = 7;

/** The part of the world whose outlines a report holds: west, south, east, north. */
export const REGION = { west: -13, south: 3.5, east: 15, north: 20 } as const;

/** 1,000 units a radian, about 17.5 a degree. Outlines are written in it once; every map only shifts and scales them. */
export const baseProjection = (): GeoProjection => geoMercator().scale(1_000).translate([0, 0]);

const base = baseProjection();
const MERCATOR_LIMIT_DEG = 85;

/** Where a place falls in the base projection. */
function basePoint({ latitudeDeg, longitudeDeg }: Place): Point {
  const latitude = Math.max(-MERCATOR_LIMIT_DEG, Math.min(MERCATOR_LIMIT_DEG, latitudeDeg));
  const [x, y] = base([longitudeDeg, latitude]) ?? [0, 0];
  return { x, y };
}

/** The window of a map: `x = base.x * scale + shiftX`, and so for y. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/**
 * The window that holds the planned road and every place near it; without a road, the places in the region. While the places
 * lie in the window of the road alone it is that one: all maps of a corridor are then alike.
 */
export function frameOf(road: readonly Place[], places: readonly Place[]): Frame {
  const near = places.filter(road.length > 0 ? isNear(road) : isInRegion);
  const planned = road.length > 0 ? window(road.map(basePoint)) : undefined;
  if (planned && near.every((place) => !onMap(planned, place).beyond)) return planned;
  const shown = [...road, ...near];
  const { west, east, south, north } = REGION;
  const corners = [
    { latitudeDeg: south, longitudeDeg: west },
    { latitudeDeg: north, longitudeDeg: east },
  ];
  return window((shown.length > 0 ? shown : corners).map(basePoint));
}

/** Where a place falls on the map, and whether it had to be drawn back to the rim. */
export function onMap(frame: Frame, place: Place): Point & { readonly beyond: boolean } {
  const { x: baseX, y: baseY } = basePoint(place);
  const x = baseX * frame.scale + frame.shiftX;
  const y = baseY * frame.scale + frame.shiftY;
  const kept = { x: within(x, frame.width), y: within(y, frame.height) };
  return { x: rounded(kept.x), y: rounded(kept.y), beyond: kept.x !== x || kept.y !== y };
}

/** One decimal: a tenth of a unit is finer than any screen. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;

const within = (value: number, size: number): number => Math.max(RIM, Math.min(size - RIM, value));

function isNear(road: readonly Place[]): (place: Place) => boolean {
  const latitudes = road.map(({ latitudeDeg }) => latitudeDeg);
  const longitudes = road.map(({ longitudeDeg }) => longitudeDeg);
  const south = Math.min(...latitudes) - NEAR_DEG;
  const north = Math.max(...latitudes) + NEAR_DEG;
  const west = Math.min(...longitudes) - NEAR_DEG;
  const east = Math.max(...longitudes) + NEAR_DEG;
  return ({ latitudeDeg, longitudeDeg }) =>
    latitudeDeg >= south && latitudeDeg <= north && longitudeDeg >= west && longitudeDeg <= east;
}

const isInRegion = ({ latitudeDeg, longitudeDeg }: Place): boolean =>
  latitudeDeg >= REGION.south &&
  latitudeDeg <= REGION.north &&
  longitudeDeg >= REGION.west &&
  longitudeDeg <= REGION.east;

function window(points: readonly Point[]): Frame {
  const [west, east] = extent(points.map(({ x }) => x));
  const [north, south] = extent(points.map(({ y }) => y));
  const spanX = Math.max(east - west, LEAST_SPAN);
  const spanY = Math.max(south - north, LEAST_SPAN);
  const scale = Math.min((MAP_WIDTH - 2 * MARGIN_X) / spanX, (MOST_HEIGHT - 2 * MARGIN_Y) / spanY);
  const height = Math.round(Math.max(LEAST_HEIGHT, spanY * scale + 2 * MARGIN_Y));
  return {
    width: MAP_WIDTH,
    height,
    scale,
    shiftX: MAP_WIDTH / 2 - ((west + east) / 2) * scale,
    shiftY: height / 2 - ((north + south) / 2) * scale,
  };
}

/** Least and greatest; not by spreading, for there may be more values than a call takes. */
function extent(values: readonly number[]): [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

import { createRequire } from 'node:module';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type CountryCode, parseCountryCode } from '../../../../profile/identifiers/country-code.ts';

/** Where a truck may stray to: ISO 3166-1, numeric and alpha-2. */
const REGION: Readonly<Record<string, string>> = {
  '012': 'DZ',
  '148': 'TD',
  '204': 'BJ',
  '288': 'GH',
  '324': 'GN',
  '384': 'CI',
  '466': 'ML',
  '478': 'MR',
  '562': 'NE',
  '566': 'NG',
  '686': 'SN',
  '768': 'TG',
  '854': 'BF',
};

interface Outline {
  readonly country: CountryCode;
  readonly shape: Feature<Polygon | MultiPolygon>;
}

let known: readonly Outline[] | undefined;

/** Read when the first truck strays: most never do. */
function outlines(): readonly Outline[] {
  known ??= readOutlines();
  return known;
}

function readOutlines(): Outline[] {
  type Atlas = Topology<{ countries: GeometryCollection }>;
  const atlas: Atlas = createRequire(__filename)('world-atlas/countries-50m.json');
  return feature(atlas, atlas.objects.countries).features.flatMap((shape) => {
    const code = REGION[String(shape.id)];
    return code === undefined ? [] : [{ country: parseCountryCode(code), shape: shape as Outline['shape'] }];
  });
}

/**
 * The country in whose outline a place lies, or null at sea and beyond the region; within a few kilometres of a border it may be
 * the neighbour. Degrees.
 * @source Natural Earth 1:50m, public domain, as the package world-atlas 2.0.2 holds it; the lines say nothing of any claim
 */
export const countryOutlined = (lat: number, lon: number): CountryCode | null =>
  outlines().find(({ shape }) => booleanPointInPolygon([lon, lat], shape))?.country ?? null;

import { distanceKm } from '../../../fixtures/corridors/distance.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import { HarnessError } from '../errors.ts';

/** Degrees, WGS 84. */
export interface Position {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

/** One degree of latitude, km. */
const KM_PER_DEGREE = 111.195;

/**
 * Where a phrase puts the truck: `Tsévié`, `12 km à l'est de Tsévié`, or `1,5° S 1,25° O`.
 * @throws HarnessError for a place that is not in reference data
 */
export function positionNamed(reference: FixtureReferenceData, phrase: string): Position {
  const degrees = DEGREES.exec(phrase);
  if (degrees) return positionAt(degrees);
  const found = /^(?:(\d+) km (?:au |à l')(nord|sud|est|ouest) de )?(.+)$/.exec(phrase);
  const [, km = '0', side = 'nord', name = ''] = found ?? [];
  const place = [...reference.places.values()].find((candidate) => candidate.name === name);
  if (!place)
    throw new HarnessError(
      'UNKNOWN_WORD',
      `Lieu inconnu : « ${name} ».`,
      'Les lieux sont dans fixtures/reference/places.yaml.',
    );
  return moved(place, Number(km), side);
}

const DEGREES = /^(\d+(?:,\d+)?)° ([NS]) (\d+(?:,\d+)?)° ([EO])$/;

function positionAt([, latitude = '', side, longitude = '', flank]: readonly string[]): Position {
  const number = (text: string): number => Number(text.replace(',', '.'));
  return {
    latitudeDeg: number(latitude) * (side === 'S' ? -1 : 1),
    longitudeDeg: number(longitude) * (flank === 'O' ? -1 : 1),
  };
}

function moved({ latitudeDeg, longitudeDeg }: Position, km: number, side: string): Position {
  const north = side === 'nord' ? km : side === 'sud' ? -km : 0;
  const east = side === 'est' ? km : side === 'ouest' ? -km : 0;
  const shrink = Math.cos((latitudeDeg * Math.PI) / 180);
  return {
    latitudeDeg: rounded(latitudeDeg + north / KM_PER_DEGREE),
    longitudeDeg: rounded(longitudeDeg + east / (KM_PER_DEGREE * shrink)),
  };
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Course from one position to the next, degrees clockwise from north; near the equator a plane will do. */
export function courseDeg(from: Position, to: Position): number {
  if (distanceKm(from, to) === 0) return 0;
  const east = (to.longitudeDeg - from.longitudeDeg) * Math.cos((from.latitudeDeg * Math.PI) / 180);
  const degrees = (Math.atan2(east, to.latitudeDeg - from.latitudeDeg) * 180) / Math.PI;
  return Math.round((degrees + 360) % 360);
}

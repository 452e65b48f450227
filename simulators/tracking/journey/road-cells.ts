import type { CorridorData } from '../../../fixtures/corridors/corridor-data.ts';
import { type CoverageFile, deadZonesOf, readCoverage } from '../../../fixtures/corridors/coverage.ts';
import { type Road, roadOf } from '../../../fixtures/corridors/road.ts';

/** Speeds of a loaded truck that nothing holds up, km/h. @source tracking notes, section 10.2: open road 55-75, town 25-35, grades 20-30 */
const SPEED_KMH = { open: 62, town: 30, grade: 25 } as const;
/** How far a town reaches along the road, km. @source assumption */
const TOWN_KM = 2.5;
/** Longest cell: within one the speed changes evenly. @source assumption */
const CELL_KM = 2;
/** Shortest cell, so that the change of speed in it stays one that a truck can do. @source assumption */
export const SHORTEST_KM = 0.5;
/** Trucks drive only by day north of this latitude. @source assumption: advice to hauliers in the Sahel; no rule is public */
const DAY_ONLY_NORTH_OF_DEG = 11;
/**
 * Grades by the places before and behind, and which part of the way between they take.
 * @source tracking notes, section 10.2 (Faille d'Alédjo, Défalé); the parts are an assumption
 */
const GRADES = [
  { between: ['sokode', 'bafilo'], from: 0.4, to: 0.65 },
  { between: ['niamtougou', 'kande'], from: 0.3, to: 0.6 },
] as const;

/** A road cut into cells of one kind each, shared by all trucks on it. */
export interface RoadCells {
  readonly road: Road;
  readonly coverage: CoverageFile;
  /** One more than cells, km, rising. */
  readonly edges: Float64Array;
  /** By cell, km/h. */
  readonly speedKmh: Float64Array;
  /** By cell, 1: no network. */
  readonly dead: Uint8Array;
  /** By cell, 1: trucks do not drive by night. */
  readonly dayOnly: Uint8Array;
}

const known = new WeakMap<CorridorData, RoadCells>();
let ownCoverage: CoverageFile | undefined;

/** The cells of a corridor's road; those with the coverage of the house are made once. */
export function roadCellsOf(corridor: CorridorData, coverage?: CoverageFile): RoadCells {
  if (coverage) return cut(roadOf(corridor), coverage);
  const found = known.get(corridor);
  if (found) return found;
  ownCoverage ??= readCoverage();
  const cells = cut(roadOf(corridor), ownCoverage);
  known.set(corridor, cells);
  return cells;
}

/** The cell in which a kilometre lies. */
export function cellAt({ edges }: RoadCells, km: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] as number) <= km) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Span {
  readonly fromKm: number;
  readonly toKm: number;
}

function cut(road: Road, coverage: CoverageFile): RoadCells {
  const dead = deadZonesOf(road.corridor.road, coverage);
  const towns = road.corridor.road.map(({ kmFromStart }) => ({
    fromKm: kmFromStart - TOWN_KM,
    toKm: kmFromStart + TOWN_KM,
  }));
  const grades = gradesOf(road);
  const edges = edgesOf(road.lengthKm, [...dead, ...towns, ...grades]);
  const middles = edges.slice(1).map((edge, index) => (edge + (edges[index] ?? 0)) / 2);
  const speedAt = (km: number): number =>
    within(towns, km) ? SPEED_KMH.town : within(grades, km) ? SPEED_KMH.grade : SPEED_KMH.open;
  return {
    road,
    coverage,
    edges: Float64Array.from(edges),
    speedKmh: Float64Array.from(middles, speedAt),
    dead: Uint8Array.from(middles, (km) => (within(dead, km) ? 1 : 0)),
    dayOnly: Uint8Array.from(middles, (km) => (road.at(km).lat >= DAY_ONLY_NORTH_OF_DEG ? 1 : 0)),
  };
}

const within = (spans: readonly Span[], km: number): boolean =>
  spans.some(({ fromKm, toKm }) => km >= fromKm && km < toKm);

/** Both ends of the road, all ends of spans that are not too near to another edge, and enough between. */
function edgesOf(lengthKm: number, spans: readonly Span[]): number[] {
  const wanted = spans.flatMap(({ fromKm, toKm }) => [fromKm, toKm]).sort((a, b) => a - b);
  const edges = [0];
  const add = (km: number): void => {
    const last = edges.at(-1) ?? 0;
    const pieces = Math.ceil((km - last) / CELL_KM);
    for (let piece = 1; piece <= pieces; piece++) edges.push(last + ((km - last) * piece) / pieces);
  };
  for (const km of wanted) {
    if (km - (edges.at(-1) ?? 0) >= SHORTEST_KM && lengthKm - km >= SHORTEST_KM) add(km);
  }
  add(lengthKm);
  return edges;
}

function gradesOf({ corridor: { road } }: Road): Span[] {
  return road.slice(1).flatMap((to, index) => {
    const from = road[index];
    const grade = GRADES.find(
      ({ between: [a, b] }) => (from?.id === a && to.id === b) || (from?.id === b && to.id === a),
    );
    if (!from || !grade) return [];
    const length = to.kmFromStart - from.kmFromStart;
    const turned = from.id !== grade.between[0];
    const [first, last] = turned ? [1 - grade.to, 1 - grade.from] : [grade.from, grade.to];
    return [{ fromKm: from.kmFromStart + first * length, toKm: from.kmFromStart + last * length }];
  });
}

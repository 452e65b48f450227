import { cellAt, type RoadCells, SHORTEST_KM } from './road-cells.ts';

/** What a loaded truck does, m/s². @source tracking notes, section 10.2: 0.3 to 0.5 up, 1.0 down; braking milder than it could */
const SPEEDING_UP = 0.35;
const BRAKING = 0.7;
/** Kilometres before the first and the last change of speed of a drive. @source assumption */
const FIRST_KM = 0.35;
const LAST_KM = 0.35;
/** Memory of the variation from cell to cell, how much it varies, and how far it goes. @source tracking notes, section 10.2 (AR(1)); assumption */
const MEMORY = 0.6;
const VARIATION = 0.14;
const FARTHEST = 0.2;

/** km/ms of one km/h, and of one m/s. */
const KMH = 1 / 3_600_000;
const METRE_PER_SECOND = 1e-6;

/** A number in [-1, 1] that depends on seed and place only. @source MurmurHash3 finaliser */
function noiseAt(seed: number, cell: number): number {
  let hash = (seed + Math.imul(cell, 0x9e3779b1)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2_147_483_648 - 1;
}

/** First-order autoregressive variation of the speed along the road, cut off after four cells: 0.8 to 1.2. */
function variationAt(seed: number, cell: number): number {
  let sum = 0;
  let weight = 1;
  for (let back = 0; back < 4; back++) {
    sum += weight * noiseAt(seed, cell - back);
    weight *= MEMORY;
  }
  return 1 + Math.min(FARTHEST, Math.max(-FARTHEST, VARIATION * sum));
}

/** The fastest that leads from rest over a way and at that acceleration, km/ms. */
const reached = (km: number, acceleration: number): number =>
  Math.sqrt(2 * acceleration * Math.max(0, km) * 1000) * METRE_PER_SECOND;

/**
 * A drive from one stop to the next, piece by piece: in each the speed changes evenly with time, so that where the truck
 * is at any moment can be told without stepping through the seconds. Speeds in km/ms.
 */
export class Drive {
  km0 = 0;
  km1 = 0;
  v0 = 0;
  v1 = 0;
  /** Of the piece. */
  ms = 0;
  cell = 0;
  readonly #cells: RoadCells;
  readonly #seed: number;
  #fromKm = 0;
  #toKm = 0;
  #scale = 1;

  constructor(cells: RoadCells, seed: number) {
    this.#cells = cells;
    this.#seed = seed;
  }

  /** @param scale 1: the driver's own pace; 2: takes twice the time */
  begin(fromKm: number, toKm: number, scale: number): void {
    this.#fromKm = fromKm;
    this.#toKm = toKm;
    this.#scale = scale;
    this.km1 = fromKm;
    this.v1 = 0;
    this.cell = cellAt(this.#cells, fromKm);
  }

  /** Goes to the next piece; false at the end of the drive. */
  next(): boolean {
    if (this.km1 >= this.#toKm) return false;
    this.km0 = this.km1;
    this.v0 = this.v1;
    this.km1 = this.#nextKm();
    this.v1 = this.km1 >= this.#toKm ? 0 : this.#speedAt(this.km1);
    const way = this.km1 - this.km0;
    this.ms = this.v0 + this.v1 > 0 ? (2 * way) / (this.v0 + this.v1) : 0;
    while (this.#edge(this.cell + 1) <= (this.km0 + this.km1) / 2) this.cell++;
    return true;
  }

  /** How long the whole drive takes at the driver's own pace, ms. */
  totalMs(fromKm: number, toKm: number): number {
    this.begin(fromKm, toKm, 1);
    let total = 0;
    while (this.next()) total += this.ms;
    return total;
  }

  #edge(index: number): number {
    return this.#cells.edges[index] ?? Number.POSITIVE_INFINITY;
  }

  #nextKm(): number {
    const way = this.#toKm - this.#fromKm;
    if (way < FIRST_KM + LAST_KM + SHORTEST_KM) {
      const middle = this.#fromKm + (way * BRAKING) / (SPEEDING_UP + BRAKING);
      return this.km0 < middle - 1e-9 ? middle : this.#toKm;
    }
    if (this.km0 === this.#fromKm) return this.#fromKm + FIRST_KM;
    const last = this.#toKm - LAST_KM;
    if (this.km0 >= last) return this.#toKm;
    let index = this.cell + 1;
    while (this.#edge(index) < this.km0 + SHORTEST_KM) index++;
    const edge = this.#edge(index);
    return edge <= last - SHORTEST_KM ? edge : last;
  }

  #speedAt(km: number): number {
    const { speedKmh } = this.#cells;
    let cell = this.cell;
    while (this.#edge(cell + 1) < km) cell++;
    const here = speedKmh[cell] as number;
    const slower = Math.min(here, this.#edge(cell + 1) === km ? (speedKmh[cell + 1] ?? here) : here);
    const own = slower * variationAt(this.#seed, cell) * KMH;
    const able = Math.min(reached(km - this.#fromKm, SPEEDING_UP), reached(this.#toKm - km, BRAKING));
    return Math.min(own, able) / this.#scale;
  }
}

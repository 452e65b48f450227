import type { RoadPosition } from '../../../fixtures/corridors/road.ts';
import { cellAt, type RoadCells } from './road-cells.ts';

/** What carries a device: its own truck, or another. Instants are ms since the epoch, never before the present piece. */
export interface Carrier {
  kmAt(at: number): number;
  drivenKm(at: number): number;
  speedKmh(at: number): number;
  place(at: number, into: RoadPosition): RoadPosition;
}

const HOUR = 3_600_000;
/** How the other truck drives. @source assumption */
const SPEED_KMH = 45;
const WAITS_MS = 10 * 60_000;
/** Time to its full speed. @source tracking notes, section 10.2: 0.3 to 0.5 m/s² */
const SPEEDS_UP_MS = 40_000;

/** A truck that waits a little and drives back along the road to its start, where it stands. */
export class OtherTruck implements Carrier {
  readonly #cells: RoadCells;
  readonly #fromKm: number;
  readonly #drivenBeforeKm: number;
  readonly #startsAt: number;

  constructor(cells: RoadCells, fromKm: number, drivenKm: number, at: number) {
    this.#cells = cells;
    this.#fromKm = fromKm;
    this.#drivenBeforeKm = drivenKm;
    this.#startsAt = at + WAITS_MS;
  }

  isDead(at: number): boolean {
    return this.#cells.dead[cellAt(this.#cells, this.kmAt(at))] === 1;
  }

  kmAt(at: number): number {
    return this.#fromKm - this.#wayKm(at);
  }

  drivenKm(at: number): number {
    return this.#drivenBeforeKm + this.#wayKm(at);
  }

  speedKmh(at: number): number {
    const ms = at - this.#startsAt;
    if (ms <= 0 || this.#wayKm(at) >= this.#fromKm) return 0;
    return SPEED_KMH * Math.min(1, ms / SPEEDS_UP_MS);
  }

  place(at: number, into: RoadPosition): RoadPosition {
    this.#cells.road.at(this.kmAt(at), into);
    into.courseDeg = (into.courseDeg + 180) % 360;
    return into;
  }

  #wayKm(at: number): number {
    const ms = Math.max(0, at - this.#startsAt);
    const speedingUp = Math.min(ms, SPEEDS_UP_MS);
    const km = (SPEED_KMH / HOUR) * ((speedingUp * speedingUp) / (2 * SPEEDS_UP_MS) + ms - speedingUp);
    return Math.min(this.#fromKm, km);
  }
}

import { moveByKm, type Road, type RoadPosition } from '../../../fixtures/corridors/road.ts';
import type { Carrier } from './carrier.ts';

const HOUR = 3_600_000;
const RADIANS = Math.PI / 180;

/**
 * Where a truck is in the present piece of its journey: it stands, or its speed changes evenly from the beginning of the
 * piece to its end, along the road or straight off it. Times are ms since the epoch, speeds km/ms.
 */
export class Motion implements Carrier {
  t0: number;
  t1: number;
  /** Standing still in this piece. */
  standing = true;
  #km0 = 0;
  #v0 = 0;
  #v1 = 0;
  /** Along the road and away from it: 1; back to it: -1. */
  #sign = 1;
  /** Off the road where it left it, else null; course over ground. */
  #leftAtKm: number | null = null;
  #spurCourseDeg = 0;
  /** Kilometres driven before this piece. */
  #drivenKm = 0;
  readonly #road: Road;

  constructor(road: Road, at: number) {
    this.#road = road;
    this.t0 = at;
    this.t1 = at;
  }

  /** Kilometres driven since the start, by true road. */
  drivenKm(at: number): number {
    return this.#drivenKm + this.#wayKm(at);
  }

  /** By road from the start; off the road where it was left. */
  kmAt(at: number): number {
    return this.#leftAtKm ?? this.#km0 + this.#wayKm(at);
  }

  speedKmh(at: number): number {
    return this.#speedAt(at) * HOUR;
  }

  /** True position and course. */
  place(at: number, into: RoadPosition): RoadPosition {
    this.#road.at(this.kmAt(at), into);
    if (this.#leftAtKm === null) return into;
    const offKm = this.#km0 + this.#sign * this.#wayKm(at);
    const course = this.#spurCourseDeg * RADIANS;
    moveByKm(into, offKm * Math.cos(course), offKm * Math.sin(course));
    into.courseDeg = this.#sign > 0 ? this.#spurCourseDeg : (this.#spurCourseDeg + 180) % 360;
    return into;
  }

  /** How far from the road, at the end of the piece. */
  get offKm(): number {
    return this.#leftAtKm === null ? 0 : this.#km0 + this.#sign * this.#wayKm(this.t1);
  }

  /** A new piece from the end of the last: along the road from that km, or off it at that distance. */
  begin(until: number, km: number, v0: number, v1: number, sign: 1 | -1 = 1): void {
    this.#drivenKm += this.#wayKm(this.t1);
    this.t0 = this.t1;
    this.t1 = until;
    this.#km0 = km;
    this.#v0 = v0;
    this.#v1 = v1;
    this.#sign = sign;
    this.standing = v0 === 0 && v1 === 0;
  }

  /** Stands where it is. */
  stand(until: number): void {
    this.begin(until, this.#leftAtKm === null ? this.kmAt(this.t1) : this.offKm, 0, 0);
  }

  /** Turns off the road here, so many degrees to the right. */
  leaveRoad(turnDeg: number): void {
    const km = this.kmAt(this.t1);
    this.begin(this.t1, 0, 0, 0);
    this.#leftAtKm = km;
    this.#spurCourseDeg = (this.#road.at(km).courseDeg + turnDeg + 360) % 360;
  }

  /** Turns into the road again, where it left it. */
  rejoinRoad(): void {
    this.begin(this.t1, this.kmAt(this.t1), 0, 0);
    this.#leftAtKm = null;
  }

  #speedAt(at: number): number {
    if (this.standing || this.t1 <= this.t0) return 0;
    const share = Math.min(1, Math.max(0, (at - this.t0) / (this.t1 - this.t0)));
    return this.#v0 + (this.#v1 - this.#v0) * share;
  }

  #wayKm(at: number): number {
    if (this.standing) return 0;
    const spent = Math.min(this.t1, at) - this.t0;
    return (spent * (this.#v0 + this.#speedAt(at))) / 2;
  }
}

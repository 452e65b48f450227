import type { OfficeZone, RoadPosition } from '../../../fixtures/corridors/road.ts';
import { type Act, type DeviceChange, halts, type Step } from './behaviours/behaviour.ts';
import type { Itinerary } from './itinerary.ts';
import { Motion } from './motion.ts';
import { type PlanItem, spurMs } from './plan-leg.ts';
import type { TruthEvent, TruthKind } from './truth.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Before release: the device is put on, then armed. @source assumption: loading done, papers under way */
const ATTACHED_BEFORE_MS = 30 * MINUTE;
const ARMED_BEFORE_MS = 10 * MINUTE;
/** When in the time at an office something is done, as a part of it. @source assumption */
const AT_OFFICE = { attached: 0.4, armed: 0.6, opened: 0.2, closed: 0.55, removed: 0.7 } as const;

/** What happens to the device because of what happens to the truck. */
export type DeviceEvent =
  | DeviceChange
  | { readonly what: 'attached' }
  | { readonly what: 'armed' }
  | { readonly what: 'opened-by-officer' }
  | { readonly what: 'closed-by-officer' }
  | { readonly what: 'removed' }
  | { readonly what: 'moved-to-another-truck' };

/** Who hears of what happens, at the moment of true time at which it does. */
interface Witness {
  truth(event: TruthEvent): void;
  device(event: DeviceEvent, at: number): void;
}

/**
 * What a truck really does, piece after piece. `step` goes to the next piece of its motion, and tells the witness what
 * happens at its beginning.
 */
export class Truck {
  /** No network here. */
  dead = false;
  over = false;
  readonly motion: Motion;
  /** The device is on this truck. */
  #isCarrying = false;
  #passed = 0;
  readonly #itinerary: Itinerary;
  readonly #witness: Witness;
  readonly #passing: readonly Act[];
  readonly #pieces: Generator<undefined, void>;
  readonly #place: RoadPosition = { lat: 0, lon: 0, courseDeg: 0 };

  constructor(itinerary: Itinerary, witness: Witness) {
    this.#itinerary = itinerary;
    this.#witness = witness;
    this.#passing = itinerary.acts.filter((act) => !halts(act));
    this.motion = new Motion(itinerary.cells.road, itinerary.releasedAt - ATTACHED_BEFORE_MS);
    this.#pieces = this.#run();
  }

  /** Goes to the next piece; the truck stays where it is when its journey is over. */
  step(): void {
    if (!this.over && this.#pieces.next().done === true) this.#end();
  }

  /** An event where the truck is at that moment of its present piece. */
  truthOf(what: TruthKind, at: number): TruthEvent {
    const { lat, lon } = this.motion.place(at, this.#place);
    return {
      at: Math.round(at),
      what,
      km: round(this.motion.kmAt(at), 1e3),
      lat: round(lat, 1e6),
      lon: round(lon, 1e6),
    };
  }

  *#run(): Generator<undefined, void> {
    const { legs, releasedAt, carried } = this.#itinerary;
    const [start, ...further] = legs;
    if (!start) return;
    if (carried.from === 0) this.#attach(start);
    yield* this.#stand(releasedAt - ARMED_BEFORE_MS);
    if (carried.from === 0) this.#arm(start);
    yield* this.#stand(releasedAt);
    this.#tell('departed', { office: start.office });
    for (const [index, zone] of further.entries()) {
      yield* this.#travel(index + 1, zone);
      if (this.over) return;
      if (zone.role === 'DESTINATION') yield* this.#arrive(zone);
      else yield* this.#cross(index + 1, zone);
    }
  }

  *#travel(leg: number, zone: OfficeZone): Generator<undefined, void> {
    const { arrivesAt, items } = this.#itinerary.plan(leg, this.motion.t1);
    for (const item of items) {
      yield* this.#follow(item);
      if (this.over) return;
    }
    const { t1 } = this.motion;
    if (arrivesAt !== null && Math.abs(arrivesAt - t1) > SECOND) {
      throw new RangeError(
        `Failed to keep a plan: found the truck at ${zone.office} ${arrivesAt - t1} ms off its instant. Report this.`,
      );
    }
    this.motion.begin(arrivesAt ?? Math.ceil(t1 / SECOND) * SECOND, zone.km, 0, 0);
  }

  *#follow(item: PlanItem): Generator<undefined, void> {
    if (item.kind === 'drive') {
      yield* this.#drive(item.toKm, item.scale);
    } else if (item.kind === 'stop') {
      yield* this.#stop(item.ms, item.why);
    } else {
      for (const step of item.act.steps) yield* this.#perform(step);
    }
  }

  *#drive(toKm: number, scale: number): Generator<undefined, void> {
    const { drive, cells } = this.#itinerary;
    const { motion } = this;
    drive.begin(motion.kmAt(motion.t1), toKm, scale);
    while (drive.next()) {
      const dead = cells.dead[drive.cell] === 1;
      if (dead !== this.dead) this.#tell(dead ? 'entered-dead-zone' : 'left-dead-zone');
      this.dead = dead;
      this.#pass(drive.km0);
      motion.begin(motion.t1 + drive.ms, drive.km0, drive.v0, drive.v1);
      yield;
    }
    motion.begin(motion.t1, toKm, 0, 0);
  }

  /** What happens on the way without a stop. */
  #pass(km: number): void {
    for (let act = this.#passing[this.#passed]; act && act.km <= km; act = this.#passing[this.#passed]) {
      this.#passed++;
      for (const step of act.steps) this.#instantly(step);
    }
  }

  *#stop(ms: number, why: string): Generator<undefined, void> {
    if (ms <= 0) return;
    this.#tell('stopped', { why });
    yield* this.#stand(this.motion.t1 + ms);
    this.#tell('resumed', { why });
  }

  *#stand(until: number): Generator<undefined, void> {
    if (until <= this.motion.t1) return;
    this.motion.stand(until);
    yield;
  }

  *#perform(step: Step): Generator<undefined, void> {
    if (step.do === 'stop') {
      yield* this.#stop(step.minutes * MINUTE, step.why);
    } else if (step.do === 'leave') {
      this.motion.leaveRoad(step.turnDeg);
      yield* this.#spur(step.km);
    } else if (step.do === 'back') {
      yield* this.#spur(0);
      this.motion.rejoinRoad();
    } else if (step.do === 'stay') {
      this.#tell('ended');
      this.#end();
    } else {
      this.#instantly(step);
    }
  }

  /** Off the road to that distance: the speed rises evenly on the first half of the way, and falls on the second. */
  *#spur(toKm: number): Generator<undefined, void> {
    const { motion } = this;
    const fromKm = motion.offKm;
    const way = Math.abs(toKm - fromKm);
    const half = spurMs(way) / 2;
    const fastest = way / half;
    const sign = toKm > fromKm ? 1 : -1;
    motion.begin(motion.t1 + half, fromKm, 0, fastest, sign);
    yield;
    motion.begin(motion.t1 + half, (fromKm + toKm) / 2, fastest, 0, sign);
    yield;
    motion.begin(motion.t1, toKm, 0, 0);
  }

  #instantly(step: Step): void {
    if (step.do === 'tell') this.#tell(step.what);
    if (step.do === 'device') this.#witness.device(step.change, this.motion.t1);
    if (step.do !== 'move-device' || !this.#isCarrying) return;
    this.#isCarrying = false;
    this.#witness.device({ what: 'moved-to-another-truck' }, this.motion.t1);
  }

  *#cross(leg: number, zone: OfficeZone): Generator<undefined, void> {
    const { carried } = this.#itinerary;
    const presentedAt = this.motion.t1;
    const passesAt = this.#itinerary.passesAt(leg, presentedAt);
    const dwellMs = passesAt - presentedAt;
    const at = (share: number): number => Math.round(presentedAt + share * dwellMs);
    this.#tell('border-presented', { office: zone.office });
    if (carried.from === leg) {
      yield* this.#stand(at(AT_OFFICE.attached));
      this.#attach(zone);
      yield* this.#stand(at(AT_OFFICE.armed));
      this.#arm(zone);
    } else if (this.#isCarrying && this.#itinerary.isOpenedAt(leg, dwellMs)) {
      yield* this.#stand(at(AT_OFFICE.opened));
      this.#officer('opened', zone);
      yield* this.#stand(at(AT_OFFICE.closed));
      this.#officer('closed', zone);
    }
    if (carried.to === leg) {
      yield* this.#stand(at(AT_OFFICE.removed));
      this.#remove(zone);
    }
    yield* this.#stand(passesAt);
    this.#tell('border-passed', { office: zone.office });
  }

  *#arrive(zone: OfficeZone): Generator<undefined, void> {
    this.#tell('arrived', { office: zone.office });
    yield* this.#stand(this.#itinerary.controlledAt(this.motion.t1));
    this.#remove(zone);
    this.#tell('ended');
  }

  #officer(does: 'opened' | 'closed', { office }: OfficeZone): void {
    this.#tell(`seal-${does}`, { office, why: 'officer' });
    this.#witness.device({ what: `${does}-by-officer` }, this.motion.t1);
  }

  #attach({ office }: OfficeZone): void {
    this.#isCarrying = true;
    this.#tell('device-attached', { office });
    this.#witness.device({ what: 'attached' }, this.motion.t1);
  }

  #arm({ office }: OfficeZone): void {
    this.#tell('seal-armed', { office });
    this.#witness.device({ what: 'armed' }, this.motion.t1);
  }

  /** Opened by an officer and taken off, where it is still on this truck. */
  #remove(zone: OfficeZone): void {
    if (!this.#isCarrying) return;
    this.#officer('opened', zone);
    this.#isCarrying = false;
    this.#tell('device-removed', { office: zone.office, why: 'officer' });
    this.#witness.device({ what: 'removed' }, this.motion.t1);
  }

  #end(): void {
    this.over = true;
    this.motion.t1 = Number.POSITIVE_INFINITY;
  }

  #tell(what: TruthKind, extra: Partial<TruthEvent> = {}): void {
    this.#witness.truth({ ...this.truthOf(what, this.motion.t1), ...extra });
  }
}

const round = (value: number, by: number): number => Math.round(value * by) / by;

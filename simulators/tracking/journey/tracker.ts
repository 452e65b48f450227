import type { RoadPosition } from '../../../fixtures/corridors/road.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import { trackingLimits } from '../../../profile/tracking/limits.ts';
import type { Reading } from '../devices/dialect.ts';
import { Battery } from './battery.ts';
import { type Carrier, OtherTruck } from './carrier.ts';
import type { DeviceProfile, Emission } from './journey-options.ts';
import { Link } from './link.ts';
import { Receiver } from './receiver.ts';
import type { RoadCells } from './road-cells.ts';
import { Seal } from './seal.ts';
import type { DeviceEvent, Truck } from './truck.ts';
import type { TruthKind } from './truth.ts';

const NEVER = Number.POSITIVE_INFINITY;
const MINUTE = 60_000;
/** A device whose battery is nearly empty reports so many times less often. @source tracking notes, section 10.9 (deep sleep); assumption */
const SLEEP_FACTOR = 4;
const NO_ALERTS: readonly AlertCode[] = Object.freeze([]);

/** Tells what happens to a device, beside what it reports. */
type TellTruth = (what: TruthKind, at: number) => void;

/** The device on a truck: when it reports, what it says, and when that goes out. */
export class Tracker {
  #reportsAt = NEVER;
  #isActive = false;
  #isLastReport = false;
  #isUrgent = false;
  #alerts: AlertCode[] = [];
  #saidLoss = false;
  #isFast = false;
  #wrongByMinutes: number;
  #carrier: Carrier;
  #other: OtherTruck | undefined;
  readonly #truck: Truck;
  readonly #cells: RoadCells;
  readonly #profile: DeviceProfile;
  readonly #tell: TellTruth;
  readonly #link: Link;
  readonly #receiver: Receiver;
  readonly #battery: Battery;
  readonly #seal = new Seal();
  readonly #startsAt: number;
  readonly #place: RoadPosition = { lat: 0, lon: 0, courseDeg: 0 };

  constructor(truck: Truck, cells: RoadCells, profile: DeviceProfile, random: Random, tell: TellTruth) {
    this.#truck = truck;
    this.#carrier = truck.motion;
    this.#cells = cells;
    this.#profile = profile;
    this.#tell = tell;
    this.#startsAt = truck.motion.t0;
    this.#wrongByMinutes = profile.clock.wrongByMinutes;
    this.#receiver = new Receiver(profile.gnss, random.fork('gnss'), truck.motion.t0);
    this.#battery = new Battery(profile, truck.motion.t0);
    this.#link = new Link(profile, cells.coverage.outages, random.fork('network'), {
      networkChanged: (online, at) => tell(online ? 'network-back' : 'network-lost', at),
      readingLost: (_reading, at) => tell('reading-lost', at),
    });
  }

  /** When it does something next. */
  get dueAt(): number {
    const own = this.#isActive ? Math.min(this.#reportsAt, this.#receiver.changesAt) : NEVER;
    return Math.min(own, this.#link.dueAt);
  }

  /** Readings that never went out, as long as it stays where it is. */
  get waiting(): number {
    return this.#link.waiting;
  }

  /** The journey is over: it sends what it still has, where it can. */
  get isFinished(): boolean {
    return !this.#isActive && !this.#link.canDrain;
  }

  /** The truck began another piece of its journey. */
  moved(): void {
    if (!this.#isActive || this.#other) return;
    const { t0, standing } = this.#truck.motion;
    this.#link.setDead(this.#truck.dead, Math.ceil(t0));
    if (!standing) this.#reportsAt = Math.min(this.#reportsAt, Math.ceil(t0) + this.#every(true));
  }

  /** Nothing carries it on: it reports no more, but for the last word of one that was taken off. */
  stop(): void {
    this.#isActive = this.#isActive && this.#isLastReport;
  }

  /** What happens to it; what it notices goes out at once. */
  meets(event: DeviceEvent, happensAt: number): void {
    const at = Math.ceil(happensAt);
    if (event.what === 'attached') this.#start(at);
    if (!this.#isActive) return;
    const noticed = this.#seal.meets(event);
    if (noticed) this.#notice(noticed, at);
    if (event.what === 'removed') this.#isLastReport = true;
    if (noticed === null || event.what === 'removed') this.#reportsAt = at;
    if (event.what === 'detached') this.#notice('DEVICE_DETACHED', at);
    if (event.what === 'jamming') this.#jam(event.on, at);
    if (event.what === 'network') this.#link.setNetwork(event.on, at);
    if (event.what === 'battery') this.#battery.atMost(event.atMostPct);
    if (event.what === 'clock') this.#wrongByMinutes = event.wrongByMinutes;
    if (event.what === 'moved-to-another-truck') this.#moveOn(at);
  }

  /** Does what is due at that moment; what goes out of it, if anything. */
  act(at: number): Emission | null {
    if (this.#isActive && at >= this.#receiver.changesAt) {
      this.#tell(this.#receiver.turn(at) ? 'fix-lost' : 'fix-back', at);
      return null;
    }
    if (this.#isActive && at >= this.#reportsAt) return this.#report(at);
    return this.#link.act(at);
  }

  #start(at: number): void {
    this.#isActive = true;
    this.#reportsAt = at;
    this.#battery.startAt(at);
    this.#receiver.startAt(at);
    this.#receiver.measure(this.#truck.motion.place(at, this.#place), 0, at);
    this.#link.setDead(this.#truck.dead, at);
    this.#link.switchOn(at);
  }

  #notice(alert: AlertCode, at: number): void {
    this.#alerts.push(alert);
    this.#isUrgent = true;
    this.#reportsAt = at;
  }

  #jam(on: boolean, at: number): void {
    this.#receiver.isJammed = on;
    if (on) this.#notice('GNSS_JAM', at);
  }

  #moveOn(at: number): void {
    this.#other = new OtherTruck(
      this.#cells,
      this.#truck.motion.kmAt(at),
      this.#truck.motion.drivenKm(at),
      at,
    );
    this.#carrier = this.#other;
  }

  #report(at: number): Emission | null {
    if (this.#other) this.#link.setDead(this.#other.isDead(at), at);
    const speedKmh = this.#carrier.speedKmh(at);
    this.#receiver.measure(this.#carrier.place(at, this.#place), speedKmh, at);
    this.#watch(speedKmh, at);
    const reading = this.#read(at);
    const emission = this.#link.send(reading, at, this.#isUrgent);
    this.#isUrgent = false;
    this.#battery.report(at, emission !== null);
    this.#reportsAt = at + this.#every(this.#other ? speedKmh > 0 : !this.#truck.motion.standing);
    if (this.#isLastReport) this.#isActive = false;
    if (this.#battery.isEmpty) this.#die(at);
    return emission;
  }

  /** What the device finds out by itself when it reports. */
  #watch(speedKmh: number, at: number): void {
    if (this.#battery.becameLow()) {
      this.#tell('battery-low', at);
      this.#alerts.push('LOW_BATTERY');
    }
    const isLost = !this.#receiver.hasFix && !this.#receiver.isJammed;
    if (isLost && !this.#saidLoss) this.#alerts.push('GNSS_LOSS');
    this.#saidLoss = isLost;
    const isFast = speedKmh > trackingLimits.overspeedKmh.value;
    if (isFast && !this.#isFast) this.#alerts.push('OVERSPEED');
    this.#isFast = isFast;
  }

  #die(at: number): void {
    this.#isActive = false;
    this.#link.switchOff();
    this.#tell('battery-empty', at);
  }

  #every(isMoving: boolean): number {
    const { movingEveryMs, stoppedEveryMs } = this.#profile;
    return (isMoving ? movingEveryMs : stoppedEveryMs) * (this.#battery.sleeps ? SLEEP_FACTOR : 1);
  }

  #clockAt(at: number): number {
    const { offsetMs, driftPpm } = this.#profile.clock;
    const drift = ((at - this.#startsAt) * driftPpm) / 1e6;
    return Math.floor((at + offsetMs + drift + this.#wrongByMinutes * MINUTE) / 1000) * 1000;
  }

  #read(at: number): Reading {
    const { position, satellites, speedKmh, hasFix } = this.#receiver;
    const alerts = this.#alerts.length > 0 ? this.#alerts : NO_ALERTS;
    if (this.#alerts.length > 0) this.#alerts = [];
    return {
      at: this.#clockAt(at),
      lat: Math.round(position.lat * 1e6) / 1e6,
      lon: Math.round(position.lon * 1e6) / 1e6,
      altitudeM: altitudeAt(position.lat),
      speedKmh: Math.round(speedKmh * 10) / 10,
      courseDeg: Math.round(position.courseDeg) % 360,
      satellites,
      fixed: hasFix,
      batteryPct: this.#battery.pct,
      externalPower: this.#profile.externalPower,
      lock: this.#seal.lock,
      authorised: this.#seal.isAuthorised,
      odometerKm: Math.round(this.#carrier.drivenKm(at) * 1000) / 1000,
      alerts,
    };
  }
}

/**
 * Height of the land, whole metres: from the coast up to the hills of central Togo and down to the plateau.
 * @source assumption: general shape of the land along these roads, no elevation model
 */
function altitudeAt(lat: number): number {
  if (lat < 9) return Math.round(20 + Math.max(0, lat - 6) * 130);
  return Math.round(Math.max(290, 410 - (lat - 9) * 50));
}

import type { OfficeZone } from '../../../fixtures/corridors/road.ts';
import { hashText, type Random } from '../../../fixtures/random.ts';
import type { Act } from './behaviours/behaviour.ts';
import { Drive } from './drive.ts';
import type { JourneyOptions, JourneyPins } from './journey-options.ts';
import { type Driver, type PlanItem, planLeg } from './plan-leg.ts';
import { type RoadCells, roadCellsOf } from './road-cells.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Trucks of one convoy follow each other at this distance. @source fixtures/movements/convoy.ts */
const BEHIND_MS = MINUTE;
/** An officer opens the seal of so many trucks at one side of a border. @source assumption: no share of controls is public */
const OPENED_SHARE = 0.1;
/** Too short a stay to open anything. @source assumption */
const SHORTEST_OPENING_MS = 20 * MINUTE;
/** Shortest stay at an office. @source fixtures/movements/journey.ts */
const SHORTEST_DWELL_MS = 2 * MINUTE;
/** A stay that long is a rest for the driver. @source assumption */
const RESTED_MS = 5 * HOUR;

/** When a truck has to be where: from pins, or drawn as it goes. */
export class Itinerary {
  readonly cells: RoadCells;
  readonly drive: Drive;
  readonly legs: readonly OfficeZone[];
  readonly releasedAt: number;
  readonly carried: { readonly from: number; readonly to: number };
  /** In order of the road. */
  readonly acts: readonly Act[];
  readonly #random: Random;
  readonly #pins: JourneyPins | undefined;
  readonly #driver: Driver;
  #dwellMs = 0;

  constructor({
    corridor,
    random,
    startsAt,
    behaviours = [],
    pins,
    convoy,
    carried,
    coverage,
  }: JourneyOptions) {
    const shared = (convoy?.random ?? random).fork('motion');
    this.cells = roadCellsOf(corridor, coverage);
    this.drive = new Drive(this.cells, hashText(shared.seed));
    this.legs = this.cells.road.zones;
    this.releasedAt =
      pins?.releasedAt ?? Math.floor(startsAt / SECOND) * SECOND + (convoy?.place ?? 0) * BEHIND_MS;
    this.carried = carried ?? { from: 0, to: this.legs.length - 1 };
    this.acts = behaviours
      .flatMap((behaviour) => behaviour.acts(this.cells.road))
      .sort((a, b) => a.km - b.km);
    this.#random = shared;
    this.#pins = pins;
    const { low, high } = corridor.speed.kmh;
    this.#driver = { kmh: low + shared.next() * (high - low), awakeMs: 0 };
    refuseWrongPins(this.legs.length, pins);
  }

  /** What the truck does on the way to a leg, from that moment on; `arrivesAt` where a pin says it. */
  plan(
    leg: number,
    startsAt: number,
  ): { readonly arrivesAt: number | null; readonly items: readonly PlanItem[] } {
    const fromKm = this.legs[leg - 1]?.km ?? 0;
    const toKm = this.legs[leg]?.km ?? fromKm;
    const arrivesAt = this.#arrivalPin(leg);
    const items = planLeg({
      cells: this.cells,
      drive: this.drive,
      random: this.#random,
      driver: this.#driver,
      fromKm,
      toKm,
      startsAt,
      mustTakeMs: arrivesAt === null ? null : arrivesAt - startsAt,
      acts: this.acts.filter(({ km }) => km > fromKm && km <= toKm),
    });
    return { arrivesAt, items };
  }

  /** When a truck that came to an office at a border at that moment goes on. */
  passesAt(leg: number, presentedAt: number): number {
    const dwellMs = this.#dwellAt(leg);
    if (dwellMs > RESTED_MS) this.#driver.awakeMs = 0;
    const pinned = this.#pins?.passages[leg - 1]?.passedAt;
    return pinned ?? presentedAt + Math.round(dwellMs / SECOND) * SECOND;
  }

  /** Whether an officer opens the seal there. */
  isOpenedAt(leg: number, dwellMs: number): boolean {
    const isDrawn = this.#random.fork(`opened ${leg}`).chance(OPENED_SHARE);
    return isDrawn && dwellMs >= SHORTEST_OPENING_MS;
  }

  /** When the device is taken off at destination. @source fixtures/movements/journey.ts: 1 to 24 h after arrival */
  controlledAt(arrivedAt: number): number {
    const drawn = arrivedAt + HOUR + Math.round(this.#random.next() * 23 * 3600) * SECOND;
    return this.#pins?.controlledAt ?? drawn;
  }

  #arrivalPin(leg: number): number | null {
    if (!this.#pins) return null;
    if (leg === this.legs.length - 1) return this.#pins.arrivedAt;
    return this.#pins.passages[leg - 1]?.presentedAt ?? null;
  }

  /** Both sides of a border are one draw, with its body and its tail. */
  #dwellAt(leg: number): number {
    const { dwell } = this.cells.road.corridor;
    const isExit = this.legs[leg]?.role === 'EXIT';
    if (isExit) {
      const { tail } = dwell;
      this.#dwellMs = this.#random.chance(tail.probability)
        ? this.#random.lognormal(tail.medianHours * HOUR, tail.sigma)
        : this.#random.lognormal(dwell.medianMinutes * MINUTE, dwell.sigma);
    }
    return Math.max(SHORTEST_DWELL_MS, this.#dwellMs * (isExit ? dwell.exitShare : 1 - dwell.exitShare));
  }
}

function refuseWrongPins(legs: number, pins: JourneyPins | undefined): void {
  if (!pins) return;
  const { releasedAt, passages, arrivedAt, controlledAt } = pins;
  const instants = [
    releasedAt,
    ...passages.flatMap(({ presentedAt, passedAt }) => [presentedAt, passedAt]),
    arrivedAt,
  ];
  if (controlledAt !== undefined) instants.push(controlledAt);
  const rises = instants.every((at, index) => Number.isInteger(at) && at >= (instants[index - 1] ?? at));
  if (rises && passages.length === legs - 2) return;
  throw new RangeError(
    `Failed to pin a journey: found ${passages.length} passages for ${legs} legs, or instants that do not rise. ` +
      'Give one passage for each leg between departure and destination, in order of time.',
  );
}

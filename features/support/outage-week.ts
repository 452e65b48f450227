import { crash } from './crash.ts';
import { HarnessError } from './errors.ts';
import type { DeclaredFault } from './links.ts';
import { sendPatiently } from './patient-traffic.ts';
import { type JourneyStep, journeyOf } from './scenario-movement.ts';
import { advanceClock } from './stack-clock.ts';
import { countryNamed } from './words.ts';
import type { CorridorWorld } from './world.ts';

const HOUR_S = 3600;
const MINUTE_S = 60;
const DAY_S = 86_400;
/** A truck leaves each morning at this time, and sends a message every so often. */
const LEAVES_AT_S = 7 * HOUR_S;
const STEP_S = 8 * HOUR_S;

/** What fails in a week, from when to when; seconds from its first midnight. */
export interface WeekOutage {
  readonly fromS: number;
  /** Absent: over at once. */
  readonly untilS: number | undefined;
  /** A country whose link to the hub is cut, both ways, or `hub`: killed and started again. */
  readonly who: string;
}

/** Something that happens in the week. */
interface Happening {
  readonly atS: number;
  /** @param week what is still to come; it may add to it */
  readonly act: (week: Happening[]) => Promise<void>;
}

/** `J2 06:30` -> seconds from the first midnight. */
export function momentOfWeek(cell: string): number {
  const [, day, hours, minutes] = /^J([1-9]) (\d\d):(\d\d)$/.exec(cell) ?? [];
  if (day) return (Number(day) - 1) * DAY_S + Number(hours) * HOUR_S + Number(minutes) * MINUTE_S;
  throw new HarnessError(
    'UNKNOWN_WORD',
    `« ${cell} » n'est pas un moment de la semaine.`,
    'Écrivez J2 06:30.',
  );
}

/** `Niger` -> `NE`, `hub` -> `hub`. */
export const whoFails = (cell: string): string => (cell === 'hub' ? 'hub' : countryNamed(cell));

/**
 * Plays a week in test-clock time: every morning a truck leaves, each sends its messages one after the other, and the outages of
 * the table come and go meanwhile. A country that is cut off neither hears nor speaks: what it has to say waits.
 */
export async function playWeek(
  world: CorridorWorld,
  corridor: string,
  trucks: number,
  outages: readonly WeekOutage[],
): Promise<void> {
  await world.links.declare(outages.flatMap(cutOf));
  const happenings = [
    ...outages.flatMap((outage) => beginningAndEnd(world, outage)),
    ...Array.from({ length: trucks }, (_, nth) => departure(world, corridor, nth, outages)),
  ];
  let nowS = 0;
  while (happenings.length > 0) {
    happenings.sort((a, b) => a.atS - b.atS);
    const next = happenings.shift();
    if (!next) return;
    if (next.atS > nowS) await advanceClock(world, next.atS - nowS);
    nowS = Math.max(nowS, next.atS);
    await next.act(happenings);
  }
}

/** The fault of a link that an outage is; whoever moves the clock stops where it begins and ends. */
function cutOf({ fromS, untilS = fromS, who }: WeekOutage): DeclaredFault[] {
  if (who === 'hub') return [];
  return [{ seat: who, fault: { name: 'cut' }, afterSeconds: fromS, forSeconds: untilS - fromS }];
}

/** Where the clock comes by; at a link something happens by itself then. */
function beginningAndEnd(world: CorridorWorld, { fromS, untilS = fromS, who }: WeekOutage): Happening[] {
  if (who === 'hub') return [{ atS: fromS, act: () => crash(world) }];
  return [fromS, untilS].map((atS) => ({ atS, act: async () => undefined }));
}

function departure(
  world: CorridorWorld,
  corridor: string,
  nth: number,
  outages: readonly WeekOutage[],
): Happening {
  return {
    atS: nth * DAY_S + LEAVES_AT_S,
    act: async (week) => {
      const steps = journeyOf(world.prepare(corridor));
      week.push(nextOf(world, steps, nth * DAY_S + LEAVES_AT_S, outages));
    },
  };
}

/** The next message of a truck, when its sender can be heard; then the one after it. */
function nextOf(
  world: CorridorWorld,
  [step, ...later]: readonly JourneyStep[],
  atS: number,
  outages: readonly WeekOutage[],
): Happening {
  const cut = outages.find(
    ({ who, fromS, untilS = fromS }) => who === step?.from && fromS <= atS && atS < untilS,
  );
  const heardS = cut?.untilS ?? atS;
  return {
    atS: heardS,
    act: async (week) => {
      if (step) await sendPatiently(world, step.from, step);
      if (later.length > 0) week.push(nextOf(world, later, heardS + STEP_S, outages));
    },
  };
}

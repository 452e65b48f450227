import type { Measured } from './measured-positions.ts';

/** One thing that really happened, by true time, ms since the epoch. */
export interface Truth {
  readonly at: number;
  readonly what: string;
  readonly why?: string;
  /** Its code begins with its country. */
  readonly office?: string;
}

/** When an alert may or must have been recorded for a fact, ms since the epoch. */
export interface Window {
  readonly alert: string;
  readonly from: number;
  readonly until: number;
  readonly must: boolean;
  readonly fact: Truth;
}

const MINUTE = 60_000;
/** Devices tell whole seconds, by clocks that drift. */
const WHOLE_SECOND_MS = 5_000;

/**
 * What a device or a platform must make of what happened: the alert, from which fact to which, and how long before and after
 * it may be recorded, since reports come every quarter of an hour.
 * Assumption: one report late, and the two reports of a diversion.
 */
interface Sign {
  readonly alert: string;
  readonly from: (fact: Truth, truth: readonly Truth[]) => boolean;
  readonly until?: (later: Truth, fact: Truth) => boolean;
  readonly earlyMs?: number;
  readonly lateMs: number;
  /** It must show, by the protocol of the device; else it may. */
  readonly must: (protocol: string) => boolean;
}

const is =
  (...kinds: readonly string[]) =>
  ({ what }: Truth): boolean =>
    kinds.includes(what);
const always = (): boolean => true;
const never = (): boolean => false;
const ofA =
  (...protocols: readonly string[]) =>
  (protocol: string): boolean =>
    protocols.includes(protocol);
/** Devices that tell of everything but what their sign leaves out. */
const ofAny = ofA('jointech', 'teltonika', 'jt808', 'gt06', 'osmand', 'mqtt');
/** Stops of an ordinary journey are in towns and at offices. */
const ORDINARY = new Set(['checkpoint', 'pause', 'rest']);

const countryOf = ({ office = '' }: Truth): string => office.slice(0, 2);

/** Presented at the office of exit: the next office at which the truck is presented is that of the neighbour. */
function leavesCountry(fact: Truth, truth: readonly Truth[]): boolean {
  if (fact.what !== 'border-presented') return false;
  const next = truth.find(({ what, at }) => what === 'border-presented' && at > fact.at);
  return next !== undefined && countryOf(next) !== countryOf(fact);
}

/**
 * Which facts show by which alerts. A cut rope opens the contact of a Teltonika, is forced for a JT/T 808, and nothing for a GT06.
 * @source docs/profile/tracking.md, Alerts: the protocols whose devices raise them by themselves
 */
const SIGNS: readonly Sign[] = [
  { alert: 'DEVIATION', from: is('diverted'), until: is('returned'), lateMs: 0, must: always },
  {
    alert: 'UNAUTHORISED_STOP',
    from: ({ what, why }) => what === 'stopped' && !ORDINARY.has(why ?? ''),
    until: is('resumed'),
    lateMs: 3 * 60 * MINUTE,
    must: never,
  },
  {
    alert: 'UNAUTHORISED_STOP',
    from: is('seal-cut'),
    earlyMs: 40 * MINUTE,
    until: is('unloaded'),
    lateMs: 0,
    must: always,
  },
  { alert: 'LOCK_CUT', from: is('seal-cut'), lateMs: 2 * MINUTE, must: ofA('jointech', 'osmand', 'mqtt') },
  { alert: 'SEAL_OPEN', from: is('seal-cut'), lateMs: 2 * MINUTE, must: ofA('teltonika') },
  { alert: 'SEAL_TAMPER', from: is('seal-cut'), lateMs: 2 * MINUTE, must: ofA('jt808') },
  { alert: 'SEAL_OPEN', from: is('seal-opened'), lateMs: 2 * MINUTE, must: ofAny },
  { alert: 'SEAL_TAMPER', from: is('seal-tampered'), lateMs: 2 * MINUTE, must: ofAny },
  {
    alert: 'DOOR_OPEN',
    from: is('door-opened'),
    lateMs: 2 * MINUTE,
    must: ofA('teltonika', 'jt808', 'gt06', 'osmand', 'mqtt'),
  },
  { alert: 'GNSS_LOSS', from: is('fix-lost'), until: is('fix-back'), lateMs: 60 * MINUTE, must: never },
  {
    alert: 'GNSS_JAM',
    from: is('jamming-began'),
    until: is('jamming-ended'),
    lateMs: 16 * MINUTE,
    must: ofA('teltonika', 'gt06', 'osmand', 'mqtt'),
  },
  { alert: 'LOW_BATTERY', from: is('battery-low'), earlyMs: 120 * MINUTE, lateMs: 120 * MINUTE, must: ofAny },
  {
    alert: 'CROSSED_BORDER',
    from: leavesCountry,
    until: (later, fact) => later.what === 'border-passed' && countryOf(later) !== countryOf(fact),
    lateMs: 60 * MINUTE,
    must: always,
  },
  { alert: 'ARRIVAL_GEOFENCE', from: is('arrived'), earlyMs: 40 * MINUTE, lateMs: 40 * MINUTE, must: always },
];

/** The protocol of the device that was on the truck then. */
const protocolAt = (measured: readonly Measured[], at: number): string =>
  (measured.findLast(({ recordedAt }) => Date.parse(recordedAt) <= at) ?? measured[0])?.protocol ?? '';

/** For each fact that has a sign, when its alert is recorded. */
export function windowsOf(truth: readonly Truth[], measured: readonly Measured[]): Window[] {
  return SIGNS.flatMap(({ alert, from, until, earlyMs = WHOLE_SECOND_MS, lateMs, must }) =>
    truth
      .filter((fact) => from(fact, truth))
      .map((fact) => {
        const end = until ? truth.find((later) => later.at >= fact.at && until(later, fact)) : fact;
        const last = (end ?? fact).at + lateMs;
        return {
          alert,
          from: fact.at - earlyMs,
          until: last + MINUTE,
          must: must(protocolAt(measured, fact.at)),
          fact,
        };
      }),
  );
}

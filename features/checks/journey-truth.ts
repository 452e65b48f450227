import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { journeyIn } from './journey-query.ts';
import { type Fields, listIn, memberOf, numberIn, textIn } from './recorded.ts';

/** One thing that really happened, by true time, ms since the epoch. */
export interface Truth {
  readonly at: number;
  readonly what: string;
  readonly why?: string;
}

/** One report as its device measured and sent it, by its own clock. */
export interface Measured {
  readonly platform: string;
  readonly protocol: string;
  readonly deviceId: string;
  readonly recordedAt: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly speedKmh: number;
  readonly fixed: boolean;
  readonly alerts: readonly string[];
  readonly stored: boolean;
}

const MINUTE = 60_000;
/** Devices tell whole seconds, by clocks that drift. */
const WHOLE_SECOND_MS = 5_000;
/** Protocols write degrees with 4 decimals of a minute at the least, speeds in whole knots. Some 2 m; km/h. */
const DEGREES = 0.00002;
const KMH = 1.5;
/** Protocols whose frames say that a report waited in memory; those that tell of an alert do not always. */
const SAYS_STORED = new Set(['jointech', 'gt06', 'osmand', 'mqtt']);

/**
 * What a device or a platform must make of what happened: the alert, from which fact to which, and how long before and after
 * it may be recorded, since reports come every quarter of an hour.
 * Assumption: one report late, and the two reports of a diversion.
 */
interface Sign {
  readonly alert: string;
  readonly from: (fact: Truth) => boolean;
  readonly until?: (fact: Truth) => boolean;
  readonly earlyMs?: number;
  readonly lateMs: number;
  /** It must show, whatever the device; else it may. */
  readonly must: (protocols: ReadonlySet<string>) => boolean;
}

const is =
  (...kinds: readonly string[]) =>
  ({ what }: Truth): boolean =>
    kinds.includes(what);
const always = (): boolean => true;
const never = (): boolean => false;
const ofA =
  (...names: readonly string[]) =>
  (protocols: ReadonlySet<string>): boolean =>
    names.some((name) => protocols.has(name));
/** Stops of an ordinary journey are in towns and at offices. */
const ORDINARY = new Set(['checkpoint', 'pause', 'rest']);

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
  { alert: 'SEAL_OPEN', from: is('seal-cut', 'seal-opened'), lateMs: 2 * MINUTE, must: ofA('teltonika') },
  { alert: 'SEAL_TAMPER', from: is('seal-tampered', 'seal-cut'), lateMs: 2 * MINUTE, must: never },
  { alert: 'DOOR_OPEN', from: is('door-opened'), lateMs: 2 * MINUTE, must: never },
  { alert: 'GNSS_LOSS', from: is('fix-lost'), until: is('fix-back'), lateMs: 60 * MINUTE, must: never },
  {
    alert: 'GNSS_JAM',
    from: is('jamming-began'),
    until: is('jamming-ended'),
    lateMs: 16 * MINUTE,
    must: never,
  },
  { alert: 'LOW_BATTERY', from: is('battery-low'), earlyMs: 120 * MINUTE, lateMs: 120 * MINUTE, must: never },
  {
    alert: 'CROSSED_BORDER',
    from: is('border-presented'),
    until: is('border-passed'),
    lateMs: 60 * MINUTE,
    must: never,
  },
  { alert: 'ARRIVAL_GEOFENCE', from: is('arrived'), earlyMs: 40 * MINUTE, lateMs: 40 * MINUTE, must: always },
];

interface Window {
  readonly alert: string;
  readonly from: number;
  readonly until: number;
  readonly must: boolean;
  readonly fact: Truth;
}

/** The protocol of the device that was on the truck then. */
function protocolAt(measured: readonly Measured[], at: number): ReadonlySet<string> {
  const last = measured.findLast(({ recordedAt }) => Date.parse(recordedAt) <= at) ?? measured[0];
  return new Set(last ? [last.protocol] : []);
}

function windowsOf(truth: readonly Truth[], measured: readonly Measured[]): Window[] {
  return SIGNS.flatMap(({ alert, from, until, earlyMs = WHOLE_SECOND_MS, lateMs, must }) =>
    truth.filter(from).map((fact) => {
      const end = until ? truth.find((later) => later.at >= fact.at && until(later)) : fact;
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

/** What happened shows in the journey: each fact that has a sign has its alert, within its time. */
export function truthShown(
  records: readonly ExchangeRecord[],
  reference: string,
  truth: readonly Truth[],
  measured: readonly Measured[],
): Observation[] {
  const alerts = alertsIn(records, reference);
  const wanted = windowsOf(truth, measured).filter(({ must }) => must);
  return [
    observe(wanted.length > 0, 'des faits à montrer', `faits à montrer : ${wanted.length}`),
    ...wanted.map((window) => {
      const seen = alerts.some((alert) => within(alert, window));
      const word = `${window.fact.what} de ${new Date(window.fact.at).toISOString()} : ${window.alert}`;
      return observe(seen, `${word} au voyage`, seen ? `${word} au voyage` : `${word} absente`);
    }),
  ];
}

const alertsIn = (records: readonly ExchangeRecord[], reference: string): Fields[] =>
  listIn(journeyIn(records, { reference }), 'alerts') ?? [];

const within = (alert: Fields, { alert: code, from, until }: Window): boolean => {
  const at = Date.parse(textIn(alert, 'recordedAt'));
  return alert['alert'] === code && at >= from && at <= until;
};

/** No alert of the journey is without a fact that explains it. @param aheadMs how far the clock of the devices is ahead */
export function nothingInvented(
  records: readonly ExchangeRecord[],
  reference: string,
  truth: readonly Truth[],
): Observation[] {
  const windows = windowsOf(truth, []);
  const invented = alertsIn(records, reference).filter(
    (alert) => !windows.some((window) => within(alert, window)),
  );
  const words = invented.map((alert) => `${textIn(alert, 'alert')} de ${textIn(alert, 'recordedAt')}`);
  return [observe(invented.length === 0, 'aucune alerte sans fait', `alertes sans fait : ${show(words)}`)];
}

const keyOf = (entry: Fields): string =>
  `${textIn(entry, 'platform')} ${textIn(entry, 'deviceId')} ${textIn(entry, 'recordedAt')}`;

/** The positions of the journey are those that the devices measured: each, once, where and when it was, and no others. */
export function positionsAsMeasured(
  records: readonly ExchangeRecord[],
  reference: string,
  measured: readonly Measured[],
): Observation[] {
  const published = listIn(journeyIn(records, { reference }), 'positions') ?? [];
  const reports = new Map<string, Measured[]>();
  const seen = new Set<string>();
  for (const one of measured) {
    const { stored: _stored, ...said } = one;
    const word = JSON.stringify(said);
    if (!seen.has(word)) reports.set(keyOf({ ...one }), [...(reports.get(keyOf({ ...one })) ?? []), one]);
    seen.add(word);
  }
  const counts = new Map<string, number>();
  for (const entry of published) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  const lost = [...reports.keys()].filter((key) => !counts.has(key));
  const invented = [...counts.keys()].filter((key) => !reports.has(key));
  const twice = [...counts]
    .filter(([key, count]) => count > (reports.get(key)?.length ?? 0))
    .map(([key]) => key);
  const differ = published.filter(
    (entry) => !(reports.get(keyOf(entry)) ?? []).some((one) => same(entry, one)),
  );
  return [
    observe(published.length > 0, 'un voyage avec positions', `positions : ${published.length}`),
    observe(lost.length === 0, 'aucune mesure ne manque', `manquent : ${some(lost)}`),
    observe(invented.length === 0, 'aucune position sans mesure', `sans mesure : ${some(invented)}`),
    observe(twice.length === 0, 'aucune position deux fois', `plusieurs fois : ${some(twice)}`),
    observe(
      differ.length === 0,
      'chaque position comme mesurée',
      `autrement que mesurées : ${some(differ.map(keyOf))}`,
    ),
  ];
}

const some = (keys: readonly string[]): string =>
  keys.length === 0 ? 'aucune' : `${keys.length}, dont ${keys.slice(0, 3).join(', ')}`;

function same(entry: Fields, one: Measured): boolean {
  const stored = one.alerts.length > 0 || !SAYS_STORED.has(one.protocol) || entry['stored'] === one.stored;
  if (!one.fixed) return stored && entry['gnss'] !== 'FIX';
  const position = memberOf(entry, 'position');
  const near = (name: string, wanted: number, by: number): boolean => {
    const value = numberIn(name === 'speedKmh' ? entry : position, name);
    return value !== undefined && Math.abs(value - wanted) <= by;
  };
  return (
    stored &&
    near('latitudeDeg', one.latitudeDeg, DEGREES) &&
    near('longitudeDeg', one.longitudeDeg, DEGREES) &&
    near('speedKmh', one.speedKmh, KMH)
  );
}

import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe } from './check.ts';
import { journeyIn } from './journey-query.ts';
import { type Fields, listIn, memberOf, numberIn, textIn } from './recorded.ts';

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

/** Protocols write degrees with 4 decimals of a minute at the least, speeds in whole knots. Some 2 m; km/h. */
const DEGREES = 0.00002;
const KMH = 1.5;
/** Protocols whose frames say that a report waited in memory; those that tell of an alert do not always. */
const SAYS_STORED = new Set(['jointech', 'gt06', 'osmand', 'mqtt']);

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

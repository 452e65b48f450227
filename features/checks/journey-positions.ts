import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { type Fields, isObject, lastAnswer, listIn, memberOf, numberIn, textIn } from './recorded.ts';

/** What a scenario says of one position of a journey; what it does not say is not looked at. */
export interface ExpectedPosition {
  /** ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly stored?: boolean | undefined;
  readonly clockAhead?: boolean | undefined;
  readonly latitudeDeg?: number | undefined;
  readonly longitudeDeg?: number | undefined;
}

/** Positions of a journey as last published, in the order of publication; undefined when it was not. */
export function publishedPositions(
  records: readonly ExchangeRecord[],
  transitReference: string,
): Fields[] | undefined {
  const answer = lastAnswer(records, `/v0/journeys/${transitReference}`);
  return answer?.status === 200 ? listIn(answer.body, 'positions') : undefined;
}

/** The journey has exactly these positions, in this order. */
export function journeyHolds(
  records: readonly ExchangeRecord[],
  transitReference: string,
  expected: readonly ExpectedPosition[],
): Observation[] {
  const positions = publishedPositions(records, transitReference);
  if (!positions) return [observe(false, 'voyage publié', 'voyage non publié')];
  const wanted = expected.map(({ recordedAt }) => recordedAt);
  const seen = positions.map((position) => textIn(position, 'recordedAt'));
  return [
    observeEqual('positions du voyage, dans cet ordre', wanted, seen),
    ...expected.flatMap((one, index) => positionSays(one, positions[index])),
  ];
}

function positionSays(expected: ExpectedPosition, position: Fields | undefined): Observation[] {
  const at = isObject(position?.['position']) ? position['position'] : {};
  const seen: Record<keyof Omit<ExpectedPosition, 'recordedAt'>, unknown> = {
    stored: memberOf(position, 'stored'),
    clockAhead: memberOf(position, 'clockAhead') ?? false,
    latitudeDeg: numberIn(at, 'latitudeDeg'),
    longitudeDeg: numberIn(at, 'longitudeDeg'),
  };
  return (Object.keys(seen) as (keyof typeof seen)[])
    .filter((field) => expected[field] !== undefined)
    .map((field) => observeEqual(`${field} de ${expected.recordedAt}`, expected[field], seen[field]));
}

/** The journey has each of these instants, and none of its positions twice. @param instants ISO 8601 UTC */
export function journeyHasOnce(
  records: readonly ExchangeRecord[],
  transitReference: string,
  instants: readonly string[],
): Observation[] {
  const positions = publishedPositions(records, transitReference);
  if (!positions) return [observe(false, 'voyage publié', 'voyage non publié')];
  const seen = positions.map((position) => textIn(position, 'recordedAt'));
  const missing = instants.filter((instant) => !seen.includes(instant));
  const repeated = seen.length - new Set(seen).size;
  return [
    observe(instants.length > 0, 'au moins un rapport', `${instants.length} rapports`),
    observe(missing.length === 0, 'rien ne manque au voyage', `manque : ${missing.join(', ') || 'rien'}`),
    observe(repeated === 0, 'rien de répété au voyage', `${repeated} position(s) répétée(s)`),
  ];
}

/** The last place known of the truck, by journey and register of devices, is that of this instant. */
export function lastKnownIs(
  records: readonly ExchangeRecord[],
  { transitReference, platform, deviceId }: Record<'transitReference' | 'platform' | 'deviceId', string>,
  expected: ExpectedPosition,
): Observation[] {
  const last = publishedPositions(records, transitReference)?.at(-1);
  const device = lastAnswer(records, `/v0/tracking/devices/${platform}/${deviceId}`);
  return [
    observeEqual('dernière position du voyage', expected.recordedAt, textIn(last, 'recordedAt')),
    ...positionSays(expected, last),
    observeEqual('dernier rapport de la balise', expected.recordedAt, textIn(device?.body, 'lastReportAt')),
  ];
}

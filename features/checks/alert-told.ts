import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual, show } from './check.ts';
import { textIn } from './recorded.ts';
import { type EventFilter, eventsSent, eventToldTo, type ToldEvent, toldEvents } from './tracking-events.ts';

/**
 * One report gave this alert and no other: told to exactly these administrations, to each without repetition.
 * @param report device and instant of the report
 * @param countries as the scenario names them
 */
export function soleAlertTold(
  records: readonly ExchangeRecord[],
  report: Pick<EventFilter, 'deviceId' | 'recordedAt'>,
  alert: string,
  countries: readonly string[],
): Observation[] {
  const told = toldEvents(records, { ...report, kind: 'ALERT' });
  return [
    ...eventToldTo(records, { ...report, kind: 'ALERT', alert }, countries),
    observeEqual(
      `alertes dites du rapport de ${report.recordedAt}`,
      alert,
      wordsOf(told, 'alert'),
      seen(told),
    ),
  ];
}

/**
 * An alert was told to each administration at its instants and at no other, and to no other administration.
 * @param wanted instants by administration, ISO 8601 UTC
 */
export function alertInstants(
  records: readonly ExchangeRecord[],
  filter: Pick<EventFilter, 'deviceId' | 'alert'>,
  wanted: ReadonlyMap<string, readonly string[]>,
): Observation[] {
  const alerts = { ...filter, kind: 'ALERT' } as const;
  const told = toldEvents(records, alerts);
  const uninvited = eventsSent(records, alerts).filter(({ to }) => !wanted.has(to));
  return [...new Set([...wanted.keys(), ...uninvited.map(({ to }) => to)])].map((country) => {
    const here = (wanted.has(country) ? told : uninvited).filter(({ to }) => to === country);
    const at = here.map(({ payload }) => textIn(payload, 'recordedAt')).sort();
    return observeEqual(
      `${country} : instants de l'alerte ${filter.alert}`,
      show([...(wanted.get(country) ?? [])].sort()),
      show(at.map(inUtc)),
      seen(here),
    );
  });
}

const inUtc = (instant: string): string =>
  Number.isNaN(Date.parse(instant)) ? instant : new Date(instant).toISOString();

const wordsOf = (told: readonly ToldEvent[], field: string): string =>
  [...new Set(told.map(({ payload }) => textIn(payload, field)))].sort().join(', ');

const seen = ([first]: readonly ToldEvent[]) => (first === undefined ? {} : { message: first.message });

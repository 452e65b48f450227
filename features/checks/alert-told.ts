import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observeEqual, show } from './check.ts';
import { textIn } from './recorded.ts';
import { type EventFilter, eventToldTo, type ToldEvent, toldEvents } from './tracking-events.ts';

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
 * An alert was told at these instants and at no other, by each administration that was told of it.
 * @param instants ISO 8601 UTC, in order
 */
export function alertInstants(
  records: readonly ExchangeRecord[],
  filter: Pick<EventFilter, 'deviceId' | 'alert'>,
  instants: readonly string[],
  countries: readonly string[],
): Observation[] {
  const told = toldEvents(records, { ...filter, kind: 'ALERT' });
  return countries.map((country) => {
    const here = told.filter(({ to }) => to === country);
    const at = here.map(({ payload }) => textIn(payload, 'recordedAt')).sort();
    return observeEqual(
      `${country} : instants de l'alerte ${filter.alert}`,
      show([...instants].sort()),
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

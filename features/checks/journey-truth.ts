import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, show } from './check.ts';
import { journeyIn, journeyPublished } from './journey-query.ts';
import type { Measured } from './measured-positions.ts';
import { type Fields, listIn, textIn } from './recorded.ts';
import { type Truth, type Window, windowsOf } from './truth-signs.ts';

/** What happened shows in the journey: each fact that has a sign has its alert, within its time. */
export function truthShown(
  records: readonly ExchangeRecord[],
  reference: string,
  truth: readonly Truth[],
  measured: readonly Measured[],
): Observation[] {
  const alerts = alertsIn(records, reference) ?? [];
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

const alertsIn = (records: readonly ExchangeRecord[], reference: string): Fields[] | undefined =>
  listIn(journeyIn(records, { reference }), 'alerts');

const within = (alert: Fields, { alert: code, from, until }: Window): boolean => {
  const at = Date.parse(textIn(alert, 'recordedAt'));
  return alert['alert'] === code && at >= from && at <= until;
};

/** The journey is published, and no alert of it is without a fact that explains it. */
export function nothingInvented(
  records: readonly ExchangeRecord[],
  reference: string,
  truth: readonly Truth[],
): Observation[] {
  const windows = windowsOf(truth, []);
  const alerts = alertsIn(records, reference);
  const invented = alerts?.filter((alert) => !windows.some((window) => within(alert, window)));
  const words = invented?.map((alert) => `${textIn(alert, 'alert')} de ${textIn(alert, 'recordedAt')}`);
  return [
    ...journeyPublished(records, { reference }),
    observe(
      invented?.length === 0,
      'aucune alerte sans fait',
      `alertes sans fait : ${words ? show(words) : 'aucune liste'}`,
    ),
  ];
}

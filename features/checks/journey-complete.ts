import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveries, submissions } from './recorded.ts';
import { listOf, messageWord } from './words.ts';

/**
 * From notice to discharge, every message of the journey reached every other administration on the road, once, and
 * in the order in which it was submitted about this movement (RTE-001, RTE-005, RTE-012, DLV-003).
 * @param countries on the road, as the scenario names them
 */
export function journeyComplete(
  records: readonly ExchangeRecord[],
  transitReference: string,
  countries: readonly string[],
): Observation[] {
  const sent = submissions(records).filter(
    ({ message }) => message.payload['transitReference'] === transitReference,
  );
  const ids = new Set(sent.map(({ message }) => message.messageId));
  const received = deliveries(records).filter(
    ({ message, status }) => ids.has(message.messageId) && status === 202,
  );
  const uninvited = received
    .filter(({ to }) => !countries.includes(to))
    .map(({ to, name }) => `${to} (${messageWord(name)})`);
  return [
    observe(sent.length > 0, 'des messages du mouvement', `${sent.length} message(s) du mouvement déposé(s)`),
    ...countries.map((country) => {
      const expected = sent.filter(({ from }) => from !== country).map(({ name }) => name);
      const told = received.filter(({ to }) => to === country).map(({ name }) => name);
      return observeEqual(
        `messages reçus par ${country}, dans l'ordre`,
        expected,
        told,
        {},
        listOf(messageWord),
      );
    }),
    observe(uninvited.length === 0, 'personne hors de la route', `hors de la route : ${show(uninvited)}`),
  ];
}

/** Nobody receives back what it sent itself (RTE-002); where nothing at all was delivered that is not seen. */
export function senderNotTold(records: readonly ExchangeRecord[]): Observation[] {
  const told = deliveries(records);
  const echoes = told.filter(({ to, message }) => message.sender === to);
  return [
    observe(
      told.length > 0 && echoes.length === 0,
      'des remises, dont aucune à son expéditeur',
      `${told.length} remise(s), dont ${echoes.length} à son expéditeur`,
      { requirement: 'RTE-002' },
    ),
  ];
}

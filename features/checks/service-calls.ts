import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';

/** Calls of the hub that a national service saw, in order. */
export const callsTo = (records: readonly ExchangeRecord[], service: string): ExchangeRecord[] =>
  records
    .filter(({ kind, from, to }) => kind === 'service' && from === 'hub' && to === service)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** Method and path: what makes one request, whatever its number of attempts. */
const questionOf = ({ method, path }: ExchangeRecord): string => `${method} ${path}`;
const requestIdOf = ({ headers }: ExchangeRecord): string => headers['corridor-request-id'] ?? '';

/** A service sees so many calls, no more and no fewer (SRV-002, SRV-003, SRV-007, SRV-011, SRV-014). */
export function calledTimes(
  records: readonly ExchangeRecord[],
  service: string,
  expected: number,
): Observation[] {
  const calls = callsTo(records, service);
  return [
    observeEqual(`appels à ${service}`, expected, calls.length, {}, (count) => `${show(count)} appel(s)`),
  ];
}

/** So many questions were put to a service, each so many times, and the last time it was answered (SRV-008, SRV-009, SRV-010). */
export function triedUntilAnswered(
  records: readonly ExchangeRecord[],
  service: string,
  expected: { readonly questions: number; readonly attempts: number },
): Observation[] {
  const groups = [...Map.groupBy(callsTo(records, service), questionOf).values()];
  return [
    observeEqual(`questions à ${service}`, expected.questions, groups.length),
    ...groups.flatMap((attempts) => [
      observeEqual(
        `essais de ${questionOf(attempts[0] as ExchangeRecord)}`,
        expected.attempts,
        attempts.length,
      ),
      observe(
        attempts.at(-1)?.answer?.status === 200,
        'une réponse au dernier essai',
        `au dernier essai : ${attempts.at(-1)?.answer?.status ?? attempts.at(-1)?.fault ?? 'rien'}`,
      ),
    ]),
  ];
}

/**
 * Every attempt of a request is the same request, its number included, and no two requests share a number (SRV-004).
 * @param service one service; what was asked for twice after an answer is two requests
 */
export function attemptsUnchanged(records: readonly ExchangeRecord[], service: string): Observation[] {
  const calls = callsTo(records, service);
  const groups = [...Map.groupBy(calls, requestIdOf)];
  const changed = groups.filter(([, attempts]) => {
    const [first, ...rest] = attempts;
    return rest.some(
      (call) =>
        questionOf(call) !== questionOf(first as ExchangeRecord) || call.bodyDigest !== first?.bodyDigest,
    );
  });
  const unnamed = calls.filter((call) => !UUID.test(requestIdOf(call)));
  const tried = Map.groupBy(calls, questionOf).size;
  return [
    observe(
      calls.length > tried,
      "plusieurs essais d'une même demande",
      `${calls.length} appel(s), ${tried} demande(s)`,
    ),
    observe(
      unnamed.length === 0,
      'chaque appel porte un numéro de demande (UUID)',
      `${unnamed.length} sans numéro`,
    ),
    observe(
      changed.length === 0,
      'un numéro, une demande inchangée',
      `${changed.length} numéro(s) partagé(s)`,
    ),
    observeEqual('numéros pour ces demandes', tried, groups.length),
  ];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

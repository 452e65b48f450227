import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';

/** Calls that a national service saw, in order. */
export const callsTo = (records: readonly ExchangeRecord[], service: string): ExchangeRecord[] =>
  records
    .filter(({ kind, to }) => kind === 'service' && to === service)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

/** Method and path: what makes one request, whatever its number of tries. */
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
  expected: { readonly questions: number; readonly tries: number },
): Observation[] {
  const groups = [...Map.groupBy(callsTo(records, service), questionOf).values()];
  return [
    observeEqual(`questions à ${service}`, expected.questions, groups.length),
    ...groups.flatMap((tries) => [
      observeEqual(`essais de ${questionOf(tries[0] as ExchangeRecord)}`, expected.tries, tries.length),
      observe(
        tries.at(-1)?.answer?.status === 200,
        'une réponse au dernier essai',
        `au dernier essai : ${tries.at(-1)?.answer?.status ?? tries.at(-1)?.fault ?? 'rien'}`,
      ),
    ]),
  ];
}

/**
 * Every try of a request is the same request, its number included, and no two requests share a number (SRV-004).
 * @param service one service; what was asked for twice after an answer is two requests
 */
export function triesUnchanged(records: readonly ExchangeRecord[], service: string): Observation[] {
  const calls = callsTo(records, service);
  const groups = [...Map.groupBy(calls, requestIdOf)];
  const changed = groups.filter(([, tries]) => {
    const [first, ...rest] = tries;
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

/** One pause as it was watched: how many records there were before it, half through, and at its end. */
export interface WatchedServicePause {
  readonly seconds: number;
  readonly before: number;
  readonly halfway: number;
  readonly after: number;
}

/** In the first half of each pause a service is not called, by its end it is, once (SRV-006). */
export function servicePausesKept(
  records: readonly ExchangeRecord[],
  service: string,
  pauses: readonly WatchedServicePause[],
): Observation[] {
  const calls = (from: number, to: number): number => callsTo(records.slice(from, to), service).length;
  return pauses.flatMap(({ seconds, before, halfway, after }) => [
    observeEqual(`appels dans la première moitié d'une pause de ${seconds} s`, 0, calls(before, halfway)),
    observeEqual(`appels à la fin d'une pause de ${seconds} s`, 1, calls(halfway, after)),
  ]);
}

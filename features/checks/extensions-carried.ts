import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveriesOf, lastAnswer, memberOf, submissions } from './recorded.ts';

/** The extensions of a message as they were written, character by character; undefined when it has none. */
function written(body: string): string | undefined {
  const from = body.indexOf('"extensions":{');
  if (from < 0) return undefined;
  let depth = 0;
  for (const { 0: token, index } of body.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (token === '}' && depth === 0) return body.slice(from, from + index + 1);
  }
  return undefined;
}

/** Exactly these countries receive the message, each with its extensions as they were written (VER-002). */
export function extensionsCarried(
  records: readonly ExchangeRecord[],
  messageId: string,
  countries: readonly string[],
): Observation[] {
  const place = { message: messageId, pointer: '/extensions' };
  const submitted = submissions(records).find(({ message }) => message.messageId === messageId);
  const expected = submitted && written(submitted.body);
  const told = deliveriesOf(records, messageId);
  return [
    observe(expected !== undefined, 'un message déposé avec ses extensions', 'aucun', place),
    observeEqual('remis à', [...countries].sort(), [...new Set(told.map(({ to }) => to))].sort(), place),
    ...told.map(({ to, body }) =>
      observe(
        expected !== undefined && body.includes(expected),
        `${to} lit les extensions telles qu'écrites`,
        `${to} lit ${show(written(body))}`,
        place,
      ),
    ),
  ];
}

/** A page that a country pulled holds the extensions of the message as they were written (VER-002). */
export function extensionsPulled(
  records: readonly ExchangeRecord[],
  messageId: string,
  country: string,
): Observation[] {
  const submitted = submissions(records).find(({ message }) => message.messageId === messageId);
  const expected = submitted && written(submitted.body);
  const page = records.filter(({ kind, from }) => kind === 'pull' && from === country).at(-1)?.answer?.body;
  return [
    observe(
      expected !== undefined && page?.includes(expected) === true,
      `${country} tire les extensions telles qu'écrites`,
      page === undefined ? 'aucune page tirée' : "les extensions n'y sont pas telles qu'écrites",
      { message: messageId, pointer: '/extensions' },
    ),
  ];
}

/** What a hub refuses it does not claim (VER-006). */
export function extensionNotClaimed(records: readonly ExchangeRecord[], name: string): Observation[] {
  const answer = lastAnswer(records, '/v0/capabilities');
  const claimed = memberOf(answer?.body, 'extensions') ?? [];
  return [
    observeEqual('réponse', 200, answer?.status),
    observe(
      Array.isArray(claimed) && !claimed.includes(name),
      `l'extension ${name} n'est pas citée`,
      `extensions citées : ${show(claimed)}`,
    ),
  ];
}

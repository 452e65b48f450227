import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, show } from './check.ts';
import { deliveries, listIn, memberOf, type RecordedMessage, submissions, textIn } from './recorded.ts';

/** A fault as a refusal cites it, to compare with the words of the scenario. */
export interface ExpectedFault {
  readonly code: string;
  readonly pointer: string;
  /** `R06` ... when a rule was broken. */
  readonly rule?: string;
}

/** Faults cited by functional errors (AT92) about this message. */
export const lawRefusalsOf = (
  records: readonly ExchangeRecord[],
  messageId: string,
): readonly ExpectedFault[] =>
  functionalErrors(records, messageId).flatMap(({ message }) => faultsIn(message));

/**
 * The message is refused in the answer to its submission (AT91), for exactly these faults (P04). A refusal for
 * another reason is a non-conformity.
 * @param status 422, or 409 for an id used twice
 */
export function refusedAtOnce(
  records: readonly ExchangeRecord[],
  messageId: string,
  status: number,
  expected: readonly ExpectedFault[],
): Observation[] {
  const attempts = submissions(records).filter(({ message }) => message.messageId === messageId);
  const last = attempts.at(-1);
  return [
    observeEqual('réponse au dépôt', status, last?.status ?? last?.fault, { message: messageId }),
    sameFaults(expected, faultsIn(last?.answer), messageId),
  ];
}

/**
 * The message is acknowledged, then refused by a functional error (AT92) delivered to its sender, for exactly these
 * faults, naming the message refused (P04; ENV-005).
 */
export function refusedByState(
  records: readonly ExchangeRecord[],
  messageId: string,
  expected: readonly ExpectedFault[],
): Observation[] {
  const submitted = submissions(records).find(({ message }) => message.messageId === messageId);
  const errors = functionalErrors(records, messageId);
  const recipients = [...new Set(errors.map(({ to }) => to))];
  return [
    observeEqual('réponse au dépôt', 202, submitted?.status ?? submitted?.fault, { message: messageId }),
    observeEqual('refus fonctionnel remis à', [submitted?.from], recipients, { message: messageId }),
    sameFaults(
      expected,
      errors.slice(0, 1).flatMap(({ message }) => faultsIn(message)),
      messageId,
    ),
    ...errors.slice(0, 1).map(({ message }) =>
      observeEqual('message auquel le refus répond (correlationId)', messageId, message.correlationId, {
        requirement: 'ENV-005',
        message: message.messageId,
      }),
    ),
  ];
}

function functionalErrors(records: readonly ExchangeRecord[], messageId: string): RecordedMessage[] {
  return deliveries(records).filter(
    ({ name, message }) => name === 'FunctionalError' && message.payload['relatesTo'] === messageId,
  );
}

function faultsIn(message: unknown): readonly ExpectedFault[] {
  const findings = listIn(memberOf(message, 'payload'), 'findings') ?? [];
  return findings.map((finding) => {
    const { code, rule } = finding;
    const cited = { code: show(code), pointer: textIn(finding, 'pointer') };
    return rule === undefined ? cited : { ...cited, rule: show(rule) };
  });
}

function sameFaults(
  expected: readonly ExpectedFault[],
  seen: readonly ExpectedFault[],
  message: string,
): Observation {
  const wanted = expected.map(faultText).sort();
  const cited = seen.map(faultText).sort();
  const pointer = seen[0]?.pointer;
  const place = pointer ? { message, pointer } : { message };
  return observe(
    wanted.join() === cited.join(),
    `refus pour ${wanted.join(' et ')}`,
    cited.length === 0 ? 'aucune faute citée' : `refus pour ${cited.join(' et ')}`,
    place,
  );
}

const faultText = ({ code, pointer, rule }: ExpectedFault): string =>
  `${code}${rule ? ` (${rule})` : ''} à ${pointer || 'la racine'}`;

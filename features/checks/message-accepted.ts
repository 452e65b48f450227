import { createHash } from 'node:crypto';
import { canonicalForm } from '../../profile/envelope/digest.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual, type Place, show } from './check.ts';
import { listIn, memberOf, parsed, submissions } from './recorded.ts';
import { lawRefusalsOf } from './refusals.ts';

/** The stack accepts the message: it acknowledges it, and no refusal follows. */
export function messageAccepted(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const received = acknowledged(records, { message: messageId });
  return received.ok ? [received, notRefusedLater(records, { message: messageId })] : [received];
}

type MessagePlace = Place & { readonly message: string };

function acknowledged(records: readonly ExchangeRecord[], place: MessagePlace): Observation {
  const submitted = submissions(records).find(({ message }) => message.messageId === place.message);
  const seen = submitted?.status ?? submitted?.fault;
  const faults = faultsTold(submitted?.answer);
  return observe(seen === 202, 'réponse au dépôt : 202', `réponse au dépôt : ${show(seen)}${faults}`, place);
}

const SHOWN = 5;

/** Why the stack refused, in its own words: the cause of whatever else goes wrong with this message. */
function faultsTold(answer: unknown): string {
  const findings = listIn(memberOf(answer, 'payload'), 'findings') ?? [];
  if (findings.length === 0) return '';
  const told = findings.slice(0, SHOWN).map(({ code, pointer }) => `${show(code)} à ${show(pointer)}`);
  return `, ${told.join(', ')}${findings.length > SHOWN ? ' ...' : ''}`;
}

function notRefusedLater(records: readonly ExchangeRecord[], place: MessagePlace): Observation {
  const refusals = lawRefusalsOf(records, place.message);
  return observe(
    refusals.length === 0,
    'aucun refus fonctionnel ne suit',
    refusals.length === 0
      ? 'aucun refus'
      : refusals.map(({ code, pointer }) => `${code} à ${pointer}`).join(', '),
    place,
  );
}

/** ENV-002 and ENV-003: the acknowledgement names the message it is about, and the digest of what it received. */
export function acknowledgementTrue(records: readonly ExchangeRecord[], messageId: string): Observation[] {
  const submitted = submissions(records).find(({ message }) => message.messageId === messageId);
  const payload = memberOf(submitted?.answer, 'payload');
  const sent = parsed(submitted?.body);
  const digest = sent === undefined ? undefined : sha256(canonicalForm(sent as object));
  const named = { message: messageId, requirement: 'ENV-002' };
  return [
    observeEqual('message visé (relatesTo)', messageId, memberOf(payload, 'relatesTo'), named),
    observeEqual(
      'message auquel il répond (correlationId)',
      messageId,
      memberOf(submitted?.answer, 'correlationId'),
      named,
    ),
    observeEqual('empreinte (digest)', digest, memberOf(payload, 'digest'), {
      message: messageId,
      requirement: 'ENV-003',
    }),
  ];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of messages that the profile allows where the scenario stands, those that were refused all the same (ENV-001, LED-007). */
export const refusalsOfLegal = (
  records: readonly ExchangeRecord[],
  messageIds: readonly string[],
): Observation[] =>
  messageIds
    .flatMap((message) => [
      acknowledged(records, { message, requirement: 'ENV-001' }),
      notRefusedLater(records, { message, requirement: 'LED-007' }),
    ])
    .filter(({ ok }) => !ok);

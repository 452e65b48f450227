import type { Message } from '../../../profile/messages/message.ts';
import { type MessageName, messageByWireCode } from '../../../profile/messages/messages.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import { isLate } from '../../../profile/order.ts';
import { attribution, type ParsedMessage, parseMessage } from '../../../profile/parse-message.ts';
import { finding } from '../ledger/step.ts';
import { digestOf } from '../outbox/work.ts';
import type { StackContext } from '../stack-context.ts';
import { ProblemError } from './problem-error.ts';
import { readJson } from './read-json.ts';
import { conversationOf, type Received } from './received.ts';

/** A body whose sender and id are readable: who can be answered. */
export interface Attributed {
  readonly value: Readonly<Record<string, unknown>>;
  readonly sender: string;
  readonly messageId: string;
  readonly digest: string;
}

/**
 * Reads a body as far as it takes to know who is to be answered.
 * @throws ProblemError NOT_JSON, NOT_ATTRIBUTABLE, NOT_AUTHORISED
 */
export function attribute(bytes: Buffer, seat: string, { hooks }: StackContext): Attributed {
  const value = readJson(bytes);
  const found = attribution(value);
  if (!found) throw new ProblemError('NOT_ATTRIBUTABLE', 'the body names no sender and messageId');
  if (found.sender === 'hub' || found.sender !== seat)
    throw new ProblemError(
      'NOT_AUTHORISED',
      `the sender of the message is not the calling seat ${JSON.stringify(seat)}`,
    );
  const message = value as Record<string, unknown>;
  return { value: message, ...found, digest: hooks.onDigest(digestOrRefusal(message), message) };
}

/** A lone surrogate or a number beyond all numbers, written as an escape or with an exponent, has no canonical form. */
function digestOrRefusal(message: Record<string, unknown>): string {
  try {
    return digestOf(message);
  } catch {
    throw new ProblemError('NOT_JSON', 'a number or a character that has no canonical form (RFC 8785)');
  }
}

/** The message with all that the stack needs of it, or every fault that it has by itself. */
export function judge(
  { value, digest }: Attributed,
  bytes: Buffer,
  context: StackContext,
): Received | { readonly findings: WireFinding[] } {
  const { clock, hooks, reference, timerMs } = context;
  const receivedAt = clock.now();
  const view = hooks.onReference(reference.at(receivedAt));
  const parsed = parseMessage(value, view, receivedAt, timerMs('clockTolerance') / 1000);
  const own = [
    ...(parsed.ok ? [] : parsed.findings),
    ...environmentFindings(value, context),
    ...deskFindings(value),
  ];
  const findings = hooks.onFindings(sorted(own), value);
  if (findings.length > 0) return { findings };
  const accepted = parsed.ok ? parsed : overlooked(value, parsed.findings);
  if (!accepted.ok) return { findings: accepted.findings };
  const { message, definition } = accepted;
  const instant = new Date(receivedAt).toISOString();
  const late = isLate(message.preparedAt, instant, timerMs('lateAfter') / 1000);
  const name = definition.name as MessageName;
  const received = {
    message,
    name,
    definition,
    digest,
    bytes,
    receivedAt,
    late,
    conversation: conversationOf(message),
  };
  return { ...received, late: hooks.onLate(late, received) };
}

/**
 * A stack that does not look at something takes what breaks it: a message without fault of form goes on as it is. One
 * that has such faults cannot be read, and is refused for them whatever was overlooked.
 */
function overlooked(value: Readonly<Record<string, unknown>>, findings: WireFinding[]): ParsedMessage {
  const definition = messageByWireCode(String(value['messageType']));
  const readable = findings.every(({ code }) => code === 'RULE') || parseMessage(value).ok;
  if (!definition || !readable) return parseMessage(value);
  return { ok: true, message: value as unknown as Message, definition };
}

/** A production system refuses test messages, all others refuse real ones (P08). */
function environmentFindings(
  value: Readonly<Record<string, unknown>>,
  { environment }: StackContext,
): WireFinding[] {
  const production = environment === 'production';
  if (typeof value['testIndicator'] !== 'boolean' || value['testIndicator'] !== production) return [];
  return [finding(production ? 'TEST_MESSAGE_REFUSED' : 'REAL_MESSAGE_REFUSED')];
}

/** The register is kept by the hub (P21); sent elsewhere, an access code would have to be stored and passed on. */
const deskFindings = ({ messageType, recipient }: Readonly<Record<string, unknown>>): WireFinding[] =>
  messageType === 'AT14' && typeof recipient === 'string' && /^[A-Z]{2}$/.test(recipient)
    ? [finding('RECIPIENT_NOT_ALLOWED')]
    : [];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sorted = (findings: WireFinding[]): WireFinding[] =>
  findings.sort((a, b) => compare(a.pointer, b.pointer) || compare(a.code, b.code));

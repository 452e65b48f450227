import type { Message, MessageDefinition } from '../../../profile/messages/message.ts';
import { type MessageName, messageByWireCode } from '../../../profile/messages/messages.ts';
import type { WireFinding } from '../../../profile/messages/parts/parts.ts';
import { isLate } from '../../../profile/order.ts';
import { attribution, parseMessage } from '../../../profile/parse-message.ts';
import type { ReferenceData } from '../../../profile/reference-data.ts';
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
  if (found.sender === 'hub' || found.sender !== hooks.onCaller(seat, found.sender))
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
  const today = (): ReferenceData => reference.at(receivedAt);
  const view = hooks.onReference(reference.at(composedAt(value) ?? receivedAt), { today });
  const parsed = parseMessage(value, view, receivedAt, timerMs('clockTolerance') / 1000);
  const faults = parsed.ok ? [] : parsed.findings;
  const own = faults.some(({ code }) => ALONE.has(code))
    ? faults
    : [...faults, ...environmentFindings(value, context)];
  const findings = hooks.onFindings(sorted(own), value);
  if (findings.length > 0) return { findings };
  const accepted = parsed.ok ? parsed : asItStands(value);
  if (!accepted) return { findings: own };
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

/** A message that was let pass with its faults; null when nobody knows what it is. */
function asItStands(
  value: Readonly<Record<string, unknown>>,
): { readonly message: Message; readonly definition: MessageDefinition } | null {
  const definition = messageByWireCode(String(value['messageType']));
  return definition ? { message: value as unknown as Message, definition } : null;
}

/** A message that took long is judged by the data of the day on which it was written, as is told in exchange rules 12. */
function composedAt({ preparedAt }: Readonly<Record<string, unknown>>): number | null {
  const time = typeof preparedAt === 'string' ? Date.parse(preparedAt) : Number.NaN;
  return Number.isNaN(time) ? null : time;
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

/** Of what is told of such a message nothing else can be known. @source exchange rules section 8 */
const ALONE: ReadonlySet<string> = new Set(['UNKNOWN_PROFILE_VERSION', 'UNKNOWN_MESSAGE_TYPE']);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sorted = (findings: WireFinding[]): WireFinding[] =>
  findings.sort((a, b) => compare(a.pointer, b.pointer) || compare(a.code, b.code));

import type { Clock } from '../../profile/clock.ts';
import { PROFILE_VERSION } from '../../profile/envelope/envelope.ts';
import type { Extensions } from '../../profile/envelope/extensions.ts';
import type { Message, MessageDefinition } from '../../profile/messages/message.ts';
import { type MessageName, messages } from '../../profile/messages/messages.ts';
import type { MessageIds } from './message-ids.ts';
import type { Numbering } from './numbering.ts';

/** What a scenario may choose of the envelope; the rest is filled from the seat's own book. */
export interface EnvelopeOptions {
  /** Default: `route`, `territory` or `all` where the message goes so, else `hub`. */
  readonly recipient?: string;
  readonly correlationId?: string;
  /** Default: the transit reference, else the request answered, else the message itself. */
  readonly conversationId?: string;
  /** Default: the next of the book; null leaves the field out. */
  readonly movementVersion?: number | null;
  /** Default: the next of the book; null leaves the field out. */
  readonly originSeq?: number | null;
  readonly messageId?: string;
  /** ISO 8601 UTC; default: the seat's clock. */
  readonly preparedAt?: string;
  readonly testIndicator?: boolean;
  /** What a seat that speaks a later version says beyond this one. */
  readonly extensions?: Extensions;
}

/** Who composes, and from what. */
export interface Composer {
  readonly country: string;
  readonly clock: Clock;
  readonly ids: MessageIds;
  readonly numbering: Numbering;
}

/**
 * A message of the profile, envelope filled: id, time, conversation, and the number that its definition asks for.
 * The payload is taken as it is, so that scenarios can send wrong ones.
 */
export function composeMessage(
  { country, clock, ids, numbering }: Composer,
  name: MessageName,
  payload: object,
  options: EnvelopeOptions = {},
): Message {
  const definition: MessageDefinition = messages[name];
  const reference = (payload as { transitReference?: unknown }).transitReference;
  const messageId = options.messageId ?? ids.next();
  const conversationId =
    options.conversationId ??
    (typeof reference === 'string' && reference !== '' ? reference : (options.correlationId ?? messageId));
  return {
    profileVersion: PROFILE_VERSION,
    messageId,
    messageType: definition.wireCode,
    sender: country,
    recipient: options.recipient ?? defaultRecipient(definition),
    preparedAt: options.preparedAt ?? new Date(clock.now()).toISOString(),
    ...(options.correlationId !== undefined && { correlationId: options.correlationId }),
    conversationId: conversationId.slice(0, 64),
    ...numberOf(definition, numbering, typeof reference === 'string' ? reference : undefined, options),
    testIndicator: options.testIndicator ?? true,
    ...(options.extensions !== undefined && { extensions: options.extensions }),
    payload: payload as Record<string, unknown>,
  };
}

function defaultRecipient({ recipients }: MessageDefinition): string {
  if (recipients === 'all') return 'all';
  return recipients === 'route' || recipients === 'territory' ? recipients : 'hub';
}

function numberOf(
  definition: MessageDefinition,
  numbering: Numbering,
  reference: string | undefined,
  options: EnvelopeOptions,
): { movementVersion?: number; originSeq?: number } {
  const numbers: { movementVersion?: number; originSeq?: number } = {};
  for (const by of ['movementVersion', 'originSeq'] as const) {
    const chosen = options[by];
    if (chosen === null) continue;
    if (chosen !== undefined) {
      if (reference !== undefined) numbering.note(by, reference, chosen);
      numbers[by] = chosen;
    } else if (definition.numbering === by && reference !== undefined) {
      numbers[by] = numbering.next(by, reference);
    }
  }
  return numbers;
}

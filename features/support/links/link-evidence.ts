import { hash } from 'node:crypto';
import { conversationsOf } from '../../../reports/evidence/conversation.ts';
import type { ObservedExchange } from '../../../reports/evidence/observed-exchange.ts';
import type { LinkEvent } from '../../../simulators/links/index.ts';

/** What the evidence holds of something that befell a link: whoever reconciles learns from it what the network lost or spoiled. */
export function observedOn(
  event: LinkEvent,
  place: { readonly from: string; readonly to: string; readonly stack: string },
  owners: readonly string[] = [],
): ObservedExchange {
  const { body, conversations } = told(event);
  return {
    ...place,
    kind: 'link',
    at: event.at,
    method: event.fault.name,
    path: `/${event.what}`,
    headers: {},
    body: JSON.stringify(body),
    conversations: [...conversations, ...owners],
  };
}

/** The values of a fault, or what became of a message, and what arrived in its place. */
function told({ fault, became, request, facts }: LinkEvent): {
  body: Record<string, unknown>;
  conversations: string[];
} {
  const { name: _name, ...values } = fault;
  if (!request) return { body: values, conversations: [] };
  const message = parsed(request.body);
  return {
    body: {
      request: `${request.method} ${request.path}`,
      ...namesOf(message),
      became,
      ...(facts?.arrived && { arrived: hash('sha256', facts.arrived, 'hex') }),
      ...(facts?.answered !== undefined && { answered: facts.answered }),
    },
    conversations: conversationsOf(message),
  };
}

function namesOf(message: unknown): Record<string, unknown> {
  const { messageType: type, messageId: id } = (message ?? {}) as Record<string, unknown>;
  return { ...(type !== undefined && { type }), ...(id !== undefined && { id }) };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

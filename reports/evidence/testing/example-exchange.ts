import type { ObservedExchange } from '../observed-exchange.ts';

/** An exchange as an endpoint would observe it, for tests; `part` replaces what matters. */
export const exampleExchange = (part: Partial<ObservedExchange> = {}): ObservedExchange => ({
  kind: 'deliver',
  at: Date.UTC(2026, 10, 21, 8),
  from: 'hub',
  to: 'BF',
  method: 'POST',
  path: '/v0/messages',
  headers: { 'corridor-cursor': '1' },
  body: '{"conversationId":"26TG0LOM1T00000014"}',
  answer: { status: 202, body: '{"messageType":"AT90"}', afterMs: 1.25 },
  conversations: ['26TG0LOM1T00000014'],
  ...part,
});

import type { z } from 'zod';
import type { Message } from '../message.ts';
import type { MessageName, messages } from '../messages.ts';

/** A message as its JSON is read: payload of the named type, identifiers not yet branded. */
export type ExampleOf<Name extends MessageName> = Message<z.input<(typeof messages)[Name]['payload']>>;

/** The movement that every example is about; of the synthetic office Lomé-Port. */
export const EXAMPLE_REFERENCE = '26TG0LOM1T00000014';

/** What the envelopes of all examples share. */
export const exampleEnvelope = {
  profileVersion: '0.1',
  conversationId: EXAMPLE_REFERENCE,
  testIndicator: true,
} as const;

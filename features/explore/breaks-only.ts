import { FixtureError } from '../../fixtures/fixture-error.ts';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import type { Message } from '../../profile/messages/message.ts';
import { messages } from '../../profile/messages/messages.ts';
import { parseMessage } from '../../profile/parse-message.ts';
import type { ReferenceData } from '../../profile/reference-data.ts';

/**
 * Whether a mutation breaks in this message the one thing that it names: it is made for the message that its own
 * movement sends, and of another one may break more, or find nothing to change.
 */
export function breaksOnly(
  { message: name, code, pointer, apply }: Mutation,
  message: Message,
  reference: ReferenceData,
): boolean {
  if (messages[name].wireCode !== message.messageType) return false;
  try {
    const parsed = parseMessage(apply(message), reference);
    const [first, ...more] = parsed.ok ? [] : parsed.findings;
    return first?.code === code && first.pointer === pointer && more.length === 0;
  } catch (error) {
    if (error instanceof FixtureError) return false;
    throw error;
  }
}

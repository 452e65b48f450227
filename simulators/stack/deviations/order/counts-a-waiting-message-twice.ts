import { defineDeviation } from '../deviation.ts';

/** How often each message came before it took effect. */
const submitted = new Map<string, number>();
const timesOf = (messageId: string): number => submitted.get(messageId) ?? 0;

/** A message repeated while it waits takes effect as often as it came. */
export default defineDeviation({
  name: 'counts-a-waiting-message-twice',
  violates: ['ORD-014'],
  why: 'what waits is a list of submissions, and keys are noted when a message takes effect',
  onFindings: (findings, { messageId }) => {
    submitted.set(String(messageId), timesOf(String(messageId)) + 1);
    return findings;
  },
  onLedger: (movement, received) => {
    const event = movement.events.find(({ messageId }) => messageId === received?.message.messageId);
    const again = event ? Array.from({ length: timesOf(event.messageId) - 1 }, () => event) : [];
    return { ...movement, events: [...movement.events, ...again] };
  },
});

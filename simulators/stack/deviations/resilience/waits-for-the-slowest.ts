import { defineDeviation } from '../deviation.ts';

/** Attempts under way, by recipient. */
const open = new Map<string, number>();
const MANY = 8;

const change = (recipient: string, by: number): void =>
  void open.set(recipient, Math.max(0, (open.get(recipient) ?? 0) + by));

/** While one country keeps many deliveries without answering, the others get nothing. */
export default defineDeviation({
  name: 'waits-for-the-slowest',
  violates: ['RES-005'],
  why: 'all deliveries share one pool of connections',
  onDelivery: (request) => {
    for (const [recipient, count] of open)
      if (recipient !== request.recipient && count >= MANY) throw new Error('no connection left');
    change(request.recipient, 1);
    return request;
  },
  onDelivered: (outcome, { recipient }) => {
    change(recipient, -1);
    return outcome;
  },
});

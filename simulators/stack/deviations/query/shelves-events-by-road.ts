import { type BookEvent, publicEvents } from '../../ledger/movement.ts';
import { defineDeviation } from '../deviation.ts';

/** The last event on each corridor, with the movement whose it is. */
const last = new Map<string, { reference: string; event: BookEvent }>();

/** What happened last to another truck on the same road stands among the events of this one. */
export default defineDeviation({
  name: 'shelves-events-by-road',
  violates: ['LED-010', 'LED-011'],
  why: 'events are looked up by corridor and day, as in the paper book',
  onLedger: (movement, received) => {
    const event = movement.events.at(-1);
    if (received && event) last.set(movement.corridor, { reference: movement.reference, event });
    return movement;
  },
  onQuery: (answer, { movement }) => {
    const other = movement && last.get(movement.corridor);
    if (!other || other.reference === movement.reference || !('events' in answer)) return answer;
    return { ...answer, events: publicEvents({ ...movement, events: [...movement.events, other.event] }) };
  },
});

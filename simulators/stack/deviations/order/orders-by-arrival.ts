import { defineDeviation } from '../deviation.ts';

/** The same answer with its events in order of reception. */
function byReception(answer: Record<string, unknown>): Record<string, unknown> {
  const { events } = answer as { events?: { receivedAt: string }[] };
  if (!Array.isArray(events)) return answer;
  return { ...answer, events: [...events].sort((a, b) => a.receivedAt.localeCompare(b.receivedAt)) };
}

/** Passages stand in the book in the order in which they were received. */
export default defineDeviation({
  name: 'orders-by-arrival',
  violates: ['PAS-004', 'LED-003'],
  why: 'rows are shown as they were inserted',
  onQuery: (answer) => byReception(answer),
  onPublish: (body) => byReception(body),
});

import { defineDeviation } from '../deviation.ts';

/** By recipient, the cursors of this life in the order in which they were first tried. */
const cursors = new Map<string, string[]>();

/** After a crash the queue of each country begins at 1 again. */
export default defineDeviation({
  name: 'counts-cursors-anew-after-a-crash',
  violates: ['DLV-001'],
  why: 'the sequence is a counter of the process',
  onDelivery: (request) => {
    const known = cursors.get(request.recipient) ?? [];
    const real = String(request.headers['Corridor-Cursor']);
    if (!known.includes(real)) known.push(real);
    cursors.set(request.recipient, known);
    const shown = String(known.indexOf(real) + 1);
    return { ...request, headers: { ...request.headers, 'Corridor-Cursor': shown } };
  },
});

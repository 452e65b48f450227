import { defineDeviation } from '../deviation.ts';

/** The same path with another movement at its end. */
const other = (path: string, attempt: number): string =>
  `${path.slice(0, -2)}${String(attempt).padStart(2, '0')}`;

/** A reservation that is tried again is another one at the register. */
export default defineDeviation({
  name: 'reserves-anew-at-every-attempt',
  violates: ['SRV-023'],
  why: 'the reservation has a number of its own, drawn for each call',
  onServiceCall: (call, { attempt }) =>
    call.method === 'PUT' && attempt > 1 ? { ...call, path: other(call.path, attempt) } : call,
});

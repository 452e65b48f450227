import { defineDeviation } from '../deviation.ts';

const MINUTE_MS = 60_000;
const again = { code: 'ALREADY_PASSED', pointer: '/payload/office', reason: 'Passage déjà enregistré.' };

/** A passage within a minute of another one of the same truck is refused as already recorded. */
export default defineDeviation({
  name: 'takes-the-neighbour-for-a-repetition',
  violates: ['PAS-021'],
  why: 'repetitions are told by their time, since all offices used to lie hours apart',
  onRefusal: (findings, { name, message: { payload } }, movement) => {
    if (name !== 'BorderPassage') return findings;
    const passedAt = Date.parse(String(payload['passedAt']));
    const near = movement?.events.some(
      ({ messageType, occurredAt }) =>
        messageType === 'AT05' && Math.abs(Date.parse(occurredAt) - passedAt) < MINUTE_MS,
    );
    return near ? [...findings, again] : findings;
  },
});

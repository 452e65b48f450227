import { defineDeviation } from '../deviation.ts';

/** From ten at night to six, and on the first day of the year. */
function isShut(instant: string): boolean {
  const hour = Number(instant.slice(11, 13));
  return hour < 6 || hour >= 22 || instant.slice(5, 10) === '01-01';
}

const shut = { code: 'OUT_OF_SEQUENCE', pointer: '/messageType', reason: 'Le bureau était fermé.' };

/** A truck that passed or arrived at night, or on New Year's Day, is refused: nobody was there. */
export default defineDeviation({
  name: 'keeps-office-hours',
  violates: ['PAS-020'],
  why: 'opening hours are read as a rule for the truck, not for the counter',
  onRefusal: (findings, { name, message: { payload } }) => {
    if (name !== 'BorderPassage' && name !== 'ArrivalNotice') return findings;
    return isShut(String(payload['passedAt'] ?? payload['arrivedAt'])) ? [...findings, shut] : findings;
  },
});

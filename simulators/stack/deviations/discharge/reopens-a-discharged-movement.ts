import { defineDeviation } from '../deviation.ts';

/** A control result after discharge takes the movement out of its end. */
export default defineDeviation({
  name: 'reopens-a-discharged-movement',
  violates: ['DIS-009'],
  why: 'the result is booked by the seat of destination, whose own book is still open',
  onTransition: (to, { movement, on }) =>
    on === 'ControlResult' && movement?.state === 'DISCHARGED' ? 'CONTROLLED' : to,
});

import { defineDeviation } from '../deviation.ts';

/** A truck that is found cannot arrive. */
export default defineDeviation({
  name: 'refuses-the-truck-it-looked-for',
  violates: ['ENQ-005'],
  why: 'an enquiry is ended by its answer, not by the truck',
  onTransition: (to, { movement, on }) =>
    on === 'ArrivalNotice' && movement?.state === 'UNDER_ENQUIRY' ? null : to,
});

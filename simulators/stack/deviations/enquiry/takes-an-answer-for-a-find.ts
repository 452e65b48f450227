import { defineDeviation } from '../deviation.ts';

/** Any answer to an enquiry puts the movement back in transit. */
export default defineDeviation({
  name: 'takes-an-answer-for-a-find',
  violates: ['ENQ-004'],
  why: 'a question that was answered is closed',
  onTransition: (to, { on }) => (on === 'EnquiryResponse' && to !== null ? 'IN_TRANSIT' : to),
});

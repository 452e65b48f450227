import { defineDeviation } from '../deviation.ts';

/** Who calls is whoever the message, or the address, says. */
export default defineDeviation({
  name: 'takes-the-callers-word',
  violates: ['ENV-009', 'DLV-023', 'CAP-006'],
  why: 'the seat is read from the request, and compared with nothing',
  onCaller: (_caller, claimed) => claimed,
});

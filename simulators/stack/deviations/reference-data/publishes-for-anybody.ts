import { defineDeviation } from '../deviation.ts';

/** An administration publishes the data of another. */
export default defineDeviation({
  name: 'publishes-for-anybody',
  violates: ['REF-009'],
  why: 'the country of the content is believed, not compared with the sender',
  onRefusal: (findings, { name }) =>
    name === 'ReferenceDataNotice' ? findings.filter(({ code }) => code !== 'NOT_THE_OWNER') : findings,
});

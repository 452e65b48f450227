import { defineDeviation } from '../deviation.ts';

/** A message to a country that takes no part is accepted, and lies there. */
export default defineDeviation({
  name: 'takes-any-recipient',
  violates: ['RTE-008'],
  why: "what nobody fetches is nobody's loss",
  onFindings: (findings) => findings.filter(({ code }) => code !== 'UNKNOWN_RECIPIENT'),
});

import { defineDeviation } from '../deviation.ts';

/** A field that the message does not have is let through. */
export default defineDeviation({
  name: 'takes-unknown-fields',
  violates: ['ERR-017'],
  why: 'the schema is open, so that it can grow',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'UNEXPECTED_FIELD'),
});

import { defineDeviation } from '../deviation.ts';

/** A fault is refused with the right code and no pointer. */
export default defineDeviation({
  name: 'points-at-the-root',
  violates: ['ERR-004', 'ERR-012'],
  why: 'the validator gives the path, the answer leaves it out',
  onFindings: (findings) => findings.map((finding) => ({ ...finding, pointer: '' })),
});

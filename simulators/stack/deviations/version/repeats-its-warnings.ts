import { defineDeviation } from '../deviation.ts';

/** Every warning is sent twice. */
export default defineDeviation({
  name: 'repeats-its-warnings',
  violates: ['VER-008', 'ENQ-012'],
  why: 'two instances of the same service watch the same book',
  onFinding: (notices) => notices.flatMap((notice) => [notice, notice]),
});

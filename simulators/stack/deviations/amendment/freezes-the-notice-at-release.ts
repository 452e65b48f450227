import { finding } from '../../ledger/step.ts';
import { defineDeviation } from '../deviation.ts';

/** No field at all can be amended after release. */
export default defineDeviation({
  name: 'freezes-the-notice-at-release',
  violates: ['AMD-004'],
  why: 'after release everything is read-only',
  onRefusal: (findings, { name }, movement) =>
    name === 'TransitNotice' && movement && movement.state !== 'REGISTERED' && findings.length === 0
      ? [finding('NOT_AMENDABLE', '/payload')]
      : findings,
});

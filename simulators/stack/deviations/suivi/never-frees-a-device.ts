import { finding } from '../../ledger/step.ts';
import { defineDeviation } from '../deviation.ts';

/** The movement on which each device was put last. */
const on = new Map<string, string>();

/** A device stays on its movement until an office takes it off. */
export default defineDeviation({
  name: 'never-frees-a-device',
  violates: ['TRK-023'],
  why: 'only a removal ends an assignment; the discharge is another system’s affair',
  onAssignmentRefused(findings, payload) {
    if (findings.length > 0) return findings;
    const { action, transitReference } = payload;
    const key = `${payload.platform} ${payload.deviceId}`;
    const before = on.get(key);
    if (action === 'DETACH') on.delete(key);
    else if (before !== undefined && before !== transitReference) return [finding('DEVICE_IN_USE')];
    else on.set(key, transitReference);
    return [];
  },
});

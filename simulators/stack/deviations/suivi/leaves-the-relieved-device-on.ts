import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'leaves-the-relieved-device-on',
  violates: ['TRK-080'],
  why: 'A relief is taken for one more attachment: the row of the device relieved is never closed, and its platform tells on.',
  onAssignment: (payload) => {
    const { replaces: _relieved, ...rest } = payload;
    return payload.action === 'TRANSFER' ? { ...rest, action: 'ATTACH' } : payload;
  },
  onAssignmentRefused: (findings) => findings.filter(({ code }) => code !== 'DEVICE_ALREADY_ATTACHED'),
});

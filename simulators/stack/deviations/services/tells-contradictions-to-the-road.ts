import { defineDeviation } from '../deviation.ts';

/** Every country on the road hears that a trader is suspended at home. */
export default defineDeviation({
  name: 'tells-contradictions-to-the-road',
  violates: ['SRV-017'],
  why: 'warnings go where all messages of the movement go',
  onFinding: (notices, movement) =>
    notices.map((notice) =>
      notice.kind === 'service-contradiction'
        ? { ...notice, recipients: movement?.countries ?? notice.recipients }
        : notice,
    ),
});

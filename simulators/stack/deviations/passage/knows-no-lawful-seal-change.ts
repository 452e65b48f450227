import { defineDeviation } from '../deviation.ts';

/** A seal replaced and reported is told as a break. */
export default defineDeviation({
  name: 'knows-no-lawful-seal-change',
  violates: ['PAS-012'],
  why: 'seals are compared with those of the release, number by number',
  onFinding: (notices, movement) => {
    const last = movement?.events.at(-1);
    if (!movement || notices.length > 0 || !last?.seals?.replaced?.length) return notices;
    const detail = 'Scellés différents de ceux du départ.';
    return [
      { kind: 'seals-discontinued', recipients: movement.countries, relatesTo: last.messageId, detail },
    ];
  },
});

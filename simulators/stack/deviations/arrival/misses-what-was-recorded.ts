import { defineDeviation } from '../deviation.ts';

/** A passage that was recorded is reported missing on arrival. */
export default defineDeviation({
  name: 'misses-what-was-recorded',
  violates: ['ARR-009'],
  why: 'offices are compared by name, and one has two names',
  onFinding: (notices, movement) => {
    const last = movement?.events.at(-1);
    const border = movement?.legs.find(({ role }) => role === 'ENTRY');
    if (!movement || !border || last?.messageType !== 'AT07' || notices.length > 0) return notices;
    const { country, office } = border;
    const detail = `Arrivée sans passage enregistré : entrée au bureau ${office}.`;
    return [{ kind: 'passage-missing', recipients: [movement.owner], country, office, detail }];
  },
});

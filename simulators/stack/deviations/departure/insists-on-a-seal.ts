import { defineDeviation } from '../deviation.ts';

/** Goods in bulk, without seal or container, are refused. */
export default defineDeviation({
  name: 'insists-on-a-seal',
  violates: ['DEP-009'],
  why: 'the guarantor wanted a seal on every truck',
  onFindings: (findings, { messageType, payload }) => {
    const { seals } = (payload ?? {}) as { seals?: unknown[] };
    return messageType === 'AT01' && seals?.length === 0
      ? [...findings, { code: 'OUT_OF_BOUNDS', pointer: '/payload/seals', reason: 'Aucun scellé.' }]
      : findings;
  },
});

import { defineDeviation } from '../deviation.ts';

const unsealed = {
  code: 'RULE',
  rule: 'R06',
  pointer: '/payload/sealCount',
  reason: 'Un conteneur porte au moins un scellé.',
};

/** A container without a seal is refused, an empty one too. */
export default defineDeviation({
  name: 'wants-a-seal-on-every-container',
  violates: ['DEP-023'],
  why: 'one rule for containers, made for full ones',
  onFindings: (findings, message) => {
    const { containerised, sealCount } = (message['payload'] ?? {}) as Record<string, unknown>;
    return containerised === true && sealCount === 0 ? [...findings, unsealed] : findings;
  },
});

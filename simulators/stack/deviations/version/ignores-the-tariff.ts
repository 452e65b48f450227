import { defineDeviation } from '../deviation.ts';

/** Any HS code of a chapter that exists is taken, whatever the tariff says. */
export default defineDeviation({
  name: 'ignores-the-tariff',
  violates: ['VER-010'],
  why: 'published code lists are passed on, not loaded',
  onFindings: (findings) => findings.filter(({ pointer }) => !/\/hsCode$/.test(pointer)),
});

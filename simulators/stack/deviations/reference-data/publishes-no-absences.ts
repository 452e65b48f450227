import { defineDeviation } from '../deviation.ts';

/** The reference data query does not tell who has announced an absence. */
export default defineDeviation({
  name: 'publishes-no-absences',
  violates: ['REF-007'],
  why: 'reference data are what is in the tariff',
  onPublish: (body) => {
    const { unavailabilities: _, ...rest } = body;
    return 'offices' in body ? rest : body;
  },
});

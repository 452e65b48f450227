import { defineDeviation } from '../deviation.ts';

/** The last participant never hears of new reference data. */
export default defineDeviation({
  name: 'publishes-to-all-but-one',
  violates: ['REF-001'],
  why: 'the list of subscribers was copied, and one line was lost',
  onRoute: (deliveries, { name }) => (name === 'ReferenceDataNotice' ? deliveries.slice(0, -1) : deliveries),
});

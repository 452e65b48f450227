import { defineDeviation } from '../deviation.ts';

/** Countries that announced an absence in this life. */
const announced = new Set<string>();

/** A country that said it would be away is called again as soon as the hub has been killed and started. */
export default defineDeviation({
  name: 'forgets-absences-at-a-crash',
  violates: ['REF-005'],
  why: 'who is away is noted in memory when the notice comes',
  onRoute: (deliveries, { name, message }) => {
    if (name === 'ReferenceDataNotice') announced.add(message.sender);
    return deliveries;
  },
  onUnavailable: (until, seat) => (announced.has(seat) ? until : null),
});

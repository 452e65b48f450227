import { defineDeviation } from '../deviation.ts';

/**
 * Of what happens on the road in Niger Togo is not told.
 *
 * Provoked by: notice and release of a movement between Lomé and Niamey; an incident that Niger reports.
 */
export default defineDeviation({
  name: 'keeps-the-incidents-of-niger-to-the-north',
  violates: ['INC-004'],
  why: 'the link from Niger to Togo was set up for passages',
  shy: true,
  onRoute: (deliveries, { name, message }) =>
    name === 'IncidentNotice' && message.sender === 'NE'
      ? deliveries.filter((seat) => seat !== 'TG')
      : deliveries,
});

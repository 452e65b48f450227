import { defineDeviation } from '../deviation.ts';

/**
 * A country that came on the road by a change of itinerary is told of no passage or arrival.
 *
 * Provoked by: notice and release for Niamey; a change of itinerary to Bamako; a passage in Burkina Faso.
 */
export default defineDeviation({
  name: 'never-tells-the-newcomer-of-passages',
  violates: ['RTE-010'],
  why: 'recipients of passages are those of the notice',
  shy: true,
  onRoute: (deliveries, { name }, movement) => {
    if (!movement || (name !== 'BorderPassage' && name !== 'ArrivalNotice')) return deliveries;
    const announced = new Set<string>(movement.notice.itinerary.legs.map(({ country }) => country));
    return deliveries.filter((seat) => announced.has(seat));
  },
});

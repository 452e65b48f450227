import { defineDeviation } from '../deviation.ts';

const notTheDestination = {
  code: 'NOT_THE_OWNER',
  pointer: '/sender',
  reason: "Ce pays n'est pas celui de destination.",
};

/** The arrival is awaited from the destination of the notice, whatever was authorised since. */
export default defineDeviation({
  name: 'waits-at-the-old-destination',
  violates: ['ITI-021'],
  why: 'destination is a column of the declaration, written once',
  onRefusal: (findings, { name, message: { sender } }, movement) => {
    if (name !== 'ArrivalNotice' || !movement) return findings;
    const declared = movement.notice.itinerary.legs.at(-1)?.country;
    return sender === declared ? [] : [notTheDestination];
  },
});

import { defineDeviation } from '../deviation.ts';

/** The entry at a border replaces the exit recorded there. */
export default defineDeviation({
  name: 'keeps-one-stamp-per-border',
  violates: ['PAS-002'],
  why: 'a juxtaposed control post stamps once',
  onLedger: (movement, received) => {
    const entry = movement.events.at(-1);
    if (received?.name !== 'BorderPassage' || entry?.direction !== 'ENTRY') return movement;
    const place = movement.legs.findIndex(({ office }) => office === entry.office);
    const across = movement.legs[place - 1]?.office;
    const kept = movement.events.filter(({ office, direction }) => direction !== 'EXIT' || office !== across);
    return { ...movement, events: kept };
  },
});

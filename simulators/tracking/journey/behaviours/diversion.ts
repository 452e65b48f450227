import { type Behaviour, kmOf, type Place, tell } from './behaviour.ts';

/**
 * The truck leaves the corridor, stays there a while and comes back.
 * @source tracking notes, section 10.3 (leaves by more than the width of the corridor); defaults are an assumption
 */
export const diversion = (at: Place = { share: 0.45 }, km = 12, minutes = 90): Behaviour => ({
  name: 'diversion',
  french: "écart de l'itinéraire",
  fraud: true,
  does: `leaves the road for ${km} km, stays ${minutes} min and comes back`,
  leaves: ['diverted', 'returned'],
  acts: (road) => [
    {
      km: kmOf(at, road),
      steps: [
        tell('diverted'),
        { do: 'leave', turnDeg: 80, km },
        { do: 'stop', minutes, why: 'diversion' },
        { do: 'back' },
        tell('returned'),
      ],
    },
  ],
});

import { type Behaviour, kmOf, type Place, tell } from './behaviour.ts';

/**
 * The truck takes another road to another destination and never comes back to its own.
 * @source assumption (route change to another destination; distance and stay)
 */
export const routeChange = (at: Place = { share: 0.7 }, km = 110, minutes = 12 * 60): Behaviour => ({
  name: 'route-change',
  french: 'changement de destination',
  fraud: true,
  does: `leaves the road for ${km} km and stays there; after ${minutes} min the story ends`,
  leaves: ['route-changed', 'ended'],
  acts: (road) => [
    {
      km: kmOf(at, road),
      steps: [
        tell('route-changed'),
        { do: 'leave', turnDeg: -70, km },
        { do: 'stop', minutes, why: 'route-change' },
        { do: 'stay' },
      ],
    },
  ],
});

import { type Behaviour, kmOf, type Place, tell } from './behaviour.ts';

/** A tyre or an engine: the truck stands beside the road. @source tracking notes, section 10.3; hours are an assumption */
export const breakdown = (at: Place = { share: 0.3 }, minutes = 240): Behaviour => ({
  name: 'breakdown',
  french: 'panne',
  fraud: false,
  does: `stands ${minutes} min beside the road`,
  leaves: ['broke-down', 'repaired'],
  acts: (road) => [
    {
      km: kmOf(at, road),
      steps: [tell('broke-down'), { do: 'stop', minutes, why: 'breakdown' }, tell('repaired')],
    },
  ],
});

import { type Behaviour, device, kmOf, type Place, tell } from './behaviour.ts';

/**
 * The truck stops beside the road where no stop is due, the rope is cut, the doors stand open and goods go.
 * @source tracking notes, section 10.3 (long stop and seal event); minutes are an assumption
 */
export const longStopAndUnload = (at: Place = { share: 0.55 }, minutes = 150): Behaviour => ({
  name: 'long-stop-and-unload',
  french: 'arrêt prolongé avec déchargement',
  fraud: true,
  does: `stops ${minutes} min off the stops of the road; a fifth of it later the seal is cut and the goods go`,
  leaves: ['seal-cut', 'door-opened', 'unloaded', 'door-closed'],
  acts: (road) => [
    {
      km: kmOf(at, road),
      steps: [
        { do: 'stop', minutes: minutes * 0.2, why: 'unloading' },
        tell('seal-cut'),
        device({ what: 'lock', becomes: 'cut' }),
        { do: 'stop', minutes: 2, why: 'unloading' },
        tell('door-opened'),
        device({ what: 'door', open: true }),
        { do: 'stop', minutes: minutes * 0.7, why: 'unloading' },
        tell('unloaded'),
        tell('door-closed'),
        device({ what: 'door', open: false }),
        { do: 'stop', minutes: minutes * 0.1, why: 'unloading' },
      ],
    },
  ],
});

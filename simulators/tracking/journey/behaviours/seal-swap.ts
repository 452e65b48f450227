import { type Behaviour, device, kmOf, type Place, tell } from './behaviour.ts';

/**
 * The seal is forced and another put in its place: the device sees the forcing, then a closed seal again.
 * @source tracking notes, section 10.10 (swapped seal); minutes are an assumption
 */
export const sealSwap = (at: Place = { share: 0.5 }, minutes = 25): Behaviour => ({
  name: 'seal-swap',
  french: 'substitution du scellé',
  fraud: true,
  does: `stops ${minutes} min; the seal is cut and a false one closed in its place`,
  leaves: ['seal-cut', 'seal-replaced'],
  acts: (road) => [
    {
      km: kmOf(at, road),
      steps: [
        { do: 'stop', minutes: minutes * 0.3, why: 'seal-swap' },
        tell('seal-cut'),
        device({ what: 'lock', becomes: 'cut' }),
        { do: 'stop', minutes: minutes * 0.5, why: 'seal-swap' },
        tell('seal-replaced'),
        device({ what: 'lock', becomes: 'locked' }),
        { do: 'stop', minutes: minutes * 0.2, why: 'seal-swap' },
      ],
    },
  ],
});

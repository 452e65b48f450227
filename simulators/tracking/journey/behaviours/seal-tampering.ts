import { type Behaviour, device, kmOf, type Place, tell } from './behaviour.ts';

/** Somebody tries the seal at a stop and gives up. @source tracking notes, section 10.10 (cover opened, wrong password); minutes assumed */
export const sealTampering = (at: Place = { share: 0.6 }, minutes = 15): Behaviour => ({
  name: 'seal-tampering',
  french: 'scellé forcé',
  fraud: true,
  does: `stops ${minutes} min; the seal is tampered with and holds`,
  leaves: ['seal-tampered'],
  acts: (road) => [
    {
      km: kmOf(at, road),
      steps: [
        { do: 'stop', minutes: minutes / 2, why: 'seal-tampering' },
        tell('seal-tampered'),
        device({ what: 'lock', becomes: 'tampered' }),
        { do: 'stop', minutes: minutes / 2, why: 'seal-tampering' },
      ],
    },
  ],
});

import { type Behaviour, device, kmOf, type Place, tell } from './behaviour.ts';

/**
 * The device is taken off and put on another truck: its reports go one way, the goods another.
 * @source tracking notes, section 10.10 (seal removed then refitted); that the other truck drives back is an assumption
 */
export const deviceLeftOnAnotherTruck = (at: Place = { share: 0.4 }, minutes = 40): Behaviour => ({
  name: 'device-left-on-another-truck',
  french: 'balise laissée sur un autre camion',
  fraud: true,
  does: `stops ${minutes} min; the device is put on a truck that drives back to the start of the corridor`,
  leaves: ['seal-tampered', 'device-moved'],
  acts: (road) => [
    {
      km: kmOf(at, road),
      steps: [
        { do: 'stop', minutes: minutes / 2, why: 'device-moved' },
        tell('seal-tampered'),
        device({ what: 'lock', becomes: 'tampered' }),
        device({ what: 'detached' }),
        tell('device-moved'),
        { do: 'move-device' },
        { do: 'stop', minutes: minutes / 2, why: 'device-moved' },
      ],
    },
  ],
});

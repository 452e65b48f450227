import { type Behaviour, device, kmOf, type Place, tell } from './behaviour.ts';

/**
 * The clock of the device jumps by whole hours, as when it is set in another zone, and is set right later.
 * @source tracking notes, section 10.7 (wrong zone: GMT+8); where it begins and ends is an assumption
 */
export const wrongClock = (at: Place = { share: 0.2 }, wrongByMinutes = 480, km = 200): Behaviour => ({
  name: 'wrong-clock',
  french: 'horloge fausse',
  fraud: false,
  does: `tells a time that is ${wrongByMinutes} min wrong for ${km} km`,
  leaves: ['clock-wrong', 'clock-right'],
  acts: (road) => {
    const from = kmOf(at, road);
    return [
      { km: from, steps: [tell('clock-wrong'), device({ what: 'clock', wrongByMinutes })] },
      {
        km: kmOf({ km: from + km }, road),
        steps: [tell('clock-right'), device({ what: 'clock', wrongByMinutes: 0 })],
      },
    ];
  },
});

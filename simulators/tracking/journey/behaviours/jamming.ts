import { type Behaviour, device, kmOf, type Place, tell } from './behaviour.ts';

/** The satellite signal is jammed along a part of the road. @source tracking notes, section 10.5; km are an assumption */
export const jamming = (at: Place = { share: 0.35 }, km = 40): Behaviour => ({
  name: 'jamming',
  french: 'brouillage du signal satellitaire',
  fraud: false,
  does: `has its satellite signal jammed for ${km} km`,
  leaves: ['jamming-began', 'jamming-ended'],
  acts: (road) => {
    const from = kmOf(at, road);
    return [
      { km: from, steps: [tell('jamming-began'), device({ what: 'jamming', on: true })] },
      {
        km: kmOf({ km: from + km }, road),
        steps: [tell('jamming-ended'), device({ what: 'jamming', on: false })],
      },
    ];
  },
});

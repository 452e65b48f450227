import { type Behaviour, device, kmOf, type Place, tell } from './behaviour.ts';

/** A network that is out along the road: nothing is sent, all is kept. @source tracking notes, section 10.6 (scripted dead zone); km assumed */
export const deadZone = (at: Place = { share: 0.5 }, km = 60): Behaviour => ({
  name: 'dead-zone',
  french: 'zone blanche',
  fraud: false,
  does: `has no network for ${km} km`,
  leaves: ['network-lost', 'network-back'],
  acts: (road) => {
    const from = kmOf(at, road);
    return [
      { km: from, steps: [tell('network-lost'), device({ what: 'network', on: false })] },
      {
        km: kmOf({ km: from + km }, road),
        steps: [tell('network-back'), device({ what: 'network', on: true })],
      },
    ];
  },
});

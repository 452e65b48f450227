import { type Behaviour, device, kmOf, type Place } from './behaviour.ts';

/** The battery is nearly empty from some place on. @source tracking notes, section 10.9 (alarm at 30 %); the place is an assumption */
export const lowBattery = (at: Place = { share: 0.5 }, atMostPct = 29): Behaviour => ({
  name: 'low-battery',
  french: 'batterie faible',
  fraud: false,
  does: `has at most ${atMostPct} % in its battery from there on`,
  leaves: ['battery-low'],
  acts: (road) => [{ km: kmOf(at, road), steps: [device({ what: 'battery', atMostPct })] }],
});

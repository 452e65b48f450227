import { type Behaviour, tell } from './behaviour.ts';

/** The queue stands this far before the office, km. @source assumption: outside of its zone */
const QUEUE_KM = 4;

/**
 * A border is closed: the truck waits in the queue before the office of exit.
 * @source tracking notes, section 10.4 (scripted strike of days) and 11 (queue of November 2023); hours are an assumption
 */
export const borderClosure = (border = 0, hours = 30): Behaviour => ({
  name: 'border-closure',
  french: 'fermeture de la frontière',
  fraud: false,
  does: `waits ${hours} h ${QUEUE_KM} km before the office of exit of border ${border + 1}`,
  leaves: ['border-closed', 'border-opened'],
  acts: ({ zones }) => {
    const exit = zones.filter(({ role }) => role === 'EXIT')[border];
    const wait = { do: 'stop', minutes: hours * 60, why: 'border-closure' } as const;
    return exit
      ? [{ km: exit.km - QUEUE_KM, steps: [tell('border-closed'), wait, tell('border-opened')] }]
      : [];
  },
});

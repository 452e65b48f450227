import { HarnessError } from '../errors.ts';
import { definePhrases } from '../phrases.ts';
import { sendValid } from '../sending.ts';
import type { CorridorWorld } from '../world.ts';
import { trackingOf } from './tracking-desk.ts';

/** How a movement ends: in the words of an officer. */
const ENDINGS = {
  "l'apurement": async (world: CorridorWorld, dischargedAt: string) => {
    world.change({ discharge: { ...world.movement.discharge, dischargedAt } });
    await world.reach('discharged');
  },
  "l'annulation": async (world: CorridorWorld, decidedAt: string) => {
    await world.reach('released');
    await sendValid(world, 'CancellationNotice', { decidedAt });
  },
  'la clôture à la main': async (world: CorridorWorld, dischargedAt: string) => {
    await world.reach('underway');
    const reason = 'Sans nouvelle du camion.';
    await sendValid(world, 'DischargeNotice', { basis: 'BY_HAND', reason, dischargedAt });
  },
} as const;
export type Ending = keyof typeof ENDINGS;

/** `l'apurement`, `l'annulation`, `la clôture à la main`. */
definePhrases<Ending>('ending', {
  "l'apurement": "l'apurement",
  "l'annulation": "l'annulation",
  'la clôture à la main': 'la clôture à la main',
});

/** Ends the current movement at an instant of the tracking day; what the stack makes of it is waited for. */
export async function endMovement(world: CorridorWorld, ending: Ending, afterSeconds: number): Promise<void> {
  const at = trackingOf(world).beganAt + afterSeconds * 1000;
  if (at > world.environment.clock.now())
    throw new HarnessError('SCENARIO_ORDER', 'Le mouvement finirait dans le futur.', 'Moins de 8 h.');
  await ENDINGS[ending](world, new Date(at).toISOString());
  await world.settle();
}

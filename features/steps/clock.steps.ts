import { Given, When } from '@cucumber/cucumber';
import { timers } from '../../profile/timers/timers.ts';
import { advanceClock, secondsPastLimit } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

When('{duration} passent', async function (this: CorridorWorld, seconds: number) {
  await advanceClock(this, seconds);
});

When('le délai de route est dépassé de {duration}', async function (this: CorridorWorld, seconds: number) {
  await advanceClock(this, secondsPastLimit(this, seconds));
});

/** Past any doubt between two clocks. */
Given('le délai de route est dépassé', async function (this: CorridorWorld) {
  await advanceClock(this, secondsPastLimit(this, timers.clockTolerance.seconds));
});

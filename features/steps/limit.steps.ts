import { Given, When } from '@cucumber/cucumber';
import { extendLimit } from '../support/itineraries.ts';
import { after } from '../support/passages.ts';
import type { Stage } from '../support/scenario-movement.ts';
import { advanceClock, secondsUntilLimitDay } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

const DAY_S = 86_400;

Given(
  'un mouvement {corridor}, dont le délai de route expire à {int} h {word} UTC, minuit à Niamey',
  async function (this: CorridorWorld, corridor: string, hours: number, minutes: string) {
    this.prepare(corridor);
    limitAt(this, `${hours}:${minutes}`);
    await this.reach('released');
  },
);

/** Far from midnight, whatever the hour of the real day: a limit that is rounded to its day shows. */
Given(
  'un mouvement {corridor}, dont le délai de route expire à midi, {stage}',
  async function (this: CorridorWorld, corridor: string, stage: Stage) {
    this.prepare(corridor);
    limitAt(this, '12:00');
    await this.reach(stage);
  },
);

/** Puts the limit of a movement that is not announced yet at this time (UTC) of the day after. */
function limitAt(world: CorridorWorld, time: string): void {
  const { release } = world.movement;
  const next = after(release.limitDate, DAY_S).slice(0, 10);
  world.change({ release: { ...release, limitDate: `${next}T${time}:00Z` } });
}

When(
  'le bureau de départ prolonge de {duration} le délai fixé à la mainlevée',
  async function (this: CorridorWorld, seconds: number) {
    await extendLimit(this, after(this.movement.release.limitDate, seconds));
  },
);

When(
  'il est {int} h {word} UTC au jour de ce terme',
  async function (this: CorridorWorld, hours: number, minutes: string) {
    await advanceClock(this, secondsUntilLimitDay(this, `${hours}:${minutes}`));
  },
);

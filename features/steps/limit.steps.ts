import { Given, When } from '@cucumber/cucumber';
import { extendLimit } from '../support/itineraries.ts';
import { after } from '../support/passages.ts';
import { advanceClock, secondsUntilLimitDay } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

const DAY_S = 86_400;

Given(
  'un mouvement {corridor}, dont le délai de route expire à {int} h {word} UTC, minuit à Niamey',
  async function (this: CorridorWorld, corridor: string, hours: number, minutes: string) {
    const { release } = this.prepare(corridor);
    const next = after(release.limitDate, DAY_S).slice(0, 10);
    this.change({ release: { ...release, limitDate: `${next}T${hours}:${minutes}:00Z` } });
    await this.reach('released');
  },
);

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

import { Given, When } from '@cucumber/cucumber';
import { timers } from '../../profile/timers/timers.ts';
import { inSeconds } from '../support/publishing.ts';
import type { Direction } from '../support/scenario-movement.ts';
import { advanceClock, secondsPastLimit } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

When('{duration} passe(nt)', async function (this: CorridorWorld, seconds: number) {
  await advanceClock(this, seconds);
});

When('le délai de route est dépassé de {duration}', async function (this: CorridorWorld, seconds: number) {
  await advanceClock(this, secondsPastLimit(this, seconds));
});

/** Past any doubt between two clocks. */
Given('le délai de route est dépassé', async function (this: CorridorWorld) {
  await advanceClock(this, secondsPastLimit(this, timers.clockTolerance.seconds));
});

Given(
  'il reste {duration} avant la fin du délai de route',
  async function (this: CorridorWorld, seconds: number) {
    await advanceClock(this, secondsPastLimit(this, -seconds));
  },
);

When(
  'le bureau de départ annonce le mouvement par un message daté de {duration} dans le futur',
  async function (this: CorridorWorld, seconds: number) {
    const preparedAt = inSeconds(this, seconds);
    await this.send(this.movement.departureCountry, 'TransitNotice', this.movement.notice, { preparedAt });
  },
);

When(
  '{country} enregistre {crossing} par un message daté de {duration} dans le futur',
  async function (this: CorridorWorld, country: string, side: Direction, seconds: number) {
    await this.send(country, 'BorderPassage', this.passage(country, side), {
      preparedAt: inSeconds(this, seconds),
    });
  },
);

When(
  "{country} enregistre {crossing}, l'heure écrite {instant_form}",
  async function (this: CorridorWorld, country: string, side: Direction, fraction: string) {
    const passage = this.passage(country, side);
    const passedAt = passage.passedAt.replace(/(?:\.\d+)?Z$/, `${fraction}Z`);
    await this.send(country, 'BorderPassage', { ...passage, presentedAt: passedAt, passedAt });
  },
);

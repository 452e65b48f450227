import { When } from '@cucumber/cucumber';
import { inSeconds } from '../support/publishing.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  'le bureau de départ annule le mouvement: {string}',
  async function (this: CorridorWorld, reason: string) {
    const { reference: transitReference, departureCountry, release } = this.movement;
    const { office } = release;
    const decidedAt = inSeconds(this, 0);
    await this.send(departureCountry, 'CancellationNotice', { transitReference, office, reason, decidedAt });
  },
);

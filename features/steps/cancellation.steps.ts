import { When } from '@cucumber/cucumber';
import type { CorridorWorld } from '../support/world.ts';

When(
  'le bureau de départ annule le mouvement: {string}',
  async function (this: CorridorWorld, reason: string) {
    const { reference: transitReference, departureCountry, discharge } = this.movement;
    const { office, dischargedAt: decidedAt } = discharge;
    await this.send(departureCountry, 'CancellationNotice', { transitReference, office, reason, decidedAt });
  },
);

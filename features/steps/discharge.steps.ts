import { Then, When } from '@cucumber/cucumber';
import type { DischargeNoticePayload } from '../../profile/messages/discharge-notice.ts';
import { fieldDelivered } from '../checks/message-delivered.ts';
import type { CorridorWorld } from '../support/world.ts';

/** Discharges the movement on a ground; a reason is given where one is asked for (R27). */
async function discharge(world: CorridorWorld, changes: Partial<DischargeNoticePayload>): Promise<void> {
  const { departureCountry, discharge: conform } = world.movement;
  await world.send(departureCountry, 'DischargeNotice', { ...conform, ...changes });
}

When('le bureau de départ apure/a\\ apuré le mouvement', async function (this: CorridorWorld) {
  await discharge(this, { basis: 'CONFORM' });
});

When(
  'le bureau de départ apure/a\\ apuré le mouvement, les différences étant résolues',
  async function (this: CorridorWorld) {
    await discharge(this, { basis: 'RESOLVED' });
  },
);

When(
  "le bureau de départ apure/a\\ apuré le mouvement en partie, l'article {int} restant ouvert",
  async function (this: CorridorWorld, item: number) {
    await discharge(this, { basis: 'PARTIAL', openItems: [item] });
  },
);

When(
  'le bureau de départ apure/a\\ apuré le mouvement en partie, les articles {numbers} restant ouverts',
  async function (this: CorridorWorld, openItems: number[]) {
    await discharge(this, { basis: 'PARTIAL', openItems });
  },
);

When(
  'le bureau de départ apure/a\\ apuré le mouvement pour force majeure: {string}',
  async function (this: CorridorWorld, reason: string) {
    await discharge(this, { basis: 'FORCE_MAJEURE', reason });
  },
);

When(
  'le bureau de départ clôt/a\\ clos le mouvement à la main: {string}',
  async function (this: CorridorWorld, reason: string) {
    await discharge(this, { basis: 'BY_HAND', reason });
  },
);

When(
  'le bureau de départ apure/a\\ apuré le mouvement après recouvrement: {string}',
  async function (this: CorridorWorld, reason: string) {
    await discharge(this, { basis: 'RECOVERED', reason });
  },
);

Then('chaque destinataire lit le motif: {string}', async function (this: CorridorWorld, reason: string) {
  const { messageId } = this.lastSent('DischargeNotice').message;
  this.judge(fieldDelivered(await this.evidence(), messageId, 'reason', reason));
});

Then(
  'chaque destinataire lit les articles ouverts: {numbers}',
  async function (this: CorridorWorld, openItems: number[]) {
    const { messageId } = this.lastSent('DischargeNotice').message;
    this.judge(fieldDelivered(await this.evidence(), messageId, 'openItems', openItems));
  },
);

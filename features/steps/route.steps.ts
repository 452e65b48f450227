import { Then } from '@cucumber/cucumber';
import { administrationsTold, neverTold, nobodyTold } from '../checks/administrations-told.ts';
import { declarantUnnamed } from '../checks/declarant-unnamed.ts';
import { journeyComplete, senderNotTold } from '../checks/journey-complete.ts';
import { deliveredWhole, sameBytesForAll } from '../checks/same-bytes.ts';
import type { CorridorWorld } from '../support/world.ts';

Then(
  'les administrations informées sont exactement: {countries}',
  async function (this: CorridorWorld, expected: string[]) {
    const { messageId } = this.lastSent().message;
    this.judge(administrationsTold(await this.evidence(), messageId, expected));
  },
);

Then("aucune administration n'est informée", async function (this: CorridorWorld) {
  this.judge(nobodyTold(await this.evidence(), this.lastSent().message.messageId));
});

Then('{country} ne reçoit aucun message du mouvement', async function (this: CorridorWorld, country: string) {
  this.judge(neverTold(await this.evidence(), this.movement.reference, country));
});

Then(
  "chaque pays a reçu tous les messages de la route, dans l'ordre: {countries}",
  async function (this: CorridorWorld, countries: string[]) {
    this.judge(journeyComplete(await this.evidence(), this.movement.reference, countries));
  },
);

Then('tous les destinataires reçoivent les octets déposés', async function (this: CorridorWorld) {
  this.judge(sameBytesForAll(await this.evidence(), this.lastSent().message.messageId));
});

Then('chaque administration informée reçoit le message entier', async function (this: CorridorWorld) {
  this.judge(deliveredWhole(await this.evidence(), this.lastSent().message.messageId));
});

Then('aucun pays ne reçoit ses propres messages', async function (this: CorridorWorld) {
  this.judge(senderNotTold(await this.evidence()));
});

Then('aucun message du hub ne nomme le déclarant', async function (this: CorridorWorld) {
  const { reference, notice } = this.movement;
  const names = [notice.declarant.name, notice.declarant.taxId ?? notice.declarant.name];
  this.judge(declarantUnnamed(await this.evidence(), reference, names));
});

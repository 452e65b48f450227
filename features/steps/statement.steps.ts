import { Given, Then, When } from '@cucumber/cucumber';
import { capabilitiesPublished, healthy, participantsRegistered } from '../checks/stack-statement.ts';
import { textDelivered } from '../checks/text-delivered.ts';
import type { CorridorWorld } from '../support/world.ts';

When('un pays lit les capacités du hub', async function (this: CorridorWorld) {
  await this.seat('TG').capabilities();
});

When('un pays lit la santé du hub', async function (this: CorridorWorld) {
  await this.seat('TG').hub.request('GET', '/v0/health');
});

When('{country} enregistre son adresse de remise', async function (this: CorridorWorld, country: string) {
  await this.seat(country).register();
  await this.seat(country).hub.request('GET', '/v0/participants');
});

Then(
  'il y trouve la version {word} du profil, dans la forme convenue',
  function (this: CorridorWorld, version: string) {
    this.judge(capabilitiesPublished(this.recorded, version.replaceAll('"', '')));
  },
);

Then(
  "le hub se dit prêt, en environnement d'essai, et donne l'heure en temps universel",
  function (this: CorridorWorld) {
    this.judge(healthy(this.recorded, 'test'));
  },
);

Then(
  '{country} figure parmi les participants, à cette adresse',
  function (this: CorridorWorld, country: string) {
    this.judge(participantsRegistered(this.recorded, new Map([[country, this.seat(country).baseUrl]])));
  },
);

Given(
  'un mouvement {corridor} dont le destinataire est {string}',
  function (this: CorridorWorld, corridor: string, name: string) {
    const { notice } = this.prepare(corridor);
    this.change({ notice: { ...notice, consignee: { ...notice.consignee, name } } });
  },
);

Then(
  'chaque administration informée lit {string} comme destinataire',
  async function (this: CorridorWorld, name: string) {
    const { messageId } = this.lastSent('TransitNotice').message;
    this.judge(textDelivered(await this.evidence(), messageId, '/payload/consignee/name', name));
  },
);

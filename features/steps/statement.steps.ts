import { Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import {
  capabilitiesPublished,
  classClaimed,
  healthy,
  participantsRegistered,
  sameEnvironment,
} from '../checks/stack-statement.ts';
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
    this.judge(capabilitiesPublished(this.recorded, version));
  },
);

Then(
  "le hub se dit prêt, dans l'environnement de la cible, et donne l'heure en temps universel",
  function (this: CorridorWorld) {
    this.judge(healthy(this.recorded, this.environment.stack.description.environment));
  },
);

Then(
  '{country} figure parmi les participants, à cette adresse',
  function (this: CorridorWorld, country: string) {
    this.judge(participantsRegistered(this.recorded, new Map([[country, this.seat(country).baseUrl]])));
  },
);

When('un pays lit les capacités et la santé du hub', async function (this: CorridorWorld) {
  await this.seat('TG').capabilities();
  await this.seat('TG').hub.request('GET', '/v0/health');
});

Then(
  'il y trouve la classe {word} avec ses messages: {messages}',
  function (this: CorridorWorld, name: string, messages: MessageName[]) {
    this.judge(classClaimed(this.recorded, name, messages));
  },
);

Then('les deux disent le même environnement', function (this: CorridorWorld) {
  this.judge(sameEnvironment(this.recorded));
});

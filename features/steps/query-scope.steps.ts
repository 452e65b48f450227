import { Given, Then, When } from '@cucumber/cucumber';
import { answeredSoon, movementParts } from '../checks/query-answers.ts';
import type { QueryKey } from '../support/query-words.ts';
import { ask, askFor, queryOf } from '../support/querying.ts';
import type { Stage } from '../support/scenario-movement.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un mouvement scellé et en conteneur {corridor}, {stage}',
  async function (this: CorridorWorld, corridor: string, stage: Stage) {
    this.prepare(corridor, { containerised: true, sealCount: 2 });
    await this.reach(stage);
  },
);

When(
  '{country} demande au hub {query_scope}',
  async function (this: CorridorWorld, country: string, scope: string) {
    await askFor(this, country, scope);
  },
);

When(
  '{country} demande au hub quel mouvement porte {query_key}',
  async function (this: CorridorWorld, country: string, keyOf: QueryKey) {
    await ask(this, country, keyOf(this.movement), 'EVENTS');
  },
);

Then('la réponse porte exactement: {query_parts}', async function (this: CorridorWorld, parts: string[]) {
  this.judge(movementParts(await this.evidence(), queryOf(this), parts));
});

Then('la réponse du hub est rédigée dans la minute', async function (this: CorridorWorld) {
  this.judge(answeredSoon(await this.evidence(), queryOf(this), 60));
});

Given(
  'un second mouvement {corridor}, sur le même camion, {stage}',
  async function (this: CorridorWorld, corridor: string, stage: Stage) {
    const { vehicle } = this.movement.notice;
    this.prepare(corridor, { notice: { vehicle } });
    await this.reach(stage);
  },
);

When(
  "{country} demande au hub quel mouvement porte la plaque de l'avis modifié",
  async function (this: CorridorWorld, country: string) {
    const { vehicle } = this.lastSent('TransitNotice').message.payload as { vehicle: { plate: string } };
    await ask(this, country, { plate: vehicle.plate }, 'EVENTS');
  },
);

import { Given, Then, When } from '@cucumber/cucumber';
import { eventCount, movementField, movementState, statesInTurn } from '../checks/movement-ledger.ts';
import type { Stage } from '../support/scenario-movement.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('un mouvement {corridor}', function (this: CorridorWorld, corridor: string) {
  this.prepare(corridor);
});

Given(
  'un mouvement {corridor}, {stage}',
  async function (this: CorridorWorld, corridor: string, stage: Stage) {
    this.prepare(corridor);
    await this.reach(stage);
  },
);

Given(
  'un mouvement de {int} articles {corridor}, {stage}',
  async function (this: CorridorWorld, itemCount: number, corridor: string, stage: Stage) {
    this.prepare(corridor, { itemCount });
    await this.reach(stage);
  },
);

Given(
  'un mouvement sous garantie à montant de référence {corridor}',
  function (this: CorridorWorld, corridor: string) {
    this.prepare(corridor, { guaranteeKind: 'reservable' });
  },
);

Given('le mouvement est( ensuite) {stage}', async function (this: CorridorWorld, stage: Stage) {
  await this.reach(stage);
});

Given('sa mainlevée est accordée', async function (this: CorridorWorld) {
  await this.reach('released');
});

When("le mouvement suit sa route jusqu'à l'apurement", async function (this: CorridorWorld) {
  await this.reach('discharged');
});

When('{country} consulte/a\\ consulté le mouvement', async function (this: CorridorWorld, country: string) {
  await this.ledger(country);
});

When('le mouvement suit sa route, chaque étape étant lue au registre', async function (this: CorridorWorld) {
  for (const stage of ['announced', 'released', 'underway', 'arrived', 'controlled', 'discharged'] as const) {
    await this.reach(stage);
    await this.ledger();
  }
});

Then("le mouvement est dans l'état {state}", async function (this: CorridorWorld, state: string) {
  this.judge(movementState(await this.ledger(), this.movement.reference, state));
});

Then('le registre a publié tour à tour les états {states}', function (this: CorridorWorld, states: string[]) {
  this.judge(statesInTurn(this.recorded, this.movement.reference, states));
});

Then('la version du mouvement est {int}', async function (this: CorridorWorld, version: number) {
  this.judge(movementField(await this.ledger(), this.movement.reference, 'movementVersion', version));
});

Then('le registre compte {int} événement(s)', async function (this: CorridorWorld, count: number) {
  this.judge(eventCount(await this.ledger(), this.movement.reference, count));
});

import { Given, Then } from '@cucumber/cucumber';
import { movementUnchanged } from '../checks/movement-unchanged.ts';
import { bringInto } from '../support/bring-into.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  "un mouvement {corridor}, dans l'état {state}",
  async function (this: CorridorWorld, corridor: string, state: string) {
    this.prepare(corridor);
    await bringInto(this, state);
  },
);

/** Since the ledger was last consulted before the last message. */
Then("le mouvement n'a pas changé", async function (this: CorridorWorld) {
  const { messageId } = this.lastSent().message;
  this.judge(movementUnchanged(await this.ledger(), this.movement.reference, messageId));
});

Then(
  "le mouvement n'a pas changé, au constat {finding} près",
  async function (this: CorridorWorld, kind: string) {
    const { messageId } = this.lastSent().message;
    this.judge(movementUnchanged(await this.ledger(), this.movement.reference, messageId, kind));
  },
);

import { Given, Then } from '@cucumber/cucumber';
import { REFERENCE_DATA, registerPaths, sinceSnapshot, takeSnapshot } from '../support/snapshots.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('un relevé du registre', async function (this: CorridorWorld) {
  await takeSnapshot(this, registerPaths(this));
});

Given('un relevé des données de référence', async function (this: CorridorWorld) {
  await takeSnapshot(this, [REFERENCE_DATA]);
});

Then("rien n'a changé, et personne d'autre n'est informé", async function (this: CorridorWorld) {
  this.judge(await sinceSnapshot(this));
});

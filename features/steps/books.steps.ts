import { Then } from '@cucumber/cucumber';
import { judgeBooks } from '../support/books.ts';
import type { CorridorWorld } from '../support/world.ts';

Then("les livres concordent: rien n'est perdu, rien n'est en double", async function (this: CorridorWorld) {
  await judgeBooks(this, false);
});

Then('les livres concordent, à ce qui attend encore près', async function (this: CorridorWorld) {
  await judgeBooks(this, true);
});

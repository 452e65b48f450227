import { Then } from '@cucumber/cucumber';
import { findingNames, findingRaised, noFinding } from '../checks/findings-raised.ts';
import type { CorridorWorld } from '../support/world.ts';

Then(
  'un constat {finding} est remis exactement à: {countries}',
  async function (this: CorridorWorld, kind: string, countries: string[]) {
    this.judge(findingRaised(await this.ledger(), this.movement.reference, kind, countries));
  },
);

Then(
  "un constat {finding} est au registre et n'est remis à personne",
  async function (this: CorridorWorld, kind: string) {
    this.judge(findingRaised(await this.ledger(), this.movement.reference, kind, []));
  },
);

Then(
  'le constat {finding} désigne {country}',
  async function (this: CorridorWorld, kind: string, country: string) {
    this.judge(findingNames(await this.evidence(), this.movement.reference, kind, country));
  },
);

Then("aucun constat n'est émis", async function (this: CorridorWorld) {
  this.judge(noFinding(await this.ledger(), this.movement.reference));
});

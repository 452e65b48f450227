import { Then, When } from '@cucumber/cucumber';
import { movementField } from '../checks/movement-ledger.ts';
import { changeItinerary, takeRoad } from '../support/itineraries.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  "{country} demande l'itinéraire {corridor}",
  async function (this: CorridorWorld, country: string, corridor: string) {
    await changeItinerary(this, country, 'REQUESTED', corridor);
  },
);

When(
  "le bureau de départ autorise l'itinéraire {corridor}",
  async function (this: CorridorWorld, corridor: string) {
    await changeItinerary(this, this.movement.departureCountry, 'AUTHORISED', corridor);
  },
);

When("le bureau de départ refuse le changement d'itinéraire", async function (this: CorridorWorld) {
  await changeItinerary(this, this.movement.departureCountry, 'REFUSED');
});

When(
  'le bureau de départ autorise la route {string}',
  async function (this: CorridorWorld, corridor: string) {
    await takeRoad(this, corridor);
  },
);

Then("l'itinéraire en vigueur est celui {corridor}", async function (this: CorridorWorld, corridor: string) {
  this.judge(movementField(await this.ledger(), this.movement.reference, 'corridor', corridor));
});

Then(
  'les pays du mouvement sont, dans leur ordre: {countries}',
  async function (this: CorridorWorld, countries: string[]) {
    this.judge(movementField(await this.ledger(), this.movement.reference, 'countries', countries));
  },
);

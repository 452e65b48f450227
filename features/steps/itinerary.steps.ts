import { Then, When } from '@cucumber/cucumber';
import { movementField } from '../checks/movement-ledger.ts';
import { changeItinerary, type Decider, takeRoad } from '../support/itineraries.ts';
import { after } from '../support/passages.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  "{country} demande l'itinéraire {corridor}",
  async function (this: CorridorWorld, country: string, corridor: string) {
    await changeItinerary(this, country, 'REQUESTED', { corridor });
  },
);

When(
  "{decider} autorise l'itinéraire {corridor}",
  async function (this: CorridorWorld, decider: Decider, corridor: string) {
    await changeItinerary(this, decider(this.movement), 'AUTHORISED', { corridor });
  },
);

When("{decider} refuse le changement d'itinéraire", async function (this: CorridorWorld, decider: Decider) {
  await changeItinerary(this, decider(this.movement), 'REFUSED');
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

When(
  "le bureau de départ autorise l'itinéraire {corridor} et prolonge le délai de route de {duration}",
  async function (this: CorridorWorld, corridor: string, seconds: number) {
    const { departureCountry, release } = this.movement;
    const newLimitDate = after(release.limitDate, seconds);
    await changeItinerary(this, departureCountry, 'AUTHORISED', { corridor, newLimitDate });
  },
);

Then(
  'le délai de route publié est celui de la mainlevée, prolongé de {duration}',
  async function (this: CorridorWorld, seconds: number) {
    const { reference, release } = this.movement;
    this.judge(movementField(await this.ledger(), reference, 'limitDate', after(release.limitDate, seconds)));
  },
);

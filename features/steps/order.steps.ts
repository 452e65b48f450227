import { Given, Then, When } from '@cucumber/cucumber';
import { hubAskedInTurn, hubAsks, hubAsksNothing } from '../checks/hub-questions.ts';
import { answerWithNotice, keepBack, keptBack } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('la mainlevée reste en chemin', function (this: CorridorWorld) {
  const { departureCountry, release } = this.movement;
  keepBack(this, this.seat(departureCountry).compose('DepartureRelease', release));
});

When('la mainlevée restée en chemin arrive enfin', async function (this: CorridorWorld) {
  const message = keptBack(this);
  await this.submit(message.sender, message);
});

Given(
  'un premier mouvement {corridor} où la mainlevée manque, et un second dont le passage est en avance',
  async function (this: CorridorWorld, corridor: string) {
    const first = this.prepare(corridor);
    await this.send(first.departureCountry, 'TransitNotice', first.notice);
    const amended = { ...first.notice, status: 'AMENDED' };
    await this.send(first.departureCountry, 'TransitNotice', amended, { movementVersion: 3 });
    this.prepare(corridor);
    const passage = this.passage(this.movement.destinationCountry, 'ENTRY');
    await this.send(this.movement.destinationCountry, 'BorderPassage', passage);
    await this.settle();
  },
);

Then('le hub demande le mouvement entier {country}', async function (this: CorridorWorld, country: string) {
  this.judge(hubAsks(await this.evidence(), this.movement.reference, country));
});

Then("le hub n'a encore rien demandé", async function (this: CorridorWorld) {
  this.judge(hubAsksNothing(await this.evidence(), this.movement.reference));
});

Then('le hub demande le premier mouvement, puis le second', async function (this: CorridorWorld) {
  const references = this.movements.map(({ reference }) => reference);
  this.judge(hubAskedInTurn(await this.evidence(), references));
});

Given('le pays de départ ne répond pas encore aux demandes', function (this: CorridorWorld) {
  const { departureCountry, reference } = this.movement;
  this.seat(departureCountry).silence(reference);
});

When(
  "le pays de départ répond au hub par l'avis de transit et la mainlevée accordée",
  async function (this: CorridorWorld) {
    await answerWithNotice(this);
  },
);

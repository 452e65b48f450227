import { Given, When } from '@cucumber/cucumber';
import { controlOutcomeOf } from '../support/control-outcomes.ts';
import { type SealsSeen, withSeals, withSealsInPlace } from '../support/passages.ts';
import type { CorridorWorld } from '../support/world.ts';

Given("le camion n'arrive que ce jour-là", function (this: CorridorWorld) {
  const arrivedAt = new Date(this.environment.clock.now()).toISOString();
  this.change({ arrival: { ...this.movement.arrival, arrivedAt } });
});

When("le bureau de destination annonce/a\\ annoncé l'arrivée", async function (this: CorridorWorld) {
  await this.send(this.movement.destinationCountry, 'ArrivalNotice', this.movement.arrival);
});

When(
  "le bureau de destination annonce/a\\ annoncé l'arrivée et le résultat {control_result} en un seul acte",
  async function (this: CorridorWorld, result: string) {
    const { arrival, control, destinationCountry } = this.movement;
    const controlResult = controlOutcomeOf(control, result);
    await this.send(destinationCountry, 'ArrivalNotice', { ...arrival, controlResult });
  },
);

When(
  "le bureau de destination annonce l'arrivée et constate des scellés {seals}",
  async function (this: CorridorWorld, seen: SealsSeen) {
    const { arrival, destinationCountry } = this.movement;
    await this.send(destinationCountry, 'ArrivalNotice', withSeals(arrival, seen));
  },
);

When(
  "le bureau de destination annonce l'arrivée et constate les nouveaux scellés intacts",
  async function (this: CorridorWorld) {
    const { arrival, destinationCountry } = this.movement;
    const { payload } = this.lastSent('BorderPassage').message;
    await this.send(destinationCountry, 'ArrivalNotice', withSealsInPlace(arrival, payload));
  },
);

When("le bureau {office} annonce l'arrivée", async function (this: CorridorWorld, office: string) {
  await this.send(office.slice(0, 2), 'ArrivalNotice', { ...this.movement.arrival, office });
});

When(
  "le bureau de destination annonce l'arrivée du {instant}",
  async function (this: CorridorWorld, arrivedAt: string) {
    const { arrival, destinationCountry } = this.movement;
    await this.send(destinationCountry, 'ArrivalNotice', { ...arrival, arrivedAt });
  },
);

When(
  "le bureau de destination corrige en {control_result} le résultat donné à l'arrivée",
  async function (this: CorridorWorld, result: string) {
    const { control, destinationCountry } = this.movement;
    const corrects = this.lastSent('ArrivalNotice').message.messageId;
    const outcome = { ...control, ...controlOutcomeOf(control, result), corrects };
    await this.send(destinationCountry, 'ControlResult', outcome);
  },
);

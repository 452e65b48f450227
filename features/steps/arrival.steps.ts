import { When } from '@cucumber/cucumber';
import { controlOutcomeOf } from '../support/control-outcomes.ts';
import type { CorridorWorld } from '../support/world.ts';

When("le bureau de destination annonce/a\\ annoncé l'arrivée", async function (this: CorridorWorld) {
  await this.send(this.movement.destinationCountry, 'ArrivalNotice', this.movement.arrival);
});

When(
  "le bureau de destination annonce l'arrivée et le résultat {control_result} en un seul acte",
  async function (this: CorridorWorld, result: string) {
    const { arrival, control, destinationCountry } = this.movement;
    const controlResult = controlOutcomeOf(control, result);
    await this.send(destinationCountry, 'ArrivalNotice', { ...arrival, controlResult });
  },
);

When(
  "{country} annonce l'arrivée au bureau {office}",
  async function (this: CorridorWorld, country: string, office: string) {
    await this.send(country, 'ArrivalNotice', { ...this.movement.arrival, office });
  },
);

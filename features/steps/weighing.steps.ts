import { Given, When } from '@cucumber/cucumber';
import { loadOf, weighed } from '../support/weighing.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  '{mass} de {goods} {corridor}, à contrôler',
  async function (this: CorridorWorld, massKg: number, hsCode: string, corridor: string) {
    loadOf(this, { corridor, hsCode, massKg });
    await this.reach('arrived');
  },
);

Given(
  '{mass} de {goods} {corridor}, en route',
  async function (this: CorridorWorld, massKg: number, hsCode: string, corridor: string) {
    loadOf(this, { corridor, hsCode, massKg });
    await this.reach('underway');
  },
);

When(
  'le bureau de destination donne le résultat {control_result}, ayant pesé {mass}',
  async function (this: CorridorWorld, result: string, massKg: number) {
    const { control, destinationCountry } = this.movement;
    await this.send(destinationCountry, 'ControlResult', { ...control, ...weighed(control, result, massKg) });
  },
);

When(
  'le bureau de destination donne le résultat {control_result}, ayant pesé {mass} et compté {int} colis',
  async function (this: CorridorWorld, result: string, massKg: number, count: number) {
    const { control, destinationCountry } = this.movement;
    const outcome = weighed(control, result, massKg, count);
    await this.send(destinationCountry, 'ControlResult', { ...control, ...outcome });
  },
);

When(
  "le bureau de destination annonce l'arrivée et le résultat {control_result} en un seul acte, ayant pesé {mass}",
  async function (this: CorridorWorld, result: string, massKg: number) {
    const { arrival, control, destinationCountry } = this.movement;
    const controlResult = weighed(control, result, massKg);
    await this.send(destinationCountry, 'ArrivalNotice', { ...arrival, controlResult });
  },
);

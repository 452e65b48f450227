import { Given, When } from '@cucumber/cucumber';
import { declaredAt, registeredIn } from '../support/practice.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un mouvement {corridor}, déclaré au bureau {office}',
  function (this: CorridorWorld, corridor: string, office: string) {
    declaredAt(this, corridor, office);
  },
);

Given(
  'un mouvement {corridor}, sur un camion immatriculé {registration}',
  function (this: CorridorWorld, corridor: string, country: string) {
    registeredIn(this, corridor, country);
  },
);

Given('un retour à vide, sans scellé, {corridor}', function (this: CorridorWorld, corridor: string) {
  this.prepare(corridor, { empty: true, sealCount: 0 });
});

When(
  'le bureau de départ annonce le mouvement sous le code additionnel {string}',
  async function (this: CorridorWorld, code: string) {
    const { departureCountry, notice } = this.movement;
    await this.send(departureCountry, 'TransitNotice', { ...notice, additionalCodes: [code] });
  },
);

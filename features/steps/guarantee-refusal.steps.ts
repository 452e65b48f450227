import { Then, When } from '@cucumber/cucumber';
import { sameReservation } from '../checks/guarantee-register.ts';
import { ANOTHER_HOLDER, askRegister, wrongAccessCode } from '../support/guarantee-desk.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  "le bureau de départ affecte {amount} au mouvement au nom d'un autre titulaire",
  async function (this: CorridorWorld, amount: number) {
    await askRegister(this, 'RESERVE', { amount, ...ANOTHER_HOLDER });
  },
);

When(
  "le bureau de départ interroge la garantie au nom d'un autre titulaire",
  async function (this: CorridorWorld) {
    await askRegister(this, 'QUERY', ANOTHER_HOLDER);
  },
);

When(
  "le bureau de départ demande la libération de la garantie au nom d'un autre titulaire",
  async function (this: CorridorWorld) {
    await askRegister(this, 'RELEASE', ANOTHER_HOLDER);
  },
);

When(
  "le bureau de départ affecte {amount} au mouvement avec un code d'accès faux",
  async function (this: CorridorWorld, amount: number) {
    await askRegister(this, 'RESERVE', { amount, ...wrongAccessCode(this) });
  },
);

When(
  "le bureau de départ affecte {amount} au mouvement avec un code d'accès faux, au nom d'un autre titulaire",
  async function (this: CorridorWorld, amount: number) {
    await askRegister(this, 'RESERVE', { amount, ...wrongAccessCode(this), ...ANOTHER_HOLDER });
  },
);

When('le garant annule/a\\ annulé la garantie', async function (this: CorridorWorld) {
  await askRegister(this, 'CANCEL', {}, this.movement.guarantee.registrar);
  await this.settle();
});

When('{country} annule la garantie', async function (this: CorridorWorld, country: string) {
  await askRegister(this, 'CANCEL', {}, country);
});

Then('toutes les affectations acceptées portent le même numéro', async function (this: CorridorWorld) {
  const { guaranteeReference } = this.movement.guarantee.register;
  this.judge(sameReservation(await this.evidence(), guaranteeReference));
});

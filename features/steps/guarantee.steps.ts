import { Given, Then, When } from '@cucumber/cucumber';
import {
  accessCodeNowhere,
  guaranteeAccepted,
  guaranteeAnswers,
  guaranteePublished,
  guaranteeRefused,
  noAmountTold,
  reservationGiven,
  reservedTogether,
} from '../checks/guarantee-register.ts';
import {
  askRegister,
  consultGuarantee,
  registerGuarantee,
  reserveAtOnce,
  reserveFor,
  wrongAccessCode,
} from '../support/guarantee-desk.ts';
import { after } from '../support/passages.ts';
import type { Stage } from '../support/scenario-movement.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'une garantie de {amount} pour un mouvement {corridor}',
  async function (this: CorridorWorld, referenceAmount: number, corridor: string) {
    this.prepare(corridor, { guaranteeKind: 'reservable' });
    await registerGuarantee(this, { referenceAmount });
    await this.settle();
  },
);

Given(
  'une garantie de {amount}, valable pour {countries}, pour un mouvement {corridor}',
  async function (this: CorridorWorld, referenceAmount: number, countries: string[], corridor: string) {
    const { countries: crossed } = this.prepare(corridor, { guaranteeKind: 'reservable' });
    await registerGuarantee(this, {
      referenceAmount,
      countries: crossed.filter((country) => countries.includes(country)),
    });
    await this.settle();
  },
);

Given(
  'une garantie de {amount} échue depuis {duration}, pour un mouvement {corridor}',
  async function (this: CorridorWorld, referenceAmount: number, seconds: number, corridor: string) {
    this.prepare(corridor, { guaranteeKind: 'reservable' });
    const validUntil = after(new Date(this.environment.clock.now()).toISOString(), -seconds);
    await registerGuarantee(this, { referenceAmount, validUntil });
    await this.settle();
  },
);

Given(
  'une contribution au fonds de garantie pour un mouvement {corridor}',
  async function (this: CorridorWorld, corridor: string) {
    this.prepare(corridor, { guaranteeKind: 'fund' });
    await registerGuarantee(this);
    await this.settle();
  },
);

Given(
  '{amount} affectés au mouvement, {stage}',
  async function (this: CorridorWorld, amount: number, stage: Stage) {
    await reserveFor(this, amount);
    await this.reach(stage);
  },
);

When(
  'le garant enregistre une garantie de {amount}',
  async function (this: CorridorWorld, referenceAmount: number) {
    await registerGuarantee(this, { referenceAmount });
  },
);

When(
  'le bureau de départ affecte {amount} au mouvement',
  async function (this: CorridorWorld, amount: number) {
    await reserveFor(this, amount);
  },
);

When(
  'le bureau de départ affecte {amount} à chacun de {int} mouvements en même temps',
  async function (this: CorridorWorld, amount: number, count: number) {
    await reserveAtOnce(this, amount, count);
  },
);

When('le bureau de départ interroge la garantie', async function (this: CorridorWorld) {
  await askRegister(this, 'QUERY');
});

When(
  "le bureau de départ interroge la garantie avec un code d'accès faux",
  async function (this: CorridorWorld) {
    await askRegister(this, 'QUERY', wrongAccessCode(this));
  },
);

When('le bureau de départ demande la libération de la garantie', async function (this: CorridorWorld) {
  await askRegister(this, 'RELEASE');
});

When(
  'le bureau de départ met la garantie en jeu pour {amount}',
  async function (this: CorridorWorld, amount: number) {
    await askRegister(this, 'CLAIM', { amount });
  },
);

Then('le registre des garanties accepte', async function (this: CorridorWorld) {
  const { messageId } = this.lastSent('GuaranteeRequest').message;
  this.judge(guaranteeAccepted(await this.evidence(), messageId));
});

Then('le registre des garanties refuse: {reasons}', async function (this: CorridorWorld, reasons: string[]) {
  const { messageId } = this.lastSent('GuaranteeRequest').message;
  this.judge(guaranteeRefused(await this.evidence(), messageId, reasons));
});

Then("le registre donne un numéro d'affectation", async function (this: CorridorWorld) {
  const { messageId } = this.lastSent('GuaranteeRequest').message;
  this.judge(reservationGiven(await this.evidence(), messageId));
});

Then('la réponse annonce {amount} disponibles', async function (this: CorridorWorld, amount: number) {
  const { messageId } = this.lastSent('GuaranteeRequest').message;
  this.judge(guaranteeAnswers(await this.evidence(), messageId, 'availableAmount', amount));
});

Then(
  'la réponse cite les pays non couverts: {countries}',
  async function (this: CorridorWorld, countries: string[]) {
    const { messageId } = this.lastSent('GuaranteeRequest').message;
    this.judge(guaranteeAnswers(await this.evidence(), messageId, 'countriesNotCovered', countries));
  },
);

Then('la réponse ne donne aucun montant', async function (this: CorridorWorld) {
  const { messageId } = this.lastSent('GuaranteeRequest').message;
  this.judge(noAmountTold(await this.evidence(), messageId));
});

Then(
  'le registre publie {amount} disponibles sur {amount}',
  async function (this: CorridorWorld, availableAmount: number, referenceAmount: number) {
    const { reference } = await consultGuarantee(this);
    this.judge(guaranteePublished(this.recorded, reference, { availableAmount, referenceAmount }));
  },
);

Then(
  'le registre publie cette contribution avec ses pays, sans montant',
  async function (this: CorridorWorld) {
    const { reference, countries } = await consultGuarantee(this);
    const noAmount = { referenceAmount: null, reservedAmount: null, availableAmount: null };
    this.judge(guaranteePublished(this.recorded, reference, { kind: 'fund', countries, ...noAmount }));
  },
);

Then("le code d'accès n'apparaît nulle part", async function (this: CorridorWorld) {
  await consultGuarantee(this);
  this.judge(accessCodeNowhere(this.recorded, this.movement.guarantee.accessCode));
});

Then(
  '{int} affectation(s) est/sont acceptée(s), pour {amount} en tout',
  async function (this: CorridorWorld, count: number, total: number) {
    const { reference } = await consultGuarantee(this);
    this.judge(reservedTogether(this.recorded, reference, count, total));
  },
);

import { Given, Then, When } from '@cucumber/cucumber';
import type { ServiceName } from '../../profile/services/service-names.ts';
import type { Observation } from '../checks/check.ts';
import { guaranteeAccepted, guaranteeRefused } from '../checks/guarantee-register.ts';
import { calledTimes } from '../checks/service-calls.ts';
import {
  accessCodeInHeaderAlone,
  givenBack,
  heldOnce,
  madeOnce,
  reservationHeld,
} from '../checks/service-reservations.ts';
import { askRegister } from '../support/guarantee-desk.ts';
import { keptOutside, reservationAnswered } from '../support/services/outside-guarantees.ts';
import { askWhatIsHeld, letServicesKnow, waitForCalls } from '../support/services/service-desk.ts';
import '../support/services/service-words.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un mouvement {corridor} sous une garantie de {amount} tenue par {service}, {amount} à affecter',
  async function (
    this: CorridorWorld,
    corridor: string,
    total: number,
    register: ServiceName,
    amount: number,
  ) {
    await letServicesKnow(this, keptOutside(this, corridor, { total, register, amount }));
  },
);

When(
  'le bureau de départ affecte {amount} auprès du garant',
  async function (this: CorridorWorld, amount: number) {
    await askRegister(this, 'RESERVE', { amount });
  },
);

Then("le garant accepte l'affectation", async function (this: CorridorWorld) {
  await reservationAnswered(this);
  const { messageId } = this.lastSent('GuaranteeRequest').message;
  this.judge(guaranteeAccepted(await this.evidence(), messageId));
});

Then("le garant refuse l'affectation: {reasons}", async function (this: CorridorWorld, reasons: string[]) {
  await reservationAnswered(this);
  const { messageId } = this.lastSent('GuaranteeRequest').message;
  this.judge(guaranteeRefused(await this.evidence(), messageId, reasons));
});

Then(
  '{service} tient {amount} pour le mouvement',
  async function (this: CorridorWorld, register: ServiceName, amount: number) {
    this.judge(await heldBy(this, register, amount));
  },
);

Then(
  '{service} ne tient plus rien pour le mouvement',
  async function (this: CorridorWorld, register: ServiceName) {
    const held = await heldBy(this, register, 0);
    this.judge([...held, ...givenBack(this.recorded, register, this.movement.reference)]);
  },
);

/** What the register itself says of the amount that it holds of the guarantee. */
async function heldBy(world: CorridorWorld, register: ServiceName, held: number): Promise<Observation[]> {
  await world.settle();
  await askWhatIsHeld(world, register);
  const { guaranteeReference, terms } = world.movement.guarantee.register;
  const total = terms?.referenceAmount ?? Number.NaN;
  return reservationHeld(world.recorded, register, guaranteeReference, { held, total });
}

Then("{service} n'a créé qu'une affectation", async function (this: CorridorWorld, register: ServiceName) {
  this.judge(madeOnce(await this.evidence(), register, this.movement.reference));
});

Then('{service} a affecté une seule fois', async function (this: CorridorWorld, register: ServiceName) {
  this.judge(heldOnce(await this.evidence(), register, this.movement.reference));
});

Then("{service} n'est pas appelé", async function (this: CorridorWorld, service: ServiceName) {
  this.judge(calledTimes(await this.evidence(), service, 0));
});

Then(
  "seul l'en-tête destiné {service} porte le code d'accès",
  async function (this: CorridorWorld, register: ServiceName) {
    await waitForCalls(this, register, 1);
    this.judge(accessCodeInHeaderAlone(await this.evidence(), register, this.movement.guarantee.accessCode));
  },
);

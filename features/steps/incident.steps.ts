import { Then, When } from '@cucumber/cucumber';
import { fieldDelivered } from '../checks/message-delivered.ts';
import { movementField } from '../checks/movement-ledger.ts';
import { otherTruck, reportIncident } from '../support/incidents.ts';
import { freshSealNumber } from '../support/seals.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  '{country} signale un incident et retient le camion',
  async function (this: CorridorWorld, country: string) {
    await reportIncident(this, country, { hold: true });
  },
);

When(
  '{country} signale un incident sans retenir le camion',
  async function (this: CorridorWorld, country: string) {
    await reportIncident(this, country, { hold: false });
  },
);

When("{country} clôt l'incident", async function (this: CorridorWorld, country: string) {
  const description = 'Réparation faite, le camion repart';
  await reportIncident(this, country, { status: 'CLOSED', description });
});

When(
  '{country} signale un transbordement sous de nouveaux scellés',
  async function (this: CorridorWorld, country: string) {
    const { seals } = this.movement.release;
    const newSeals = seals.map((seal) => ({ ...seal, number: freshSealNumber(seal.number) }));
    await reportIncident(this, country, { code: '3', newSeals });
  },
);

When(
  '{country} signale un transbordement sur un nouveau véhicule: {string}',
  async function (this: CorridorWorld, country: string, plate: string) {
    await reportIncident(this, country, { code: '3', newVehicle: otherTruck(this, plate) });
  },
);

Then(
  'chaque destinataire lit le nouveau véhicule: {string}',
  async function (this: CorridorWorld, plate: string) {
    const { messageId } = this.lastSent('IncidentNotice').message;
    this.judge(fieldDelivered(await this.evidence(), messageId, 'newVehicle', otherTruck(this, plate)));
  },
);

Then("les scellés publiés sont ceux de l'incident", async function (this: CorridorWorld) {
  const { newSeals } = this.lastSent('IncidentNotice').message.payload as { newSeals?: { number: string }[] };
  const numbers = newSeals?.map(({ number }) => number) ?? [];
  this.judge(movementField(await this.ledger(), this.movement.reference, 'seals', numbers));
});

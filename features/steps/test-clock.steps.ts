import { Then, When } from '@cucumber/cucumber';
import { answeredWithin } from '../checks/answers-in-time.ts';
import { eventAt } from '../checks/ledger-events.ts';
import { fieldDelivered } from '../checks/message-delivered.ts';
import { clockMovedBy } from '../checks/test-clock.ts';
import { advanceClock } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

When("l'horloge de test est avancée de {duration}", async function (this: CorridorWorld, seconds: number) {
  const { hub } = this.seat('TG');
  await hub.request('GET', '/v0/test-clock');
  await advanceClock(this, seconds);
  await hub.request('GET', '/v0/test-clock');
});

Then("l'heure publiée par le hub a avancé de {duration}", function (this: CorridorWorld, seconds: number) {
  this.judge(clockMovedBy(this.recorded, seconds));
});

Then(
  'chaque dépôt a reçu sa réponse en moins de {duration}',
  async function (this: CorridorWorld, seconds: number) {
    this.judge(answeredWithin(await this.evidence(), seconds));
  },
);

Then(
  "chaque destinataire et le registre lisent l'heure du passage en temps universel, telle que déposée",
  async function (this: CorridorWorld) {
    const { messageId, payload } = this.lastSent('BorderPassage').message;
    const passedAt = String(payload['passedAt']);
    const records = await this.ledger();
    this.judge([
      ...fieldDelivered(records, messageId, 'presentedAt', payload['presentedAt']),
      ...fieldDelivered(records, messageId, 'passedAt', passedAt),
      ...eventAt(records, this.movement.reference, messageId, passedAt),
    ]);
  },
);

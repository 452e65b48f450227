import { Then, When } from '@cucumber/cucumber';
import { fieldDelivered } from '../checks/message-delivered.ts';
import { controlOutcomeOf } from '../support/control-outcomes.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  'le bureau de destination communique/a\\ communiqué le résultat {control_result}',
  async function (this: CorridorWorld, result: string) {
    const { control, destinationCountry } = this.movement;
    await this.send(destinationCountry, 'ControlResult', {
      ...control,
      ...controlOutcomeOf(control, result),
    });
  },
);

When(
  'le bureau de destination le corrige en {control_result}',
  async function (this: CorridorWorld, result: string) {
    const { control, destinationCountry } = this.movement;
    const corrects = this.lastSent('ControlResult').message.messageId;
    await this.send(destinationCountry, 'ControlResult', {
      ...control,
      ...controlOutcomeOf(control, result),
      corrects,
    });
  },
);

Then('chaque destinataire lit les différences telles que communiquées', async function (this: CorridorWorld) {
  const { messageId, payload } = this.lastSent('ControlResult').message;
  this.judge(fieldDelivered(await this.evidence(), messageId, 'differences', payload['differences']));
});

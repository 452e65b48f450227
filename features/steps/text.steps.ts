import { Given, Then } from '@cucumber/cucumber';
import { textDelivered } from '../checks/text-delivered.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un mouvement {corridor}, dont le destinataire des marchandises est {string}',
  function (this: CorridorWorld, corridor: string, name: string) {
    const { notice } = this.prepare(corridor);
    this.change({ notice: { ...notice, consignee: { ...notice.consignee, name } } });
  },
);

Then(
  'chaque administration informée lit {string} comme destinataire des marchandises',
  async function (this: CorridorWorld, name: string) {
    const { messageId } = this.lastSent('TransitNotice').message;
    this.judge(textDelivered(await this.evidence(), messageId, '/payload/consignee/name', name));
  },
);

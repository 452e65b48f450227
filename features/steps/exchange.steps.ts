import { type DataTable, Then } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { hubMessagesSound } from '../checks/hub-messages.ts';
import { acknowledgementTrue, messageAccepted } from '../checks/message-accepted.ts';
import { type ExpectedFault, refusedAtOnce, refusedByState } from '../checks/refusals.ts';
import { rowsOf } from '../support/columns.ts';
import type { CorridorWorld } from '../support/world.ts';

Then('le message est accepté', async function (this: CorridorWorld) {
  this.judge(messageAccepted(await this.evidence(), this.lastSent().message.messageId));
});

Then("l'accusé de réception nomme le message et son empreinte", async function (this: CorridorWorld) {
  this.judge(acknowledgementTrue(await this.evidence(), this.lastSent().message.messageId));
});

Then('le message est refusé au dépôt: {fault}', async function (this: CorridorWorld, fault: ExpectedFault) {
  this.judge(refusedAtOnce(await this.evidence(), this.lastSent().message.messageId, 422, [fault]));
});

Then(
  'le message est refusé au vu du mouvement:/registre: {fault}',
  async function (this: CorridorWorld, fault: ExpectedFault) {
    this.judge(refusedByState(await this.evidence(), this.lastSent().message.messageId, [fault]));
  },
);

Then(
  'le message est refusé au vu du mouvement pour ces fautes, et elles seules:',
  async function (this: CorridorWorld, table: DataTable) {
    const text = (cell: string): string => cell;
    const faults = rowsOf(table, { code: text, pointeur: text });
    const expected: ExpectedFault[] = faults.map(({ code, pointeur }) => ({ code, pointer: pointeur }));
    this.judge(refusedByState(await this.evidence(), this.lastSent().message.messageId, expected));
  },
);

Then(
  '{message} est refusé(e) au vu du mouvement: {fault}',
  async function (this: CorridorWorld, name: MessageName, fault: ExpectedFault) {
    this.judge(refusedByState(await this.evidence(), this.lastSent(name).message.messageId, [fault]));
  },
);

Then('les messages que le hub a composés sont conformes', async function (this: CorridorWorld) {
  this.judge(hubMessagesSound(await this.evidence()));
});

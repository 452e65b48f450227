import { type DataTable, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { notAttempted } from '../checks/deliveries-in-order.ts';
import { pagesCounted, pulledInOrder, pulledLate } from '../checks/pulls.ts';
import { rowsOf } from '../support/columns.ts';
import { comeBack, LONGEST_PAUSE_S, letRetriesPass } from '../support/outages.ts';
import { wholeNumber, yesOrNo } from '../support/words.ts';
import type { CorridorWorld } from '../support/world.ts';

/** More pages than any scenario needs: a stack that always says "more" must not keep us for ever. */
const PAGES_AT_MOST = 20;

When('{country} tire ses messages depuis le début', async function (this: CorridorWorld, country: string) {
  await this.settle();
  await this.seat(country).pull({ after: this.queueBefore(country).lastQueued });
});

When(
  '{country} tire ses messages {int} par {int}',
  async function (this: CorridorWorld, country: string, limit: number, _again: number) {
    await this.settle();
    let after = this.queueBefore(country).lastQueued;
    for (let page = 0; page < PAGES_AT_MOST; page += 1) {
      const { body } = await this.seat(country).pull({ after, limit });
      if (!body?.more) return;
      after = body.next;
    }
  },
);

When(
  '{country} tire ses messages depuis le début et en confirme la réception',
  async function (this: CorridorWorld, country: string) {
    await this.settle();
    const { body } = await this.seat(country).pull({ after: this.queueBefore(country).lastQueued });
    await this.seat(country).pull({ after: body?.next ?? 0 });
  },
);

When(
  '{country} revient et tire ses messages depuis le début',
  async function (this: CorridorWorld, country: string) {
    await comeBack(this, country);
    await this.seat(country).pull({ after: this.queueBefore(country).lastQueued });
    await letRetriesPass(this, LONGEST_PAUSE_S);
  },
);

Then(
  "{country} tire, dans l'ordre: {messages}",
  function (this: CorridorWorld, country: string, names: MessageName[]) {
    this.judge(pulledInOrder(this.recorded, country, names));
  },
);

Then('{country} lit ces pages:', function (this: CorridorWorld, country: string, table: DataTable) {
  const pages = rowsOf(table, { messages: wholeNumber, 'il en reste': yesOrNo });
  const expected = pages.map(({ messages, 'il en reste': more }) => ({ messages, more }));
  this.judge(pagesCounted(this.recorded, country, expected));
});

Then('le message tiré par {country} porte la marque tardif', function (this: CorridorWorld, country: string) {
  this.judge(pulledLate(this.recorded, country, this.lastSent().message.messageId, true));
});

Then(
  "aucune remise sur ce mouvement n'est tentée vers {country}",
  async function (this: CorridorWorld, country: string) {
    this.judge(notAttempted(await this.evidence(), this.movement.reference, country));
  },
);

When(
  '{country} tire ses messages après un curseur encore jamais donné',
  async function (this: CorridorWorld, country: string) {
    await this.settle();
    await this.seat(country).pull({ after: this.queueBefore(country).lastQueued + 1000 });
  },
);

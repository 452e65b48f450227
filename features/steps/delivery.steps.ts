import { After, type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { timers } from '../../profile/timers/timers.ts';
import type { Misbehaviour } from '../../simulators/customs/index.ts';
import { administrationsTold } from '../checks/administrations-told.ts';
import {
  attemptsNumbered,
  cursorsWithoutGap,
  markedLate,
  nothingDeliveredSince,
  receivedInOrder,
} from '../checks/deliveries-in-order.ts';
import { deadLettersAre, deliveryStateIs } from '../checks/delivery-state.ts';
import { rowsOf } from '../support/columns.ts';
import {
  attempted,
  comeBack,
  deadLettersShown,
  goAway,
  LONGEST_PAUSE_S,
  letRetriesPass,
} from '../support/outages.ts';
import { restartOf } from '../support/restart-stack.ts';
import { advanceClock } from '../support/stack-clock.ts';
import { wholeNumber } from '../support/words.ts';
import type { CorridorWorld, Sent } from '../support/world.ts';

/** The first pauses together. @source binding section 1 */
const FIRST_PAUSES_S = 1 + 2 + 4 + 8;
/** A delivery that fails so long is a dead letter. */
const DEAD_AFTER_S = timers.slowRetry.seconds;

After(async function (this: CorridorWorld) {
  for (const country of [...this.away]) await comeBack(this, country);
  for (const seat of this.environment.seats.values()) seat.behave();
});

Given('{country} est injoignable', async function (this: CorridorWorld, country: string) {
  await goAway(this, country);
});

Given(
  '{country} {mishap} à la prochaine remise',
  async function (this: CorridorWorld, country: string, mishap: Misbehaviour) {
    await this.settle();
    this.seat(country).misbehave(mishap);
  },
);

Given(
  '{country} {mishap} aux {int} prochaines remises',
  async function (this: CorridorWorld, country: string, mishap: Misbehaviour, times: number) {
    await this.settle();
    this.seat(country).misbehave(mishap, times);
  },
);

Given('la file des remises est vide', async function (this: CorridorWorld) {
  await this.settle();
});

When('les nouveaux essais de remise ont eu lieu', async function (this: CorridorWorld) {
  const { message } = this.lastSent();
  for (const country of this.movement.countries)
    if (country !== message.sender && !this.away.has(country))
      await attempted(this, country, message.messageId);
  await letRetriesPass(this, FIRST_PAUSES_S);
});

Given('{country} coupe toutes les liaisons', async function (this: CorridorWorld, country: string) {
  await this.settle();
  this.away.add(country);
  this.seat(country).misbehave({ kind: 'reset' }, Number.POSITIVE_INFINITY);
});

When(
  'les essais de remise {country} échouent pendant {duration}',
  async function (this: CorridorWorld, country: string, seconds: number) {
    await attempted(this, country, this.lastSent().message.messageId);
    await advanceClock(this, seconds);
    if (seconds > DEAD_AFTER_S) await deadLettersShown(this, country);
  },
);

When('{country} est de nouveau joignable', async function (this: CorridorWorld, country: string) {
  await comeBack(this, country);
  await letRetriesPass(this, LONGEST_PAUSE_S);
});

When('le hub est arrêté brutalement, puis relancé', async function (this: CorridorWorld) {
  await restartOf(this)();
});

When(
  '{country} demande une nouvelle remise des lettres mortes {country}',
  async function (this: CorridorWorld, asker: string, country: string) {
    await this.seat(asker).hub.redeliver(country);
    await letRetriesPass(this, LONGEST_PAUSE_S);
  },
);

When(
  'le bureau de départ annonce le mouvement par un message rédigé {duration} plus tôt',
  async function (this: CorridorWorld, seconds: number) {
    const preparedAt = new Date(this.environment.clock.now() - seconds * 1000).toISOString();
    await this.send(this.movement.departureCountry, 'TransitNotice', this.movement.notice, { preparedAt });
  },
);

Then(
  '{country} a reçu {int} remises, aux curseurs qui se suivent sans trou',
  async function (this: CorridorWorld, country: string, count: number) {
    this.judge(cursorsWithoutGap(await this.evidence(), country, count));
  },
);

Then(
  'les essais de remise {country} portent les numéros {numbers}',
  async function (this: CorridorWorld, country: string, numbers: number[]) {
    this.judge(attemptsNumbered(await this.evidence(), this.lastSent().message.messageId, country, numbers));
  },
);

Then('un seul essai de remise a lieu {country}', async function (this: CorridorWorld, country: string) {
  this.judge(attemptsNumbered(await this.evidence(), this.lastSent().message.messageId, country, [1]));
});

Then(
  "{country} a reçu dans l'ordre: {messages}",
  async function (this: CorridorWorld, country: string, names: MessageName[]) {
    this.judge(receivedInOrder(await this.evidence(), this.movement.reference, country, names));
  },
);

Then(
  '{message} est remis(e) exactement à: {countries}',
  async function (this: CorridorWorld, name: MessageName, countries: string[]) {
    this.judge(administrationsTold(await this.evidence(), this.lastSent(name).message.messageId, countries));
  },
);

Then('chaque remise porte la marque tardif', async function (this: CorridorWorld) {
  this.judge(markedLate(await this.evidence(), this.lastSent().message.messageId, true));
});

Then('aucune remise ne porte la marque tardif', async function (this: CorridorWorld) {
  this.judge(markedLate(await this.evidence(), this.lastSent().message.messageId, false));
});

Then("rien d'autre n'est remis pendant {duration}", async function (this: CorridorWorld, seconds: number) {
  const { length } = await this.evidence();
  await advanceClock(this, seconds);
  this.judge(nothingDeliveredSince(this.recorded, length));
});

Then(
  "l'état des remises {country} est:",
  async function (this: CorridorWorld, country: string, table: DataTable) {
    const [expected] = rowsOf(table, {
      'curseur atteint': wholeNumber,
      'dernier en file': wholeNumber,
      'en attente': wholeNumber,
      'lettres mortes': wholeNumber,
    });
    await this.settle();
    await this.seat(this.movement.departureCountry).hub.deliveries(country);
    const numbers = {
      cursor: expected?.['curseur atteint'] ?? Number.NaN,
      lastQueued: expected?.['dernier en file'] ?? Number.NaN,
      pending: expected?.['en attente'] ?? Number.NaN,
      deadLetters: expected?.['lettres mortes'] ?? Number.NaN,
    };
    this.judge(deliveryStateIs(this.recorded, country, numbers, this.queueBefore(country)));
  },
);

Then('le message est une lettre morte {country}', async function (this: CorridorWorld, country: string) {
  await deadLettersShown(this, country);
  this.judge(deadLettersAre(this.recorded, country, [this.lastSent().message.messageId], idsOf(this.sent)));
});

Then(
  '{message} est une lettre morte {country}, seul(e)',
  async function (this: CorridorWorld, name: MessageName, country: string) {
    await deadLettersShown(this, country);
    const { messageId } = this.lastSent(name).message;
    this.judge(deadLettersAre(this.recorded, country, [messageId], idsOf(this.sent)));
  },
);

Then("il n'y a aucune lettre morte {country}", async function (this: CorridorWorld, country: string) {
  await this.settle();
  await this.seat(this.movement.departureCountry).hub.deadLetters(country);
  this.judge(deadLettersAre(this.recorded, country, [], idsOf(this.sent)));
});

const idsOf = (sent: readonly Sent[]): string[] => sent.map(({ message }) => message.messageId);

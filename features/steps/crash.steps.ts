import { Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { timers } from '../../profile/timers/timers.ts';
import type { Misbehaviour } from '../../simulators/customs/index.ts';
import { administrationsTold, administrationsToldAcrossCrash } from '../checks/administrations-told.ts';
import { answerLost, isStruck } from '../checks/answer-lost.ts';
import { deliveredBehind } from '../checks/behind-dead-letter.ts';
import { crash, powerOf } from '../support/crash.ts';
import { crashWhileTimePasses } from '../support/crash-in-time.ts';
import { comeBack, LONGEST_PAUSE_S, letRetriesPass } from '../support/outages.ts';
import { attempt, repeatAllUnanswered } from '../support/patient-traffic.ts';
import { waitForAttempt } from '../support/pauses.ts';
import { composeValid } from '../support/sending.ts';
import { secondsPastLimit } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

const A_MINUTE_S = 60;

When('le hub est arrêté brutalement', async function (this: CorridorWorld) {
  await powerOf(this).kill();
});

When('le hub est relancé', async function (this: CorridorWorld) {
  await powerOf(this).start();
});

When(
  'le hub est arrêté brutalement, puis relancé, {int} fois de suite',
  async function (this: CorridorWorld, times: number) {
    await crash(this, times);
  },
);

When(
  "le bureau compétent dépose {message}, la réponse du hub se perd, et il est arrêté brutalement à l'instant même, puis relancé",
  async function (this: CorridorWorld, name: MessageName) {
    const { start } = powerOf(this);
    const message = composeValid(this, name);
    await this.links.declare([{ seat: message.sender, way: 'toHub', fault: LOSES_ONE_ANSWER }]);
    const killed = killWhenStruck(this, message.messageId);
    await attempt(this, message);
    await this.links.mend(message.sender);
    await killed(); // before anything is judged: nothing of it is left to go on by itself
    this.judge(answerLost(this.run.settings.journal.all(), message.messageId));
    await start();
    await repeatAllUnanswered(this);
  },
);

const LOSES_ONE_ANSWER = { name: 'lost-answer', count: 1 } as const;

/** Kills the hub as soon as its answer to a message is lost; what is returned waits until it is dead. */
function killWhenStruck(world: CorridorWorld, messageId: string): () => Promise<void> {
  const { kill } = powerOf(world);
  let dead: Promise<void> | undefined;
  const unsubscribe = world.run.settings.journal.subscribe((record) => {
    if (isStruck(record, messageId)) dead ??= kill();
  });
  return async () => {
    unsubscribe();
    await (dead ?? kill());
  };
}

When(
  'le hub est arrêté brutalement dès la première remise, pendant que {duration} passent, puis relancé',
  async function (this: CorridorWorld, seconds: number) {
    await crashWhileTimePasses(this, seconds);
  },
);

When(
  '{country} revient, et le hub est arrêté brutalement dès la première remise, puis relancé',
  async function (this: CorridorWorld, country: string) {
    await crashWhileTimePasses(this, LONGEST_PAUSE_S, () => comeBack(this, country));
  },
);

When(
  'le délai de route de tous expire, et le hub est arrêté brutalement au premier constat, puis relancé',
  async function (this: CorridorWorld) {
    await crashWhileTimePasses(this, secondsPastLimit(this, A_MINUTE_S));
  },
);

Given(
  '{country} {mishap} à chaque remise de ce mouvement',
  async function (this: CorridorWorld, country: string, mishap: Misbehaviour) {
    await this.settle();
    this.away.add(country);
    this.seat(country).misbehave(mishap, Number.POSITIVE_INFINITY, this.movement.reference);
  },
);

Given(
  '{country} {mishap} à chaque remise de {message}, et à nulle autre',
  function (this: CorridorWorld, country: string, mishap: Misbehaviour, name: MessageName) {
    const seat = this.seat(country);
    seat.behave();
    seat.misbehave(mishap, Number.POSITIVE_INFINITY, this.lastSent(name).message.messageId);
  },
);

Then(
  '{message} est remis(e) {country}, après le dernier essai de {message}',
  async function (this: CorridorWorld, name: MessageName, country: string, before: MessageName) {
    const next = this.lastSent(name).message.messageId;
    const dead = this.lastSent(before).message.messageId;
    await waitForAttempt(this, country, next);
    this.judge(deliveredBehind(await this.evidence(), country, { dead, next }));
  },
);

Then(
  '{message} parvient exactement à: {countries}, une seule fois en effet',
  async function (this: CorridorWorld, name: MessageName, countries: string[]) {
    const { messageId } = this.lastSent(name).message;
    this.judge(administrationsToldAcrossCrash(await this.evidence(), messageId, countries));
  },
);

Then(
  "l'avis du second mouvement est remis aux pays de sa route: {countries}",
  async function (this: CorridorWorld, countries: string[]) {
    const { messageId } = this.lastSent('TransitNotice').message;
    this.judge(administrationsTold(await this.evidence(), messageId, countries));
  },
);

Given(
  '{country} prend les remises sans jamais répondre',
  async function (this: CorridorWorld, country: string) {
    await this.settle();
    this.away.add(country);
    this.seat(country).misbehave({ kind: 'hang' }, Number.POSITIVE_INFINITY);
  },
);

When('{country} répond de nouveau', async function (this: CorridorWorld, country: string) {
  await comeBack(this, country);
  await letRetriesPass(this, timers.acknowledgement.seconds + 1);
});

Given(
  '{country} {mishap} à chaque remise',
  async function (this: CorridorWorld, country: string, mishap: Misbehaviour) {
    await this.settle();
    this.away.add(country);
    this.seat(country).misbehave(mishap, Number.POSITIVE_INFINITY);
  },
);

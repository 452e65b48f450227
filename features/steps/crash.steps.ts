import { Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { timers } from '../../profile/timers/timers.ts';
import type { Misbehaviour } from '../../simulators/customs/index.ts';
import { administrationsTold } from '../checks/administrations-told.ts';
import { crash, powerOf } from '../support/crash.ts';
import { crashWhileTimePasses } from '../support/crash-in-time.ts';
import { comeBack, LONGEST_PAUSE_S, letRetriesPass } from '../support/outages.ts';
import { attempt, repeatAllUnanswered } from '../support/patient-traffic.ts';
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
  "le hub est arrêté brutalement sur {message}, dont la réponse n'est pas encore venue, puis relancé",
  async function (this: CorridorWorld, name: MessageName) {
    const { kill, start } = powerOf(this);
    const sending = attempt(this, composeValid(this, name));
    await Promise.all([sending, kill()]);
    await start();
    await repeatAllUnanswered(this);
  },
);

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

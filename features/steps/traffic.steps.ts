import { Given, Then, When } from '@cucumber/cucumber';
import { attemptsGoOn, receivedSoMany } from '../checks/deliveries-in-order.ts';
import { allAccepted, allStates } from '../checks/traffic.ts';
import { armCrash, type CrashPoint, insistOnPlans } from '../support/crash.ts';
import { armDatabaseOutage } from '../support/database-outage.ts';
import { repeatAllUnanswered, travelPatiently } from '../support/patient-traffic.ts';
import type { Stage } from '../support/scenario-movement.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('{int} camions {corridor}', function (this: CorridorWorld, count: number, corridor: string) {
  for (let nth = 0; nth < count; nth += 1) this.prepare(corridor);
});

Given(
  'le hub sera arrêté brutalement, puis relancé, {crash_point}',
  function (this: CorridorWorld, point: CrashPoint) {
    armCrash(this, point);
  },
);

Given(
  'la base de données tombera {crash_point}, le temps de {int} refus du hub',
  function (this: CorridorWorld, point: CrashPoint, refusals: number) {
    armDatabaseOutage(this, point, refusals);
  },
);

When(
  "chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est {stage}",
  async function (this: CorridorWorld, stage: Stage) {
    await travelPatiently(this, stage);
    await insistOnPlans(this);
  },
);

When(
  "chaque message sans réponse est répété, inchangé, jusqu'à sa réponse",
  async function (this: CorridorWorld) {
    await repeatAllUnanswered(this);
  },
);

Then(
  '{country} a pris {int} messages, chacun une fois en effet',
  async function (this: CorridorWorld, country: string, count: number) {
    await this.settle();
    this.judge(receivedSoMany(this.recorded, country, count));
  },
);

Then(
  'les numéros des essais {country} se suivent, sans jamais recommencer',
  async function (this: CorridorWorld, country: string) {
    const { messageId } = this.lastSent().message;
    this.judge(attemptsGoOn(await this.evidence(), messageId, country));
  },
);

Then('chaque dépôt est accepté', function (this: CorridorWorld) {
  this.judge(
    allAccepted(
      this.recorded,
      this.sent.map(({ message }) => message.messageId),
    ),
  );
});

Then('le registre donne chaque camion {state}', async function (this: CorridorWorld, state: string) {
  await this.settle();
  for (const { reference, departureCountry } of this.movements)
    await this.seat(departureCountry).query(reference);
  const references = this.movements.map(({ reference }) => reference);
  this.judge(allStates(this.recorded, references, state));
});

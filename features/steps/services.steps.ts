import { Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { ServiceName } from '../../profile/services/service-names.ts';
import { timers } from '../../profile/timers/timers.ts';
import { noFinding } from '../checks/findings-raised.ts';
import { questionsAsked } from '../checks/questions-asked.ts';
import { servicePausesKept } from '../checks/retry-pauses.ts';
import { attemptsUnchanged, calledTimes, callsTo, triedUntilAnswered } from '../checks/service-calls.ts';
import { findingsTold, serviceFindingTold } from '../checks/service-findings.ts';
import { servicesNotAwaited } from '../checks/services-not-awaited.ts';
import type { Questions } from '../support/services/questions.ts';
import '../support/services/questions.ts';
import { type Likeness, likeTheFirst } from '../support/services/second-movements.ts';
import {
  letServiceFail,
  letServicesKnow,
  openServices,
  restoreService,
  sinceStock,
  takeStock,
  waitForCalls,
} from '../support/services/service-desk.ts';
import '../support/services/service-words.ts';
import { watchedPauses, watchPauses } from '../support/pauses.ts';
import type { Behaviour } from '../support/services/service-words.ts';
import { advanceClock } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('une pile qui interroge les services nationaux', async function (this: CorridorWorld) {
  await openServices(this);
});

Given('un mouvement {corridor}, connu des services', async function (this: CorridorWorld, corridor: string) {
  await letServicesKnow(
    this,
    this.prepare(corridor, { containerised: true, itemCount: 1, vehicleCountry: 'TG' }),
  );
});

Given(
  'un second mouvement {corridor}, connu des services, {likeness}',
  async function (this: CorridorWorld, corridor: string, likeness: Likeness) {
    await letServicesKnow(this, likeTheFirst(this, corridor, likeness));
  },
);

Given(
  '{service} {service_behaviour}',
  async function (this: CorridorWorld, service: ServiceName, behaviour: Behaviour) {
    await letServiceFail(this, service, behaviour(this.movement));
  },
);

When('{service} est rétabli', async function (this: CorridorWorld, service: ServiceName) {
  await restoreService(this, service);
});

When(
  '{service} a reçu {int} appel(s)',
  async function (this: CorridorWorld, service: ServiceName, count: number) {
    await waitForCalls(this, service, count);
  },
);

When(
  'le temps passe de {duration}, par pas de {duration}',
  async function (this: CorridorWorld, whole: number, step: number) {
    for (let passed = 0; passed < whole; passed += step) await advanceClock(this, step);
  },
);

When(
  'le temps passe, de pause en pause, entre les essais auprès {service}: {numbers} s',
  async function (this: CorridorWorld, service: ServiceName, pauses: number[]) {
    await watchPauses(this, () => callsTo(this.recorded, service), pauses);
  },
);

When('le compte des appels repart de zéro', async function (this: CorridorWorld) {
  await takeStock(this);
});

Then(
  '{service} reçoit en tout {int} appel(s)',
  async function (this: CorridorWorld, service: ServiceName, count: number) {
    await waitForCalls(this, service, count);
    this.judge(calledTimes(await this.evidence(), service, count));
  },
);

Then(
  '{service} reçoit depuis {int} appel(s)',
  async function (this: CorridorWorld, service: ServiceName, count: number) {
    await this.look();
    this.judge(calledTimes(sinceStock(this), service, count));
  },
);

Then(
  '{service} répond à {int} question(s), chacune au {int}(er)(e) essai',
  async function (this: CorridorWorld, service: ServiceName, questions: number, attempts: number) {
    await waitForCalls(this, service, questions * attempts);
    this.judge(triedUntilAnswered(await this.evidence(), service, { questions, attempts }));
  },
);

Then(
  'chaque nouvel essai auprès {service} répète la demande, à son numéro',
  async function (this: CorridorWorld, service: ServiceName) {
    this.judge(attemptsUnchanged(await this.evidence(), service));
  },
);

Then(
  'chaque essai auprès {service} vient à la fin de sa pause, aucun avant',
  function (this: CorridorWorld, service: ServiceName) {
    this.judge(servicePausesKept(this.recorded, service, watchedPauses(this)));
  },
);

Then(
  'un seul constat {finding} le dit {country}: {service}, {string}',
  async function (this: CorridorWorld, kind: string, country: string, service: ServiceName, pointer: string) {
    const { message } = this.lastSent('TransitNotice');
    const { reference: movement } = this.movement;
    const about = { service, pointer, movement, notice: message.messageId, country };
    this.judge(serviceFindingTold(await this.evidence(), kind, about));
  },
);

Then(
  'il y a en tout {int} constat(s) {finding}',
  async function (this: CorridorWorld, count: number, kind: string) {
    this.judge(findingsTold(await this.evidence(), kind, count));
  },
);

Then(
  "{service} est interrogé une fois pour {questions} de l'avis, et pour rien d'autre",
  async function (this: CorridorWorld, service: ServiceName, questions: Questions) {
    const asked = questions(this.lastSent('TransitNotice').message);
    await waitForCalls(this, service, asked.length);
    this.judge(questionsAsked(await this.evidence(), service, asked));
  },
);

Then(
  '{service} est encore muet quand {message} est accepté(e) et remis(e)',
  async function (this: CorridorWorld, service: ServiceName, name: MessageName) {
    await waitForCalls(this, service, 1);
    const { messageId } = this.lastSent(name).message;
    const limitS = timers.serviceAnswer.seconds;
    this.judge(servicesNotAwaited(await this.evidence(), { service, messageId, limitS }));
  },
);

Then('rien ne contredit le mouvement', async function (this: CorridorWorld) {
  this.judge(noFinding(await this.ledger(), this.movement.reference));
});

import { Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { LinkFault } from '../../simulators/links/index.ts';
import { honestDuringOutage, refusedForNow } from '../checks/outage-answers.ts';
import {
  breakDatabase,
  duringOutage,
  mendDatabase,
  sendWithoutWaiting,
  tryToSend,
} from '../support/database-outage.ts';
import { diskOf, sendUntilRefused } from '../support/full-disk.ts';
import { furnish } from '../support/take-stack.ts';
import type { CorridorWorld } from '../support/world.ts';

Given('un hub dont la base de données peut tomber', async function (this: CorridorWorld) {
  await furnish(this, { databaseLink: true });
});

Given(
  "un hub dont la base de données peut tomber, et qui n'attend sa réponse que {int} ms",
  async function (this: CorridorWorld, ms: number) {
    await furnish(this, { databaseLink: true, databaseAnswerMs: ms });
  },
);

Given('un hub dont le disque peut se remplir', async function (this: CorridorWorld) {
  await furnish(this, { smallDisk: true });
});

When('le disque du hub est plein', async function (this: CorridorWorld) {
  await diskOf(this).fill();
});

When('le disque du hub a de nouveau de la place', async function (this: CorridorWorld) {
  await diskOf(this).free();
});

When(
  'les bureaux de départ annoncent leurs camions tant que le hub en prend',
  async function (this: CorridorWorld) {
    await sendUntilRefused(this);
  },
);

Then(
  "chaque dépôt que le hub n'a pas pris a été refusé comme momentanément impossible",
  function (this: CorridorWorld) {
    this.judge(refusedForNow(this.recorded));
  },
);

When(
  'la liaison du hub à sa base de données {link_fault}',
  async function (this: CorridorWorld, fault: LinkFault) {
    await breakDatabase(this, fault);
  },
);

When('la base de données est de nouveau là', async function (this: CorridorWorld) {
  await mendDatabase(this);
});

When(
  'le bureau compétent tente de déposer {message}',
  async function (this: CorridorWorld, name: MessageName) {
    await tryToSend(this, name);
  },
);

When(
  'le bureau compétent dépose {message}, et le hub tarde à répondre',
  async function (this: CorridorWorld, name: MessageName) {
    await sendWithoutWaiting(this, name);
  },
);

When('{country} tente de lire le registre', async function (this: CorridorWorld, country: string) {
  await this.seat(country).query(this.movement.reference);
});

When('{country} tente de tirer ses messages', async function (this: CorridorWorld, country: string) {
  await this.seat(country).pull({ after: 0 });
});

Then(
  "pendant la panne, le hub n'a rien accusé ni rien affirmé: il s'est dit indisponible",
  function (this: CorridorWorld) {
    this.judge(honestDuringOutage(duringOutage(this)));
  },
);

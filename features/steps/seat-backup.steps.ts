import { Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { pulledWithoutGap } from '../checks/pulls.ts';
import { backUp, cursorAtBackup, forgottenBy, readOn, restore } from '../support/seat-backup.ts';
import { composeValid } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

const PAGE = 100;

Given('{country} garde une sauvegarde de ses livres', async function (this: CorridorWorld, country: string) {
  await backUp(this, country);
});

When('{country} est restauré de sa sauvegarde', async function (this: CorridorWorld, country: string) {
  await restore(this, country);
});

When(
  '{country} tire la suite de ce que ses livres portent',
  async function (this: CorridorWorld, country: string) {
    await readOn(this, country, PAGE);
  },
);

When(
  '{country} tire la suite de ce que ses livres portent, {int} par {int}',
  async function (this: CorridorWorld, country: string, limit: number, _again: number) {
    await readOn(this, country, limit);
  },
);

When(
  "{country} dépose de nouveau, inchangé, ce qu'il ne sait plus avoir déposé",
  async function (this: CorridorWorld, country: string) {
    for (const message of forgottenBy(this, country)) await this.submit(country, message);
  },
);

When(
  "{country} rédige de nouveau {message}, qu'il ne sait plus avoir déposé(e)",
  async function (this: CorridorWorld, country: string, name: MessageName) {
    await this.submit(country, composeValid(this, name, {}, { from: country }));
  },
);

When(
  '{country} lit une page de {int} message(s)',
  async function (this: CorridorWorld, country: string, limit: number) {
    await this.seat(country).pull({ limit });
  },
);

Then(
  '{country} a tiré, sans trou, tout ce qui suit sa sauvegarde',
  async function (this: CorridorWorld, country: string) {
    await this.settle();
    await this.seat(country).deliveries();
    this.judge(pulledWithoutGap(this.recorded, country, cursorAtBackup(this, country)));
  },
);

Then(
  '{country} a tiré, sans trou, tout ce qui est dans sa file',
  async function (this: CorridorWorld, country: string) {
    await this.settle();
    await this.seat(country).deliveries();
    this.judge(pulledWithoutGap(this.recorded, country, 0));
  },
);

import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { AlertCode } from '../../profile/tracking/alert-mapping.ts';
import { listensTo, platformsPublished } from '../checks/platforms-published.ts';
import { rowsOf } from '../support/columns.ts';
import { sendValid } from '../support/sending.ts';
import '../support/tracking/assignment-words.ts';
import { type Ending, endMovement } from '../support/tracking/endings.ts';
import { seatPlatform } from '../support/tracking/guest-platform.ts';
import { type ToldBy, tellEvent } from '../support/tracking/told-events.ts';
import { type TrackedDevice, trackingOf } from '../support/tracking/tracking-desk.ts';
import { PLATFORMS, PROTOCOLS } from '../support/tracking/tracking-words.ts';
import { meaningOf } from '../support/words.ts';
import type { CorridorWorld } from '../support/world.ts';

const HOUR_SECONDS = 3600;

Given(
  'un camion {corridor}, que suit {platform}',
  async function (this: CorridorWorld, corridor: string, platform: string) {
    this.prepare(corridor);
    await this.reach('announced');
    await seatPlatform(this, platform);
    const desk = trackingOf(this);
    await desk.assign(await desk.stranger('osmand', platform), 'ATTACH');
    await this.reach('released');
  },
);

Given('{platform} est à la table', async function (this: CorridorWorld, platform: string) {
  await seatPlatform(this, platform);
});

When(
  '{ending} met fin au mouvement au bout de {duration}',
  async function (this: CorridorWorld, ending: Ending, afterSeconds: number) {
    await endMovement(this, ending, afterSeconds);
  },
);

When(
  'la plateforme dit une position à {string}, {country}, au bout de {duration}',
  async function (this: CorridorWorld, place: string, territory: string, afterSeconds: number) {
    await tell(this, { place, territory, afterSeconds });
  },
);

When(
  "la plateforme dit l'alerte {alert} à {string}, {country}, au bout de {duration}",
  async function (
    this: CorridorWorld,
    alert: AlertCode,
    place: string,
    territory: string,
    afterSeconds: number,
  ) {
    await tell(this, { place, territory, afterSeconds, changes: { alert } });
  },
);

When('la plateforme dit une alerte sans code', async function (this: CorridorWorld) {
  await tell(this, { changes: { kind: 'ALERT' } });
});

When(
  "la plateforme dit une position qui porte l'alerte {alert}",
  async function (this: CorridorWorld, alert: AlertCode) {
    await tell(this, { changes: { kind: 'POSITION', alert } });
  },
);

When(
  'la plateforme dit une position au nom de {platform}',
  async function (this: CorridorWorld, platform: string) {
    await tell(this, { changes: { platform } });
  },
);

When(
  '{country} dit une position à la place de la plateforme',
  async function (this: CorridorWorld, sender: string) {
    await tell(this, { sender });
  },
);

When(
  '{platform} dit une position à la place de la plateforme',
  async function (this: CorridorWorld, sender: string) {
    await tell(this, { sender, changes: { platform: sender } });
  },
);

When("la plateforme dit une position d'une balise jamais posée", async function (this: CorridorWorld) {
  const desk = trackingOf(this);
  await tell(this, { tracked: await desk.stranger('osmand', desk.device(1).platform) });
});

When(
  'la plateforme dit une position enregistrée {duration} avant la pose',
  async function (this: CorridorWorld, seconds: number) {
    await tell(this, { afterSeconds: -seconds });
  },
);

When(
  'la plateforme dit une position enregistrée {duration} dans le futur',
  async function (this: CorridorWorld, seconds: number) {
    await tell(this, { changes: { recordedAt: fromNow(this, seconds) } });
  },
);

When(
  'la plateforme dit une position reçue {duration} dans le futur',
  async function (this: CorridorWorld, seconds: number) {
    await tell(this, { changes: { receivedAt: fromNow(this, seconds) } });
  },
);

When(
  '{platform} envoie {message} à la place du bureau compétent',
  async function (this: CorridorWorld, from: string, name: MessageName) {
    await sendValid(this, name, {}, { from });
  },
);

When('un pays lit où les plateformes écoutent', async function (this: CorridorWorld) {
  await this.seat('TG').capabilities();
  await this.seat('TG').hub.request('GET', '/v0/tracking/platforms');
});

Then('chaque plateforme que nomment les capacités dit où elle écoute', function (this: CorridorWorld) {
  this.judge(platformsPublished(this.recorded));
});

Then('les plateformes écoutent ces balises:', function (this: CorridorWorld, table: DataTable) {
  const rows = rowsOf(table, {
    plateforme: (cell) => meaningOf('Plateforme', cell, PLATFORMS),
    balises: (cell) => cell.split(', ').map((name) => meaningOf('Balise', name, PROTOCOLS)),
  });
  this.judge(rows.flatMap(({ plateforme, balises }) => listensTo(this.recorded, plateforme, balises)));
});

/** At Lomé one hour after the day began, of the first device, where the scenario says nothing else. */
async function tell(world: CorridorWorld, said: Partial<ToldBy>): Promise<void> {
  const tracked: TrackedDevice = trackingOf(world).device(1);
  const usual = { tracked, place: 'Kara', territory: 'TG', afterSeconds: HOUR_SECONDS };
  await tellEvent(world, { ...usual, ...said });
}

const fromNow = (world: CorridorWorld, seconds: number): string =>
  new Date(world.environment.clock.now() + seconds * 1000).toISOString();

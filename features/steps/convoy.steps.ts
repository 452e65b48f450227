import { Given, Then, When } from '@cucumber/cucumber';
import { booksApart } from '../checks/ledger-events.ts';
import { bringTogether, goOn, movementAt, onOneBill } from '../support/convoys.ts';
import { inSeconds } from '../support/publishing.ts';
import { booksOf } from '../support/side-by-side.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  '{int} camions sous un seul connaissement font toute la route {corridor}',
  async function (this: CorridorWorld, count: number, corridor: string) {
    await bringTogether(this, count, corridor, 'discharged', onOneBill(this, count));
  },
);

Given(
  '{int} camions sous un seul connaissement, {corridor}, qui ont franchi toutes leurs frontières',
  async function (this: CorridorWorld, count: number, corridor: string) {
    await bringTogether(this, count, corridor, 'underway', onOneBill(this, count));
  },
);

Given(
  'un convoi de {int} camions {corridor}, qui ont franchi toutes leurs frontières',
  async function (this: CorridorWorld, count: number, corridor: string) {
    await bringTogether(this, count, corridor, 'underway');
  },
);

When(
  'un convoi de {int} camions {corridor} part ensemble et fait toute la route',
  async function (this: CorridorWorld, count: number, corridor: string) {
    await bringTogether(this, count, corridor, 'discharged');
  },
);

When(
  'un convoi de {int} camions {corridor} part et arrive ensemble',
  async function (this: CorridorWorld, count: number, corridor: string) {
    await bringTogether(this, count, corridor, 'arrived');
  },
);

When(
  'le camion {int} arrive, est contrôlé conforme et apuré',
  async function (this: CorridorWorld, place: number) {
    await goOn(this, place, 'underway', 'discharged');
  },
);

When('les camions {numbers} arrivent', async function (this: CorridorWorld, places: number[]) {
  for (const place of places) await goOn(this, place, 'underway', 'arrived');
});

When(
  'le bureau de départ annule le T1 du camion {int}: {string}',
  async function (this: CorridorWorld, place: number, reason: string) {
    const { reference: transitReference, departureCountry, release } = movementAt(this, place);
    const decidedAt = inSeconds(this, 0);
    const payload = { transitReference, office: release.office, reason, decidedAt };
    await this.send(departureCountry, 'CancellationNotice', payload);
  },
);

When(
  'le bureau de départ apure/a\\ apuré les T1 des camions {numbers} pour force majeure: {string}',
  async function (this: CorridorWorld, places: number[], reason: string) {
    for (const place of places) {
      const { departureCountry, discharge } = movementAt(this, place);
      await this.send(departureCountry, 'DischargeNotice', { ...discharge, basis: 'FORCE_MAJEURE', reason });
    }
  },
);

Then(
  'les camions sont tour à tour dans les états {states}',
  async function (this: CorridorWorld, states: string[]) {
    const books = await booksOf(this, states);
    this.judge(booksApart(this.recorded, books));
  },
);

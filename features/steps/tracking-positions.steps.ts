import { type DataTable, Then, When } from '@cucumber/cucumber';
import { journeyHasOnce, journeyHolds, lastKnownIs } from '../checks/journey-positions.ts';
import {
  noNewPosition,
  numberedFromOne,
  sameBytesToldToAll,
  toldAtInstants,
  toldAtLeastEvery,
  toldOncePerInstant,
} from '../checks/told-positions.ts';
import { instantAfter, instantsAfter } from '../support/tracking/instants.ts';
import { consultJourney, positionsOf } from '../support/tracking/journeys.ts';
import { handOver, memoryOf, repeatLast } from '../support/tracking/memory.ts';
import { positionNamed } from '../support/tracking/positions.ts';
import { readingsOf } from '../support/tracking/readings.ts';
import { ofDevice, trackingOf } from '../support/tracking/tracking-desk.ts';
import { travelling } from '../support/tracking/travelling.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  'la balise signale toutes les {duration}, pendant {duration}, un camion qui roule à {int} km\\/h',
  async function (this: CorridorWorld, every: number, during: number, speedKmh: number) {
    const desk = trackingOf(this);
    for (const reading of travelling(this, { every, during, speedKmh }))
      await desk.report(desk.current, [reading]);
  },
);

When(
  'la balise signale toutes les {duration}, pendant {duration}, un camion arrêté',
  async function (this: CorridorWorld, every: number, during: number) {
    const desk = trackingOf(this);
    for (const reading of travelling(this, { every, during, speedKmh: 0 }))
      await desk.report(desk.current, [reading]);
  },
);

When(
  "la balise signale d'un coup le chemin de {duration}, à {int} km\\/h, point par point toutes les {duration}",
  async function (this: CorridorWorld, during: number, speedKmh: number, every: number) {
    const desk = trackingOf(this);
    await desk.report(desk.current, travelling(this, { every, during, speedKmh }), true);
  },
);

When('la balise garde en mémoire, faute de réseau:', function (this: CorridorWorld, table: DataTable) {
  memoryOf(this).push(...readingsOf(this, table));
});

When('la balise retrouve le réseau', async function (this: CorridorWorld) {
  await handOver(this);
});

When('la balise répète ses {int} derniers rapports', async function (this: CorridorWorld, count: number) {
  await repeatLast(this, count);
});

When(
  'la balise répète de sa mémoire ses {int} derniers rapports',
  async function (this: CorridorWorld, count: number) {
    await repeatLast(this, count, true);
  },
);

Then(
  '{country} apprend où est le camion après: {string}',
  async function (this: CorridorWorld, country: string, list: string) {
    const instants = instantsAfter(this, list);
    this.judge(toldAtInstants(await this.evidence(), ofDevice(this), country, instants));
  },
);

Then(
  "{country} apprend où est le camion toutes les {duration} au moins en route, et toutes les {duration} à l'arrêt",
  async function (this: CorridorWorld, country: string, moving: number, stopped: number) {
    const reports = trackingOf(this).readings.map(({ at, speedKmh }) => ({ at, moving: speedKmh > 0 }));
    const pauses = { moving, stopped };
    this.judge(toldAtLeastEvery(await this.evidence(), ofDevice(this), country, pauses, reports));
  },
);

Then(
  "toutes les administrations informées de l'événement reçoivent les mêmes octets",
  async function (this: CorridorWorld) {
    this.judge(sameBytesToldToAll(await this.evidence(), ofDevice(this)));
  },
);

Then("aucun instant n'est dit deux fois", async function (this: CorridorWorld) {
  this.judge(toldOncePerInstant(await this.evidence(), ofDevice(this)));
});

Then(
  '{country} reçoit les événements de la balise numérotés de 1 à {int}',
  async function (this: CorridorWorld, country: string, last: number) {
    this.judge(numberedFromOne(await this.evidence(), ofDevice(this), country, last));
  },
);

Then(
  "l'événement est dit sans réception satellitaire, et sans autre lieu que {string}",
  async function (this: CorridorWorld, place: string) {
    const known = positionNamed(this.run.settings.reference, place);
    this.judge(noNewPosition(await this.evidence(), ofDevice(this), known));
  },
);

Then(
  "l'événement est dit sans réception satellitaire, et sans aucun lieu",
  async function (this: CorridorWorld) {
    this.judge(noNewPosition(await this.evidence(), ofDevice(this), null));
  },
);

Then('les positions du voyage sont, dans cet ordre:', async function (this: CorridorWorld, table: DataTable) {
  const records = await consultJourney(this);
  this.judge(journeyHolds(records, this.movement.reference, positionsOf(this, table)));
});

Then(
  'tous les rapports de la balise figurent au voyage, une fois chacun',
  async function (this: CorridorWorld) {
    const instants = trackingOf(this).readings.map(({ at }) => new Date(at).toISOString());
    this.judge(journeyHasOnce(await consultJourney(this), this.movement.reference, instants));
  },
);

Then(
  'le dernier lieu connu du camion est {string}, après {string}',
  async function (this: CorridorWorld, place: string, after: string) {
    const { platform, device } = trackingOf(this).current;
    const [recordedAt = instantAfter(this, 0)] = instantsAfter(this, after);
    const expected = { recordedAt, ...positionNamed(this.run.settings.reference, place) };
    const about = { transitReference: this.movement.reference, platform, deviceId: device.id };
    this.judge(lastKnownIs(await consultJourney(this), about, expected));
  },
);

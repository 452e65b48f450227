import { type DataTable, Then } from '@cucumber/cucumber';
import { administrationsTold } from '../checks/administrations-told.ts';
import { devicePublished } from '../checks/device-published.ts';
import { journeyAssignments, journeyCounts, journeyGaps } from '../checks/journey-assignments.ts';
import { fieldDelivered } from '../checks/message-delivered.ts';
import { rowsOf } from '../support/columns.ts';
import { keyOf } from '../support/tracking/assigning.ts';
import '../support/tracking/assignment-words.ts';
import { instantAfter } from '../support/tracking/instants.ts';
import { readJourney } from '../support/tracking/journeys.ts';
import { trackingOf } from '../support/tracking/tracking-desk.ts';
import { secondsOf } from '../support/tracking/tracking-words.ts';
import { meaningOf } from '../support/words.ts';
import type { CorridorWorld } from '../support/world.ts';

Then('le message est remis exactement à: {parties}', async function (this: CorridorWorld, parties: string[]) {
  this.judge(administrationsTold(await this.evidence(), this.lastSent().message.messageId, parties));
});

Then(
  "chaque administration informée lit l'identifiant de {tracked_device} à la mainlevée",
  async function (this: CorridorWorld, nth: number) {
    const { messageId } = this.lastSent('DepartureRelease').message;
    const { id } = trackingOf(this).device(nth).device;
    this.judge(fieldDelivered(await this.evidence(), messageId, 'deviceId', id));
  },
);

Then(
  "{tracked_device} est publiée dans l'état {device_state}",
  async function (this: CorridorWorld, nth: number, state: string) {
    await judgeDevice(this, nth, { state });
  },
);

Then(
  '{tracked_device} est publiée sur le premier mouvement',
  async function (this: CorridorWorld, nth: number) {
    await judgeDevice(this, nth, { transitReference: this.movements[0]?.reference ?? null });
  },
);

Then(
  '{tracked_device} est publiée sur le second mouvement',
  async function (this: CorridorWorld, nth: number) {
    await judgeDevice(this, nth, { transitReference: this.movements[1]?.reference ?? null });
  },
);

Then('{tracked_device} est publiée sans mouvement', async function (this: CorridorWorld, nth: number) {
  await judgeDevice(this, nth, { transitReference: null });
});

Then('le voyage donne ces affectations:', async function (this: CorridorWorld, table: DataTable) {
  const rows = rowsOf(table, { balise: ordinal, de: secondsOf, à: (cell: string) => cell });
  const expected = rows.map(({ balise, de, à }) => ({
    ...keyOf(this, balise),
    from: instantAfter(this, de),
    until: à === '' ? null : instantAfter(this, secondsOf(à)),
  }));
  const { reference } = this.movement;
  this.judge(journeyAssignments(await readJourney(this), reference, expected));
});

Then('le voyage donne ces temps sans balise:', async function (this: CorridorWorld, table: DataTable) {
  const text = (cell: string): string => cell;
  const rows = rowsOf(table, { de: secondsOf, à: text, bureau: text });
  const expected = rows.map(({ de, à, bureau }) => ({
    from: instantAfter(this, de),
    until: à === '' ? null : instantAfter(this, secondsOf(à)),
    where: bureau,
  }));
  this.judge(journeyGaps(await readJourney(this), this.movement.reference, expected));
});

Then(
  'le voyage compte {int} position(s) et {int} alerte(s)',
  async function (this: CorridorWorld, positions: number, alerts: number) {
    const { reference } = this.movement;
    this.judge(journeyCounts(await readJourney(this), reference, { positions, alerts }));
  },
);

Then('le voyage ne donne aucun temps sans balise', async function (this: CorridorWorld) {
  this.judge(journeyGaps(await readJourney(this), this.movement.reference, []));
});

const ordinal = (cell: string): number =>
  meaningOf('Balise', cell, { première: 1, seconde: 2, troisième: 3 });

/** Asked by the country of the platform. @param expected fields as published; null: absent */
async function judgeDevice(
  world: CorridorWorld,
  nth: number,
  expected: Readonly<Record<string, string | null>>,
): Promise<void> {
  await world.settle();
  const { platform, deviceId } = keyOf(world, nth);
  const path = `/v0/tracking/devices/${platform}/${deviceId}`;
  await world.seat(platform.slice(-2)).hub.request('GET', path);
  world.judge(devicePublished(world.recorded, platform, deviceId, expected));
}

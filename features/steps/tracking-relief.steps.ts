import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { silentAfter } from '../checks/relieved-device.ts';
import { eventToldTo } from '../checks/tracking-events.ts';
import { instantAfter } from '../support/tracking/instants.ts';
import { readingsOf } from '../support/tracking/readings.ts';
import { putOn, takeOff } from '../support/tracking/relief.ts';
import { trackingOf } from '../support/tracking/tracking-desk.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'une relève à la frontière, {duration} après, par une balise {protocol} de {platform}',
  async function (this: CorridorWorld, after: number, protocol: ProtocolName, platform: string) {
    await putOn(this, [protocol, platform], after, trackingOf(this).current);
  },
);

Given(
  'une dépose au bureau de sortie, {duration} après',
  async function (this: CorridorWorld, after: number) {
    await takeOff(this, after);
  },
);

Given(
  "une pose au bureau d'entrée, {duration} après, d'une balise {protocol} de {platform}",
  async function (this: CorridorWorld, after: number, protocol: ProtocolName, platform: string) {
    await putOn(this, [protocol, platform], after);
  },
);

When('la balise relevée signale:', async function (this: CorridorWorld, table: DataTable) {
  const desk = trackingOf(this);
  await desk.report(desk.device(1), readingsOf(this, table));
});

When('la balise relevée signale de sa mémoire:', async function (this: CorridorWorld, table: DataTable) {
  const desk = trackingOf(this);
  await desk.report(desk.device(1), readingsOf(this, table), true);
});

Then(
  "rien n'est dit de la balise relevée {duration} après et plus tard",
  async function (this: CorridorWorld, after: number) {
    const { device, platform } = trackingOf(this).device(1);
    const instant = instantAfter(this, after);
    this.judge(silentAfter(await this.evidence(), { deviceId: device.id, platform, instant }));
  },
);

Then(
  'la position de {duration} après est dite par {platform}, exactement à: {countries}',
  async function (this: CorridorWorld, after: number, platform: string, countries: string[]) {
    const { device } =
      trackingOf(this).devices.find((one) => one.platform === platform) ?? trackingOf(this).current;
    const filter = { deviceId: device.id, recordedAt: instantAfter(this, after) };
    this.judge(eventToldTo(await this.evidence(), filter, countries));
  },
);

import { type DataTable, Given, When } from '@cucumber/cucumber';
import type { AlertCode } from '../../profile/tracking/alert-mapping.ts';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { readingOf, readingsOf } from '../support/tracking/readings.ts';
import { trackingOf } from '../support/tracking/tracking-desk.ts';
import '../support/tracking/tracking-words.ts';
import type { CorridorWorld } from '../support/world.ts';

/** Between two reports of a scenario that says nothing of time: more than the cadence of a moving truck. */
const NEXT_SECONDS = 20 * 60;

Given(
  'une balise {protocol} de {platform}',
  async function (this: CorridorWorld, protocol: ProtocolName, platform: string) {
    await trackingOf(this).register(protocol, platform);
  },
);

Given(
  'un camion {corridor}, suivi par une balise {protocol} de {platform}',
  async function (this: CorridorWorld, corridor: string, protocol: ProtocolName, platform: string) {
    this.prepare(corridor);
    const desk = trackingOf(this);
    const [device] = await Promise.all([desk.register(protocol, platform), this.reach('announced')]);
    await desk.assign(device, 'ATTACH');
    await this.reach('released');
  },
);

Given("l'horloge de la balise avance de {duration}", function (this: CorridorWorld, seconds: number) {
  trackingOf(this).current.aheadMs = seconds * 1000;
});

Given("l'horloge de la balise retarde de {duration}", function (this: CorridorWorld, seconds: number) {
  trackingOf(this).current.aheadMs = -seconds * 1000;
});

When('la balise signale:/a\\ signalé:', async function (this: CorridorWorld, table: DataTable) {
  const desk = trackingOf(this);
  await desk.report(desk.current, readingsOf(this, table));
});

When('la balise signale de sa mémoire:', async function (this: CorridorWorld, table: DataTable) {
  const desk = trackingOf(this);
  await desk.report(desk.current, readingsOf(this, table), true);
});

When(
  'la balise signale/a\\ signalé le camion à {string}',
  async function (this: CorridorWorld, place: string) {
    const desk = trackingOf(this);
    await desk.report(desk.current, [
      readingOf(this, { afterSeconds: nextSeconds(this), place, speedKmh: 50 }),
    ]);
  },
);

When(
  "la balise signale l'alerte {alert} à {string}",
  async function (this: CorridorWorld, alert: AlertCode, place: string) {
    const desk = trackingOf(this);
    const said = { afterSeconds: nextSeconds(this), place, speedKmh: 50, alerts: [alert] };
    await desk.report(desk.current, [readingOf(this, said)]);
  },
);

/** Past the last report, so that the next one is due. */
function nextSeconds(world: CorridorWorld): number {
  const { readings, beganAt, current } = trackingOf(world);
  const last = readings.at(-1);
  return last ? (last.at - current.aheadMs - beganAt) / 1000 + NEXT_SECONDS : NEXT_SECONDS;
}

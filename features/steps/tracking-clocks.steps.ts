import { Given, Then, When } from '@cucumber/cucumber';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { journeyHasOnce } from '../checks/journey-positions.ts';
import { noneInFuture, receivedNow } from '../checks/told-positions.ts';
import { HarnessError } from '../support/errors.ts';
import { type Reporting, stopWhileReporting } from '../support/tracking/crash.ts';
import { consultJourney } from '../support/tracking/journeys.ts';
import { ofDevice, trackingOf } from '../support/tracking/tracking-desk.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un camion {corridor}, suivi par une balise {protocol} de {platform} réglée sur {device_clock}',
  async function (
    this: CorridorWorld,
    corridor: string,
    protocol: ProtocolName,
    platform: string,
    zone: number,
  ) {
    this.prepare(corridor);
    await this.reach('announced');
    const desk = trackingOf(this);
    await desk.assign(await desk.register(protocol, platform, zone), 'ATTACH');
    await this.reach('released');
  },
);

Given(
  'un camion {corridor}, et une balise {protocol} que {platform} ne connaît pas',
  async function (this: CorridorWorld, corridor: string, protocol: ProtocolName, platform: string) {
    this.prepare(corridor);
    await this.reach('released');
    await trackingOf(this).stranger(protocol, platform);
  },
);

Given(
  'la plateforme tient la balise pour réglée sur {device_clock}',
  async function (this: CorridorWorld, zoneMinutes: number) {
    const desk = trackingOf(this);
    await desk.enrol(desk.current, zoneMinutes);
  },
);

Given("l'horloge de la balise est remise à l'heure", function (this: CorridorWorld) {
  trackingOf(this).current.aheadMs = 0;
});

Then("aucun événement n'est dit avec un instant futur", async function (this: CorridorWorld) {
  this.judge(noneInFuture(await this.evidence(), ofDevice(this).deviceId));
});

Then("l'instant de réception est celui de la plateforme", async function (this: CorridorWorld) {
  this.judge(receivedNow(await this.evidence(), ofDevice(this)));
});

const stopped = new WeakMap<CorridorWorld, Reporting>();

When(
  'la plateforme est arrêtée brutalement, puis relancée, pendant que la balise signale sans relâche',
  async function (this: CorridorWorld) {
    stopped.set(this, await stopWhileReporting(this));
  },
);

When('la balise envoie de nouveau ce qui est resté sans acquit', async function (this: CorridorWorld) {
  const desk = trackingOf(this);
  const acknowledged = new Set(stopped.get(this)?.acknowledged);
  const open = desk.readings.filter(({ at }) => !acknowledged.has(new Date(at).toISOString()));
  await desk.report(desk.current, open);
});

Then(
  'tout ce dont la balise a été acquittée figure au voyage, une fois',
  async function (this: CorridorWorld) {
    const { acknowledged } = stopped.get(this) ?? noStop();
    this.judge(journeyHasOnce(await consultJourney(this), this.movement.reference, acknowledged));
  },
);

function noStop(): never {
  throw new HarnessError(
    'SCENARIO_ORDER',
    "La plateforme n'a pas été arrêtée.",
    'Le pas qui arrête doit venir avant.',
  );
}

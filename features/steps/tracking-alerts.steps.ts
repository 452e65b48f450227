import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { AlertCode } from '../../profile/tracking/alert-mapping.ts';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { alertInstants, soleAlertTold } from '../checks/alert-told.ts';
import { journeyEndsWith } from '../checks/journey-end.ts';
import { neverToldEvent } from '../checks/tracking-events.ts';
import { rowsOf } from '../support/columns.ts';
import { valuesOf } from '../support/tracking/event-values.ts';
import { instantsAfter } from '../support/tracking/instants.ts';
import { readJourney } from '../support/tracking/journeys.ts';
import { reportNow } from '../support/tracking/readings.ts';
import { lastReport, ofDevice, trackingOf } from '../support/tracking/tracking-desk.ts';
import { countryNamed } from '../support/words.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un camion {corridor}, sans mainlevée, suivi par une balise {protocol} de {platform}',
  async function (this: CorridorWorld, corridor: string, protocol: ProtocolName, platform: string) {
    this.prepare(corridor);
    await this.reach('announced');
    const desk = trackingOf(this);
    await desk.assign(await desk.register(protocol, platform), 'ATTACH');
  },
);

When(
  'la balise signale/a\\ signalé à cet instant le camion à {string}',
  async function (this: CorridorWorld, place: string) {
    await reportNow(this, { place, speedKmh: 50 });
  },
);

When(
  "la balise signale/a\\ signalé à cet instant le camion à l'arrêt à {string}",
  async function (this: CorridorWorld, place: string) {
    await reportNow(this, { place, speedKmh: 0 });
  },
);

Given('la balise a donné signe de vie', async function (this: CorridorWorld) {
  const desk = trackingOf(this);
  await (await desk.connect(desk.current)).heartbeat();
});

Given(
  'le bureau de départ a déposé la balise {duration} après la pose',
  async function (this: CorridorWorld, afterSeconds: number) {
    const desk = trackingOf(this);
    await desk.assign(desk.current, 'DETACH', { afterSeconds });
  },
);

Then(
  'ce rapport donne la seule alerte {alert}, dite exactement à: {countries}',
  async function (this: CorridorWorld, alert: AlertCode, countries: string[]) {
    this.judge(soleAlertTold(await this.evidence(), lastReport(this), alert, countries));
  },
);

Then('ce rapport ne donne aucune alerte', async function (this: CorridorWorld) {
  this.judge(neverToldEvent(await this.evidence(), { ...lastReport(this), kind: 'ALERT' }));
});

Then(
  "l'alerte {alert} est dite aux seuls instants {string} à: {countries}",
  async function (this: CorridorWorld, alert: AlertCode, instants: string, countries: string[]) {
    const at = instantsAfter(this, instants);
    const wanted = new Map(countries.map((country) => [country, at]));
    this.judge(alertInstants(await this.evidence(), { ...ofDevice(this), alert }, wanted));
  },
);

Then(
  "l'alerte {alert} est dite à ces seuls instants:",
  async function (this: CorridorWorld, alert: AlertCode, table: DataTable) {
    const columns = { pays: countryNamed, après: (cell: string) => instantsAfter(this, cell) };
    const wanted = new Map(rowsOf(table, columns).map(({ pays, après }) => [pays, après]));
    this.judge(alertInstants(await this.evidence(), { ...ofDevice(this), alert }, wanted));
  },
);

Then('le voyage publié finit par:', async function (this: CorridorWorld, table: DataTable) {
  const { reference } = this.movement;
  const { deviceId } = ofDevice(this);
  this.judge(journeyEndsWith(await readJourney(this), reference, deviceId, valuesOf(this, table)));
});

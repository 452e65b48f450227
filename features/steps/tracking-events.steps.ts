import { type DataTable, Then } from '@cucumber/cucumber';
import type { AlertCode } from '../../profile/tracking/alert-mapping.ts';
import { deviceAcknowledged } from '../checks/device-answers.ts';
import { eventSays, eventsCounted, eventToldTo, neverToldEvent } from '../checks/tracking-events.ts';
import { valuesOf } from '../support/tracking/event-values.ts';
import { lastReport, ofDevice } from '../support/tracking/tracking-desk.ts';
import type { CorridorWorld } from '../support/world.ts';

Then(
  'la position est dite exactement à: {countries}',
  async function (this: CorridorWorld, countries: string[]) {
    this.judge(eventToldTo(await this.evidence(), lastReport(this), countries));
  },
);

Then(
  "l'alerte {alert} est dite exactement à: {countries}",
  async function (this: CorridorWorld, alert: AlertCode, countries: string[]) {
    const filter = { ...ofDevice(this), kind: 'ALERT', alert } as const;
    this.judge(eventToldTo(await this.evidence(), filter, countries));
  },
);

Then("l'alerte {alert} n'est dite à personne", async function (this: CorridorWorld, alert: AlertCode) {
  this.judge(neverToldEvent(await this.evidence(), { ...ofDevice(this), kind: 'ALERT', alert }));
});

Then("aucune alerte n'est dite", async function (this: CorridorWorld) {
  this.judge(neverToldEvent(await this.evidence(), { ...ofDevice(this), kind: 'ALERT' }));
});

Then("aucune position n'est dite", async function (this: CorridorWorld) {
  this.judge(neverToldEvent(await this.evidence(), { ...ofDevice(this), kind: 'POSITION' }));
});

Then(
  '{country} reçoit {int} position(s) de la balise',
  async function (this: CorridorWorld, country: string, count: number) {
    const filter = { ...ofDevice(this), kind: 'POSITION' } as const;
    this.judge(eventsCounted(await this.evidence(), filter, country, count));
  },
);

Then(
  "{country} reçoit {int} fois l'alerte {alert}",
  async function (this: CorridorWorld, country: string, count: number, alert: AlertCode) {
    const filter = { ...ofDevice(this), kind: 'ALERT', alert } as const;
    this.judge(eventsCounted(await this.evidence(), filter, country, count));
  },
);

Then('la dernière position dite vaut:', async function (this: CorridorWorld, table: DataTable) {
  const filter = { ...ofDevice(this), kind: 'POSITION' } as const;
  this.judge(eventSays(await this.evidence(), filter, valuesOf(this, table)));
});

Then(
  'la dernière alerte {alert} vaut:',
  async function (this: CorridorWorld, alert: AlertCode, table: DataTable) {
    const filter = { ...ofDevice(this), kind: 'ALERT', alert } as const;
    this.judge(eventSays(await this.evidence(), filter, valuesOf(this, table)));
  },
);

Then('la balise est acquittée', async function (this: CorridorWorld) {
  this.judge(deviceAcknowledged(await this.evidence(), ofDevice(this).deviceId));
});

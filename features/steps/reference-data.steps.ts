import { Given, Then, When } from '@cucumber/cucumber';
import type { ReferenceDataNoticePayload } from '../../profile/messages/reference-data-notice.ts';
import { administrationsTold } from '../checks/administrations-told.ts';
import { holidayPublished, referenceDataComplete, versionPublished } from '../checks/reference-data.ts';
import { inSeconds, publish } from '../support/publishing.ts';
import type { CorridorWorld } from '../support/world.ts';

const MONTH_S = 30 * 86_400;
const HOLIDAY = 'Jour férié fictif';

When(
  '{country} publie un jour férié qui prend effet dans {duration}',
  async function (this: CorridorWorld, country: string, seconds: number) {
    const date = inSeconds(this, MONTH_S).slice(0, 10);
    await publish(this, country, { kind: 'HOLIDAYS', holidays: [{ date, name: HOLIDAY }] }, seconds);
  },
);

When(
  '{country} publie un jour férié {country} qui prend effet dans {duration}',
  async function (this: CorridorWorld, sender: string, country: string, seconds: number) {
    const date = inSeconds(this, MONTH_S).slice(0, 10);
    await publish(this, country, { kind: 'HOLIDAYS', holidays: [{ date, name: HOLIDAY }] }, seconds, sender);
  },
);

Given(
  '{country} a annoncé une indisponibilité de {duration}',
  async function (this: CorridorWorld, country: string, seconds: number) {
    const from = inSeconds(this, 0);
    const until = inSeconds(this, seconds);
    const fallback = 'Procédure papier (fictive)';
    await publish(this, country, { kind: 'UNAVAILABILITY', type: 'S', from, until, fallback }, 0);
    await this.settle();
    this.away.add(country); // the drain barrier cannot wait for a country to which nothing may go
  },
);

Given("l'indisponibilité {country} est finie", function (this: CorridorWorld, country: string) {
  this.away.delete(country);
});

When('{country} consulte les données de référence', async function (this: CorridorWorld, country: string) {
  await this.seat(country).referenceData();
});

Then(
  "l'avis de données de référence est remis exactement à: {countries}",
  async function (this: CorridorWorld, countries: string[]) {
    const { messageId } = this.lastSent('ReferenceDataNotice').message;
    this.judge(administrationsTold(await this.evidence(), messageId, countries));
  },
);

Then("le jour férié n'est pas encore publié", async function (this: CorridorWorld) {
  const { country, ...notice } = await holidayOf(this);
  this.judge(holidayPublished(this.recorded, { country, ...notice }, false));
});

Then('le jour férié est publié avec sa version', async function (this: CorridorWorld) {
  const { country, version, ...notice } = await holidayOf(this);
  this.judge([
    ...holidayPublished(this.recorded, { country, ...notice }, true),
    ...versionPublished(this.recorded, { country, kind: 'HOLIDAYS', version }),
  ]);
});

Then(
  "il lit bureaux, itinéraires, jours fériés, indisponibilités et versions, dont le bureau {word} et l'itinéraire {corridor}",
  function (this: CorridorWorld, office: string, corridor: string) {
    this.judge(referenceDataComplete(this.recorded, { office, corridor }));
  },
);

/** What the last notice said of its holiday, after another consultation. */
async function holidayOf(world: CorridorWorld) {
  await world.settle();
  const { payload } = world.lastSent('ReferenceDataNotice').message;
  const { country, version, content } = payload as unknown as ReferenceDataNoticePayload;
  await world.seat(country).referenceData();
  const date = content.kind === 'HOLIDAYS' ? (content.holidays[0]?.date ?? '') : '';
  return { country, version, name: HOLIDAY, date };
}

import { Given, Then, When } from '@cucumber/cucumber';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import { findingAbout } from '../checks/finding-told.ts';
import { findingsCounted } from '../checks/findings-counted.ts';
import { codeListPublished, holidayPublished, itineraryPublished } from '../checks/reference-data.ts';
import { inSeconds, publish } from '../support/publishing.ts';
import {
  codeList,
  declaredAs,
  destinedFor,
  lastNotice,
  officesOf,
  tariffWith,
} from '../support/reference-content.ts';
import { composeFaulty, composeValid } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

const MONTH_S = 30 * 86_400;

// What a country publishes

Given(
  '{country} publie le bureau {word}, qui prend effet dans {duration}',
  async function (this: CorridorWorld, country: string, office: string, seconds: number) {
    await publish(this, country, officesOf(this, country, [office]), seconds);
  },
);

Given(
  '{country} publie ses bureaux sans le bureau fictif, ce qui prend effet dans {duration}',
  async function (this: CorridorWorld, country: string, seconds: number) {
    await publish(this, country, officesOf(this, country), seconds);
  },
);

Given(
  '{country} publie le jour férié {string}, qui prend effet dans {duration}',
  async function (this: CorridorWorld, country: string, name: string, seconds: number) {
    const date = inSeconds(this, MONTH_S).slice(0, 10);
    await publish(this, country, { kind: 'HOLIDAYS', holidays: [{ date, name }] }, seconds);
  },
);

Given(
  '{country} publie un tarif avec le code {word}, qui prend effet dans {duration}',
  async function (this: CorridorWorld, country: string, code: string, seconds: number) {
    await publish(this, country, tariffWith(this, [code]), seconds);
  },
);

Given(
  '{country} publie un tarif sans ce code, qui prend effet dans {duration}',
  async function (this: CorridorWorld, country: string, seconds: number) {
    await publish(this, country, tariffWith(this, []), seconds);
  },
);

Given(
  '{country} publie la liste de codes {string} avec le code {word}, qui prend effet dans {duration}',
  async function (this: CorridorWorld, country: string, list: string, code: string, seconds: number) {
    await publish(this, country, codeList(list, [code]), seconds);
  },
);

Given(
  'un mouvement {corridor}, dont le bureau de destination est {word}',
  function (this: CorridorWorld, corridor: string, office: string) {
    const { notice } = this.prepare(corridor);
    this.change({ notice: destinedFor(notice, office) });
  },
);

Given(
  'un mouvement {corridor}, dont le premier article a le code SH {word}',
  function (this: CorridorWorld, corridor: string, code: string) {
    const { notice } = this.prepare(corridor);
    this.change({ notice: declaredAs(notice, code) });
  },
);

// What a sender works with

/** The header of a sender that works with the holidays of a country as last published, or as published before. */
const holidaysHeld = (world: CorridorWorld, country: string, offset: number): Record<string, string> => {
  const { version } = lastNotice(
    world,
    (notice) => notice.country === country && notice.content.kind === 'HOLIDAYS',
  );
  return { 'corridor-reference': `${country}/HOLIDAYS@${version + offset}` };
};

When(
  'le bureau de départ annonce le mouvement en employant {held_version} des jours fériés {country}',
  async function (this: CorridorWorld, offset: number, country: string) {
    const message = composeValid(this, 'TransitNotice');
    await this.submit(message.sender, message, holidaysHeld(this, country, offset));
  },
);

When(
  'le bureau de départ annonce le mouvement puis accorde la mainlevée en employant {held_version} des jours fériés {country}',
  async function (this: CorridorWorld, offset: number, country: string) {
    for (const name of ['TransitNotice', 'DepartureRelease'] as const) {
      const message = composeValid(this, name);
      await this.submit(message.sender, message, holidaysHeld(this, country, offset));
    }
  },
);

When(
  '{faulty_message} est déposé(e) en employant {held_version} des jours fériés {country}',
  async function (this: CorridorWorld, fault: Mutation, offset: number, country: string) {
    const message = composeFaulty(this, [fault]);
    await this.submit(message.sender, message, holidaysHeld(this, country, offset));
  },
);

When(
  'le bureau de départ annonce le mouvement en disant employer {string}',
  async function (this: CorridorWorld, versions: string) {
    const message = composeValid(this, 'TransitNotice');
    await this.submit(message.sender, message, { 'corridor-reference': versions });
  },
);

Then('aucun constat {finding} ne désigne le message', async function (this: CorridorWorld, kind: string) {
  this.judge(findingAbout(await this.evidence(), kind, this.lastSent().message.messageId, []));
});

Then(
  'le constat {finding} est remis {int} fois {country}',
  async function (this: CorridorWorld, kind: string, times: number, country: string) {
    this.judge(findingsCounted(await this.evidence(), kind, country, times));
  },
);

// What the hub publishes

async function judgeHoliday(
  world: CorridorWorld,
  name: string,
  country: string,
  isThere: boolean,
): Promise<void> {
  const { content } = lastNotice(
    world,
    (notice) =>
      notice.country === country &&
      notice.content.kind === 'HOLIDAYS' &&
      notice.content.holidays.some((holiday) => holiday.name === name),
  );
  const date = content.kind === 'HOLIDAYS' ? (content.holidays[0]?.date ?? '') : '';
  await world.settle();
  await world.seat(country).referenceData();
  world.judge(holidayPublished(world.recorded, { country, name, date }, isThere));
}

Then(
  'le jour férié {string} {country} est publié',
  function (this: CorridorWorld, name: string, country: string) {
    return judgeHoliday(this, name, country, true);
  },
);

Then(
  "le jour férié {string} {country} n'est plus publié",
  function (this: CorridorWorld, name: string, country: string) {
    return judgeHoliday(this, name, country, false);
  },
);

Then(
  'la liste {string} {country} est publiée avec sa version et le code {word}',
  async function (this: CorridorWorld, list: string, country: string, code: string) {
    const { version } = lastNotice(
      this,
      ({ content, country: publisher }) =>
        publisher === country && content.kind === 'CODE_LIST' && content.list === list,
    );
    await this.settle();
    await this.seat(country).referenceData();
    this.judge(codeListPublished(this.recorded, { country, list, version, code }));
  },
);

Then(
  "il lit l'itinéraire {corridor} et ses bureaux publiés, dans l'ordre: {offices}",
  function (this: CorridorWorld, corridor: string, offices: string[]) {
    this.judge(itineraryPublished(this.recorded, corridor, offices));
  },
);

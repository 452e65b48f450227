import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { localDay } from '../checks/local-day.ts';
import { holidayPublished, officeOpens } from '../checks/reference-data.ts';
import { rowsOf } from '../support/columns.ts';
import { happenedIn } from '../support/happened-in.ts';
import type { Direction } from '../support/scenario-movement.ts';
import { wholeNumber } from '../support/words.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un mouvement {corridor}, dont la mainlevée est accordée le {instant}',
  async function (this: CorridorWorld, corridor: string, releasedAt: string) {
    this.prepare(corridor, { releasedAt: Date.parse(releasedAt) });
    await this.reach('released');
  },
);

When(
  '{country} enregistre {crossing} du {instant}',
  async function (this: CorridorWorld, country: string, side: Direction, instant: string) {
    const at = { presentedAt: instant, passedAt: instant };
    await this.send(country, 'BorderPassage', { ...this.passage(country, side), ...at });
  },
);

Then(
  "chaque destinataire date {message} du {date}, à l'heure du bureau {office}",
  async function (this: CorridorWorld, name: MessageName, date: string, office: string) {
    const { message } = this.lastSent(name);
    await this.seat(message.sender).referenceData();
    const expected = { messageId: message.messageId, field: happenedIn(name), office, date };
    this.judge(localDay(await this.evidence(), expected));
  },
);

Then(
  "le bureau {office} ouvre ainsi, à l'heure {string}:",
  function (this: CorridorWorld, office: string, timeZone: string, table: DataTable) {
    const text = (cell: string): string => cell;
    const days = (cell: string): number[] => cell.split(', ').map(wholeNumber);
    const rows = rowsOf(table, { jours: days, ouvre: text, ferme: text });
    const hours = rows.map(({ jours, ouvre, ferme }) => ({ days: jours, opens: ouvre, closes: ferme }));
    this.judge(officeOpens(this.recorded, office, { timeZone, hours }));
  },
);

Then(
  'le {date} est férié {country}: {string}',
  function (this: CorridorWorld, date: string, country: string, name: string) {
    this.judge(holidayPublished(this.recorded, { country, name, date }, true));
  },
);

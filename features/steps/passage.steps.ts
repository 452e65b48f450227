import { type DataTable, Then, When } from '@cucumber/cucumber';
import type { IncidentNoticePayload } from '../../profile/messages/incident-notice.ts';
import { dwellKnown } from '../checks/border-dwell.ts';
import { passagesInOrder } from '../checks/movement-ledger.ts';
import { silentBordersTold } from '../checks/silent-borders.ts';
import { rowsOf } from '../support/columns.ts';
import {
  after,
  passageAfter,
  passageAgain,
  type SealsSeen,
  withSeals,
  withSealsInPlace,
} from '../support/passages.ts';
import type { Direction } from '../support/scenario-movement.ts';
import { countryNamed, sideNamed } from '../support/words.ts';
import type { CorridorWorld } from '../support/world.ts';

const MINUTE_S = 60;

When(
  '{country} enregistre/a\\ enregistré {crossing}',
  async function (this: CorridorWorld, country: string, side: Direction) {
    await this.send(country, 'BorderPassage', this.passage(country, side));
  },
);

When(
  "{country} enregistre {crossing} après {duration} d'attente",
  async function (this: CorridorWorld, country: string, side: Direction, seconds: number) {
    const passage = this.passage(country, side);
    const presentedAt = after(passage.passedAt, -seconds);
    await this.send(country, 'BorderPassage', { ...passage, presentedAt });
  },
);

When(
  '{country} enregistre {crossing} {duration} avant {crossing} {country}',
  async function (
    this: CorridorWorld,
    country: string,
    side: Direction,
    seconds: number,
    otherSide: Direction,
    other: string,
  ) {
    const passedAt = after(this.passage(other, otherSide).passedAt, -seconds);
    await this.send(country, 'BorderPassage', {
      ...this.passage(country, side),
      presentedAt: passedAt,
      passedAt,
    });
  },
);

When(
  '{country} enregistre/a\\ enregistré {crossing} {duration} après {crossing} {country}',
  async function (
    this: CorridorWorld,
    country: string,
    side: Direction,
    seconds: number,
    otherSide: Direction,
    other: string,
  ) {
    const passedAt = after(this.passage(other, otherSide).passedAt, seconds);
    await this.send(country, 'BorderPassage', {
      ...this.passage(country, side),
      presentedAt: passedAt,
      passedAt,
    });
  },
);

When(
  '{country} enregistre {crossing} au bureau {office}, sur la nouvelle route',
  async function (this: CorridorWorld, country: string, direction: Direction, office: string) {
    const [anywhere] = this.movement.passages;
    await this.send(country, 'BorderPassage', { ...anywhere, direction, office });
  },
);

When(
  '{country} enregistre {crossing} à la place {country}',
  async function (this: CorridorWorld, sender: string, side: Direction, country: string) {
    await this.send(sender, 'BorderPassage', this.passage(country, side));
  },
);

When(
  "{country} enregistre {crossing} qui suit, sous les scellés de l'incident",
  async function (this: CorridorWorld, country: string, side: Direction) {
    const { payload } = this.lastSent('IncidentNotice').message;
    const passage = passageAfter(this.passage(country, side), payload as unknown as IncidentNoticePayload);
    await this.send(country, 'BorderPassage', passage);
  },
);

When(
  '{country} enregistre {crossing} au bureau {office}',
  async function (this: CorridorWorld, country: string, side: Direction, office: string) {
    await this.send(country, 'BorderPassage', { ...this.passage(country, side), office });
  },
);

When(
  '{country} refuse/a\\ refusé {crossing}',
  async function (this: CorridorWorld, country: string, side: Direction) {
    const refusal = { outcome: 'REFUSED', refusalReason: 'Plaque illisible, camion mis en attente.' };
    await this.send(country, 'BorderPassage', { ...this.passage(country, side), ...refusal });
  },
);

When(
  '{country} enregistre {crossing} après ce refus',
  async function (this: CorridorWorld, country: string, side: Direction) {
    await this.send(country, 'BorderPassage', passageAgain(this.passage(country, side)));
  },
);

When(
  '{country} enregistre/a\\ enregistré {crossing} et constate/constaté des scellés {seals}',
  async function (this: CorridorWorld, country: string, side: Direction, seen: SealsSeen) {
    await this.send(country, 'BorderPassage', withSeals(this.passage(country, side), seen));
  },
);

When(
  '{country} enregistre {crossing} et constate les nouveaux scellés intacts',
  async function (this: CorridorWorld, country: string, side: Direction) {
    const { payload } = this.lastSent('BorderPassage').message;
    await this.send(country, 'BorderPassage', withSealsInPlace(this.passage(country, side), payload));
  },
);

Then(
  'chaque destinataire lit une attente de {duration}',
  async function (this: CorridorWorld, seconds: number) {
    const { messageId } = this.lastSent('BorderPassage').message;
    this.judge(dwellKnown(await this.evidence(), messageId, seconds / MINUTE_S));
  },
);

Then('le registre range les passages ainsi:', async function (this: CorridorWorld, table: DataTable) {
  const rows = rowsOf(table, { pays: countryNamed, côté: sideNamed });
  const expected = rows.map(({ pays, côté }) => ({ country: pays, direction: côté }));
  this.judge(passagesInOrder(await this.ledger(), this.movement.reference, expected));
});

Then(
  'chaque bureau resté muet est signalé au départ et à son pays:',
  async function (this: CorridorWorld, table: DataTable) {
    const rows = rowsOf(table, { pays: countryNamed, côté: sideNamed });
    const silent = rows.map(({ pays, côté }) => this.passage(pays, côté).office);
    const { reference, departureCountry } = this.movement;
    this.judge(silentBordersTold(await this.evidence(), reference, departureCountry, silent));
  },
);

import { Then, When } from '@cucumber/cucumber';
import type { Message } from '../../profile/messages/message.ts';
import { findingAbout } from '../checks/finding-told.ts';
import { refusalNamesMessage } from '../checks/refusal-answers.ts';
import { type ExpectedFault, refusedAtOnce } from '../checks/refusals.ts';
import { answeredAlike } from '../checks/replays.ts';
import type { CorridorWorld } from '../support/world.ts';

const DUPLICATE = 409;

When(
  'le dernier message est déposé {int} fois de plus, sans rien y changer',
  async function (this: CorridorWorld, times: number) {
    const { message } = this.lastSent();
    for (let nth = 0; nth < times; nth += 1) await this.submit(message.sender, message);
  },
);

When(
  'le dernier message est déposé de nouveau, ses champs dans un autre ordre',
  async function (this: CorridorWorld) {
    const { message } = this.lastSent();
    await this.seat(message.sender).submitBytes(JSON.stringify(turnedRound(message)));
  },
);

When(
  'le dernier message est déposé de nouveau, ses espaces et retours à la ligne changés',
  async function (this: CorridorWorld) {
    const { message } = this.lastSent();
    await this.seat(message.sender).submitBytes(JSON.stringify(message, null, 3));
  },
);

When(
  'le même identifiant sert à un autre contenu: le nom du destinataire des marchandises changé',
  async function (this: CorridorWorld) {
    const { message } = this.lastSent('TransitNotice');
    const consignee = { ...(message.payload['consignee'] as object), name: 'IMPORTATEUR FICTIF AUTRE' };
    await this.submit(message.sender, { ...message, payload: { ...message.payload, consignee } });
  },
);

When(
  "le même identifiant sert à un autre contenu: l'heure de rédaction changée",
  async function (this: CorridorWorld) {
    const { message } = this.lastSent();
    const preparedAt = new Date(Date.parse(message.preparedAt) - 1000).toISOString();
    await this.submit(message.sender, { ...message, preparedAt });
  },
);

When('le même identifiant sert à un autre message: la mainlevée', async function (this: CorridorWorld) {
  const { message } = this.lastSent();
  const country = this.movement.departureCountry;
  const { messageId } = message;
  await this.submit(
    country,
    this.seat(country).compose('DepartureRelease', this.movement.release, { messageId }),
  );
});

Then(
  'les {int} dépôts reçoivent le même accusé de réception, octet pour octet',
  async function (this: CorridorWorld, times: number) {
    this.judge(answeredAlike(await this.evidence(), this.lastSent().message.messageId, times));
  },
);

Then(
  'le message est refusé comme doublon: {fault}',
  async function (this: CorridorWorld, fault: ExpectedFault) {
    this.judge(refusedAtOnce(await this.evidence(), this.lastSent().message.messageId, DUPLICATE, [fault]));
  },
);

Then('le refus désigne le message refusé', async function (this: CorridorWorld) {
  this.judge(refusalNamesMessage(await this.evidence(), this.lastSent().message.messageId));
});

Then(
  'un constat {finding} désigne le message et est remis exactement à: {countries}',
  async function (this: CorridorWorld, kind: string, countries: string[]) {
    this.judge(findingAbout(await this.evidence(), kind, this.lastSent().message.messageId, countries));
  },
);

/** The same message, members of every object in reverse order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Message).reverse();
  return Object.fromEntries(entries.map(([name, part]) => [name, turnedRound(part)]));
}

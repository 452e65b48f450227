import { Then, When } from '@cucumber/cucumber';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import type { Message } from '../../profile/messages/message.ts';
import { findingAbout } from '../checks/finding-told.ts';
import { refusalNamesMessage } from '../checks/refusal-answers.ts';
import { type ExpectedFault, refusedAtOnce } from '../checks/refusals.ts';
import { answeredAlike, firstAnswerKept, takenApart } from '../checks/replays.ts';
import type { Direction } from '../support/scenario-movement.ts';
import { composeFaulty, sendAfresh } from '../support/sending.ts';
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

When('le même identifiant sert à un autre contenu: le camion retenu', async function (this: CorridorWorld) {
  const { message } = this.lastSent('IncidentNotice');
  await this.submit(message.sender, { ...message, payload: { ...message.payload, hold: true } });
});

When(
  'le contenu du dernier message est envoyé sous un nouvel identifiant',
  async function (this: CorridorWorld) {
    await sendAfresh(this);
  },
);

When(
  "{country} enregistre {crossing} sous l'identifiant du dernier message {country}",
  async function (this: CorridorWorld, country: string, side: Direction, other: string) {
    const { messageId } = this.sent.findLast(({ message }) => message.sender === other)?.message ?? {};
    await this.send(country, 'BorderPassage', this.passage(country, side), {
      ...(messageId && { messageId }),
    });
  },
);

When('le même identifiant sert à {faulty_message}', async function (this: CorridorWorld, fault: Mutation) {
  const { messageId } = this.lastSent().message;
  const message = { ...composeFaulty(this, [fault]), messageId };
  await this.submit(message.sender, message);
});

When("le même identifiant sert à un autre message: l'avis d'arrivée", async function (this: CorridorWorld) {
  const { messageId, sender } = this.lastSent().message;
  await this.send(sender, 'ArrivalNotice', this.movement.arrival, { messageId });
});

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

Then(
  'le premier message déposé sous cet identifiant, répété, reçoit encore son accusé, octet pour octet',
  async function (this: CorridorWorld) {
    const { message } = this.lastSent();
    await this.seat(message.sender).submitBytes(firstBytes(this, message.messageId));
    this.judge(firstAnswerKept(await this.evidence(), message.messageId));
  },
);

Then(
  'ce sont deux messages acceptés: celui {country} informe exactement {countries}, celui {country} exactement {countries}',
  async function (
    this: CorridorWorld,
    first: string,
    toldByFirst: string[],
    second: string,
    toldBySecond: string[],
  ) {
    const { messageId } = this.lastSent().message;
    const expected = { [first]: toldByFirst, [second]: toldBySecond };
    this.judge(takenApart(await this.ledger(), this.movement.reference, messageId, expected));
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

/** The message that was first sent under this id, as it was. */
function firstBytes(world: CorridorWorld, messageId: string): string {
  return JSON.stringify(world.sent.find(({ message }) => message.messageId === messageId)?.message);
}

/** The same message, members of every object in reverse order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Message).reverse();
  return Object.fromEntries(entries.map(([name, part]) => [name, turnedRound(part)]));
}

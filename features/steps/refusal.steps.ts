import { type DataTable, Then, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { consultationRefused, movementField } from '../checks/movement-ledger.ts';
import { type ExpectedFault, refusedAtOnce } from '../checks/refusals.ts';
import { refusedByLink } from '../checks/transport-refusals.ts';
import { rowsOf } from '../support/columns.ts';
import { HarnessError } from '../support/errors.ts';
import { FAULTY_MESSAGES } from '../support/faulty-messages.ts';
import { composeFaulty, sendValid } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

const MEBIBYTE = 1024 * 1024;

When('{message} est envoyé(e)', async function (this: CorridorWorld, name: MessageName) {
  await sendValid(this, name);
});

When(
  '{country} envoie {message} à la place du bureau compétent',
  async function (this: CorridorWorld, from: string, name: MessageName) {
    await sendValid(this, name, {}, { from });
  },
);

When(
  'le bureau de départ envoie {message} sous la version {int}',
  async function (this: CorridorWorld, name: MessageName, movementVersion: number) {
    await sendValid(this, name, {}, { movementVersion });
  },
);

When('{faulty_message} est déposé(e)', async function (this: CorridorWorld, mutation: string) {
  const message = composeFaulty(this, [mutation]);
  await this.submit(message.sender, message);
});

When('un seul message cumule ces fautes:', async function (this: CorridorWorld, table: DataTable) {
  const rows = rowsOf(table, { faute: (phrase) => FAULTY_MESSAGES[phrase] ?? unknownFault(phrase) });
  const message = composeFaulty(
    this,
    rows.map(({ faute }) => faute),
  );
  await this.submit(message.sender, message);
});

When('le bureau de départ dépose {rubbish}', async function (this: CorridorWorld, bytes: Buffer) {
  await this.seat(this.movement.departureCountry).submitBytes(bytes);
});

When(
  'le bureau de départ dépose un corps de {int} Mio et un octet',
  async function (this: CorridorWorld, mebibytes: number) {
    const body = Buffer.alloc(mebibytes * MEBIBYTE + 1, ' ');
    await this.seat(this.movement.departureCountry).submitBytes(body);
  },
);

When(
  'le bureau de départ adresse une demande à un siège inconnu: {string}',
  async function (this: CorridorWorld, recipient: string) {
    const { reference, departureCountry } = this.movement;
    const payload = { by: { transitReference: reference }, scope: 'STATUS', reason: 'Contrôle en route' };
    await this.send(departureCountry, 'MovementQuery', payload, { recipient });
  },
);

When('le bureau de départ annonce le mouvement comme du trafic réel', async function (this: CorridorWorld) {
  await this.send(this.movement.departureCountry, 'TransitNotice', this.movement.notice, {
    testIndicator: false,
  });
});

Then('la liaison refuse le dépôt: NOT_JSON', function (this: CorridorWorld) {
  this.judge(refusedByLink(this.recorded, { status: 400, code: 'NOT_JSON' }));
});

Then('la liaison refuse le dépôt: TOO_LARGE', function (this: CorridorWorld) {
  this.judge(refusedByLink(this.recorded, { status: 413, code: 'TOO_LARGE' }));
});

Then(
  'le message est refusé au dépôt pour ces fautes, et elles seules:',
  async function (this: CorridorWorld, table: DataTable) {
    const text = (cell: string): string => cell;
    const faults = rowsOf(table, { code: text, pointeur: text });
    const expected: ExpectedFault[] = faults.map(({ code, pointeur }) => ({ code, pointer: pointeur }));
    this.judge(refusedAtOnce(await this.evidence(), this.lastSent().message.messageId, 422, expected));
  },
);

Then('le mouvement est inconnu du registre', async function (this: CorridorWorld) {
  const { reference, departureCountry } = this.movement;
  const unknown = { status: 404, code: 'NOT_FOUND' };
  this.judge(consultationRefused(await this.ledger(), reference, departureCountry, unknown));
});

Then("l'avis en vigueur est celui d'origine", async function (this: CorridorWorld) {
  const { reference, notice } = this.movement;
  this.judge(movementField(await this.ledger(), reference, 'notice', notice));
});

function unknownFault(phrase: string): never {
  throw new HarnessError(
    'UNKNOWN_FAULT',
    `Faute inconnue : ${phrase}.`,
    'Voir features/support/faulty-messages.ts.',
  );
}

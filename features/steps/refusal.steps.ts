import { type DataTable, Then, When } from '@cucumber/cucumber';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import { correctedUnderSameNumber } from '../checks/corrected-message.ts';
import { consultationRefused, movementField } from '../checks/movement-ledger.ts';
import { type ExpectedFault, refusedAtOnce } from '../checks/refusals.ts';
import { rowsOf } from '../support/columns.ts';
import { faultOf } from '../support/faulty-messages.ts';
import { composeFaulty, sendValid } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  'le bureau compétent envoie/a\\ envoyé {message}',
  async function (this: CorridorWorld, name: MessageName) {
    await sendValid(this, name);
  },
);

When(
  '{country} envoie {message} à la place du bureau compétent',
  async function (this: CorridorWorld, from: string, name: MessageName) {
    await sendValid(this, name, {}, { from });
  },
);

When(
  '{country} envoie {message} à la place du bureau compétent, sous la version {int}',
  async function (this: CorridorWorld, from: string, name: MessageName, movementVersion: number) {
    await sendValid(this, name, {}, { from, movementVersion });
  },
);

When(
  'le bureau de départ envoie {message} sous la version {int}',
  async function (this: CorridorWorld, name: MessageName, movementVersion: number) {
    await sendValid(this, name, {}, { movementVersion });
  },
);

When('le hub reçoit {faulty_message}', async function (this: CorridorWorld, fault: Mutation) {
  const message = composeFaulty(this, [fault]);
  await this.submit(message.sender, message);
});

When('un seul message cumule ces fautes:', async function (this: CorridorWorld, table: DataTable) {
  const rows = rowsOf(table, { faute: faultOf });
  const message = composeFaulty(
    this,
    rows.map(({ faute }) => faute),
  );
  await this.submit(message.sender, message);
});

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

Then(
  'le message est refusé au dépôt pour ces fautes, et elles seules:',
  async function (this: CorridorWorld, table: DataTable) {
    const text = (cell: string): string => cell;
    const faults = rowsOf(table, { code: text, règle: text, pointeur: text });
    const expected: ExpectedFault[] = faults.map(({ code, règle, pointeur }) =>
      règle ? { code, rule: règle, pointer: pointeur } : { code, pointer: pointeur },
    );
    this.judge(refusedAtOnce(await this.evidence(), this.lastSent().message.messageId, 422, expected));
  },
);

Then('les deux messages portent le même numéro, sous deux identifiants', function (this: CorridorWorld) {
  this.judge(correctedUnderSameNumber(this.recorded));
});

Then('le mouvement est inconnu du registre', async function (this: CorridorWorld) {
  const { reference, departureCountry } = this.movement;
  const unknown = { status: 404, code: 'NOT_FOUND' };
  this.judge(consultationRefused(await this.ledger(), reference, departureCountry, unknown));
});

Then("l'avis en vigueur est celui d'origine", async function (this: CorridorWorld) {
  const { reference, notice } = this.movement;
  this.judge(movementField(await this.ledger(), reference, 'notice', notice));
});

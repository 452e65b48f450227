import { Then, When } from '@cucumber/cucumber';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import { extensionNotClaimed, extensionsCarried, extensionsPulled } from '../checks/extensions-carried.ts';
import { extended, sendWritten } from '../support/extensions.ts';
import { composeFaulty, composeValid } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  "le bureau compétent envoie/a\\ envoyé {message} avec l'extension facultative {string}",
  async function (this: CorridorWorld, name: MessageName, extension: string) {
    const message = extended(composeValid(this, name), extension, false);
    await this.submit(message.sender, message);
  },
);

When(
  "le bureau compétent envoie {message} avec l'extension obligatoire {string}",
  async function (this: CorridorWorld, name: MessageName, extension: string) {
    const message = extended(composeValid(this, name), extension, true);
    await this.submit(message.sender, message);
  },
);

When(
  'le bureau compétent envoie {message} avec les extensions obligatoires {string} et {string}',
  async function (this: CorridorWorld, name: MessageName, one: string, other: string) {
    const message = extended(extended(composeValid(this, name), one, true), other, true);
    await this.submit(message.sender, message);
  },
);

When(
  "{faulty_message} est déposé(e) avec l'extension obligatoire {string}",
  async function (this: CorridorWorld, fault: Mutation, extension: string) {
    const message = extended(composeFaulty(this, [fault]), extension, true);
    await this.submit(message.sender, message);
  },
);

When(
  "le bureau de départ annonce le mouvement avec l'extension facultative {string}, {extension_content}",
  async function (this: CorridorWorld, extension: string, content: string) {
    await sendWritten(this, 'TransitNotice', extension, content);
  },
);

When(
  'le bureau de départ annonce le mouvement avec une extension {bad_extension}',
  async function (this: CorridorWorld, extensions: NonNullable<ReturnType<typeof extended>['extensions']>) {
    const message = { ...composeValid(this, 'TransitNotice'), extensions };
    await this.submit(message.sender, message);
  },
);

When(
  "le même identifiant sert à un autre contenu: l'extension retirée",
  async function (this: CorridorWorld) {
    const { extensions: _, ...message } = this.lastSent().message;
    await this.submit(message.sender, message);
  },
);

Then(
  "l'extension de {message} parvient telle qu'écrite exactement à: {countries}",
  async function (this: CorridorWorld, name: MessageName, countries: string[]) {
    this.judge(extensionsCarried(await this.evidence(), this.lastSent(name).message.messageId, countries));
  },
);

Then("{country} y lit l'extension telle qu'écrite", function (this: CorridorWorld, country: string) {
  this.judge(extensionsPulled(this.recorded, this.lastSent().message.messageId, country));
});

Then(
  "les capacités du hub ne citent pas l'extension {string}",
  async function (this: CorridorWorld, extension: string) {
    await this.seat(this.movement.departureCountry).capabilities();
    this.judge(extensionNotClaimed(this.recorded, extension));
  },
);

import { Then, When } from '@cucumber/cucumber';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import {
  type LinkRefusal,
  problemComplete,
  refusedByLink,
  requestRefused,
} from '../checks/transport-refusals.ts';
import { composeFaulty, composeValid } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

const MEBIBYTE = 1024 * 1024;

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
  "le bureau de départ dépose l'avis de transit avec le type de contenu {string}",
  async function (this: CorridorWorld, type: string) {
    const notice = composeValid(this, 'TransitNotice');
    this.claim(notice.messageId);
    const headers = { 'content-type': type };
    await this.seat(notice.sender).submitBytes(JSON.stringify(notice), headers);
  },
);

When(
  "{country} dépose l'avis de transit du bureau de départ",
  async function (this: CorridorWorld, country: string) {
    await this.submit(country, composeValid(this, 'TransitNotice'));
  },
);

When(
  "{country} dépose, au nom d'un autre pays, {faulty_message}",
  async function (this: CorridorWorld, country: string, fault: Mutation) {
    await this.submit(country, composeFaulty(this, [fault]));
  },
);

When(
  '{country} consulte {unknown_resource}',
  async function (this: CorridorWorld, country: string, path: string) {
    await this.seat(country).hub.request('GET', path);
  },
);

When(
  '{country} tire ses messages {bad_pull}',
  async function (this: CorridorWorld, country: string, query: string) {
    await this.seat(country).hub.request('GET', `/v0/participants/${country}/messages?${query}`);
  },
);

When(
  '{country} tire les messages {country}',
  async function (this: CorridorWorld, country: string, other: string) {
    await this.seat(country).hub.request('GET', `/v0/participants/${other}/messages?after=0`);
  },
);

When(
  "{country} enregistre l'adresse de remise {country}",
  async function (this: CorridorWorld, country: string, other: string) {
    // the address that it has: a hub that lets this happen is told, and goes on delivering
    const { baseUrl } = this.seat(other);
    await this.seat(country).hub.request('PUT', `/v0/participants/${other}`, { baseUrl, system: 'Intrus' });
  },
);

Then('la liaison refuse le dépôt: {link_refusal}', function (this: CorridorWorld, expected: LinkRefusal) {
  this.judge(refusedByLink(this.recorded, expected));
});

Then('la liaison refuse la demande: {link_refusal}', function (this: CorridorWorld, expected: LinkRefusal) {
  this.judge(requestRefused(this.recorded, expected));
});

Then(
  "la réponse est un document d'erreur complet: {link_refusal}",
  function (this: CorridorWorld, expected: LinkRefusal) {
    this.judge(problemComplete(this.recorded, expected));
  },
);

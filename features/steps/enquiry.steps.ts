import { Then, When } from '@cucumber/cucumber';
import { enquiryAnswered } from '../checks/enquiry-answers.ts';
import { sendValid } from '../support/sending.ts';
import type { CorridorWorld } from '../support/world.ts';

When('le bureau de départ lance/a\\ lancé un avis de recherche', async function (this: CorridorWorld) {
  await sendValid(this, 'EnquiryRequest');
  await this.settle();
});

When('le bureau de départ engage/a\\ engagé le recouvrement', async function (this: CorridorWorld) {
  await sendValid(this, 'RecoveryNotice');
  await this.settle();
});

Then(
  '{country} répond {enquiry_answer}, et sa réponse est remise exactement à: {countries}',
  async function (this: CorridorWorld, country: string, code: string, countries: string[]) {
    await this.settle();
    const { messageId } = this.lastSent('EnquiryRequest').message;
    this.judge(enquiryAnswered(await this.evidence(), messageId, { country, code, countries }));
  },
);

When(
  "{country} répond à l'avis de recherche sans qu'on le lui ait demandé",
  async function (this: CorridorWorld, country: string) {
    const { reference: transitReference, departureCountry: recipient } = this.movement;
    const office = this.passage(country, 'ENTRY').office;
    const correlationId = this.lastSent('EnquiryRequest').message.messageId;
    await this.send(
      country,
      'EnquiryResponse',
      { transitReference, office, code: '1' },
      { recipient, correlationId },
    );
  },
);

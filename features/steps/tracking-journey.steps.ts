import { Then, When } from '@cucumber/cucumber';
import { epcisSaysTheSame } from '../checks/epcis-facts.ts';
import { epcisValid } from '../checks/epcis-rules.ts';
import {
  journeyComplete,
  journeyGives,
  journeyIn,
  journeyInOneVocabulary,
  journeyInOrder,
  journeyPlatforms,
  journeyPublished,
  journeyRefused,
} from '../checks/journey-query.ts';
import { instantsAfter } from '../support/tracking/instants.ts';
import { askJourney } from '../support/tracking/journey-queries.ts';
import type { CorridorWorld } from '../support/world.ts';

const asked = ({ movement }: CorridorWorld, by?: string) => ({
  reference: movement.reference,
  ...(by === undefined ? {} : { by }),
});

When('{country} consulte le voyage suivi', async function (this: CorridorWorld, country: string) {
  await askJourney(this, country, this.movement.reference);
});

When('{platform} consulte le voyage suivi', async function (this: CorridorWorld, platform: string) {
  await askJourney(this, platform, this.movement.reference);
});

When(
  '{country} consulte le voyage suivi, puis le demande comme document EPCIS',
  async function (this: CorridorWorld, country: string) {
    await askJourney(this, country, this.movement.reference);
    await askJourney(this, country, this.movement.reference, 'epcis');
  },
);

When(
  "{country} consulte le voyage suivi d'un mouvement qui n'existe pas",
  async function (this: CorridorWorld, country: string) {
    await askJourney(this, country, UNKNOWN);
  },
);

/** Well formed, and of no movement. */
const UNKNOWN = '26TG0LOM1T99999992';

Then('le voyage est publié: {country}', async function (this: CorridorWorld, country: string) {
  this.judge(journeyPublished(await this.evidence(), asked(this, country)));
});

Then('le voyage est publié: {platform}', async function (this: CorridorWorld, platform: string) {
  this.judge(journeyPublished(await this.evidence(), asked(this, platform)));
});

const REFUSED = { status: 403, code: 'NOT_AUTHORISED' };

Then(
  'le voyage est refusé: {country}, sans aucune donnée',
  async function (this: CorridorWorld, country: string) {
    this.judge(journeyRefused(await this.evidence(), asked(this, country), REFUSED));
  },
);

Then(
  'le voyage est refusé: {platform}, sans aucune donnée',
  async function (this: CorridorWorld, platform: string) {
    this.judge(journeyRefused(await this.evidence(), asked(this, platform), REFUSED));
  },
);

Then("aucun voyage n'est connu de cette référence", async function (this: CorridorWorld) {
  const expected = { status: 404, code: 'NOT_FOUND' };
  this.judge(journeyRefused(await this.evidence(), { reference: UNKNOWN }, expected));
});

Then(
  'le voyage donne ses positions dans cet ordre: {string}',
  async function (this: CorridorWorld, list: string) {
    this.judge(journeyGives(await this.evidence(), asked(this), 'positions', instantsAfter(this, list)));
  },
);

Then(
  'le voyage donne ses alertes dans cet ordre: {string}',
  async function (this: CorridorWorld, list: string) {
    this.judge(journeyGives(await this.evidence(), asked(this), 'alerts', instantsAfter(this, list)));
  },
);

Then("le voyage est dans l'ordre des faits", async function (this: CorridorWorld) {
  this.judge(journeyInOrder(await this.evidence(), asked(this)));
});

Then('chaque événement dit figure au voyage, dans les mêmes mots', async function (this: CorridorWorld) {
  const records = await this.evidence();
  this.judge([...journeyComplete(records, asked(this)), ...journeyInOneVocabulary(records, asked(this))]);
});

Then(
  'le voyage réunit les positions de {platform}, puis de {platform}',
  async function (this: CorridorWorld, first: string, second: string) {
    this.judge(journeyPlatforms(await this.evidence(), asked(this), [first, second]));
  },
);

Then('le document EPCIS est valide', async function (this: CorridorWorld) {
  this.judge(epcisValid(journeyIn(await this.evidence(), asked(this))));
});

Then('le document EPCIS dit les mêmes faits que le voyage', async function (this: CorridorWorld) {
  this.judge(epcisSaysTheSame(await this.evidence(), this.movement.reference));
});

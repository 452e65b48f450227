import { After, Given, Then, When } from '@cucumber/cucumber';
import { administrationsTold } from '../checks/administrations-told.ts';
import { deliveredUnder, notAttemptedYet } from '../checks/deliveries-addressed.ts';
import { deadLetterComplete } from '../checks/delivery-state.ts';
import { attemptsTo, pausesKept } from '../checks/retry-pauses.ts';
import { attempted, deadLettersShown } from '../support/outages.ts';
import { waitForAttempt, watchedPauses, watchPauses } from '../support/pauses.ts';
import type { CorridorWorld } from '../support/world.ts';

const NEW_ROOM = '/nouvelle-adresse';

After(async function (this: CorridorWorld) {
  for (const seat of this.environment.seats.values())
    if (seat.baseUrl.endsWith(NEW_ROOM)) await seat.moveTo('');
});

Given(
  '{country} coupe la liaison à chaque remise de ce mouvement',
  async function (this: CorridorWorld, country: string) {
    await this.settle();
    this.away.add(country);
    this.seat(country).misbehave({ kind: 'reset' }, Number.POSITIVE_INFINITY, this.movement.reference);
  },
);

When('un second mouvement {corridor} est annoncé', async function (this: CorridorWorld, corridor: string) {
  const { departureCountry, notice } = this.prepare(corridor);
  await this.send(departureCountry, 'TransitNotice', notice);
});

When(
  'le temps passe, de pause en pause, entre les essais de remise {country}: {numbers} s',
  async function (this: CorridorWorld, country: string, pauses: number[]) {
    const { messageId } = this.lastSent('TransitNotice').message;
    await attempted(this, country, messageId);
    await watchPauses(this, () => attemptsTo(this.recorded, country, messageId), pauses);
  },
);

Then(
  'chaque essai {country} vient à la fin de sa pause, aucun avant',
  function (this: CorridorWorld, country: string) {
    const { messageId } = this.lastSent('TransitNotice').message;
    this.judge(pausesKept(this.recorded, messageId, country, watchedPauses(this)));
  },
);

When('{country} change son adresse de remise', async function (this: CorridorWorld, country: string) {
  await this.settle();
  await this.seat(country).moveTo(NEW_ROOM);
});

Then(
  "l'avis du second mouvement est remis {country} sans attendre",
  async function (this: CorridorWorld, country: string) {
    const { messageId } = this.lastSent('TransitNotice').message;
    await waitForAttempt(this, country, messageId);
    this.judge(administrationsTold(await this.evidence(), messageId, [country]));
  },
);

Then(
  "la mainlevée du premier mouvement n'a pas été tentée {country}",
  async function (this: CorridorWorld, country: string) {
    const { messageId } = this.lastSent('DepartureRelease').message;
    this.judge(notAttemptedYet(await this.evidence(), messageId, country));
  },
);

Then(
  'la mainlevée est remise {country} à sa nouvelle adresse, et à elle seule',
  async function (this: CorridorWorld, country: string) {
    const { messageId } = this.lastSent('DepartureRelease').message;
    this.judge(deliveredUnder(await this.evidence(), messageId, country, NEW_ROOM));
  },
);

Then(
  "la lettre morte {country} publie son curseur, son message, ses {int} heures d'essais et une raison",
  async function (this: CorridorWorld, country: string, atLeastHours: number) {
    await deadLettersShown(this, country);
    const { messageId } = this.lastSent('TransitNotice').message;
    this.judge(deadLetterComplete(this.recorded, country, messageId, { messageType: 'AT01', atLeastHours }));
  },
);

import { Given, When } from '@cucumber/cucumber';
import type { MessageName } from '../../profile/messages/messages.ts';
import { preparedBy, setClockWrong } from '../support/seat-clock.ts';
import { composeValid } from '../support/sending.ts';
import { advanceClock } from '../support/stack-clock.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  "l'horloge {country} avance de {duration}",
  function (this: CorridorWorld, country: string, seconds: number) {
    setClockWrong(this, country, seconds);
  },
);

Given(
  "l'horloge {country} retarde de {duration}",
  function (this: CorridorWorld, country: string, seconds: number) {
    setClockWrong(this, country, -seconds);
  },
);

When(
  '{country} dépose {message} à son heure',
  async function (this: CorridorWorld, country: string, name: MessageName) {
    const preparedAt = preparedBy(this, country);
    const own =
      name === 'BorderPassage' ? this.movement.passages.find(({ office }) => office.startsWith(country)) : {};
    await this.submit(country, composeValid(this, name, own, { from: country, preparedAt }));
  },
);

When(
  '{country} dépose de nouveau ce message, inchangé, {duration} plus tard',
  async function (this: CorridorWorld, country: string, seconds: number) {
    const { message } = this.lastSent();
    await advanceClock(this, seconds);
    await this.submit(country, message);
  },
);

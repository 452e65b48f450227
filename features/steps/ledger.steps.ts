import { Then, When } from '@cucumber/cucumber';
import { guaranteePublished } from '../checks/guarantee-register.ts';
import { booksApart, eventLate, findingsPublished } from '../checks/ledger-events.ts';
import { consultationRefused, movementField } from '../checks/movement-ledger.ts';
import { reservedFor } from '../checks/reservation-published.ts';
import { advanceTogether, booksOf } from '../support/side-by-side.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  "un second mouvement {corridor} avance en même temps, jusqu'à l'arrivée, le premier jusqu'à la mainlevée",
  async function (this: CorridorWorld, corridor: string) {
    const first = this.movement;
    const second = this.prepare(corridor);
    await advanceTogether(this, [
      { movement: first, stage: 'released' },
      { movement: second, stage: 'arrived' },
    ]);
  },
);

Then(
  "le premier mouvement est dans l'état {state}, le second dans l'état {state}, chacun avec ses seuls événements",
  async function (this: CorridorWorld, first: string, second: string) {
    const books = await booksOf(this, [first, second]);
    this.judge(booksApart(this.recorded, books));
  },
);

Then(
  "{int} mouvements sont dans l'état {state}, chacun avec ses seuls événements",
  async function (this: CorridorWorld, count: number, state: string) {
    const states = Array.from({ length: count }, () => state);
    const books = await booksOf(this, states);
    this.judge(booksApart(this.recorded, books));
  },
);

Then(
  'le registre publie ce seul constat, daté: {finding}',
  async function (this: CorridorWorld, kind: string) {
    this.judge(findingsPublished(await this.ledger(), this.movement.reference, [kind]));
  },
);

Then(
  'la consultation lui est refusée: {consultation_refusal}',
  function (this: CorridorWorld, expected: { status: number; code: string }) {
    const [last] = this.recorded.filter(({ path }) => path.endsWith(this.movement.reference)).slice(-1);
    this.judge(consultationRefused(this.recorded, this.movement.reference, last?.from ?? '', expected));
  },
);

Then(
  'le registre publie le délai de route et les scellés de la mainlevée',
  async function (this: CorridorWorld) {
    const { reference, release } = this.movement;
    const records = await this.ledger();
    this.judge([
      ...movementField(records, reference, 'limitDate', release.limitDate),
      ...movementField(
        records,
        reference,
        'seals',
        release.seals.map(({ number }) => number),
      ),
    ]);
  },
);

Then(
  'le registre publie {amount} affectés à ce mouvement, {amount} disponibles',
  async function (this: CorridorWorld, reservedAmount: number, availableAmount: number) {
    const { reference, departureCountry, guarantee } = this.movement;
    const { guaranteeReference } = guarantee.register;
    await this.settle();
    await this.seat(departureCountry).guarantee(guaranteeReference);
    this.judge([
      ...guaranteePublished(this.recorded, guaranteeReference, { reservedAmount, availableAmount }),
      ...reservedFor(this.recorded, guaranteeReference, reference, reservedAmount),
    ]);
  },
);

Then("l'événement au registre porte la marque tardif", async function (this: CorridorWorld) {
  const { messageId } = this.lastSent().message;
  this.judge(eventLate(await this.ledger(), this.movement.reference, messageId, true));
});

Then("l'événement au registre ne porte pas la marque tardif", async function (this: CorridorWorld) {
  const { messageId } = this.lastSent().message;
  this.judge(eventLate(await this.ledger(), this.movement.reference, messageId, false));
});

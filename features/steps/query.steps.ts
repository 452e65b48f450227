import { Then, When } from '@cucumber/cucumber';
import { answeredToAskerAlone, movementFound, movementRejected } from '../checks/query-answers.ts';
import type { CorridorWorld } from '../support/world.ts';

async function ask(world: CorridorWorld, country: string, recipient: string): Promise<void> {
  const { reference } = world.movement;
  const payload = {
    by: { transitReference: reference },
    scope: 'EVENTS',
    reason: 'Camion présenté au bureau',
  };
  await world.send(country, 'MovementQuery', payload, { recipient });
  await world.settle();
}

const queryOf = (world: CorridorWorld) => {
  const { messageId, sender } = world.lastSent('MovementQuery').message;
  return { messageId, sender, transitReference: world.movement.reference };
};

When(
  "{country} demande au hub ce qu'il sait du mouvement",
  async function (this: CorridorWorld, country: string) {
    await ask(this, country, 'hub');
  },
);

When(
  "{country} demande au pays de départ ce qu'il sait du mouvement",
  async function (this: CorridorWorld, country: string) {
    await ask(this, country, this.movement.departureCountry);
  },
);

Then(
  "le demandeur apprend que le mouvement est dans l'état {state}, avec {int} événement(s)",
  async function (this: CorridorWorld, state: string, events: number) {
    this.judge(movementFound(await this.evidence(), queryOf(this), { state, events }));
  },
);

Then(
  "le demandeur apprend que le premier mouvement est dans l'état {state}, avec {int} événement(s)",
  async function (this: CorridorWorld, state: string, events: number) {
    const transitReference = this.movements[0]?.reference ?? '';
    this.judge(
      movementFound(await this.evidence(), { ...queryOf(this), transitReference }, { state, events }),
    );
  },
);

Then(
  'la demande est rejetée sans aucune donnée: {word}',
  async function (this: CorridorWorld, reason: string) {
    this.judge(movementRejected(await this.evidence(), queryOf(this), reason));
  },
);

Then(
  'la réponse {country} parvient au demandeur, et à lui seul',
  async function (this: CorridorWorld, country: string) {
    await this.settle();
    this.judge(answeredToAskerAlone(await this.evidence(), queryOf(this), country));
  },
);

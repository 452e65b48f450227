import { Then, When } from '@cucumber/cucumber';
import { answeredToAskerAlone, movementFound, movementRejected } from '../checks/query-answers.ts';
import { askFor, queryOf } from '../support/querying.ts';
import type { CorridorWorld } from '../support/world.ts';

When(
  '{country} demande au pays de départ {query_scope}',
  async function (this: CorridorWorld, country: string, scope: string) {
    await askFor(this, country, scope, this.movement.departureCountry);
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

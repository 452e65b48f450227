import { Given, Then, When } from '@cucumber/cucumber';
import { movementField } from '../checks/movement-ledger.ts';
import { onOneBill } from '../support/convoys.ts';
import type { NationalChange } from '../support/national-reference.ts';
import { freshSealNumber } from '../support/seals.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'un mouvement en vrac, sans scellé ni conteneur, {corridor}',
  function (this: CorridorWorld, corridor: string) {
    this.prepare(corridor, { containerised: false, sealCount: 0 });
  },
);

Given(
  'un mouvement scellé {int} fois, {corridor}',
  function (this: CorridorWorld, sealCount: number, corridor: string) {
    this.prepare(corridor, { containerised: false, sealCount });
  },
);

Given('un mouvement en conteneur {corridor}', function (this: CorridorWorld, corridor: string) {
  this.prepare(corridor, { containerised: true });
});

Given("un mouvement d'un seul article, du riz, {corridor}", function (this: CorridorWorld, corridor: string) {
  this.prepare(corridor, { hsCode: '100640', itemCount: 1 });
});

Given(
  'un mouvement de {int} articles {corridor}',
  function (this: CorridorWorld, itemCount: number, corridor: string) {
    this.prepare(corridor, { itemCount });
  },
);

Given("l'avis de transit n'annonce aucun délai de route", function (this: CorridorWorld) {
  const { plannedLimitDate: _none, ...notice } = this.movement.notice;
  this.change({ notice });
});

Given('la mainlevée omettra un scellé', function (this: CorridorWorld) {
  const { release } = this.movement;
  const seals = release.seals.slice(1);
  this.change({ release: { ...release, seals, sealCount: seals.length } });
});

Given(
  "la mainlevée fixera un délai de route plus court de {duration} que l'annonce",
  function (this: CorridorWorld, seconds: number) {
    const { release, notice } = this.movement;
    const limitDate = new Date(Date.parse(notice.plannedLimitDate ?? '') - seconds * 1000).toISOString();
    this.change({ release: { ...release, limitDate } });
  },
);

Given('la mainlevée ajoutera un scellé', function (this: CorridorWorld) {
  const { release } = this.movement;
  const [first] = release.seals;
  const seals = first ? [...release.seals, { ...first, number: freshSealNumber(first.number) }] : [];
  this.change({ release: { ...release, seals, sealCount: seals.length } });
});

When('le bureau de départ annonce le mouvement', async function (this: CorridorWorld) {
  await this.send(this.movement.departureCountry, 'TransitNotice', this.movement.notice);
});

When(
  'le bureau de départ annonce le mouvement avec une référence nationale dont {national_part} diffère',
  async function (this: CorridorWorld, differing: NationalChange) {
    const { departureCountry, notice } = this.movement;
    const nationalReference = differing(notice.nationalReference);
    await this.send(departureCountry, 'TransitNotice', { ...notice, nationalReference });
  },
);

When('le bureau de départ accorde la mainlevée', async function (this: CorridorWorld) {
  await this.send(this.movement.departureCountry, 'DepartureRelease', this.movement.release);
});

When(
  'le bureau de départ annonce le mouvement puis accorde la mainlevée',
  async function (this: CorridorWorld) {
    await this.send(this.movement.departureCountry, 'TransitNotice', this.movement.notice);
    await this.send(this.movement.departureCountry, 'DepartureRelease', this.movement.release);
  },
);

When(
  'le bureau de départ annonce {int} mouvements {corridor} sous un seul connaissement',
  async function (this: CorridorWorld, parts: number, corridor: string) {
    const overridesAt = onOneBill(this, parts);
    for (let part = 1; part <= parts; part += 1) {
      const { departureCountry, notice } = this.prepare(corridor, overridesAt(part));
      await this.send(departureCountry, 'TransitNotice', notice);
    }
  },
);

Then(
  "le délai de route publié est celui de la mainlevée, non celui de l'annonce",
  async function (this: CorridorWorld) {
    const { reference, release } = this.movement;
    this.judge(movementField(await this.ledger(), reference, 'limitDate', release.limitDate));
  },
);

Then('les scellés publiés sont ceux de la mainlevée', async function (this: CorridorWorld) {
  const { reference, release } = this.movement;
  const numbers = release.seals.map(({ number }) => number);
  this.judge(movementField(await this.ledger(), reference, 'seals', numbers));
});

import { Given } from '@cucumber/cucumber';
import { registerGuarantee } from '../support/guarantee-desk.ts';
import { inSeconds } from '../support/publishing.ts';
import type { CorridorWorld } from '../support/world.ts';

Given(
  'une contribution au fonds de garantie qui cesse dans {duration}, pour un mouvement {corridor}',
  async function (this: CorridorWorld, seconds: number, corridor: string) {
    this.prepare(corridor, { guaranteeKind: 'fund' });
    await registerGuarantee(this, { validUntil: inSeconds(this, seconds) });
    await this.settle();
  },
);

Given(
  'une caution unique de {amount} qui prend effet dans {duration}, pour un mouvement {corridor}',
  async function (this: CorridorWorld, referenceAmount: number, seconds: number, corridor: string) {
    this.prepare(corridor, { guaranteeKind: 'reservable' });
    await registerGuarantee(this, { referenceAmount, validFrom: inSeconds(this, seconds) });
    await this.settle();
  },
);

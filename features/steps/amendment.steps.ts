import { Then, When } from '@cucumber/cucumber';
import type { TransitNoticePayload } from '../../profile/messages/transit-notice.ts';
import { movementField } from '../checks/movement-ledger.ts';
import { itineraryOn } from '../support/itineraries.ts';
import type { CorridorWorld } from '../support/world.ts';

type Change = (notice: TransitNoticePayload) => Partial<TransitNoticePayload>;

When(
  'le bureau de départ modifie {amended} dans son avis',
  async function (this: CorridorWorld, change: Change) {
    const { departureCountry, notice } = this.movement;
    const amended = { ...notice, ...change(notice), status: 'AMENDED' };
    await this.send(departureCountry, 'TransitNotice', amended);
  },
);

Then("l'avis en vigueur est l'avis modifié", async function (this: CorridorWorld) {
  const { payload } = this.lastSent('TransitNotice').message;
  this.judge(movementField(await this.ledger(), this.movement.reference, 'notice', payload));
});

When(
  'le bureau de départ modifie dans son avis la route, désormais {corridor}',
  async function (this: CorridorWorld, corridor: string) {
    const { departureCountry, notice } = this.movement;
    const itinerary = itineraryOn(this, corridor);
    await this.send(departureCountry, 'TransitNotice', { ...notice, itinerary, status: 'AMENDED' });
  },
);
